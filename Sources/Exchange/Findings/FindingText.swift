public import Planning
public import Terms

/// Makes the sentences of findings from the messages of their rules.
public struct FindingText: Sendable {
  /// The language of the sentences.
  public let language: Language
  private let rules: [RuleCode: Rule]

  /// Sentences by the rules of a profile.
  public init(_ profile: RuleProfile, _ language: Language) {
    self.language = language
    rules = profile.rules
  }

  /// What a finding says. A value that the finding does not have stays as `{name}`; a rule that the
  /// profile does not have is named by its code.
  public func sentence(for finding: Finding) -> String {
    guard let rule = rules[finding.code] else { return finding.code.rawValue }
    return filled(template: rule.message[language], with: finding.values)
  }

  /// What to do about a finding.
  public func advice(for finding: Finding) -> String {
    guard let rule = rules[finding.code] else { return "" }
    return filled(template: rule.advice[language], with: finding.values)
  }

  /// The name of a finding's rule.
  public func title(of code: RuleCode) -> String {
    rules[code]?.title[language] ?? code.rawValue
  }

  /// A template whose `{name}` are values. Values are not read for names again.
  func filled(template: String, with values: [String: FindingValue]) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}") else { break }
      let name = String(rest[rest.index(after: open)..<close])
      text += values[name].map(self.text) ?? String(rest[...close])
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}

extension LocalText {
  /// The text in a language.
  public subscript(_ language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}
