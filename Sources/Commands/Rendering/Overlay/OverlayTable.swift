import Answers
import Characters
import Exchange
import Planning
import Terms

/// The pairs of an overlay as a person reads them, the largest first; slivers stand at the end.
struct OverlayTable {
  let answer: OverlayAnswer
  let limit: Int
  let width: Int?

  func lines() -> [String] {
    let slivers = Set(answer.slivers)
    let order = (0..<answer.count).sorted { a, b in
      let (first, second) = (slivers.contains(a), slivers.contains(b))
      if first != second { return second }
      return (answer.areas[b], a) < (answer.areas[a], b)
    }
    var table = TextTable([
      .words(answer.first.name), .words(answer.second.name),
      .number(Wording.areaInSquareMetres.text), .number(Wording.areaInMu.text),
      .number(Wording.shareOf(answer.first.name).text),
      .number(Wording.shareOf(answer.second.name).text), .text(Wording.sliverColumn.text),
    ])
    for pair in order.prefix(limit) {
      let (ids, shares, area) = (answer.ids(pair), answer.shares(pair), answer.areas[pair])
      table.append([
        ids.first, ids.second, NumberText.decimal(area, places: 2, keep: 2),
        NumberText.decimal(AreaUnit.mu(fromSquareMetres: area), places: 2, keep: 2),
        NumberText.decimal(shares.first, places: 2, keep: 2) + "%",
        NumberText.decimal(shares.second, places: 2, keep: 2) + "%",
        slivers.contains(pair) ? Wording.sliver.text : nil,
      ])
    }
    return table.lines(width: width)
  }
}
