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

  private enum CodingKeys: String, CodingKey {
    case code, family, scopes, title, about, message, advice, values, severity, parameters, source
    case inForce = "in_force"
    case responsibility, enabled, examples
  }

  /// Writes the rule; a stage at which it is not asked is left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rule.code, forKey: .code)
    try container.encode(rule.family, forKey: .family)
    try container.encode(
      CheckScope.allCases.filter { rule.scopes.contains($0) }, forKey: .scopes)
    try container.encode(rule.title, forKey: .title)
    try container.encode(rule.about, forKey: .about)
    try container.encode(rule.message, forKey: .message)
    try container.encode(rule.advice, forKey: .advice)
    try container.encode(rule.values, forKey: .values)
    try container.encode(
      Dictionary(uniqueKeysWithValues: rule.severities.map { ($0.key.rawValue, $0.value) }),
      forKey: .severity)
    try container.encode(rule.parameters, forKey: .parameters)
    try container.encode(rule.source, forKey: .source)
    if rule.inForceFrom != nil || rule.inForceUntil != nil {
      try container.encode(
        Force(from: rule.inForceFrom, until: rule.inForceUntil), forKey: .inForce)
    }
    try container.encode(rule.responsibility, forKey: .responsibility)
    try container.encode(rule.isEnabled, forKey: .enabled)
    try container.encode(
      Examples(passes: rule.passingExample, fails: rule.failingExample), forKey: .examples)
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

  private enum CodingKeys: String, CodingKey {
    case name, version, digest, slivers, zones, rules
    case sliverSource = "slivers_source"
    case zoneSource = "zones_source"
  }

  /// Writes name, version and digest, the thresholds that all rules share, and the rules.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(profile.name, forKey: .name)
    try container.encode(profile.version, forKey: .version)
    try container.encode(profile.digest, forKey: .digest)
    try container.encode(profile.slivers, forKey: .slivers)
    try container.encodeIfPresent(profile.sliverSource, forKey: .sliverSource)
    try container.encode(profile.zones, forKey: .zones)
    try container.encodeIfPresent(profile.zoneSource, forKey: .zoneSource)
    try container.encode(rules.map(RuleRecord.init), forKey: .rules)
  }
}
