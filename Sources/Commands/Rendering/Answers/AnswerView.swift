import Exchange
import Planning

/// A lookup's answer as a person reads it.
struct AnswerView {
  let answer: LookupAnswer
  let width: Int?

  func lines() -> [String] {
    var sections: [[String]] = answer.documents.map {
      DocumentText(record: $0, width: width).lines()
    }
    sections += answer.parcels.map { ParcelText(parcel: $0, width: width).lines() }
    for list in answer.lists {
      switch list {
      case .parcels, .documents: break
      case .transactions, .sites, .totals: sections.append(ListText.lines(list, width: width))
      }
    }
    return Array(sections.joined(separator: [""]))
  }
}
