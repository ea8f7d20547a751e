internal import Characters

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

extension DocumentRecord: Encodable {
  /// Writes the reference's keys flat, then the document's own.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json.members(of: reference)
    try json("issuer", issuer)
    try json("addressee", addressee)
    try json("county", county)
    try json("request_number", requestNumber)
    try json("sha256", fileDigest)
    try json("parcel_count", parcelCount)
    try json("transaction_count", transactionCount)
    try json("site_count", siteCount)
    try json("total_count", totalCount)
  }
}
