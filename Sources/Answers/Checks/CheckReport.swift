public import Planning

/// What a check found, with all that one must know to repeat it.
public struct CheckReport: Hashable, Sendable {
  /// What was asked of one rule.
  public struct Outcome: Hashable, Sendable {
    /// The rule.
    public var rule: Rule
    /// What was asked, and how many findings there are.
    public var tally: FindingCollector.Tally

    /// An outcome.
    public init(rule: Rule, tally: FindingCollector.Tally) {
      self.rule = rule
      self.tally = tally
    }

    /// Found; checked and none; or not checked, where it could be asked of nothing at all.
    public var verdict: LookupAnswer.Verdict {
      if tally.findings > 0 { return .found }
      return tally.checked > 0 ? .none : .notChecked
    }
  }

  /// The register's file.
  public var register = ""
  /// What was checked.
  public var scope: CheckScope
  /// The moment asked about, as the answer tells it.
  public var moment: Moment
  /// The rules.
  public var profile: RuleProfile
  /// The counties the register speaks of.
  public var counties: [String] = []
  /// How many parcels were looked at, and how many of them have a boundary.
  public var parcelCount = 0
  /// How many parcels have a boundary.
  public var boundaryCount = 0
  /// How many documents were looked at.
  public var documentCount = 0
  /// The layers that were used, with their versions and dates.
  public var layers: [LayerVersion] = []
  /// The coordinate system of the findings' shapes; `nil` where the register has no shapes.
  public var epsg: Int?
  /// Program and libraries with their versions, as in `GEOS: 3.11.1`.
  public var versions: [String: String] = [:]
  /// What was asked of each rule, in the order of ``RuleCode``.
  public var outcomes: [Outcome] = []
  /// What was found: by severity, rule and subject.
  public var findings: [Finding] = []

  /// A report without findings.
  public init(scope: CheckScope, moment: Moment, profile: RuleProfile) {
    self.scope = scope
    self.moment = moment
    self.profile = profile
  }

  /// The findings that count: those nobody has accepted.
  public var openFindings: [Finding] { findings.filter { $0.acceptance == nil } }
}
