/// The totals of a reserve document against what it reserves.
///
/// A plan's total is the sum of its parcels. A document that adjusts a plan prints the total before
/// (原储备总量), what it adds, and the total after (调整后储备总量): the first two must make the third.
struct ReserveTotals {
  private let document: CheckedDocument
  private let code = RuleCode.reserveTotal

  init(_ document: CheckedDocument) { self.document = document }

  func judge(into findings: inout FindingCollector) {
    let said = document.document
    guard findings.book.asks(code), !said.totals.isEmpty else { return }
    let volumes = said.totals.filter { $0.name?.hasSuffix("储备总量") == true }
    if !volumes.isEmpty { judgeAdjustment(volumes, into: &findings) }
    let others = said.totals.count - volumes.count
    guard others > 0 else { return }
    let comparisons = TotalComparison.comparisons(
      of: said, tolerance: findings.book.totalTolerance(code))
    findings.checked(code, count: comparisons.count)
    if others > comparisons.count {
      findings.notChecked(code, .notStated, count: others - comparisons.count)
    }
    for comparison in comparisons where comparison.differs {
      let name = comparison.total.landUseName ?? comparison.total.name ?? ""
      add(
        name, comparison.total, expected: comparison.sum, count: comparison.memberCount,
        basis: LocalText("所列各宗之和", "the sum of what it lists"), into: &findings)
    }
  }

  /// The total after an adjustment, against the total before and what is added. Land that is struck
  /// out of a plan is not among a document's acts, so a total that is less than expected is told as
  /// an information.
  private func judgeAdjustment(_ volumes: [AreaTotal], into findings: inout FindingCollector) {
    let acts = document.document.transactions.filter { $0.kind == .reserve }
    let areas = acts.compactMap { $0.area?.squareMetres }
    let before = volumes.first { $0.name?.hasPrefix("原") == true }
    let after = volumes.last { $0.name?.hasPrefix("调整后") == true }
    let isWholePlan = before == nil && after == nil && volumes.count == 1 && !isAdjustment
    guard areas.count == acts.count, !acts.isEmpty,
      let after = isWholePlan ? volumes.first : after, isWholePlan || before != nil
    else { return findings.notChecked(code, .notStated) }
    findings.checked(code)
    let expected = areas.reduce(0, +) + (before?.area.squareMetres ?? 0)
    let difference = after.area.squareMetres - expected
    guard abs(difference) > findings.allowedDifference(code, of: after.area.squareMetres) else {
      return
    }
    let basis =
      isWholePlan
      ? LocalText("所列各宗之和", "the sum of what it lists")
      : LocalText("原总量与本次增加之和", "the total before and what is added")
    add(
      after.name ?? "", after, expected: expected, count: acts.count, basis: basis,
      severity: difference < 0 && !isWholePlan ? .info : nil, into: &findings)
  }

  private var isAdjustment: Bool {
    ["调整", "增加", "追加", "增补", "核减", "调出"].contains { document.document.title.contains($0) }
  }

  private func add(
    _ name: String, _ total: AreaTotal, expected: Double, count: Int, basis: LocalText,
    severity: Diagnostic.Severity? = nil, into findings: inout FindingCollector
  ) {
    let difference = abs(total.area.squareMetres - expected)
    findings.add(
      code, at: .approved, severity: severity, subjects: [document.subject],
      values: [
        "document": .text(document.reference.name), "total": .text(name),
        "stated": .squareMetres(total.area.squareMetres), "sum": .squareMetres(expected),
        "count": .count(count), "difference": .squareMetres(difference), "basis": .words(basis),
      ]
    ) { finding in
      finding.detail = name
      finding.squareMetres = difference
      finding.sources = [document.reference.at(total.place)]
    }
  }
}
