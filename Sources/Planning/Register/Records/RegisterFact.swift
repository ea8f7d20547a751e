internal import Characters

/// A fact as the register holds it: the fact, its document, and the county it belongs to.
public struct RegisterFact<Fact: Hashable & Sendable & Encodable>: Hashable, Sendable, Encodable {
  /// The fact.
  public var fact: Fact
  /// The county, where it can be told.
  public var county: String?
  /// The document and the lines.
  public var source: DocumentReference
  /// Its place among the facts of its kind in the document, counted from 0.
  public var ordinal: Int

  /// A fact with its source.
  public init(fact: Fact, county: String?, source: DocumentReference, ordinal: Int = 0) {
    self.fact = fact
    self.county = county
    self.source = source
    self.ordinal = ordinal
  }

  /// Writes the fact's own keys, then county, date, title and instant of recording.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json.members(of: fact)
    try json("county", county)
    try json("date", source.date)
    try json("document_title", source.title)
    try json("recorded_at", source.recordedAt)
  }
}

extension RegisterFact {
  /// Orders facts by what they say, never by when the register learnt of them: by document, then
  /// by their place in it. An undated document comes before every dated one.
  public static func precedes(_ a: RegisterFact, _ b: RegisterFact) -> Bool {
    if DocumentReference.precedes(a.source, b.source) { return true }
    if DocumentReference.precedes(b.source, a.source) { return false }
    return (a.source.place.lineStart, a.ordinal) < (b.source.place.lineStart, b.ordinal)
  }
}

/// A supply, reserve or reclaim act in the register.
public typealias TransactionRecord = RegisterFact<LandTransaction>
/// A hazard site in the register.
public typealias SiteRecord = RegisterFact<HazardSite>
