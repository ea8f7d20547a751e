/// A control indicator (控制指标) of a parcel that Yulin compares and checks.
///
/// Ratios are in percent of the parcel's land (30 means 30 %), heights in metres, the floor area
/// ratio is a plain number.
public enum Indicator: String, Hashable, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
  /// 容积率: floor area over land area.
  case floorAreaRatio = "floor_area_ratio"
  /// 建筑密度: footprint over land area, %.
  case buildingDensity = "building_density"
  /// 建筑系数: footprint of buildings, structures and storage yards over land area, %.
  case buildingCoefficient = "building_coefficient"
  /// 绿地率: green space over land area, %.
  case greenSpaceRatio = "green_space_ratio"
  /// 建筑高度, 建筑限高, m.
  case buildingHeight = "building_height"
  /// 构筑物高度, m.
  case structureHeight = "structure_height"

  /// Whether the indicator is a share of land in percent.
  public var isPercentage: Bool {
    switch self {
    case .buildingDensity, .buildingCoefficient, .greenSpaceRatio: true
    case .floorAreaRatio, .buildingHeight, .structureHeight: false
    }
  }

  /// Whether the indicator is a height in metres.
  public var isHeight: Bool { self == .buildingHeight || self == .structureHeight }
}
