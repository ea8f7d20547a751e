public import Answers
public import Planning

/// All of a report but its findings, as JSON.
struct CheckReportRecord: Encodable {
  let report: CheckReport

  enum CodingKeys: String, CodingKey {
    case register, scope, profile, counties, counts, crs, layers, versions, rules
    case asOf = "as_of"
    case knownAt = "known_at"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(report.register, forKey: .register)
    try container.encode(report.scope, forKey: .scope)
    try container.encodeIfPresent(report.moment.asOf, forKey: .asOf)
    try container.encodeIfPresent(report.moment.knownAt, forKey: .knownAt)
    try container.encode(Profile(profile: report.profile), forKey: .profile)
    try container.encode(report.counties, forKey: .counties)
    try container.encode(CheckCounts(report), forKey: .counts)
    try container.encodeIfPresent(report.epsg.map { "EPSG:\($0)" }, forKey: .crs)
    try container.encode(report.layers, forKey: .layers)
    try container.encode(report.versions, forKey: .versions)
    try container.encode(report.outcomes.map(OutcomeRecord.init), forKey: .rules)
  }

  private struct Profile: Encodable {
    let profile: RuleProfile

    enum CodingKeys: String, CodingKey {
      case name, version
      case digest = "sha256"
      case slivers
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(profile.name, forKey: .name)
      try container.encode(profile.version, forKey: .version)
      try container.encode(profile.digest, forKey: .digest)
      try container.encode(profile.slivers, forKey: .slivers)
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

  enum CodingKeys: String, CodingKey {
    case parcels, boundaries, documents, findings, accepted, open
    case rulesNotChecked = "rules_not_checked"
  }

  /// Writes the counts; every severity has one.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(parcels, forKey: .parcels)
    try container.encode(boundaries, forKey: .boundaries)
    try container.encode(documents, forKey: .documents)
    try container.encode(findings, forKey: .findings)
    try container.encode(accepted, forKey: .accepted)
    let bySeverity = Diagnostic.Severity.allCases.map { ($0.rawValue, open[$0] ?? 0) }
    try container.encode(Dictionary(uniqueKeysWithValues: bySeverity), forKey: .open)
    try container.encode(rulesNotChecked, forKey: .rulesNotChecked)
  }
}

/// What was asked of one rule, as JSON.
private struct OutcomeRecord: Encodable {
  let outcome: CheckReport.Outcome

  enum CodingKeys: String, CodingKey {
    case code, family, title, severity, responsibility, parameters, verdict, checked, findings
    case notChecked = "not_checked"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    let (rule, tally) = (outcome.rule, outcome.tally)
    try container.encode(rule.code, forKey: .code)
    try container.encode(rule.family, forKey: .family)
    try container.encode(rule.title, forKey: .title)
    try container.encode(
      Dictionary(uniqueKeysWithValues: rule.severities.map { ($0.key.rawValue, $0.value) }),
      forKey: .severity)
    try container.encode(rule.responsibility, forKey: .responsibility)
    try container.encode(rule.parameters.mapValues(\.value), forKey: .parameters)
    try container.encode(outcome.verdict, forKey: .verdict)
    try container.encode(tally.checked, forKey: .checked)
    try container.encode(
      Dictionary(uniqueKeysWithValues: tally.notChecked.map { ($0.key.key, $0.value) }),
      forKey: .notChecked)
    try container.encode(tally.findings, forKey: .findings)
  }
}
