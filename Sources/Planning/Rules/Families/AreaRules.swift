internal import Terms

/// Areas: stated against computed, totals against members, plan totals against parcels.
public struct AreaRules: RuleSet {
  private var plans = PlanTotals()
  /// Those of the profile, found out once.
  private var grades: AreaComparison.Grades?

  /// Nothing was judged yet.
  public init() {}

  /// Judges a parcel.
  public mutating func judge(_ parcel: CheckedParcel, into findings: inout FindingCollector) {
    let grades = grades ?? findings.book.profile.areaGrades
    self.grades = grades
    AreaRules.compareWithBoundary(parcel, by: grades, into: &findings)
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
    _ parcel: CheckedParcel, by grades: AreaComparison.Grades,
    into findings: inout FindingCollector
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
    let comparison = AreaComparison(stated: stated, computed: computed, by: grades)
    let difference = abs(stated - computed)
    guard difference > grades.squareMetres else { return }
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

/// The areas that acts on a parcel state, against that of the plan and against each other.
struct ActAreas {
  private let parcel: CheckedParcel
  private let code = RuleCode.areaActDiffers

  init(_ parcel: CheckedParcel) { self.parcel = parcel }

  /// One finding for each act that differs from the plan, and for each supply that differs from the
  /// reserve before it.
  func judge(into findings: inout FindingCollector) {
    guard findings.book.asks(code) else { return }
    let acts = parcel.record.transactions.filter {
      $0.fact.isSupply
        || $0.fact.kind.documentKind == .reserve && $0.fact.counts
    }
    guard !acts.isEmpty else { return }
    let plans = parcel.statements.filter { $0.fact.area != nil }
    var compared = 0
    for (index, act) in acts.enumerated() where act.fact.area != nil {
      if let plan = inForce(plans, at: act) {
        compared += 1
        compare(act, with: plan.fact.area, of: plan.source, isReserve: false, into: &findings)
      }
      guard act.fact.isSupply,
        let reserve = acts[..<index].last(where: {
          $0.fact.kind.documentKind == .reserve && $0.fact.area != nil
        })
      else { continue }
      compared += 1
      compare(act, with: reserve.fact.area, of: reserve.source, isReserve: true, into: &findings)
    }
    if compared > 0 { findings.checked(code) } else { findings.notChecked(code, .notStated) }
  }

  /// The plan's statement that an act goes by: the last that is not later than the act; where all
  /// are, the first.
  private func inForce(
    _ plans: [RegisterFact<ParcelStatement>], at act: TransactionRecord
  ) -> RegisterFact<ParcelStatement>? {
    plans.last { !DocumentReference.precedes(act.source, $0.source) } ?? plans.first
  }

  private func compare(
    _ act: TransactionRecord, with other: StatedArea?, of source: DocumentReference,
    isReserve: Bool, into findings: inout FindingCollector
  ) {
    guard let area = act.fact.area?.squareMetres, let other = other?.squareMetres else { return }
    let difference = abs(area - other)
    guard difference > findings.allowedDifference(code, of: other) else { return }
    var severity: Diagnostic.Severity?
    var hint = LocalText("", "")
    let tolerance = findings.book.number(code, "unit_ratio_percent") / 100
    if let ratio = AreaComparison.unitRatio(area, other, tolerance: tolerance) {
      severity = .error
      hint = AreaRules.unitHint(ratio)
    }
    let share = other > 0 ? difference / other * 100 : 100
    findings.add(
      code, at: parcel.stage, severity: severity, subjects: [parcel.subject],
      values: [
        "parcel": .text(parcel.record.label), "act": .act(act.fact.kind),
        "document": .text(act.source.name), "stated": .squareMetres(area),
        "other": .words(
          isReserve ? LocalText("储备时", "its reserve") : LocalText("规划", "the plan")),
        "other_document": .text(source.name), "other_area": .squareMetres(other),
        "difference": .squareMetres(difference), "share": .percent(share), "hint": .words(hint),
      ]
    ) { finding in
      finding.detail = [act.source.name, source.name].joined(separator: "|")
      finding.squareMetres = difference
      finding.share = share
      finding.sources = [act.source, source]
    }
  }
}
