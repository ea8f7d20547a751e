/// What one document says of one parcel.
///
/// A parcel is identified by county, plan and number: numbers repeat across plans. Everything else
/// may be absent; absent means the document does not say.
public struct ParcelStatement: Hashable, Sendable {
  /// The parcel's number as printed, without spaces.
  public var parcelID: String?
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

extension ParcelStatement: Codable {
  enum CodingKeys: String, CodingKey {
    case parcelID = "parcel_id"
    case parentID = "parent_id"
    case plan, name
    case landUse = "land_use"
    case indicators, extras
    case keepsCurrentUse = "keeps_current_use"
    case location
    case boundaryDescription = "boundary_description"
    case conditions, previous, document
  }

  /// Reads a statement; lists that are absent are empty.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      parcelID: try container.decodeIfPresent(String.self, forKey: .parcelID),
      place: try SourcePlace(from: decoder))
    parentID = try container.decodeIfPresent(String.self, forKey: .parentID)
    plan = try container.decodeIfPresent(String.self, forKey: .plan)
    name = try container.decodeIfPresent(String.self, forKey: .name)
    landUse = try container.decodeIfPresent([LandUse].self, forKey: .landUse) ?? []
    area = try StatedArea.ifPresent(in: decoder)
    indicators =
      try container.decodeIfPresent([Indicator: Interval].self, forKey: .indicators) ?? [:]
    extras = try container.decodeIfPresent([String: String].self, forKey: .extras) ?? [:]
    keepsCurrentUse = try container.decodeIfPresent(Bool.self, forKey: .keepsCurrentUse) ?? false
    location = try container.decodeIfPresent(String.self, forKey: .location)
    boundaryDescription =
      try container.decodeIfPresent(String.self, forKey: .boundaryDescription)
    conditions = try container.decodeIfPresent([String].self, forKey: .conditions) ?? []
    previous = try container.decodeIfPresent(PreviousValues.self, forKey: .previous)
    document = try container.decodeIfPresent(String.self, forKey: .document)
  }

  /// Writes the statement; what is unknown is left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(parcelID, forKey: .parcelID)
    try container.encodeIfPresent(parentID, forKey: .parentID)
    try container.encodeIfPresent(plan, forKey: .plan)
    try container.encodeIfPresent(name, forKey: .name)
    try container.encode(landUse, forKey: .landUse)
    try area?.encode(to: encoder)
    try container.encode(indicators, forKey: .indicators)
    if !extras.isEmpty { try container.encode(extras, forKey: .extras) }
    try container.encode(keepsCurrentUse, forKey: .keepsCurrentUse)
    try container.encodeIfPresent(location, forKey: .location)
    try container.encodeIfPresent(boundaryDescription, forKey: .boundaryDescription)
    if !conditions.isEmpty { try container.encode(conditions, forKey: .conditions) }
    try container.encodeIfPresent(previous, forKey: .previous)
    try container.encodeIfPresent(document, forKey: .document)
    try place.encode(to: encoder)
  }
}
