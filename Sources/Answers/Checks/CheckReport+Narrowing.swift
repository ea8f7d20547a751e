public import Planning

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
