internal import Planning

/// The properties that a filter may ask for, and what kind of values they have.
public struct FilterProperties: Sendable {
  /// One of them.
  public struct Property: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// What kind of values it has; `nil` where they may be of any.
    public let kind: FilterKind?
    /// Other names that mean the same.
    public let otherNames: [String]

    /// A property.
    public init(_ name: String, _ kind: FilterKind?, otherNames: [String] = []) {
      self.name = name
      self.kind = kind
      self.otherNames = otherNames
    }
  }

  /// All of them, in the order they are named to people.
  public let all: [Property]
  private let byName: [String: Int]

  /// Properties; where two claim a name, the first has it.
  public init(_ all: [Property]) {
    self.all = all
    var byName: [String: Int] = [:]
    for (index, property) in all.enumerated() where byName[property.name] == nil {
      byName[property.name] = index
    }
    for (index, property) in all.enumerated() {
      for name in property.otherNames where byName[name] == nil { byName[name] = index }
    }
    self.byName = byName
  }

  /// The property with a name.
  public subscript(name: String) -> Property? { byName[name].map { all[$0] } }

  /// The names nearest to one that is not known; all names where none is near.
  func nearest(to name: String) -> [String] {
    let alike = all.filter { $0.name.lowercased() == name.lowercased() }
    if !alike.isEmpty { return alike.map(\.name) }
    let found = EditDistance.nearest(
      to: name, among: all.flatMap { [$0.name] + $0.otherNames }, count: 5)
    return found.isEmpty ? all.map(\.name) : found
  }
}

extension FilterProperties {
  /// Those of parcels: the columns of the register's layer `parcels`.
  public static let parcels = FilterProperties(
    [
      Property("parcel_id", .text, otherNames: ["地块编号"]),
      Property("county", .text, otherNames: ["县区"]),
      Property("plan", .text, otherNames: ["所属规划"]),
      Property("name", .text, otherNames: ["名称"]),
      Property("land_use_scheme", .text, otherNames: ["用地分类标准"]),
      Property("land_use_code", .text, otherNames: ["用地代码"]),
      Property("land_use_name", .text, otherNames: ["用地性质"]),
      Property("area_m2", .number, otherNames: ["面积"]),
    ]
      + Indicator.allCases.flatMap { indicator in
        [
          Property(
            "\(indicator.rawValue)_min", .number, otherNames: ["\(chineseName(indicator))下限"]),
          Property(
            "\(indicator.rawValue)_max", .number, otherNames: ["\(chineseName(indicator))上限"]),
        ]
      } + [
        Property("keeps_current_use", .boolean, otherNames: ["保留现状"]),
        Property("status", .text, otherNames: ["状态"]),
        Property("location", .text, otherNames: ["位置"]),
        Property("last_document", .text, otherNames: ["最近文件文号"]),
        Property("last_date", .date, otherNames: ["最近文件日期"]),
        Property("file", .text, otherNames: ["来源文件"]),
        Property("line_start", .number, otherNames: ["起始行"]),
        Property("line_end", .number, otherNames: ["终止行"]),
        Property("geometry", .shape, otherNames: ["geom", "形状"]),
      ])

  private static func chineseName(_ indicator: Indicator) -> String {
    switch indicator {
    case .floorAreaRatio: "容积率"
    case .buildingDensity: "建筑密度"
    case .buildingCoefficient: "建筑系数"
    case .greenSpaceRatio: "绿地率"
    case .buildingHeight: "建筑高度"
    case .structureHeight: "构筑物高度"
    }
  }
}
