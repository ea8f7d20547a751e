public import Characters
public import Terms

/// What one document says of one parcel.
///
/// A parcel is identified by county, plan and number: numbers repeat across plans. Everything else
/// may be absent; absent means the document does not say.
public struct ParcelStatement: Hashable, Sendable {
  /// The parcel's number as printed, without spaces.
  public var parcelID: String?
  /// Every other number of the same land, whole as printed: 宗地代码, 不动产单元代码 …
  public var aliases: [String] = []
  /// The number of the parcel it was split from, where the document says so.
  public var parentID: String?
  /// The plan (控制性详细规划 …) that the number belongs to.
  public var plan: String?
  /// The project or the plot's own name.
  public var name: String?
  /// The land use, the main one first.
  public var landUse: [LandUse] = []
  /// The stated area.
  public var area: StatedArea?
  /// The control indicators.
  public var indicators: [Indicator: Interval] = [:]
  /// Other indicators and unknown columns under the name they are printed with.
  public var extras: [String: String] = [:]
  /// Whether the document keeps the present use (保留现状).
  public var keepsCurrentUse = false
  /// Where it lies, in words.
  public var location: String?
  /// Its bounds in words (四至).
  public var boundaryDescription: String?
  /// Between which levels it lies, where it is land below or above the ground.
  public var verticalRange: VerticalRange?
  /// Conditions attached to it, as printed.
  public var conditions: [String] = []
  /// What the document says was the case before (由 … 调整为 …).
  public var previous: PreviousValues?
  /// The document's number.
  public var document: String?
  /// Where it is printed.
  public var place: SourcePlace

  /// A statement that says nothing yet.
  public init(parcelID: String? = nil, place: SourcePlace) {
    self.parcelID = parcelID
    self.place = place
  }

}

/// The values of a parcel that a document replaces.
public struct PreviousValues: Hashable, Sendable, Codable {
  /// The former land use.
  public var landUse: [LandUse] = []
  /// The former area.
  public var area: StatedArea?
  /// The former indicators.
  public var indicators: [Indicator: Interval] = [:]

  /// No former values.
  public init() {}

  /// Whether nothing is known of before.
  public var isEmpty: Bool { landUse.isEmpty && area == nil && indicators.isEmpty }

  enum CodingKeys: String, CodingKey {
    case landUse = "land_use"
    case area, indicators
  }
}

extension ParcelStatement: JSONRecord {
  /// A statement that says nothing.
  public static var blank: ParcelStatement { ParcelStatement(place: .blank) }

  /// Reads or writes the statement; what is unknown is left out.
  public mutating func exchange(_ json: inout JSONExchange) throws {
    try json("parcel_id", &parcelID)
    try json("aliases", &aliases, leftOut: aliases.isEmpty)
    try json("parent_id", &parentID)
    try json("plan", &plan)
    try json("name", &name)
    try json("land_use", &landUse, leftOut: false)
    try json.members(of: &area, where: "area_m2")
    try json("indicators", &indicators, leftOut: false)
    try json("extras", &extras, leftOut: extras.isEmpty)
    try json("keeps_current_use", &keepsCurrentUse, leftOut: false)
    try json("location", &location)
    try json("boundary_description", &boundaryDescription)
    try json("vertical_range", &verticalRange)
    try json("conditions", &conditions, leftOut: conditions.isEmpty)
    try json("previous", &previous)
    try json("document", &document)
    try json.members(of: &place)
  }
}
