public import Characters

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

extension AreaTotal: JSONRecord {
  /// A total of nothing.
  public static var blank: AreaTotal { AreaTotal(area: .blank, place: .blank) }

  /// Reads or writes the total.
  public mutating func exchange(_ json: inout JSONExchange) throws {
    try json("land_use_name", &landUseName)
    try json("name", &name)
    try json("plan", &plan)
    try json.members(of: &area)
    try json("parts", &parts, leftOut: parts.isEmpty)
    try json.members(of: &place)
  }
}
