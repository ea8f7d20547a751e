/// A set of rules with their thresholds: the one that the program carries, changed where a bureau's
/// own profile says so.
public struct RuleProfile: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// Its version.
  public var version: String
  /// The SHA-256 of all it was read from, in hexadecimal: what a report names.
  public var digest: String
  /// When an overlap is a sliver.
  public var slivers: SliverThresholds
  /// How a parcel over several zones is given one.
  public var zones: ZoneAssignmentRule
  /// Where the thresholds of slivers come from.
  public var sliverSource: LocalText?
  /// Where the rule of zones comes from.
  public var zoneSource: LocalText?
  /// By how many percent the land of an accepted finding may grow before it counts again.
  public var acceptanceGrowth = 1.0
  /// The rules, each once.
  public var rules: [RuleCode: Rule]

  /// A profile.
  public init(
    name: String, version: String, digest: String, slivers: SliverThresholds,
    zones: ZoneAssignmentRule, rules: [RuleCode: Rule]
  ) {
    self.name = name
    self.version = version
    self.digest = digest
    self.slivers = slivers
    self.zones = zones
    self.rules = rules
  }

  /// The rules in the order of ``RuleCode``.
  public var orderedRules: [Rule] { RuleCode.allCases.compactMap { rules[$0] } }
}
