public import Planning

/// The answer to a lookup.
public struct LookupAnswer: Hashable, Sendable {
  /// What an answer can be.
  public enum Verdict: String, Hashable, Sendable, Codable {
    /// Something was found.
    case found
    /// Looked for, and there is none.
    case none
    /// Not looked for: what it needs is missing.
    case notChecked = "not_checked"
  }

  /// What was asked.
  public var query: String
  /// Whether something was found.
  public var verdict: Verdict
  /// The moment asked about.
  public var moment: Moment
  /// The moment as the answer tells it: where no day or instant was asked, those of the answer.
  public var toldMoment: Moment
  /// The parcels.
  public var parcels: [ParcelRecord] = []
  /// The documents whose number or title was asked for.
  public var documents: [DocumentRecord] = []
  /// The acts found that belong to none of the parcels above.
  public var transactions: [TransactionRecord] = []
  /// The hazard sites.
  public var sites: [SiteRecord] = []
  /// The totals of a document that was asked for.
  public var totals: [AreaTotal] = []
  /// What lies at the place that was asked about, where it was one; ``parcels`` are those found.
  public var here: PlaceAnswer?
  /// What surrounds each of ``parcels`` that has a boundary, where a parcel was asked for by its
  /// number alone; else empty.
  public var surroundings: [PlaceAnswer?] = []
  /// Near misses, the nearest first, where nothing was found.
  public var suggestions: [String] = []

  /// An answer without anything found.
  public init(query: String, verdict: Verdict = .none, moment: Moment) {
    self.query = query
    self.verdict = verdict
    self.moment = moment
    toldMoment = moment
  }
}

extension LookupAnswer: Encodable {
  enum CodingKeys: String, CodingKey {
    case query
    case verdict = "answer"
    case asOf = "as_of"
    case knownAt = "known_at"
    case parcels, documents, transactions, sites, totals, suggestions
  }

  /// Writes the answer; the lists other than the parcels only where filled.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(query, forKey: .query)
    try container.encode(verdict, forKey: .verdict)
    try container.encodeIfPresent(toldMoment.asOf, forKey: .asOf)
    try container.encodeIfPresent(toldMoment.knownAt, forKey: .knownAt)
    try encodeParcels(to: encoder, &container)
    if !documents.isEmpty { try container.encode(documents, forKey: .documents) }
    if !transactions.isEmpty { try container.encode(transactions, forKey: .transactions) }
    if !sites.isEmpty { try container.encode(sites, forKey: .sites) }
    if !totals.isEmpty { try container.encode(totals, forKey: .totals) }
    if !suggestions.isEmpty { try container.encode(suggestions, forKey: .suggestions) }
  }

  /// Writes the parcels: of a place with what they have in common with it, of a number with what
  /// surrounds them.
  private func encodeParcels(
    to encoder: any Encoder, _ container: inout KeyedEncodingContainer<CodingKeys>
  ) throws {
    if let here {
      try container.encode(here.parcels, forKey: .parcels)
      var place = encoder.container(keyedBy: PlaceAnswer.CodingKeys.self)
      try here.encode(to: &place)
    } else {
      let all = parcels.indices.map { index in
        SurroundedParcel(
          record: parcels[index],
          surroundings: surroundings.indices.contains(index) ? surroundings[index] : nil)
      }
      try container.encode(all, forKey: .parcels)
    }
  }
}

/// A parcel with what surrounds it.
private struct SurroundedParcel: Encodable {
  let record: ParcelRecord
  let surroundings: PlaceAnswer?

  func encode(to encoder: any Encoder) throws {
    try record.encode(to: encoder)
    guard let surroundings else { return }
    var container = encoder.container(keyedBy: PlaceAnswer.CodingKeys.self)
    try surroundings.encodeSurroundings(to: &container)
  }
}
