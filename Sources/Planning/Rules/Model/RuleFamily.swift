/// What rules are about: the families in which they stand in Data/rules, a file each.
public enum RuleFamily: String, Hashable, Sendable, Codable, CaseIterable {
  case shapes, coverage, areas, indicators, use
  case lifeCycle = "life_cycle"
  case threeLines = "three_lines"
  case register
}
