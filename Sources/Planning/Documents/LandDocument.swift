/// One government document about land, with everything read from it.
///
/// The unit of import: it goes into the register whole or not at all, and a later version of the
/// same number supersedes it without erasing it.
public struct LandDocument: Hashable, Sendable {
  /// The document number in its one spelling, where one is printed.
  public var number: String?
  /// The title on one line.
  public var title: String
  /// The day it was signed; its facts are in force from this day.
  public var date: CalendarDate?
  /// Who issued it.
  public var issuer: String?
  /// To whom it is addressed.
  public var addressee: String?
  /// The county, where the document does not name it and the reader was told.
  public var county: String?
  /// What it does.
  public var kind: DocumentKind
  /// The number of the request it answers (请示).
  public var requestNumber: String?
  /// Where it is printed.
  public var place: SourcePlace
  /// What it says of each parcel.
  public var parcels: [ParcelStatement] = []
  /// Areas it gives for groups of land.
  public var totals: [AreaTotal] = []
  /// The supply, reserve and reclaim acts it approves.
  public var transactions: [LandTransaction] = []
  /// The hazard sites it lists.
  public var sites: [HazardSite] = []
  /// Parcels it splits, merges or renumbers.
  public var lineage: [ParcelLineage] = []
  /// Townships and the like that it merges or renames.
  public var administrativeChanges: [AdministrativeChange] = []

  /// A document without facts yet.
  public init(title: String, kind: DocumentKind, place: SourcePlace) {
    self.title = title
    self.kind = kind
    self.place = place
  }

  /// What names the document among others: its number, or its title and date where it has none.
  public var key: String {
    number ?? "\(title)|\(date?.description ?? "")"
  }

  /// Whether anything was read from it.
  public var hasFacts: Bool {
    !(parcels.isEmpty && totals.isEmpty && transactions.isEmpty && sites.isEmpty
      && lineage.isEmpty && administrativeChanges.isEmpty)
  }
}

extension LandDocument: Codable {
  enum CodingKeys: String, CodingKey {
    case number, title, date, issuer, addressee, county, kind
    case requestNumber = "request_number"
    case parcels, totals, transactions, sites, lineage
    case administrativeChanges = "administrative_changes"
  }

  /// Reads a document; lists that are absent are empty.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      title: try container.decode(String.self, forKey: .title),
      kind: try container.decode(DocumentKind.self, forKey: .kind),
      place: try SourcePlace(from: decoder))
    number = try container.decodeIfPresent(String.self, forKey: .number)
    date = try container.decodeIfPresent(CalendarDate.self, forKey: .date)
    issuer = try container.decodeIfPresent(String.self, forKey: .issuer)
    addressee = try container.decodeIfPresent(String.self, forKey: .addressee)
    county = try container.decodeIfPresent(String.self, forKey: .county)
    requestNumber = try container.decodeIfPresent(String.self, forKey: .requestNumber)
    parcels = try container.decodeIfPresent([ParcelStatement].self, forKey: .parcels) ?? []
    totals = try container.decodeIfPresent([AreaTotal].self, forKey: .totals) ?? []
    transactions =
      try container.decodeIfPresent([LandTransaction].self, forKey: .transactions) ?? []
    sites = try container.decodeIfPresent([HazardSite].self, forKey: .sites) ?? []
    lineage = try container.decodeIfPresent([ParcelLineage].self, forKey: .lineage) ?? []
    administrativeChanges =
      try container.decodeIfPresent([AdministrativeChange].self, forKey: .administrativeChanges)
      ?? []
  }

  /// Writes the document; the four main lists are always written, the rarer ones where filled.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(number, forKey: .number)
    try container.encode(title, forKey: .title)
    try container.encodeIfPresent(date, forKey: .date)
    try container.encodeIfPresent(issuer, forKey: .issuer)
    try container.encodeIfPresent(addressee, forKey: .addressee)
    try container.encodeIfPresent(county, forKey: .county)
    try container.encode(kind, forKey: .kind)
    try container.encodeIfPresent(requestNumber, forKey: .requestNumber)
    try place.encode(to: encoder)
    try container.encode(parcels, forKey: .parcels)
    try container.encode(totals, forKey: .totals)
    try container.encode(transactions, forKey: .transactions)
    if !sites.isEmpty { try container.encode(sites, forKey: .sites) }
    if !lineage.isEmpty { try container.encode(lineage, forKey: .lineage) }
    if !administrativeChanges.isEmpty {
      try container.encode(administrativeChanges, forKey: .administrativeChanges)
    }
  }
}
