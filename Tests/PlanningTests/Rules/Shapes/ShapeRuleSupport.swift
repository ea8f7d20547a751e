import Planning
import SimpleFeatures

/// Rules with literals for parameters, asked of measured values.
enum ShapeRuleSupport {
  static func collector(_ parameters: [RuleCode: [String: RuleParameter]]) -> FindingCollector {
    let none = LocalText("", "")
    let rules = parameters.map { code, parameters in
      (
        code,
        Rule(
          code: code, family: .shapes, scopes: [.parcels], title: none, about: none, message: none,
          advice: none, severities: [.draft: .warning, .approved: .error, .supplied: .error],
          parameters: parameters, source: none)
      )
    }
    return FindingCollector(
      RuleBook(
        RuleProfile(
          name: "test", version: "1", digest: "",
          slivers: SliverThresholds(area: 10, areaOverPerimeter: 0.05),
          zones: ZoneAssignmentRule(shareOfParcel: 10, shareOfZone: 50, tie: 1, limit: 4),
          rules: Dictionary(uniqueKeysWithValues: rules))))
  }

  static func number(_ value: Double) -> RuleParameter { RuleParameter(.number(value)) }
  static func list(_ values: String...) -> RuleParameter { RuleParameter(.list(values)) }
  static func words(_ text: String) -> RuleParameter {
    RuleParameter(.text("words"), note: LocalText(text, text))
  }

  static func parcel(
    _ number: String, squareMetres: Double = 1_000, stage: RuleStage = .approved,
    isSchematic: Bool = false
  ) -> CheckedShape {
    CheckedShape(
      subject: FindingSubject(kind: .parcel, key: "云溪县|东湾|\(number)", label: number, group: "东湾"),
      stage: stage, squareMetres: squareMetres, isSchematic: isSchematic)
  }
}
