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

  /// By what a stated area is held against that of a boundary: the parameters of `area_differs`.
  public var areaGrades: AreaComparison.Grades {
    let parameters = rules[.areaDiffers]?.parameters ?? [:]
    func number(_ name: String) -> Double {
      if case .number(let value)? = parameters[name]?.value { value } else { .nan }
    }
    return AreaComparison.Grades(
      squareMetres: number("tolerance_m2"), warningAbove: number("warning_percent") / 100,
      errorAbove: number("error_percent") / 100,
      ratioTolerance: number("unit_ratio_percent") / 100)
  }

  /// The rules in the order of ``RuleCode``.
  public var orderedRules: [Rule] { RuleCode.allCases.compactMap { rules[$0] } }
}

/// When an overlap or a gap is so thin that it comes from drawing, not from land.
///
/// Source: the practice of plan review in Beijing (area at most 10 m² and area over perimeter at
/// most 0.05 m); the numbers are data of the profile.
public struct SliverThresholds: Hashable, Sendable, Codable {
  /// At most so many square metres.
  public var area: Double
  /// At most so many metres of area over perimeter: half the width of a long strip.
  public var areaOverPerimeter: Double

  /// Thresholds in square metres and metres.
  public init(area: Double, areaOverPerimeter: Double) {
    self.area = area
    self.areaOverPerimeter = areaOverPerimeter
  }

  /// Whether a shape of an area and a perimeter, in square metres and metres, is a sliver.
  public func isSliver(area: Double, perimeter: Double) -> Bool {
    area <= self.area && area <= areaOverPerimeter * perimeter
  }

  enum CodingKeys: String, CodingKey {
    case area = "area_m2"
    case areaOverPerimeter = "area_over_perimeter_m"
  }
}

/// How a parcel over several zones is given one, or several: written and tunable, never silent. The
/// shares are shown beside.
///
/// A zone is assigned where it covers at least a share of the parcel, or where at least a share of
/// the zone lies in the parcel; the largest first, at most so many. Where no zone reaches a share the
/// one that covers most is assigned. Two zones whose shares differ by less than the tie are tied and
/// both are named.
///
/// Source: the practice of New York's zoning tax lot database.
public struct ZoneAssignmentRule: Hashable, Sendable, Codable {
  /// A zone that covers at least so many percent of the parcel is assigned.
  public var shareOfParcel: Double
  /// A zone of which at least so many percent lie in the parcel is assigned.
  public var shareOfZone: Double
  /// Shares that differ by less than so many percent are tied.
  public var tie: Double
  /// At most so many zones are assigned.
  public var limit: Int

  /// A rule, in percent.
  public init(shareOfParcel: Double, shareOfZone: Double, tie: Double, limit: Int) {
    self.shareOfParcel = shareOfParcel
    self.shareOfZone = shareOfZone
    self.tie = tie
    self.limit = limit
  }

  enum CodingKeys: String, CodingKey {
    case shareOfParcel = "share_of_parcel_percent"
    case shareOfZone = "share_of_zone_percent"
    case tie = "tie_percent"
    case limit
  }
}

/// What is wrong with a file of rules, and where.
public struct RuleProfileFault: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The file is not there or may not be opened. Seen: why.
    case unreadable
    /// The file is larger than a file of rules may be. Seen: the limit.
    case tooLarge = "too_large"
    /// The file is no text.
    case notText = "not_text"
    /// The text is no YAML. Seen: what the parser says.
    case notYAML = "not_yaml"
    /// The text uses anchors, aliases or very deep nesting, which are not read.
    case notPlain = "not_plain"
    /// A key that is needed is missing.
    case missing
    /// No such key is known here. Allowed: those that are.
    case unknownKey = "unknown_key"
    /// A key or a rule stands twice.
    case duplicate
    /// The value is of another kind. Allowed: the kind that is expected.
    case wrongType = "wrong_type"
    /// The word is none of those that may stand here. Allowed: those that may.
    case unknownWord = "unknown_word"
    /// No rule has the code. Allowed: the nearest codes.
    case unknownRule = "unknown_rule"
    /// A text, a list or a mapping is empty.
    case empty
    /// The number is negative, not finite, or not possible here. Allowed: what is.
    case outOfRange = "out_of_range"
    /// A message names a value that findings of the rule do not have. Allowed: those they have.
    case unknownValue = "unknown_value"
    /// A parameter has another unit than the rule's. Allowed: the rule's.
    case otherUnit = "other_unit"
  }

  /// The file.
  public var file: String
  /// The line, counted from 1; `nil` where it concerns the whole file.
  public var line: Int?
  /// The key: `coverage_overlap.parameters.minimum_m2`; empty where it concerns the whole file.
  public var key: String
  /// What is wrong.
  public var reason: Reason
  /// What stands there.
  public var seen: String
  /// What may stand there.
  public var allowed: [String]

  /// A fault.
  public init(
    file: String, line: Int? = nil, key: String = "", reason: Reason, seen: String = "",
    allowed: [String] = []
  ) {
    self.file = file
    self.line = line
    self.key = key
    self.reason = reason
    self.seen = seen
    self.allowed = allowed
  }
}
