internal import Characters
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

  /// How much was found beyond what is told.
  public struct LeftOut: Hashable, Sendable {
    /// Parcels.
    public var parcels = 0
    /// Documents.
    public var documents = 0
    /// Acts that belong to no parcel found.
    public var transactions = 0
    /// Hazard sites.
    public var sites = 0

    /// All together.
    public var count: Int { parcels + documents + transactions + sites }
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
  /// What is proposed, asked for, promised or refused of land that is no parcel in force, or in the
  /// document that was asked for: never in force.
  public var proposals: [FactApart] = []
  /// What documents said of such land that lost their force.
  public var ended: [FactApart] = []
  /// The hazard sites.
  public var sites: [SiteRecord] = []
  /// The totals of a document that was asked for.
  public var totals: [AreaTotal] = []
  /// What lies at the place that was asked about, where it was one; ``parcels`` are those found.
  public var here: PlaceAnswer?
  /// What surrounds each of ``parcels`` that has a boundary, where a parcel was asked for by its
  /// number alone; else empty.
  public var surroundings: [PlaceAnswer?] = []
  /// How much a search found beyond these lists.
  public var leftOut = LeftOut()
  /// Near misses, the nearest first, where nothing was found.
  public var suggestions: [String] = []

  /// An answer without anything found.
  public init(query: String, verdict: Verdict = .none, moment: Moment) {
    self.query = query
    self.verdict = verdict
    self.moment = moment
    toldMoment = moment
  }

  /// Keeps the first so many of each kind, and counts the others.
  public mutating func limit(to most: Int) {
    func cut<Record>(_ records: inout [Record]) -> Int {
      let others = max(0, records.count - most)
      records.removeLast(others)
      return others
    }
    leftOut.parcels += cut(&parcels)
    leftOut.documents += cut(&documents)
    leftOut.transactions += cut(&transactions)
    leftOut.sites += cut(&sites)
  }
}

extension LookupAnswer: Encodable {
  /// Writes the answer; the lists other than the parcels, and what was left out, only where filled. The parcels of a place
  /// come with what they have in common with it, those of a number with what surrounds them.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("query", query)
    try json("answer", verdict)
    try json("as_of", toldMoment.asOf)
    try json("known_at", toldMoment.knownAt)
    if let here {
      try json("parcels", here.parcels)
      try here.write(to: &json)
    } else {
      let all = parcels.indices.map { index in
        SurroundedParcel(
          record: parcels[index],
          surroundings: surroundings.indices.contains(index) ? surroundings[index] : nil)
      }
      try json("parcels", all)
    }
    try json.filled("documents", documents)
    try json.filled("transactions", transactions)
    try json.filled("proposals", proposals)
    try json.filled("ended", ended)
    try json.filled("sites", sites)
    try json.filled("totals", totals)
    if leftOut.count > 0 {
      try json.object("left_out") { json in
        try json("parcels", leftOut.parcels)
        try json("documents", leftOut.documents)
        try json("transactions", leftOut.transactions)
        try json("sites", leftOut.sites)
      }
    }
    try json.filled("suggestions", suggestions)
  }
}

/// A parcel with what surrounds it.
private struct SurroundedParcel: Encodable {
  let record: ParcelRecord
  let surroundings: PlaceAnswer?

  func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json.members(of: record)
    try surroundings?.writeSurroundings(to: &json)
  }
}
