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

extension Finding {
  /// Whether it is about a parcel of one of some plots, by their keys.
  public func isAbout(plots keys: Set<String>) -> Bool {
    subjects.contains { subject in
      subject.kind == .parcel && PlotKey.ofNumber(subject.label).map(keys.contains) == true
    }
  }
}

extension CheckReport {
  /// The report of the same check with findings of some rules or about some parcels alone. The counts
  /// still speak of all that was looked at; of some parcels only rules that found something are told,
  /// for nothing is known here of what else they were asked of.
  ///
  /// - Parameters:
  ///   - codes: only these rules; `nil` for all.
  ///   - parcels: only findings about parcels of these numbers; all where it is empty.
  public func narrowed(to codes: Set<RuleCode>?, parcels: [String]) -> CheckReport {
    var report = self
    if let codes {
      report.outcomes.removeAll { !codes.contains($0.rule.code) }
      report.findings.removeAll { !codes.contains($0.code) }
    }
    let keys = Set(parcels.compactMap(PlotKey.ofNumber))
    guard !keys.isEmpty else { return report }
    report.findings.removeAll { !$0.isAbout(plots: keys) }
    var counts: [RuleCode: Int] = [:]
    for finding in report.findings { counts[finding.code, default: 0] += 1 }
    for index in report.outcomes.indices {
      report.outcomes[index].tally.findings = counts[report.outcomes[index].rule.code] ?? 0
    }
    report.outcomes.removeAll { $0.tally.findings == 0 }
    return report
  }

  /// The report with the findings that are to be shown.
  public func showing(from severity: Diagnostic.Severity, withAccepted: Bool) -> CheckReport {
    var report = self
    report.findings = findings.filter {
      $0.severity >= severity && (withAccepted || $0.acceptance == nil)
    }
    return report
  }
}

extension CheckReport {
  /// Lets findings pass that somebody has accepted, unless their land has grown since.
  ///
  /// - Parameter acceptances: all that was said, in its order; of one finding the last counts.
  public mutating func accept(_ acceptances: [FindingAcceptance]) {
    var last: [String: FindingAcceptance] = [:]
    for acceptance in acceptances { last[acceptance.finding] = acceptance }
    guard !last.isEmpty else { return }
    for index in findings.indices {
      guard let acceptance = last[findings[index].id], !acceptance.isWithdrawn else { continue }
      if acceptance.holds(for: findings[index], growth: profile.acceptanceGrowth) {
        findings[index].acceptance = acceptance
      } else {
        findings[index].outgrown = acceptance
      }
    }
  }
}

extension FindingAcceptance {
  /// Whether a finding's land has not grown by more than a share since it was accepted.
  ///
  /// - Parameter growth: in percent of the land then.
  public func holds(for finding: Finding, growth: Double) -> Bool {
    guard let then = squareMetres, let now = finding.squareMetres else { return true }
    return now <= then * (1 + growth / 100)
  }
}
