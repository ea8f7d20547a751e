/// Areas: stated against computed, totals against members, plan totals against parcels.
public struct AreaRules: Sendable {
  private var plans = PlanTotals()

  /// Nothing was judged yet.
  public init() {}

  /// Judges a parcel.
  public mutating func judge(_ parcel: CheckedParcel, into findings: inout FindingCollector) {
    AreaRules.compareWithBoundary(parcel, into: &findings)
    if !parcel.record.transactions.isEmpty { ActAreas(parcel).judge(into: &findings) }
    if findings.book.asks(.areaPlanTotal) { plans.take(parcel) }
  }

  /// Judges a document.
  public mutating func judge(_ document: CheckedDocument, into findings: inout FindingCollector) {
    AreaRules.compareTotals(document, into: &findings)
    if findings.book.asks(.areaPlanTotal) { plans.take(document) }
  }

  /// Judges what needs all parcels and documents, once they were seen.
  public mutating func finish(into findings: inout FindingCollector) {
    plans.judge(into: &findings)
  }

  // MARK: - Stated against computed

  /// The stated area against the plane area of the boundary, by ``AreaComparison``: its severity is
  /// the finding's, where the boundary is schematic no more than a warning.
  private static func compareWithBoundary(
    _ parcel: CheckedParcel, into findings: inout FindingCollector
  ) {
    let code = RuleCode.areaDiffers
    guard findings.book.asks(code) else { return }
    let record = parcel.record
    guard let boundary = record.boundary else { return findings.notChecked(code, .noBoundary) }
    guard let stated = record.values.area?.squareMetres else {
      return findings.notChecked(code, .notStated)
    }
    guard boundary.isValid, let computed = boundary.squareMetres else {
      return findings.notChecked(code, .invalidShape)
    }
    findings.checked(code)
    let comparison = AreaComparison(stated: stated, computed: computed)
    let difference = abs(stated - computed)
    guard difference > findings.book.number(code, "tolerance_m2") else { return }
    var severity: Diagnostic.Severity
    var hint = LocalText("", "")
    switch comparison.outcome {
    case .equal: return
    case .differs(let found): severity = found
    case .unitSuspect(let ratio):
      severity = .error
      hint = AreaRules.unitHint(ratio)
    }
    if boundary.isSchematic { severity = min(severity, .warning) }
    let share = computed > 0 ? difference / computed * 100 : 100
    findings.add(
      code, at: parcel.stage, severity: severity, subjects: [parcel.subject],
      values: [
        "parcel": .text(record.label), "stated": .squareMetres(stated),
        "computed": .squareMetres(computed), "difference": .squareMetres(difference),
        "share": .percent(share), "hint": .words(hint),
      ]
    ) { finding in
      finding.squareMetres = difference
      finding.share = share
      finding.isSchematic = boundary.isSchematic
      let source = record.sources["area_m2"].flatMap { $0.place.file == boundary.file ? nil : $0 }
      finding.sources = [source, boundary.reference].compactMap(\.self)
    }
  }

  /// What a ratio that betrays a unit is told as.
  static func unitHint(_ ratio: String) -> LocalText {
    LocalText(
      "；前者约为后者的 \(ratio) 倍，疑为单位写错",
      "; the first is about \(ratio) times the second, as where a unit is mistaken")
  }

  // MARK: - Totals against members

  /// The totals of a document against the parcels or acts that they sum, by ``TotalComparison``.
  /// Reserve documents have a rule of their own.
  private static func compareTotals(
    _ document: CheckedDocument, into findings: inout FindingCollector
  ) {
    let code = RuleCode.areaTotalMembers
    guard document.document.kind != .reserve, !document.document.totals.isEmpty,
      findings.book.asks(code)
    else { return }
    let comparisons = TotalComparison.comparisons(
      of: document.document, tolerance: findings.book.totalTolerance(code))
    findings.checked(code, count: comparisons.count)
    findings.notChecked(
      code, .notStated, count: document.document.totals.count - comparisons.count)
    for comparison in comparisons where comparison.differs {
      findings.add(comparison, of: document, code)
    }
  }
}

extension RuleBook {
  /// By how much members may differ from a total, as a rule has it.
  func totalTolerance(_ code: RuleCode) -> TotalComparison.Tolerance {
    TotalComparison.Tolerance(
      squareMetres: number(code, "tolerance_m2"), share: number(code, "tolerance_percent") / 100)
  }
}

extension FindingCollector {
  /// Adds that members do not add up to a total of their document.
  mutating func add(
    _ comparison: TotalComparison, of document: CheckedDocument, _ code: RuleCode
  ) {
    let total = comparison.total
    let difference = comparison.sum - total.area.squareMetres
    let name = total.landUseName ?? total.name ?? ""
    add(
      code, at: .approved, severity: comparison.isPartial ? .info : nil,
      subjects: [document.subject],
      values: [
        "document": .text(document.reference.name), "total": .text(name),
        "stated": .squareMetres(total.area.squareMetres), "sum": .squareMetres(comparison.sum),
        "count": .count(comparison.memberCount), "difference": .squareMetres(abs(difference)),
      ]
    ) { finding in
      finding.detail = [name, total.plan ?? ""].joined(separator: "|")
      finding.squareMetres = abs(difference)
      finding.sources = [document.reference.at(total.place)]
    }
  }
}
