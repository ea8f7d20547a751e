import Characters
import Exchange
import Planning
import Terms

/// What is said of a proposed building, as a person reads it.
struct BuildingText {
  let judgement: BuildingJudgement

  func lines(_ width: Int?) -> [String] {
    let parcel = judgement.parcel
    let place = [parcel.county, parcel.values.plan].compactMap { $0 }.joined(separator: " · ")
    let title = [parcel.label, place, parcel.values.landUse.text]
      .filter { !$0.isEmpty }.joined(separator: "  ")
    return [DisplayWidth.printable(title), land, ""] + table.lines(width: width)
      + [""] + judgement.notes.map { Wording.note(of: $0).text }
      + [Wording.verdict(of: judgement).text]
  }

  private var land: String {
    guard let area = judgement.landArea, let source = judgement.landAreaSource else {
      return Wording.landAreaUnknown.text
    }
    return Wording.landArea(AreaText.squareMetres(area, .current), source).text
  }

  private var table: TextTable {
    var table = TextTable([
      .text(Wording.indicator.text), .number(Wording.computed.text), .text(Wording.limit.text),
      .text(Wording.result.text), .words(Wording.source.text),
    ])
    for item in judgement.items {
      table.append([
        item.indicator.name.text,
        item.computed.map { BuildingText.value($0, item) } ?? "–",
        item.limit.map { $0.notation(of: item.indicator) } ?? "–",
        Wording.result(of: item).text,
        item.source.map { "\($0.name)  \(SourceText.place($0.place))" },
      ])
    }
    return table
  }

  private static func value(_ value: Double, _ item: BuildingJudgement.Item) -> String {
    let number = NumberText.decimal(value, places: 3)
    return item.limit?.isPer100SquareMetres == true
      ? number + "/100 m²" : item.indicator.measure.text(number)
  }
}
