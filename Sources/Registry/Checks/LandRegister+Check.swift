public import Answers
internal import Foundation
internal import Planning
internal import Projection
internal import Storage
internal import Topology

extension LandRegister {
  /// Holds the register against rules, from one state of it.
  ///
  /// A shape that cannot be worked with is a finding and never ends the check. Findings that were
  /// accepted by the moment asked about say so.
  ///
  /// - Throws: ``RegisterError`` where the register cannot be read.
  public func check(
    _ request: CheckRequest, progress: @escaping (CheckStep) -> Void = { _ in }
  ) throws -> CheckReport {
    // Taken before the register is read: what is recorded meanwhile is not claimed to be known.
    let now = Int(Date().timeIntervalSince1970 * 1_000)
    return try store.read { reader in
      var run = try CheckRun(reader, request, progress: progress)
      try run.run(path)
      var report = run.report(told: request.moment.told(atMillisecondsSince1970: now))
      report.register = path
      report.counties = try reader.counties()
      report.versions = [
        "GEOS": GeometryEngine.version, "PROJ": ProjectionLibrary.version,
        "SQLite": LandRegister.databaseVersion ?? "",
      ]
      report.accept(try reader.acceptances(at: request.moment))
      return report
    }
  }
}

extension CheckRun {
  /// What was found, by severity, rule and subject.
  func report(told moment: Moment) -> CheckReport {
    var report = CheckReport(scope: rules.scope, moment: moment, profile: rules.profile)
    report.parcelCount = parcelCount
    report.boundaryCount = land.count
    report.documentCount = documentCount
    report.layers = usedLayers
    report.epsg = epsg
    let found = findings.findings.filter(isAsked)
    var counts: [RuleCode: Int] = [:]
    for finding in found { counts[finding.code, default: 0] += 1 }
    report.outcomes = RuleCode.allCases.compactMap { code in
      guard let rule = rules[code] else { return nil }
      var tally = findings.tallies[code] ?? FindingCollector.Tally()
      tally.findings = counts[code] ?? 0
      return CheckReport.Outcome(rule: rule, tally: tally)
    }
    let order = Dictionary(
      uniqueKeysWithValues: RuleCode.allCases.enumerated().map { ($0.element, $0.offset) })
    report.findings = found.map { finding in
      (
        finding: finding, rank: order[finding.code] ?? 0,
        key: finding.subjects.map(\.key) + [finding.detail]
      )
    }.sorted { a, b in
      guard a.finding.severity == b.finding.severity else {
        return a.finding.severity > b.finding.severity
      }
      return a.rank == b.rank ? a.key.lexicographicallyPrecedes(b.key) : a.rank < b.rank
    }.map(\.finding)
    return report
  }
}
