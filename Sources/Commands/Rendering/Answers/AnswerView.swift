import Answers
import Exchange
import Planning
import Terms

/// A lookup's answer as a person reads it.
struct AnswerView {
  let answer: LookupAnswer
  let width: Int?

  func lines() -> [String] {
    if let here = answer.here {
      return PlaceText(query: answer.query, answer: here, width: width).lines()
    }
    var sections: [[String]] = answer.documents.map {
      DocumentText(record: $0, width: width).lines()
    }
    for (index, parcel) in answer.parcels.enumerated() {
      sections.append(ParcelText(parcel: parcel, width: width).lines())
      guard answer.surroundings.indices.contains(index), let found = answer.surroundings[index]
      else { continue }
      let lines = SurroundingsText(answer: found, width: width).lines()
      if !lines.isEmpty { sections.append(lines) }
    }
    for list in answer.lists {
      switch list {
      case .parcels, .documents, .places, .placedParcels, .placedLayers: break
      case .transactions, .sites, .totals: sections.append(ListText.lines(list, width: width))
      case .apart:
        var block = FieldBlock()
        block.append(Wording.proposals, answer.proposals.map { ApartText.line($0) })
        block.append(Wording.ended, answer.ended.map { ApartText.line($0) })
        sections.append([Wording.notInForce.text] + block.lines(width: width))
      }
    }
    return Array(sections.joined(separator: [""]))
  }
}
