internal import Characters
public import Terms

/// A parcel as of a moment: what is in force, which document says each part of it, what was done
/// with it and how it came to be so.
public struct ParcelRecord: Hashable, Sendable {
  /// The values in force, folded over the documents in the order of their dates; its `document` and
  /// `place` are those of the latest statement (or act, where no plan speaks of the parcel).
  public var values: ParcelStatement
  /// The county, where it can be told.
  public var county: String?
  /// How far it has come.
  public var status: ParcelStatus = .planned
  /// Every document that speaks of it, by date, each with its lines.
  public var documents: [DocumentReference] = []
  /// The acts on it, by date.
  public var transactions: [TransactionRecord] = []
  /// What is proposed, asked for, promised or refused of it, by date: never in force.
  public var proposals: [FactApart] = []
  /// What documents said of it that lost their force, by date.
  public var ended: [FactApart] = []
  /// What changed, by date; the first value of a property counts as a change from nothing.
  public var history: [ParcelChange] = []
  /// Where it came from and what took its place.
  public var kinship = ParcelKinship()
  /// For each property in force, the document and lines that say so.
  public var sources: [String: DocumentReference] = [:]
  /// The mapped boundary, where there is one.
  public var boundary: ParcelBoundary?
  /// Plans that have a parcel of this number, where a statement or act without a plan could belong
  /// to any of them and so stands by itself.
  public var ambiguousPlans: [String] = []

  /// A parcel of which nothing but the given values is known.
  public init(values: ParcelStatement, county: String? = nil) {
    self.values = values
    self.county = county
  }

  /// The parcel's number, or the name of a plot without number.
  public var label: String { values.parcelID ?? values.name ?? values.location ?? "" }
}

extension ParcelRecord: Encodable {
  /// Writes the statement's keys flat, then what the register adds.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json.members(of: values)
    try json("county", county)
    try json("status", status)
    try json("documents", documents)
    try json("transactions", transactions)
    try json.filled("proposals", proposals)
    try json.filled("ended", ended)
    try json("history", history)
    if !kinship.isEmpty { try json("lineage", kinship) }
    try json("properties", sources)
    try json("boundary", boundary)
    try json.filled("ambiguous_plans", ambiguousPlans)
  }
}
