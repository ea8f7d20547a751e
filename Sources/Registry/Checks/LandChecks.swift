public import Answers
public import Exchange
internal import Foundation
internal import Intake
public import Planning
internal import Projection
internal import Storage
public import Terms
internal import Topology

/// A register held against rules, and what was said of the findings.
public struct LandChecks: LandQuestions {
  let register: LandRegister

  /// Holds the register against rules, from one state of it.
  ///
  /// A shape that cannot be worked with is a finding and never ends the check. Findings that were
  /// accepted by the moment asked about say so.
  ///
  /// - Throws: ``RegisterError`` where the register cannot be read.
  public func run(
    _ request: CheckRequest, progress: @escaping (CheckStep) -> Void = { _ in }
  ) throws -> CheckReport {
    // Taken before the register is read: what is recorded meanwhile is not claimed to be known.
    let now = Moment.clock
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

  /// All that was said of findings that are let pass, in the order in which it was recorded.
  public func acceptances(at moment: Moment = .now) throws -> [FindingAcceptance] {
    try store.read { try $0.acceptances(at: moment) }
  }

  /// Lets a finding pass from now on.
  ///
  /// - Throws: ``RegisterError`` `busy`, `readOnly`.
  public func accept(
    _ finding: Finding, reason: String, author: String
  ) throws -> FindingAcceptance {
    try store.record(
      FindingAcceptance(
        finding: finding.id, reason: reason, author: author, recordedAt: "",
        squareMetres: finding.squareMetres, rule: finding.code.rawValue,
        subject: finding.subjects.map(\.name).joined(separator: "、")))
  }

  /// Takes an acceptance back; what was said before stays on record.
  public func withdraw(
    _ acceptance: FindingAcceptance, reason: String, author: String
  ) throws -> FindingAcceptance {
    var withdrawal = acceptance
    withdrawal.reason = reason
    withdrawal.author = author
    withdrawal.isWithdrawn = true
    return try store.record(withdrawal)
  }

  /// Writes a report of a check as a page of HTML, with a drawing of each finding that has a shape.
  ///
  /// - Parameters:
  ///   - report: the report.
  ///   - moment: the moment that was asked about.
  ///   - language: the page's language.
  ///   - options: how long it may become, and the command that repeats it; documents and files are
  ///     filled in from the register.
  ///   - sink: takes the bytes in order.
  /// - Throws: ``RegisterError``, ``ShapeExportFault``, and what `sink` throws.
  public func writePage(
    of report: CheckReport, at moment: Moment = .now, _ language: Language,
    _ options: CheckReportPage.Options = CheckReportPage.Options(),
    to sink: ([UInt8]) throws -> Void
  ) throws {
    var options = options
    if let epsg = report.epsg { options.isGeographic = !(try Systems.system(epsg).isProjected) }
    try store.read { reader in
      options.sources = try reader.publicationSources(at: moment)
      let surroundings = FindingSurroundings(reader, report, isOfNow: moment.isNow)
      try CheckReportPage(report, language, options)
        .write(context: surroundings.context, to: sink)
    }
  }
}

extension CheckRun {
  /// What was found, by severity, rule and subject.
  func report(told moment: Moment) -> CheckReport {
    var report = CheckReport(scope: rules.scope, moment: moment, profile: rules.profile)
    report.parcelCount = counts.parcels
    report.boundaryCount = land.count
    report.documentCount = counts.documents
    report.layers = layers.used
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

/// The profiles of rules that a check can be asked with.
public enum RuleProfiles {
  /// The standard profile, which the program carries in itself.
  public static func standard() throws(RuleProfileFault) -> RuleProfile {
    try RuleProfileReader.standard()
  }

  /// A bureau's own profile over the standard one; the standard one where no file is named.
  public static func profile(_ file: String?) throws(RuleProfileFault) -> RuleProfile {
    let standard = try RuleProfileReader.standard()
    guard let file else { return standard }
    return try RuleProfileReader.read(file: file, over: standard)
  }
}
