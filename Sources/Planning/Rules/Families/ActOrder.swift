internal import Terms

/// Whether plan, reserve, supply and reclaim of a parcel came in their order.
///
/// Some answers need all documents: whether the register has plans at all, whether an act without a
/// parcel's number speaks of the same land. They are given at the end.
struct ActOrder {
  /// A finding that waits for the end.
  private struct Waiting {
    var parcel: CheckedParcel
    var act: TransactionRecord
  }

  /// An act of a document, with where it is printed.
  private struct DocumentAct {
    var act: LandTransaction
    var county: String?
    var source: DocumentReference
  }

  private var hasPlans = false
  private var nameless: [DocumentAct] = []
  private var reclaims: [DocumentAct] = []
  private var withoutReserve: [Waiting] = []
  private var withoutPlan: [Waiting] = []
  private var withPlanCount = 0
  private var supplied: [Waiting] = []

  /// Takes the acts of a document.
  mutating func take(_ document: CheckedDocument) {
    let said = document.document
    if said.kind == .planApproval, !said.parcels.isEmpty { hasPlans = true }
    for act in said.transactions where act.counts {
      let source = document.reference.at(act.place)
      let own = DocumentAct(act: act, county: document.county, source: source)
      if act.kind.documentKind == .reclaim { reclaims.append(own) }
      if PlotKey.of(act) == nil { nameless.append(own) }
    }
  }

  /// Judges the acts on a parcel.
  mutating func judge(_ parcel: CheckedParcel, into findings: inout FindingCollector) {
    let acts = parcel.record.transactions.filter(\.fact.counts)
    guard acts.contains(where: { $0.fact.kind.documentKind != .reserve }) else { return }
    judgeReclaim(parcel, acts, into: &findings)
    guard let supply = acts.first(where: { $0.fact.kind.documentKind == .supply }) else { return }
    judgeReserve(parcel, acts, into: &findings)
    judgePlan(parcel, supply, into: &findings)
    if parcel.record.status == .supplied || parcel.record.status == .supplyApproved,
      let last = acts.last(where: { $0.fact.kind.documentKind == .supply })
    {
      supplied.append(Waiting(parcel: parcel, act: last))
    }
  }

  /// Gives the answers that waited.
  mutating func finish(into findings: inout FindingCollector) {
    finishReserve(into: &findings)
    finishPlan(into: &findings)
    finishReclaim(into: &findings)
  }

  // MARK: - Reserve

  /// The first supply of a kind that goes by way of the reserve, where no reserve is dated the same
  /// day or earlier. After a reclaim it is another rule's.
  private mutating func judgeReserve(
    _ parcel: CheckedParcel, _ acts: [TransactionRecord], into findings: inout FindingCollector
  ) {
    let code = RuleCode.supplyWithoutReserve
    guard findings.book.asks(code) else { return }
    let kinds = Set(findings.book.list(code, "kinds"))
    guard let supply = acts.first(where: { kinds.contains($0.fact.kind.rawValue) }) else { return }
    guard let date = supply.source.date else { return findings.notChecked(code, .notStated) }
    let isReserved = acts.contains { act in
      act.fact.kind.documentKind == .reserve && act.source.date.map { $0 <= date } ?? true
    }
    let isReclaimed = acts.contains { act in
      act.fact.kind.documentKind == .reclaim && act.source.date.map { $0 <= date } ?? true
    }
    if isReserved || isReclaimed {
      findings.checked(code)
    } else {
      withoutReserve.append(Waiting(parcel: parcel, act: supply))
    }
  }

  private func finishReserve(into findings: inout FindingCollector) {
    let code = RuleCode.supplyWithoutReserve
    for waiting in withoutReserve {
      findings.checked(code)
      let record = waiting.parcel.record
      let area = waiting.act.fact.area ?? record.values.area
      let likely = nameless.first { candidate in
        candidate.act.kind.documentKind == .reserve
          && PlotFolding.compatible(candidate.county, record.county)
          && isSameArea(candidate.act.area, area, code, findings.book)
          && isNotLater(candidate.source, waiting.act.source)
      }
      let hint =
        likely.map {
          LocalText(
            "；\($0.source.name)有一宗面积相同、没有编号的储备，可能就是这宗地",
            "; \($0.source.name) reserves land of the same area without a number, perhaps this")
        } ?? LocalText("", "")
      findings.add(
        code, at: waiting.parcel.stage, severity: likely == nil ? nil : .info,
        subjects: [waiting.parcel.subject],
        values: [
          "parcel": .text(record.label), "act": .act(waiting.act.fact.kind),
          "document": .text(waiting.act.source.name), "hint": .words(hint),
        ]
      ) { finding in
        finding.squareMetres = area?.squareMetres
        finding.sources = [waiting.act.source] + [likely?.source].compactMap(\.self)
      }
    }
  }

  // MARK: - Plan

  private mutating func judgePlan(
    _ parcel: CheckedParcel, _ supply: TransactionRecord, into findings: inout FindingCollector
  ) {
    let code = RuleCode.supplyWithoutPlan
    guard findings.book.asks(code) else { return }
    guard let date = supply.source.date else { return findings.notChecked(code, .notStated) }
    if parcel.statements.contains(where: { $0.source.date.map { $0 <= date } ?? true }) {
      withPlanCount += 1
    } else {
      withoutPlan.append(Waiting(parcel: parcel, act: supply))
    }
  }

  private func finishPlan(into findings: inout FindingCollector) {
    let code = RuleCode.supplyWithoutPlan
    guard hasPlans else {
      let count = withPlanCount + withoutPlan.count
      if count > 0 { findings.notChecked(code, .nothingToCheck, count: count) }
      return
    }
    findings.checked(code, count: withPlanCount + withoutPlan.count)
    for waiting in withoutPlan {
      let later = waiting.parcel.statements.first
      let hint =
        later.map {
          LocalText(
            "；最早的规划依据\($0.source.name)晚于供地", "; the first plan, \($0.source.name), is later")
        } ?? LocalText("", "")
      findings.add(
        code, at: waiting.parcel.stage, subjects: [waiting.parcel.subject],
        values: [
          "parcel": .text(waiting.parcel.record.label), "act": .act(waiting.act.fact.kind),
          "document": .text(waiting.act.source.name), "hint": .words(hint),
        ]
      ) { finding in
        finding.squareMetres = waiting.parcel.record.values.area?.squareMetres
        finding.sources = [waiting.act.source] + [later?.source].compactMap(\.self)
      }
    }
  }

  // MARK: - Reclaim

  /// A supply after a reclaim without a reserve between; and a reclaim beside a supply without date,
  /// of which one cannot tell which holds.
  private func judgeReclaim(
    _ parcel: CheckedParcel, _ acts: [TransactionRecord], into findings: inout FindingCollector
  ) {
    let code = RuleCode.reclaimedStillSupplied
    guard findings.book.asks(code) else { return }
    guard let first = acts.firstIndex(where: { $0.fact.kind.documentKind == .reclaim }) else {
      return
    }
    findings.checked(code)
    var reclaim: TransactionRecord? = acts[first]
    for act in acts[first...] {
      switch act.fact.kind.documentKind {
      case .reclaim: reclaim = act
      case .reserve: reclaim = nil
      case .supply:
        guard let before = reclaim else { continue }
        add(
          parcel, reclaim: (before.fact, before.source), supply: act,
          LocalText("收回后未重新储备即供应", "supplied after the reclaim without a new reserve"),
          into: &findings)
        reclaim = nil
      default: continue
      }
    }
    guard
      let undated = acts.first(where: {
        $0.fact.kind.documentKind == .supply && $0.source.date == nil
      })
    else { return }
    add(
      parcel, reclaim: (acts[first].fact, acts[first].source), supply: undated,
      LocalText("供应依据没有日期，无法判断先后", "the supply has no date, so one cannot tell which holds"),
      into: &findings)
  }

  /// Reclaims under another number, or none, of land that a party still holds by a supply: told by
  /// the same area and party.
  private func finishReclaim(into findings: inout FindingCollector) {
    let code = RuleCode.reclaimedStillSupplied
    guard findings.book.asks(code) else { return }
    for waiting in supplied {
      let act = waiting.act
      let area = act.fact.area ?? waiting.parcel.record.values.area
      let reclaim = reclaims.first { candidate in
        PlotKey.of(candidate.act) != waiting.parcel.facts.key
          && PlotFolding.compatible(candidate.county, waiting.parcel.record.county)
          && RepeatedActs.isSameParty(candidate.act.party, act.fact.party)
          && isSameArea(candidate.act.area, area, code, findings.book)
          && candidate.source.date != nil && act.source.date != nil
          && isNotLater(act.source, candidate.source)
      }
      guard let reclaim else { continue }
      findings.checked(code)
      add(
        waiting.parcel, reclaim: (reclaim.act, reclaim.source), supply: act,
        LocalText(
          "收回依据没有写这个编号，面积和单位相同", "the reclaim names no such number, but area and party are the same"
        ),
        into: &findings)
    }
  }

  private func add(
    _ parcel: CheckedParcel, reclaim: (act: LandTransaction, source: DocumentReference),
    supply: TransactionRecord, _ reason: LocalText, into findings: inout FindingCollector
  ) {
    findings.add(
      .reclaimedStillSupplied, at: parcel.stage, subjects: [parcel.subject],
      values: [
        "parcel": .text(parcel.record.label), "reclaim": .act(reclaim.act.kind),
        "reclaim_document": .text(reclaim.source.name), "act": .act(supply.fact.kind),
        "document": .text(supply.source.name), "reason": .words(reason),
      ]
    ) { finding in
      finding.detail = [reclaim.source.name, supply.source.name].joined(separator: "|")
      finding.squareMetres = (supply.fact.area ?? parcel.record.values.area)?.squareMetres
      finding.sources = [reclaim.source, supply.source]
    }
  }

  private func isSameArea(
    _ a: StatedArea?, _ b: StatedArea?, _ code: RuleCode, _ book: RuleBook
  ) -> Bool {
    guard let a, let b else { return false }
    return abs(a.squareMetres - b.squareMetres) <= book.number(code, "tolerance_m2")
  }

  private func isNotLater(_ a: DocumentReference, _ b: DocumentReference) -> Bool {
    guard let first = a.date, let second = b.date else { return true }
    return first <= second
  }
}

/// Acts by which the same land may be counted twice: of two documents, of one kind, with one area
/// and one party, or one location where a party is not told.
///
/// Acts under one number are steps of one parcel, as a listing and its contract are, and no
/// repetition. Acts under two numbers are of two parcels, unless they name one location too.
struct RepeatedActs {
  private struct Act {
    var act: LandTransaction
    var area: Double
    var county: String?
    var source: DocumentReference
    var key: String?
  }

  private var acts: [Act] = []
  private var incomplete = 0

  /// Takes the acts of a document.
  mutating func take(_ document: CheckedDocument) {
    for act in document.document.transactions
    where act.kind.documentKind != .other && act.counts {
      guard let area = act.area?.squareMetres, act.party != nil || act.location != nil else {
        incomplete += 1
        continue
      }
      acts.append(
        Act(
          act: act, area: area, county: document.county,
          source: document.reference.at(act.place), key: PlotKey.of(act)))
    }
  }

  /// One finding for each pair.
  func judge(into findings: inout FindingCollector) {
    let code = RuleCode.landCountedTwice
    guard findings.book.asks(code) else { return }
    findings.checked(code, count: acts.count)
    if incomplete > 0 { findings.notChecked(code, .notStated, count: incomplete) }
    let tolerance = findings.book.number(code, "tolerance_m2")
    let sorted = acts.sorted { a, b in
      if a.area != b.area { return a.area < b.area }
      return DocumentReference.precedes(a.source, b.source)
    }
    for (index, first) in sorted.enumerated() {
      for second in sorted[(index + 1)...] {
        guard second.area - first.area <= tolerance else { break }
        let isInOrder = !DocumentReference.precedes(second.source, first.source)
        let (earlier, later) = isInOrder ? (first, second) : (second, first)
        guard isRepeated(earlier, later) else { continue }
        add(earlier, later, into: &findings)
      }
    }
  }

  private func isRepeated(_ a: Act, _ b: Act) -> Bool {
    guard a.act.kind.documentKind == b.act.kind.documentKind,
      PlotFolding.compatible(a.county, b.county), !a.source.isOfDocument(b.source)
    else { return false }
    let isSamePlace = RepeatedActs.isSamePlace(a.act.location, b.act.location)
    if let first = a.key, let second = b.key {
      guard first != second, isSamePlace else { return false }
    }
    guard a.act.party != nil, b.act.party != nil else { return isSamePlace }
    return RepeatedActs.isSameParty(a.act.party, b.act.party)
  }

  /// Whether two parties are one: the same words, or one named in the other, as a person is in
  /// `某公司（某人）`.
  static func isSameParty(_ a: String?, _ b: String?) -> Bool { isWithin(a, b, atLeast: 2) }

  private static func isSamePlace(_ a: String?, _ b: String?) -> Bool { isWithin(a, b, atLeast: 4) }

  private static func isWithin(_ a: String?, _ b: String?, atLeast length: Int) -> Bool {
    guard let a, let b else { return false }
    let (first, second) = (SearchText.normalized(a), SearchText.normalized(b))
    if first == second { return !first.isEmpty }
    let (short, long) = first.count < second.count ? (first, second) : (second, first)
    return short.count >= length && long.contains(short)
  }

  private func add(_ a: Act, _ b: Act, into findings: inout FindingCollector) {
    let stage: RuleStage = a.act.kind.documentKind == .supply ? .supplied : .approved
    findings.add(
      .landCountedTwice, at: stage, subjects: [subject(a), subject(b)],
      values: [
        "act": .act(b.act.kind), "area": .squareMetres(b.area),
        "party": .text(RepeatedActs.common(a.act, b.act)), "first": .text(label(a)),
        "first_document": .text(a.source.name), "second": .text(label(b)),
        "second_document": .text(b.source.name),
      ]
    ) { finding in
      finding.squareMetres = a.area
      finding.sources = [a.source, b.source]
    }
  }

  /// What both name: the shorter of two parties, else of two locations.
  private static func common(_ a: LandTransaction, _ b: LandTransaction) -> String {
    let parties = [a.party, b.party].compactMap(\.self)
    let named = parties.count == 2 ? parties : [a.location, b.location].compactMap(\.self)
    return named.min { $0.count < $1.count } ?? ""
  }

  private func label(_ act: Act) -> String {
    act.act.parcelID ?? act.act.name ?? act.act.party ?? act.act.location ?? ""
  }

  private func subject(_ act: Act) -> FindingSubject {
    FindingSubject(
      kind: .transaction, key: "\(act.source.name)|\(label(act))", label: label(act),
      group: act.source.name)
  }
}
