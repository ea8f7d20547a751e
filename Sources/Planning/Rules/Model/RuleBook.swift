/// The rules of one check: a profile, the day on which it is asked, what is checked and how far the
/// land has come.
public struct RuleBook: Sendable {
  /// The rules.
  public let profile: RuleProfile
  /// The day on which is asked; `nil` for no bound.
  public let day: CalendarDate?
  /// What is checked.
  public let scope: CheckScope
  /// Only these rules, where it is said.
  public let only: Set<RuleCode>?
  /// Not these rules.
  public let without: Set<RuleCode>
  /// The stage to judge everything by; `nil` for the stage that each has reached.
  public let stage: RuleStage?

  /// Rules to be asked.
  public init(
    _ profile: RuleProfile, day: CalendarDate? = nil, scope: CheckScope = .all,
    only: Set<RuleCode>? = nil, without: Set<RuleCode> = [], stage: RuleStage? = nil
  ) {
    self.profile = profile
    self.day = day
    self.scope = scope
    self.only = only
    self.without = without
    self.stage = stage
    asked = Set(
      profile.rules.values.filter { rule in
        rule.isEnabled && rule.isInForce(on: day) && (scope == .all || rule.scopes.contains(scope))
          && (only?.contains(rule.code) ?? true) && !without.contains(rule.code)
      }.map(\.code))
  }

  /// The rules that are asked: found out once, for it is asked at every parcel.
  private let asked: Set<RuleCode>

  /// A rule that is asked; `nil` where it is switched off, not in force or of another scope.
  public subscript(_ code: RuleCode) -> Rule? { asks(code) ? profile.rules[code] : nil }

  /// Whether a rule is asked.
  public func asks(_ code: RuleCode) -> Bool { asked.contains(code) }

  /// The rules of a family that are asked, in the order of ``RuleCode``.
  public func asked(_ family: RuleFamily) -> [RuleCode] {
    RuleCode.allCases.filter { self[$0]?.family == family }
  }

  /// How grave a finding of a rule is for land of a stage; `nil` where it is not asked.
  public func severity(_ code: RuleCode, at stage: RuleStage) -> Diagnostic.Severity? {
    self[code]?.severities[self.stage ?? stage]
  }

  /// A number that a rule judges by; not a number where the profile has none, so that no comparison
  /// with it holds. A test holds that the program's own profile has all.
  public func number(_ code: RuleCode, _ parameter: String) -> Double {
    guard case .number(let value)? = profile.rules[code]?.parameters[parameter]?.value else {
      return .nan
    }
    return value
  }

  /// A list that a rule judges by.
  public func list(_ code: RuleCode, _ parameter: String) -> [String] {
    guard case .list(let values)? = profile.rules[code]?.parameters[parameter]?.value else {
      return []
    }
    return values
  }

  /// A table of numbers that a rule judges by.
  public func table(_ code: RuleCode, _ parameter: String) -> [String: Double] {
    guard case .table(let values)? = profile.rules[code]?.parameters[parameter]?.value else {
      return [:]
    }
    return values
  }

  /// A text that a rule judges by.
  public func text(_ code: RuleCode, _ parameter: String) -> String? {
    guard case .text(let value)? = profile.rules[code]?.parameters[parameter]?.value else {
      return nil
    }
    return value
  }

  /// Words that a rule gives for one of its outcomes: the note of a parameter.
  public func words(_ code: RuleCode, _ parameter: String) -> LocalText? {
    profile.rules[code]?.parameters[parameter]?.note
  }
}

extension RuleBook {
  /// Whether a list of a rule has a class, or one above it.
  func lists(_ code: RuleCode, _ parameter: String, _ landUseCode: String) -> Bool {
    list(code, parameter).contains { landUseCode.hasPrefix($0) }
  }
}
