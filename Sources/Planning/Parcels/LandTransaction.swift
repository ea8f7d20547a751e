public import Characters
public import Terms

/// One act on one piece of land: its supply, reserve, reclaim, conversion …
///
/// An act has a use, an area and conditions of its own; they never write the plan.
public struct LandTransaction: Hashable, Sendable {
  /// What is done.
  public var kind: TransactionKind
  /// How far it has come.
  public var stage = ActStage.approved
  /// The parcel's number as printed, without spaces.
  public var parcelID: String?
  /// Every other number of the same land, whole as printed.
  public var aliases: [String] = []
  /// The project or the plot's own name.
  public var name: String?
  /// The stated area.
  public var area: StatedArea?
  /// The use as printed.
  public var landUseName: String?
  /// The uses one by one, the main one first.
  public var landUse: [LandUse] = []
  /// The conditions in numbers.
  public var indicators: [Indicator: Interval] = [:]
  /// Between which levels the land lies, where it is below or above the ground.
  public var verticalRange: VerticalRange?
  /// Who receives the land or gives it back.
  public var party: String?
  /// The price paid or the compensation in yuan; never a starting price, a deposit or a unit price.
  public var amountYuan: Double?
  /// All sums that are printed.
  public var prices: [LandPrice] = []
  /// For how many years, by use where the document tells it by use.
  public var terms: [UseTerm] = []
  /// The days that matter.
  public var dates: [ActDay: CalendarDate] = [:]
  /// The number of the contract (合同编号).
  public var contractNumber: String?
  /// The electronic supervision number (电子监管号).
  public var supervisionNumber: String?
  /// Conditions in words, as printed.
  public var conditions: [String] = []
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

  /// Whether the land has been handed over (成交, 竞得), not only approved for it.
  public var isConcluded: Bool { stage == .concluded }
}

/// A sum of money and what it is.
public struct LandPrice: Hashable, Sendable {
  /// What it is.
  public var kind: PriceKind
  /// Yuan; of a unit price yuan per 亩, of a rent yuan a year.
  public var amountYuan: Double

  /// A price.
  public init(kind: PriceKind, amountYuan: Double) {
    self.kind = kind
    self.amountYuan = amountYuan
  }
}

/// For how many years land is given for a use.
public struct UseTerm: Hashable, Sendable {
  /// The use as printed; `nil` where one term holds for all.
  public var landUseName: String?
  /// The years.
  public var years: Double

  /// A term.
  public init(landUseName: String? = nil, years: Double) {
    self.landUseName = landUseName
    self.years = years
  }

  /// The term as it is printed: `住宅70年`.
  public var text: String { "\(landUseName ?? "")\(NumberText.plain(years))年" }
}

extension LandPrice: JSONRecord {
  /// A price of nothing.
  public static var blank: LandPrice { LandPrice(kind: .deal, amountYuan: 0) }

  /// Reads or writes the price.
  public mutating func exchange(_ json: inout JSONExchange) throws {
    try json("kind", &kind)
    try json("amount_cny", &amountYuan)
  }
}

extension UseTerm: JSONRecord {
  /// A term of no years.
  public static var blank: UseTerm { UseTerm(years: 0) }

  /// Reads or writes the term.
  public mutating func exchange(_ json: inout JSONExchange) throws {
    try json("land_use_name", &landUseName)
    try json("years", &years)
  }
}

extension LandTransaction: JSONRecord {
  /// An act of which nothing is known.
  public static var blank: LandTransaction { LandTransaction(kind: .supply, place: .blank) }

  /// Reads or writes the act; what is unknown is left out.
  public mutating func exchange(_ json: inout JSONExchange) throws {
    try json("kind", &kind)
    try exchangeStage(&json)
    try json("parcel_id", &parcelID)
    try json("aliases", &aliases, leftOut: aliases.isEmpty)
    try json("name", &name)
    try json.members(of: &area, where: "area_m2")
    try json("land_use_name", &landUseName)
    try json("land_use", &landUse, leftOut: landUse.isEmpty)
    try json("indicators", &indicators, leftOut: indicators.isEmpty)
    try json("vertical_range", &verticalRange)
    try json("party", &party)
    try json("amount_cny", &amountYuan)
    try json("prices", &prices, leftOut: prices.isEmpty)
    try json("terms", &terms, leftOut: terms.isEmpty)
    try json("dates", &dates, leftOut: dates.isEmpty)
    try json("contract_number", &contractNumber)
    try json("supervision_number", &supervisionNumber)
    try json("conditions", &conditions, leftOut: conditions.isEmpty)
    try json("request_number", &requestNumber)
    try json("location", &location)
    try json("purpose", &purpose)
    try json("extras", &extras, leftOut: extras.isEmpty)
    try json("document", &document)
    try json.members(of: &place)
  }

  /// The stage. Records of before it was known have `concluded` alone, or nothing for approved.
  private mutating func exchangeStage(_ json: inout JSONExchange) throws {
    var (concluded, known) = (isConcluded, Optional(stage))
    try json("concluded", &concluded, leftOut: !concluded)
    try json("stage", &known)
    stage = known ?? (concluded ? .concluded : .approved)
  }
}
