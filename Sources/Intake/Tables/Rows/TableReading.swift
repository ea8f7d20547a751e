import Planning

/// What a table gives.
struct TableReading {
  var drafts: [(draft: Draft, line: Int, lastLine: Int)] = []
  var totals: [AreaTotal] = []
  var sites: [HazardSite] = []
  var findings: [(fact: Diagnostic.Fact, severity: Diagnostic.Severity, line: Int)] = []
  /// Whether its rows are single pieces of land (else they are sums by use).
  var isList = false

  var isEmpty: Bool { drafts.isEmpty && totals.isEmpty && sites.isEmpty }
}
