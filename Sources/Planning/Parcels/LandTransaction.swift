public import Characters
public import Terms

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

extension LandTransaction: JSONRecord {
  /// An act of which nothing is known.
  public static var blank: LandTransaction { LandTransaction(kind: .supply, place: .blank) }

  /// Reads or writes the act; what is unknown is left out.
  public mutating func exchange(_ json: inout JSONExchange) throws {
    try json("kind", &kind)
    try json("concluded", &isConcluded, leftOut: !isConcluded)
    try json("parcel_id", &parcelID)
    try json("name", &name)
    try json.members(of: &area, where: "area_m2")
    try json("land_use_name", &landUseName)
    try json("party", &party)
    try json("amount_cny", &amountYuan)
    try json("request_number", &requestNumber)
    try json("location", &location)
    try json("purpose", &purpose)
    try json("extras", &extras, leftOut: extras.isEmpty)
    try json("document", &document)
    try json.members(of: &place)
  }
}
