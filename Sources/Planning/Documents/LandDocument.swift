public import Characters
public import Terms

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

extension LandDocument: JSONRecord {
  /// A document without anything.
  public static var blank: LandDocument { LandDocument(title: "", kind: .other, place: .blank) }

  /// Reads or writes the document; the main lists are always written, the rarer ones where filled.
  public mutating func exchange(_ json: inout JSONExchange) throws {
    try json("number", &number)
    try json("title", &title)
    try json("date", &date)
    try json("issuer", &issuer)
    try json("addressee", &addressee)
    try json("county", &county)
    try json("kind", &kind)
    try json("request_number", &requestNumber)
    try json.members(of: &place)
    try json("parcels", &parcels, leftOut: false)
    try json("totals", &totals, leftOut: false)
    try json("transactions", &transactions, leftOut: false)
    try json("sites", &sites, leftOut: sites.isEmpty)
    try json("lineage", &lineage, leftOut: lineage.isEmpty)
    try json(
      "administrative_changes", &administrativeChanges, leftOut: administrativeChanges.isEmpty)
  }
}
