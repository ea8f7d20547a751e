/// An area that a document gives for a group of land: a use, a district, the whole plan.
public struct AreaTotal: Hashable, Sendable {
  /// The land use it sums, where it is one.
  public var landUseName: String?
  /// What else it sums: a district, 合计, 原储备总量 …
  public var name: String?
  /// The plan whose land it sums, where the document speaks of several.
  public var plan: String?
  /// The area.
  public var area: StatedArea
  /// Shares of it under the heading they are printed with, in m² (新增, 存量 …).
  public var parts: [String: Double] = [:]
  /// Where it is printed.
  public var place: SourcePlace

  /// A total.
  public init(
    landUseName: String? = nil, name: String? = nil, area: StatedArea, place: SourcePlace
  ) {
    self.landUseName = landUseName
    self.name = name
    self.area = area
    self.place = place
  }
}

extension AreaTotal: Codable {
  enum CodingKeys: String, CodingKey {
    case landUseName = "land_use_name"
    case name, plan, parts
  }

  /// Reads a total.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      landUseName: try container.decodeIfPresent(String.self, forKey: .landUseName),
      name: try container.decodeIfPresent(String.self, forKey: .name),
      area: try StatedArea(from: decoder), place: try SourcePlace(from: decoder))
    plan = try container.decodeIfPresent(String.self, forKey: .plan)
    parts = try container.decodeIfPresent([String: Double].self, forKey: .parts) ?? [:]
  }

  /// Writes the total.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(landUseName, forKey: .landUseName)
    try container.encodeIfPresent(name, forKey: .name)
    try container.encodeIfPresent(plan, forKey: .plan)
    try area.encode(to: encoder)
    if !parts.isEmpty { try container.encode(parts, forKey: .parts) }
    try place.encode(to: encoder)
  }
}
