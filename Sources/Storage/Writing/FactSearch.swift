internal import Planning

/// What of a fact a search by words looks through.

extension ParcelStatement {
  var searchText: String {
    SearchText.joined([name, location, plan, boundaryDescription] + extras.texts)
  }

  /// Codes and names of the land use, normalised, each between bars: `|070102|二类城镇住宅用地|`.
  var landUseText: String? {
    let words = landUse.flatMap { [$0.code, $0.name] }.compactMap { $0.map(SearchText.normalized) }
    return words.isEmpty ? nil : "|" + words.joined(separator: "|") + "|"
  }
}

extension LandTransaction {
  var searchText: String {
    SearchText.joined([name, party, location, purpose, requestNumber] + extras.texts)
  }
}

extension HazardSite {
  var searchText: String {
    SearchText.joined([
      name, fieldNumber, township, village, location, responsibleTownship, exposed,
    ])
  }
}

extension [String: String] {
  fileprivate var texts: [String?] { sorted { $0.key < $1.key }.map(\.value) }
}
