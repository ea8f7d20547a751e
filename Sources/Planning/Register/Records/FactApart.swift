internal import Characters
internal import Terms

/// A fact of a document that puts nothing in force, or does so no longer: a draft's, a request's, a
/// revoked approval's. It is kept and shown with its document, and never counts.
public struct FactApart: Hashable, Sendable {
  /// What is said.
  public enum Content: Hashable, Sendable {
    /// Of a parcel.
    case statement(ParcelStatement)
    /// Of an act.
    case act(LandTransaction)
  }

  /// What is said.
  public var content: Content
  /// The key of the plan that a statement's number belongs to.
  public var planKey: String?
  /// The county, where it can be told.
  public var county: String?
  /// The document, with its force and its ending, and the lines.
  public var source: DocumentReference
  /// Its place among the facts of its kind in the document, counted from 0.
  public var ordinal: Int

  /// What a document says of a parcel.
  public init(_ fact: RegisterFact<ParcelStatement>, planKey: String?) {
    content = .statement(fact.fact)
    self.planKey = planKey
    (county, source, ordinal) = (fact.county, fact.source, fact.ordinal)
  }

  /// What a document says of an act.
  public init(_ fact: TransactionRecord) {
    content = .act(fact.fact)
    (county, source, ordinal) = (fact.county, fact.source, fact.ordinal)
  }

  /// Whether the document put it in force once.
  public var wasInForce: Bool { source.force.putsFactsInForce }

  /// The statement, where it is one.
  public var statement: RegisterFact<ParcelStatement>? {
    guard case .statement(let said) = content else { return nil }
    return RegisterFact(fact: said, county: county, source: source, ordinal: ordinal)
  }

  /// The act, where it is one.
  public var act: TransactionRecord? {
    guard case .act(let said) = content else { return nil }
    return RegisterFact(fact: said, county: county, source: source, ordinal: ordinal)
  }

  /// Orders facts by their documents and their place in them.
  public static func precedes(_ a: FactApart, _ b: FactApart) -> Bool {
    if DocumentReference.precedes(a.source, b.source) { return true }
    if DocumentReference.precedes(b.source, a.source) { return false }
    return (a.source.place.lineStart, a.ordinal) < (b.source.place.lineStart, b.ordinal)
  }
}

extension FactApart: Encodable {
  /// Writes the fact's own keys, what the document does, and how it was ended.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    switch content {
    case .statement(let said): try json.members(of: said)
    case .act(let said): try json.members(of: said)
    }
    try json("county", county)
    try json("date", source.date)
    try json("document_title", source.title)
    try json("recorded_at", source.recordedAt)
    try json("force", source.force)
    try json("ended", source.ending)
    try json("in_force", false)
  }
}
