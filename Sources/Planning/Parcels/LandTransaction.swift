/// One supply, reserve or reclaim act on one piece of land.
public struct LandTransaction: Hashable, Sendable {
  /// What is done.
  public var kind: TransactionKind
  /// Whether the land has been handed over (成交, 竞得), not only approved for it.
  public var isConcluded = false
  /// The parcel's number as printed, without spaces.
  public var parcelID: String?
  /// The project or the plot's own name.
  public var name: String?
  /// The stated area.
  public var area: StatedArea?
  /// The use as printed.
  public var landUseName: String?
  /// Who receives the land or gives it back.
  public var party: String?
  /// Price or compensation in yuan.
  public var amountYuan: Double?
  /// The number of the request that the document answers.
  public var requestNumber: String?
  /// Where the land lies, in words.
  public var location: String?
  /// What it is for.
  public var purpose: String?
  /// Other columns under the name they are printed with.
  public var extras: [String: String] = [:]
  /// The document's number.
  public var document: String?
  /// Where it is printed.
  public var place: SourcePlace

  /// An act of which only the kind is known yet.
  public init(kind: TransactionKind, place: SourcePlace) {
    self.kind = kind
    self.place = place
  }
}

extension LandTransaction: Codable {
  enum CodingKeys: String, CodingKey {
    case kind
    case isConcluded = "concluded"
    case parcelID = "parcel_id"
    case name
    case landUseName = "land_use_name"
    case party
    case amountYuan = "amount_cny"
    case requestNumber = "request_number"
    case location, purpose, extras, document
  }

  /// Reads an act.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      kind: try container.decode(TransactionKind.self, forKey: .kind),
      place: try SourcePlace(from: decoder))
    isConcluded = try container.decodeIfPresent(Bool.self, forKey: .isConcluded) ?? false
    parcelID = try container.decodeIfPresent(String.self, forKey: .parcelID)
    name = try container.decodeIfPresent(String.self, forKey: .name)
    area = try StatedArea.ifPresent(in: decoder)
    landUseName = try container.decodeIfPresent(String.self, forKey: .landUseName)
    party = try container.decodeIfPresent(String.self, forKey: .party)
    amountYuan = try container.decodeIfPresent(Double.self, forKey: .amountYuan)
    requestNumber = try container.decodeIfPresent(String.self, forKey: .requestNumber)
    location = try container.decodeIfPresent(String.self, forKey: .location)
    purpose = try container.decodeIfPresent(String.self, forKey: .purpose)
    extras = try container.decodeIfPresent([String: String].self, forKey: .extras) ?? [:]
    document = try container.decodeIfPresent(String.self, forKey: .document)
  }

  /// Writes the act; what is unknown is left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    if isConcluded { try container.encode(true, forKey: .isConcluded) }
    try container.encodeIfPresent(parcelID, forKey: .parcelID)
    try container.encodeIfPresent(name, forKey: .name)
    try area?.encode(to: encoder)
    try container.encodeIfPresent(landUseName, forKey: .landUseName)
    try container.encodeIfPresent(party, forKey: .party)
    try container.encodeIfPresent(amountYuan, forKey: .amountYuan)
    try container.encodeIfPresent(requestNumber, forKey: .requestNumber)
    try container.encodeIfPresent(location, forKey: .location)
    try container.encodeIfPresent(purpose, forKey: .purpose)
    if !extras.isEmpty { try container.encode(extras, forKey: .extras) }
    try container.encodeIfPresent(document, forKey: .document)
    try place.encode(to: encoder)
  }
}
