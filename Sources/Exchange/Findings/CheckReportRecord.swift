public import Answers
internal import Characters
public import Planning

/// All of a report but its findings, as JSON.
struct CheckReportRecord: Encodable {
  let report: CheckReport

  func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("register", report.register)
    try json("scope", report.scope)
    try json("as_of", report.moment.asOf)
    try json("known_at", report.moment.knownAt)
    try json("profile", Profile(profile: report.profile))
    try json("counties", report.counties)
    try json("counts", CheckCounts(report))
    try json("crs", report.epsg.map { "EPSG:\($0)" })
    try json("layers", report.layers)
    try json("versions", report.versions)
    try json("rules", report.outcomes.map(OutcomeRecord.init))
  }

  private struct Profile: Encodable {
    let profile: RuleProfile

    func encode(to encoder: any Encoder) throws {
      var json = JSONMembers(encoder)
      try json("name", profile.name)
      try json("version", profile.version)
      try json("sha256", profile.digest)
      try json("slivers", profile.slivers)
    }
  }
}

/// How much of everything a report has.
public struct CheckCounts: Hashable, Sendable, Encodable {
  /// Parcels looked at.
  public var parcels: Int
  /// Of those, parcels with a boundary.
  public var boundaries: Int
  /// Documents looked at.
  public var documents: Int
  /// All findings.
  public var findings: Int
  /// Findings that somebody has accepted.
  public var accepted = 0
  /// Findings that count, by severity.
  public var open: [Diagnostic.Severity: Int] = [:]
  /// Rules that could be asked of nothing at all.
  public var rulesNotChecked: Int

  /// The counts of a report.
  public init(_ report: CheckReport) {
    parcels = report.parcelCount
    boundaries = report.boundaryCount
    documents = report.documentCount
    findings = report.findings.count
    rulesNotChecked = report.outcomes.count { $0.verdict == .notChecked }
    for finding in report.findings {
      if finding.acceptance == nil {
        open[finding.severity, default: 0] += 1
      } else {
        accepted += 1
      }
    }
  }

  /// Writes the counts; every severity has one.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("parcels", parcels)
    try json("boundaries", boundaries)
    try json("documents", documents)
    try json("findings", findings)
    try json("accepted", accepted)
    let bySeverity = Diagnostic.Severity.allCases.map { ($0.rawValue, open[$0] ?? 0) }
    try json("open", Dictionary(uniqueKeysWithValues: bySeverity))
    try json("rules_not_checked", rulesNotChecked)
  }
}

/// What was asked of one rule, as JSON.
private struct OutcomeRecord: Encodable {
  let outcome: CheckReport.Outcome

  func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    let (rule, tally) = (outcome.rule, outcome.tally)
    try json("code", rule.code)
    try json("family", rule.family)
    try json("title", rule.title)
    try json(
      "severity",
      Dictionary(uniqueKeysWithValues: rule.severities.map { ($0.key.rawValue, $0.value) }))
    try json("responsibility", rule.responsibility)
    try json("parameters", rule.parameters.mapValues(\.value))
    try json("verdict", outcome.verdict)
    try json("checked", tally.checked)
    try json(
      "not_checked",
      Dictionary(uniqueKeysWithValues: tally.notChecked.map { ($0.key.key, $0.value) }))
    try json("findings", tally.findings)
  }
}
