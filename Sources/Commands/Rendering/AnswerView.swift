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
    if !answer.transactions.isEmpty {
      sections.append(ListText.lines(.transactions(answer.transactions), width: width))
    }
    if !answer.sites.isEmpty {
      sections.append(ListText.lines(.sites(answer.sites), width: width))
    }
    return Array(sections.joined(separator: [""]))
  }
}
