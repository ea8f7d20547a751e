internal import Characters
internal import Terms

/// A document in the register, with how much it says.
public struct DocumentRecord: Hashable, Sendable {
  /// The version's place in the order in which this register learnt of versions, counted from 1.
  public var id: Int
  /// What it is and where it is printed.
  public var reference: DocumentReference
  /// Who issued it.
  public var issuer: String?
  /// To whom it is addressed.
  public var addressee: String?
  /// The county, where it can be told.
  public var county: String?
  /// The number of the request it answers.
  public var requestNumber: String?
  /// The numbers of the documents that it ends.
  public var revokes: [String] = []
  /// The first day on which it has effect; `nil` where it has none, or no date.
  public var inForceFrom: CalendarDate?
  /// The last day on which it has effect by its own words; `nil` where it names none.
  public var inForceUntil: CalendarDate?
  /// What became of the figures it prints; `nil` where nobody counted.
  public var figures: FigureCount?
  /// The figures that no reader took.
  public var unread: [UnreadFigure] = []
  /// The SHA-256 of the file it was read from, in hexadecimal.
  public var fileDigest: String?
  /// How many parcels it speaks of.
  public var parcelCount = 0
  /// How many acts it approves.
  public var transactionCount = 0
  /// How many sites it lists.
  public var siteCount = 0
  /// How many totals it gives.
  public var totalCount = 0

  /// A document of which nothing but the reference is known yet.
  public init(id: Int, reference: DocumentReference) {
    self.id = id
    self.reference = reference
  }
}

extension DocumentRecord {
  /// Takes what the document's own heading says of its force and life.
  public mutating func take(_ heading: LandDocument) {
    revokes = heading.revokes
    inForceFrom = heading.force.hasEffect ? heading.validFrom : nil
    inForceUntil = heading.inForceUntil
    figures = heading.figures
    unread = heading.unread
  }

  /// Whether it has effect at the moment that was asked about.
  public var hasEffect: Bool { reference.force.hasEffect && reference.ending == nil }

  /// Whether its facts are in force at the moment that was asked about.
  public var putsFactsInForce: Bool { reference.force.putsFactsInForce && reference.ending == nil }

  /// What people call the document that ended it.
  public var endedBy: String? {
    reference.ending.flatMap { $0.manner == .lapsed ? nil : $0.name }
  }

  /// The last day of its effect: by its own words, or where another document ended it the day of that.
  public var effectUntil: CalendarDate? {
    guard let ending = reference.ending, ending.manner != .lapsed else { return inForceUntil }
    return ending.date ?? inForceUntil
  }
}

extension DocumentRecord: Encodable {
  /// Writes the reference's keys flat, then the document's own.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json.members(of: reference)
    try json("force", reference.force)
    try json.filled("revokes", revokes)
    try json("in_force", hasEffect)
    try json("in_force_from", inForceFrom)
    try json("in_force_until", effectUntil)
    try json("issuer", issuer)
    try json("addressee", addressee)
    try json("county", county)
    try json("request_number", requestNumber)
    try json("sha256", fileDigest)
    try json("parcel_count", parcelCount)
    try json("transaction_count", transactionCount)
    try json("site_count", siteCount)
    try json("total_count", totalCount)
    try json("figures", figures)
    try json.filled("unread", unread)
  }
}
