internal import Answers
internal import Exchange
internal import Planning
internal import SimpleFeatures
internal import Terms

/// The words for keys of answers, in both languages.
enum MapTerms {
  static func words(_ words: Words) -> JSONValue {
    ["zh": .text(words[.zh]), "en": .text(words[.en])]
  }

  private static func terms<Key: RawRepresentable & CaseIterable>(
    _ name: (Key) -> Words
  ) -> JSONValue where Key.RawValue == String {
    .object(
      Dictionary(
        Key.allCases.map { ($0.rawValue, words(name($0))) }, uniquingKeysWith: { $1 }))
  }

  static let json: JSONValue = [
    "status": terms { (status: ParcelStatus) in Terms.name(of: status) },
    "quality": terms { (quality: BoundaryQuality) in Terms.name(of: quality) },
    "act": terms { (kind: TransactionKind) in Terms.name(of: kind) },
    "document": terms { (kind: DocumentKind) in Terms.name(of: kind) },
    "role": terms { (role: LayerRole) in Terms.name(of: role) },
    "severity": terms { (severity: Diagnostic.Severity) in Terms.name(of: severity) },
    "family": terms { (family: RuleFamily) in Terms.name(of: family) },
    "verdict": .object(
      Dictionary(
        [LookupAnswer.Verdict.found, .none, .notChecked].map {
          ($0.rawValue, words(Terms.name(of: $0)))
        }, uniquingKeysWith: { $1 })),
    "indicator": .object(
      Dictionary(
        Indicator.allCases.map { indicator in
          let unit = indicator.isPercentage ? "%" : indicator.isHeight ? "m" : ""
          return (
            indicator.rawValue,
            words(Terms.name(of: indicator)).merging(["unit": .text(unit)])
          )
        }, uniquingKeysWith: { $1 })),
    "property": .object(
      Dictionary(
        ["land_use", "area", "location", "plan", "name"].map {
          ($0, words(Terms.name(ofProperty: $0)))
        }, uniquingKeysWith: { $1 })),
    "reason": .object(
      Dictionary(
        NotCheckedReason.all.map { ($0.key, words(Terms.reason($0))) },
        uniquingKeysWith: { $1 })),
  ]
}
