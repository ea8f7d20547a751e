/// The areas that acts on a parcel state, against that of the plan and against each other.
struct ActAreas {
  private let parcel: CheckedParcel
  private let code = RuleCode.areaActDiffers

  init(_ parcel: CheckedParcel) { self.parcel = parcel }

  /// One finding for each act that differs from the plan, and for each supply that differs from the
  /// reserve before it.
  func judge(into findings: inout FindingCollector) {
    guard findings.book.asks(code) else { return }
    let acts = parcel.record.transactions.filter { $0.fact.kind.documentKind != .reclaim }
    guard !acts.isEmpty else { return }
    let plans = parcel.statements.filter { $0.fact.area != nil }
    var compared = 0
    for (index, act) in acts.enumerated() where act.fact.area != nil {
      if let plan = inForce(plans, at: act) {
        compared += 1
        compare(act, with: plan.fact.area, of: plan.source, isReserve: false, into: &findings)
      }
      guard act.fact.kind.documentKind == .supply,
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
    if case .unitSuspect(let ratio) = AreaComparison(stated: area, computed: other).outcome {
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
