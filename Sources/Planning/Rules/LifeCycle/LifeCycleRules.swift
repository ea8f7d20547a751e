/// The life of land: plan, reserve, supply and reclaim in their order.
public struct LifeCycleRules: Sendable {
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
      record.transactions.contains(where: { $0.fact.kind.documentKind == .supply })
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
    let earlier = acts.filter { $0.source.date != nil && isEarlier($0.source, plan) }
    guard let last = earlier.last(where: { $0.fact.kind.documentKind != .reserve }),
      last.fact.kind.documentKind == .supply
    else { return nil }
    return last
  }

  private static func isEarlier(_ a: DocumentReference, _ b: DocumentReference) -> Bool {
    DocumentReference.precedes(a, b) && !a.isOfDocument(b)
  }

  /// Use and indicators, where a plan states them and not an act.
  private static func property(_ change: ParcelChange) -> FindingValue? {
    guard ![.supply, .reserve, .reclaim].contains(change.source.kind) else { return nil }
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
      self = .interval(interval, Indicator(rawValue: property) ?? .floorAreaRatio)
    case .text(let text): self = .text(text)
    case .texts(let texts): self = .texts(texts)
    case .flag(let flag):
      self = .words(flag ? LocalText("是", "yes") : LocalText("否", "no"))
    }
  }
}
