internal import Characters
public import Planning

/// A rule as JSON: every text in both languages.
public struct RuleRecord: Encodable, Sendable {
  private let rule: Rule

  /// A rule.
  public init(_ rule: Rule) { self.rule = rule }

  private struct Force: Encodable {
    let from: CalendarDate?
    let until: CalendarDate?
  }

  private struct Examples: Encodable {
    let passes: LocalText?
    let fails: LocalText?
  }

  /// Writes the rule; a stage at which it is not asked is left out.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("code", rule.code)
    try json("family", rule.family)
    try json("scopes", CheckScope.allCases.filter { rule.scopes.contains($0) })
    try json("title", rule.title)
    try json("about", rule.about)
    try json("message", rule.message)
    try json("advice", rule.advice)
    try json("values", rule.values)
    try json(
      "severity",
      Dictionary(uniqueKeysWithValues: rule.severities.map { ($0.key.rawValue, $0.value) }))
    try json("parameters", rule.parameters)
    try json("source", rule.source)
    if rule.inForceFrom != nil || rule.inForceUntil != nil {
      try json("in_force", Force(from: rule.inForceFrom, until: rule.inForceUntil))
    }
    try json("responsibility", rule.responsibility)
    try json("enabled", rule.isEnabled)
    try json("examples", Examples(passes: rule.passingExample, fails: rule.failingExample))
  }
}

/// The rules of a profile as JSON, with what tells the profile from others.
public struct RuleProfileRecord: Encodable, Sendable {
  private let profile: RuleProfile
  private let rules: [Rule]

  /// A profile, and those of its rules that were asked for.
  public init(_ profile: RuleProfile, rules: [Rule]) {
    self.profile = profile
    self.rules = rules
  }

  /// Writes name, version and digest, the thresholds that all rules share, and the rules.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("name", profile.name)
    try json("version", profile.version)
    try json("digest", profile.digest)
    try json("slivers", profile.slivers)
    try json("slivers_source", profile.sliverSource)
    try json("zones", profile.zones)
    try json("zones_source", profile.zoneSource)
    try json("rules", rules.map(RuleRecord.init))
  }
}
