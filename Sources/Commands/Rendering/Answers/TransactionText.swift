import Exchange
import Planning
import Terms

/// An act on land: when, what, how far, how much, to whom, by which document; then what it states of
/// money, terms, days and numbers.
enum TransactionText {
  static func lines(_ record: TransactionRecord) -> [String] {
    [line(record)] + details(record.fact).map { "  " + $0 }
  }

  static func line(_ record: TransactionRecord) -> String {
    let act = record.fact
    let kind =
      act.kind.name.text
      + (act.stage == .approved ? "" : Wording.inBrackets(act.stage.name.text).text)
    return [
      record.source.date?.description, kind,
      act.area.map { AreaText.short($0, .current) },
      act.amountYuan.map { AreaText.money($0, .current) }, act.party, act.purpose,
      record.source.name, SourceText.place(act.place),
    ].compactMap { $0 }.joined(separator: "  ")
  }

  /// What else an act states, a line for each kind of thing.
  private static func details(_ act: LandTransaction) -> [String] {
    func named(_ name: Words, _ value: String) -> String { "\(name.text) \(value)" }
    let isPriceTold = { (price: LandPrice) in price.amountYuan == act.amountYuan }
    let prices = act.prices.filter { !isPriceTold($0) }.map {
      named($0.kind.name, AreaText.money($0.amountYuan, .current))
    }
    let days = ActDay.allCases.compactMap { day in
      act.dates[day].map { named(day.name, $0.description) }
    }
    let indicators = Indicator.allCases.compactMap { indicator in
      act.indicators[indicator].map { indicator.name.text + $0.notation(of: indicator) }
    }
    let numbers =
      act.aliases.map { named(Words(property: "aliases"), $0) }
      + [
        act.contractNumber.map { named(Wording.contract, $0) },
        act.supervisionNumber.map { named(Wording.supervisionNumber, $0) },
      ].compactMap(\.self)
    let terms =
      act.terms.isEmpty ? [] : [named(Wording.terms, act.terms.map(\.text).joined(separator: "、"))]
    return [prices, terms, indicators, days, numbers, act.conditions]
      .filter { !$0.isEmpty }.map { $0.joined(separator: Wording.clause.text) }
  }
}

/// A fact that is not in force, on one line: when, by what kind of document, what it says, and how the
/// document was ended.
enum ApartText {
  static func line(_ fact: FactApart) -> String {
    let source = fact.source
    return [
      source.date?.description, source.force.name.text, said(fact), source.name, end(source),
      SourceText.place(source.place),
    ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// How a document lost its force.
  static func end(_ source: DocumentReference) -> String? {
    guard let ending = source.ending else { return nil }
    let by = ending.manner == .lapsed ? nil : ending.name
    return [ending.date?.description, ending.manner.name.text, by]
      .compactMap { $0 }.joined(separator: " ")
  }

  private static func said(_ fact: FactApart) -> String {
    if let act = fact.act?.fact {
      return [
        act.kind.name.text, act.parcelID ?? act.name, act.landUseName,
        act.area.map { AreaText.short($0, .current) }, act.party,
      ].compactMap { $0 }.joined(separator: " ")
    }
    guard let said = fact.statement?.fact else { return "" }
    let indicators = Indicator.allCases.compactMap { indicator in
      said.indicators[indicator].map { indicator.name.text + $0.notation(of: indicator) }
    }
    let use = said.landUse.isEmpty ? nil : said.landUse.text
    return
      ([said.parcelID ?? said.name, use, said.area.map { AreaText.short($0, .current) }]
      .compactMap { $0 } + indicators).joined(separator: " ")
  }
}
