internal import Terms

/// The life of land: plan, reserve, supply and reclaim in their order.
public struct LifeCycleRules: RuleSet {
  private var order = ActOrder()
  private var repeated = RepeatedActs()

  /// Nothing was judged yet.
  public init() {}

  /// Judges a parcel.
  public mutating func judge(_ parcel: CheckedParcel, into findings: inout FindingCollector) {
    guard !parcel.record.transactions.isEmpty else { return }
    order.judge(parcel, into: &findings)
    LifeCycleRules.compareAdjustments(parcel, into: &findings)
  }

  /// Judges a document.
  public mutating func judge(_ document: CheckedDocument, into findings: inout FindingCollector) {
    order.take(document)
    repeated.take(document)
    if document.document.kind == .reserve {
      ReserveTotals(document).judge(into: &findings)
    }
  }

  /// Judges what needs all parcels and documents, once they were seen.
  public mutating func finish(into findings: inout FindingCollector) {
    order.finish(into: &findings)
    repeated.judge(into: &findings)
  }

  // MARK: - Adjusted after supply

  /// What plans changed of a parcel's use and indicators after its supply, change by change.
  private static func compareAdjustments(
    _ parcel: CheckedParcel, into findings: inout FindingCollector
  ) {
    let code = RuleCode.adjustedAfterSupply
    let record = parcel.record
    guard findings.book.asks(code),
      record.transactions.contains(where: \.fact.isSupply)
    else { return }
    findings.checked(code)
    for change in record.history {
      guard let property = LifeCycleRules.property(change), let old = change.old,
        let new = change.new, let act = supply(before: change.source, in: record.transactions)
      else { continue }
      findings.add(
        code, at: parcel.stage, subjects: [parcel.subject],
        values: [
          "parcel": .text(record.label), "property": property,
          "old": FindingValue(old, of: change.property),
          "new": FindingValue(new, of: change.property),
          "document": .text(change.source.name), "act": .act(act.fact.kind),
          "act_document": .text(act.source.name),
        ]
      ) { finding in
        finding.detail = [change.property, change.source.name].joined(separator: "|")
        finding.sources = [act.source, change.source]
      }
    }
  }

  /// The supply that holds when a plan speaks: the last before it, unless a reclaim came between.
  private static func supply(
    before plan: DocumentReference, in acts: [TransactionRecord]
  ) -> TransactionRecord? {
    let earlier = acts.filter {
      $0.fact.counts && $0.source.date != nil && isEarlier($0.source, plan)
    }
    guard
      let last = earlier.last(where: {
        [.supply, .reclaim].contains($0.fact.kind.documentKind)
      }),
      last.fact.kind.documentKind == .supply
    else { return nil }
    return last
  }

  private static func isEarlier(_ a: DocumentReference, _ b: DocumentReference) -> Bool {
    DocumentReference.precedes(a, b) && !a.isOfDocument(b)
  }

  /// Use and indicators, where a plan states them and not an act.
  private static func property(_ change: ParcelChange) -> FindingValue? {
    guard !change.source.kind.isOfActs else { return nil }
    if let indicator = Indicator(rawValue: change.property) { return .indicator(indicator) }
    return change.property == "land_use" ? .words(LocalText("用途", "land use")) : nil
  }
}

extension FindingValue {
  /// A property's value as a finding tells it.
  init(_ value: PropertyValue, of property: String) {
    switch value {
    case .landUse(let uses) where uses.count == 1: self = .landUse(uses[0])
    case .landUse(let uses):
      let texts = uses.map { [$0.code, $0.name].compactMap(\.self).joined(separator: " ") }
      self = .text(texts.joined(separator: " / "))
    case .area(let area): self = .squareMetres(area.squareMetres)
    case .interval(let interval):
      self = .interval(interval, Indicator(rawValue: property) ?? .headline)
    case .text(let text): self = .text(text)
    case .texts(let texts): self = .texts(texts)
    case .flag(let flag):
      self = .words(flag ? LocalText("是", "yes") : LocalText("否", "no"))
    }
  }
}

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
