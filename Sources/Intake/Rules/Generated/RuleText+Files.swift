// Made by Scripts/generate-rules from Data/rules/*.yaml. Do not edit.
// swift-format-ignore-file

extension RuleText {
  /// Every file with its name, the profile first.
  static var files: [(name: String, text: String)] {
    [
      ("Data/rules/profile.yaml", profile),
      ("Data/rules/shapes.yaml", shapes),
      ("Data/rules/coverage.yaml", coverage),
      ("Data/rules/areas.yaml", areas),
      ("Data/rules/indicators.yaml", indicators),
      ("Data/rules/use.yaml", use),
      ("Data/rules/life_cycle.yaml", lifeCycle),
      ("Data/rules/three_lines.yaml", threeLines),
      ("Data/rules/register.yaml", register),
    ]
  }
}
