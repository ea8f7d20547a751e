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
  /// What it is about.
  public var kind: DocumentKind
  /// What it does: only some documents put their facts in force.
  public var force = DocumentForce.decides
  /// The numbers of the documents that it ends (撤销, 废止).
  public var revokes: [String] = []
  /// The last day on which it is in force by its own words; `nil` where it names none.
  public var inForceUntil: CalendarDate?
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
  /// What became of the figures it prints; `nil` where nobody counted.
  public var figures: FigureCount?
  /// The figures that no reader took.
  public var unread: [UnreadFigure] = []

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
    try exchangeForce(&json)
    try json("request_number", &requestNumber)
    try json.members(of: &place)
    try json("parcels", &parcels, leftOut: false)
    try json("totals", &totals, leftOut: false)
    try json("transactions", &transactions, leftOut: false)
    try json("sites", &sites, leftOut: sites.isEmpty)
    try json("lineage", &lineage, leftOut: lineage.isEmpty)
    try json(
      "administrative_changes", &administrativeChanges, leftOut: administrativeChanges.isEmpty)
    try json("figures", &figures)
    try json("unread", &unread, leftOut: unread.isEmpty)
  }

  /// The force. Records of before it was known decide. Whether the document has effect, and from when,
  /// follows from force and date; it is written for who reads the JSON.
  private mutating func exchangeForce(_ json: inout JSONExchange) throws {
    var known = Optional(force)
    try json("force", &known)
    force = known ?? .decides
    try json("revokes", &revokes, leftOut: revokes.isEmpty)
    var (hasEffect, from) = (Optional(force.hasEffect), force.hasEffect ? date : nil)
    try json("in_force", &hasEffect)
    try json("in_force_from", &from)
    try json("in_force_until", &inForceUntil)
  }
}

/// What became of the figures with a land unit or an indicator that a document prints.
public struct FigureCount: Hashable, Sendable {
  /// How many there are.
  public var found = 0
  /// How many stand in facts.
  public var inFacts = 0
  /// How many are no facts, with a reason.
  public var explained = 0

  /// None yet.
  public init() {}

  /// How many nobody took.
  public var unread: Int { found - inFacts - explained }
}

extension FigureCount: JSONRecord {
  /// No figures.
  public static var blank: FigureCount { FigureCount() }

  /// Reads or writes the counts.
  public mutating func exchange(_ json: inout JSONExchange) throws {
    try json("found", &found)
    try json("facts", &inFacts)
    try json("explained", &explained)
    var unread = Optional(self.unread)
    try json("unread", &unread)
  }
}

/// A figure that no reader took.
public struct UnreadFigure: Hashable, Sendable {
  /// The line it is printed on, counted from 1.
  public var line: Int
  /// The figure with the words around it.
  public var text: String

  /// An unread figure.
  public init(line: Int, text: String) {
    self.line = line
    self.text = text
  }
}

extension UnreadFigure: JSONRecord {
  /// Nothing.
  public static var blank: UnreadFigure { UnreadFigure(line: 0, text: "") }

  /// Reads or writes the figure.
  public mutating func exchange(_ json: inout JSONExchange) throws {
    try json("line", &line)
    try json("text", &text)
  }
}
