/// A rule as a profile has it: what it means, how grave it is, by what it judges and why.
public struct Rule: Hashable, Sendable {
  /// Whose work it is to mend a finding.
  public enum Responsibility: String, Hashable, Sendable, Codable, CaseIterable {
    /// The one who sent the document or the shapes.
    case sender
    /// The bureau that keeps the register.
    case bureau
  }

  /// Its code.
  public var code: RuleCode
  /// Its family.
  public var family: RuleFamily
  /// What `yulin check` it belongs to.
  public var scopes: Set<CheckScope>
  /// Its name.
  public var title: LocalText
  /// What it asks, and why.
  public var about: LocalText
  /// What a finding says; `{name}` stands for a value of the finding, see ``Finding/values``.
  public var message: LocalText
  /// What to do about a finding.
  public var advice: LocalText
  /// The values that a finding has, by the names in message and advice, and what each is.
  public var values: [String: LocalText]
  /// How grave a finding is at each stage; a stage that is absent is not asked.
  public var severities: [RuleStage: Diagnostic.Severity]
  /// By what it judges.
  public var parameters: [String: RuleParameter]
  /// The document, standard or practice that it comes from.
  public var source: LocalText
  /// The first day on which it is asked; `nil` for always.
  public var inForceFrom: CalendarDate?
  /// The last day on which it is asked; `nil` for until further notice.
  public var inForceUntil: CalendarDate?
  /// Whose work it is to mend a finding.
  public var responsibility: Responsibility
  /// Whether it is asked at all.
  public var isEnabled: Bool
  /// What passes it, in a few words.
  public var passingExample: LocalText?
  /// What fails it, in a few words.
  public var failingExample: LocalText?

  /// A rule.
  public init(
    code: RuleCode, family: RuleFamily, scopes: Set<CheckScope>, title: LocalText,
    about: LocalText, message: LocalText, advice: LocalText, values: [String: LocalText] = [:],
    severities: [RuleStage: Diagnostic.Severity], parameters: [String: RuleParameter] = [:],
    source: LocalText, inForceFrom: CalendarDate? = nil, inForceUntil: CalendarDate? = nil,
    responsibility: Responsibility = .sender, isEnabled: Bool = true,
    passingExample: LocalText? = nil, failingExample: LocalText? = nil
  ) {
    self.code = code
    self.family = family
    self.scopes = scopes
    self.title = title
    self.about = about
    self.message = message
    self.advice = advice
    self.values = values
    self.severities = severities
    self.parameters = parameters
    self.source = source
    self.inForceFrom = inForceFrom
    self.inForceUntil = inForceUntil
    self.responsibility = responsibility
    self.isEnabled = isEnabled
    self.passingExample = passingExample
    self.failingExample = failingExample
  }

  /// Whether it is asked on a day. A fact without a day is asked always.
  public func isInForce(on day: CalendarDate?) -> Bool {
    guard let day else { return true }
    return inForceFrom.map { $0 <= day } ?? true && inForceUntil.map { day <= $0 } ?? true
  }
}

extension Rule {
  /// The names that stand in braces in a template, in either language.
  public static func names(in template: LocalText) -> Set<String> {
    var names: Set<String> = []
    for text in [template.zh, template.en] {
      var rest = text[...]
      while let open = rest.firstIndex(of: "{") {
        rest = rest[rest.index(after: open)...]
        guard let close = rest.firstIndex(of: "}") else { break }
        names.insert(String(rest[..<close]))
        rest = rest[rest.index(after: close)...]
      }
    }
    return names
  }
}
