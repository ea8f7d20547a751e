import Answers
import Exchange
import Planning
import Terms

/// A lookup's answer as a person reads it.
struct AnswerView {
  let answer: LookupAnswer
  let width: Int?

  /// Of more parcels that a search finds a table is told: nobody reads a hundred cards.
  private static let mostCards = 10

  func lines() -> [String] {
    if let here = answer.here {
      return PlaceText(query: answer.query, answer: here, width: width).lines()
    }
    var sections: [[String]] = answer.documents.map {
      DocumentText(record: $0, width: width).lines()
    }
    let isLong = answer.documents.isEmpty && answer.parcels.count > AnswerView.mostCards
    sections += isLong ? [ListText.lines(.parcels(answer.parcels), width: width)] : cards()
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

  /// Each parcel by itself, with what surrounds it.
  private func cards() -> [[String]] {
    var sections: [[String]] = []
    for (index, parcel) in answer.parcels.enumerated() {
      sections.append(ParcelText(parcel: parcel, width: width).lines())
      guard answer.surroundings.indices.contains(index), let found = answer.surroundings[index]
      else { continue }
      let lines = SurroundingsText(answer: found, width: width).lines()
      if !lines.isEmpty { sections.append(lines) }
    }
    return sections
  }
}
