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
  enum CodingKeys: String, CodingKey {
    case issuer, addressee, county
    case requestNumber = "request_number"
    case fileDigest = "sha256"
    case parcelCount = "parcel_count"
    case transactionCount = "transaction_count"
    case siteCount = "site_count"
    case totalCount = "total_count"
  }

  /// Writes the reference's keys flat, then the document's own.
  public func encode(to encoder: any Encoder) throws {
    try reference.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(issuer, forKey: .issuer)
    try container.encodeIfPresent(addressee, forKey: .addressee)
    try container.encodeIfPresent(county, forKey: .county)
    try container.encodeIfPresent(requestNumber, forKey: .requestNumber)
    try container.encodeIfPresent(fileDigest, forKey: .fileDigest)
    try container.encode(parcelCount, forKey: .parcelCount)
    try container.encode(transactionCount, forKey: .transactionCount)
    try container.encode(siteCount, forKey: .siteCount)
    try container.encode(totalCount, forKey: .totalCount)
  }
}
