/// One word of what is searched for, and all the ways in which a parcel may have it: a number, a text
/// with the word in it, a land use.
public struct SearchTerm: Sendable {
  /// What texts may have in them, normalised: the word, and the townships merged into that of its
  /// name; none where the word has neither letter nor digit.
  public let words: [String]
  /// Whether the word is a number, which is looked for whole: 62 does not occur in 162 or NX-62.
  public let isNumber: Bool
  /// The land uses that the word means.
  public let use: LandUseSearch?
  /// What a parcel's key may begin with.
  public let numberStart: String?

  /// A word.
  ///
  /// - Parameter townships: those that became part of others.
  public init(_ word: some StringProtocol, townships: TownshipNames) {
    let normalized = SearchText.normalized(word)
    let isPlain = normalized.allSatisfy(\.isASCII)
    isNumber = isPlain && normalized.contains(where: \.isNumber)
    words =
      normalized.isEmpty || isPlain && !normalized.contains { $0.isLetter || $0.isNumber }
      ? [] : townships.names(of: String(word))
    use = LandUseSearch(normalized)
    numberStart = PlotKey.ofNumber(word)
  }

  /// The words of a query: blanks, 、 and ， stand between them.
  public static func terms(of query: String, townships: TownshipNames) -> [SearchTerm] {
    query.split { $0.isWhitespace || $0 == "、" || $0 == "，" }
      .map { SearchTerm($0, townships: townships) }
  }

  /// Whether a text, normalised, has the word in it.
  func occurs(in text: String) -> Bool {
    guard isNumber else { return words.contains { text.contains($0) } }
    return words.contains { word in
      text.ranges(of: word).contains { place in
        let before = text[..<place.lowerBound].last
        let after = text[place.upperBound...].first
        return !(before.map(SearchTerm.continuesNumber) ?? false)
          && !(after.map(SearchTerm.continuesNumber) ?? false)
      }
    }
  }

  private static func continuesNumber(_ sign: Character) -> Bool {
    sign.isASCII && (sign.isNumber || sign.isLetter || numberSigns.contains(sign))
  }

  /// What stands between the digits and letters of one number.
  public static let numberSigns = "./-"
}

extension SearchTerm {
  /// Whether what is said of a parcel itself has the word: its number, its texts, its uses and those
  /// of its acts; of texts also those that were replaced.
  func isMet(by record: ParcelRecord) -> Bool {
    let (values, acts) = (record.values, record.transactions)
    if let numberStart, let key = values.parcelID.flatMap(PlotKey.ofNumber),
      key.hasPrefix(numberStart)
    {
      return true
    }
    if let use, values.landUse.contains(where: use.matches) || acts.contains(where: isUse) {
      return true
    }
    guard !words.isEmpty else { return false }
    var texts = [values.name, values.location, values.plan, values.boundaryDescription]
    texts += values.extras.values.map(Optional.some)
    for act in acts.map(\.fact) { texts += act.searchedTexts }
    for case .text(let former)? in record.history.lazy.filter({ $0.property != "status" }).map(
      \.old)
    {
      texts.append(former)
    }
    return occurs(in: SearchText.joined(texts))
  }

  /// Whether the county or a document's title has the word: what is said around a parcel.
  func isMet(around record: ParcelRecord) -> Bool {
    occurs(
      in: SearchText.joined([record.county] + record.documents.flatMap { [$0.number, $0.title] }))
  }

  /// Whether an act has the word.
  func isMet(by act: TransactionRecord) -> Bool {
    isUse(act) || occurs(in: SearchText.joined(act.fact.searchedTexts))
  }

  private func isUse(_ act: TransactionRecord) -> Bool {
    guard let use, let name = act.fact.landUseName else { return false }
    return use.matches(LandUse(named: name, on: act.source.date))
  }
}

extension [SearchTerm] {
  /// Whether a parcel has every word; a title or county alone is not enough.
  public func areMet(by record: ParcelRecord) -> Bool {
    let own = map { $0.isMet(by: record) }
    return own.contains(true)
      && zip(self, own).allSatisfy { term, isOwn in isOwn || term.isMet(around: record) }
  }

  /// Whether an act has every word.
  public func areMet(by act: TransactionRecord) -> Bool {
    !isEmpty && allSatisfy { $0.isMet(by: act) }
  }
}

extension LandTransaction {
  /// The texts by which an act is found.
  public var searchedTexts: [String?] {
    [name, party, location, purpose, requestNumber] + extras.values.map(Optional.some)
  }
}
