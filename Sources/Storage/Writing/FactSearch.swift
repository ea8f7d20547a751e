internal import Planning

/// A text by which a fact is found, normalised.
struct SearchableText: Hashable {
  /// What the text is.
  enum Field: String {
    /// A name, place, plan, party …
    case word
    /// A code or name of a land use.
    case use
    /// The key of a plan.
    case plan
  }

  var field: Field
  var text: String

  init?(_ field: Field, _ text: String?) {
    guard let text = text.map(SearchText.normalized), !text.isEmpty else { return nil }
    self.field = field
    self.text = text
  }
}

extension ParcelStatement {
  /// The texts by which a statement is found.
  func searchTexts(planKey: String?) -> [SearchableText] {
    var texts: [SearchableText?] = [
      SearchableText(.word, name), SearchableText(.word, location), SearchableText(.word, plan),
      SearchableText(.word, boundaryDescription), SearchableText(.plan, planKey),
    ]
    texts += extras.values.map { SearchableText(.word, $0) }
    for use in landUse {
      texts += [SearchableText(.use, use.code), SearchableText(.use, use.name)]
    }
    return texts.compactMap(\.self)
  }
}

extension LandTransaction {
  /// The texts by which an act is found: of its use also the code that the name settles.
  func searchTexts(on date: CalendarDate?) -> [SearchableText] {
    var texts = [name, party, location, purpose, requestNumber].map { SearchableText(.word, $0) }
    texts += extras.values.map { SearchableText(.word, $0) }
    if let landUseName {
      texts.append(SearchableText(.use, landUseName))
      texts.append(SearchableText(.use, LandUse(named: landUseName, on: date).code))
    }
    return texts.compactMap(\.self)
  }
}

extension HazardSite {
  /// The texts by which a site is found, in one.
  var searchText: String {
    SearchText.joined([
      name, fieldNumber, township, village, location, responsibleTownship, exposed,
    ])
  }
}

extension LandDocument {
  /// The texts by which a document is found, in one: also the townships whose change it states.
  var searchText: String {
    let townships = administrativeChanges.flatMap { $0.from + [$0.into] }
    return SearchText.joined([number, title, requestNumber] + townships)
  }
}
