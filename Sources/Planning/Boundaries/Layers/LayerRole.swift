/// What a reference layer stands for, and so what a parcel on it means.
///
/// Source: the layers that a county's review of land use draws on (三区三线 and 用地审查).
public enum LayerRole: String, Hashable, Sendable, Codable, CaseIterable {
  /// 永久基本农田
  case permanentBasicFarmland = "permanent_basic_farmland"
  /// 生态保护红线
  case ecologicalRedline = "ecological_redline"
  /// 城镇开发边界
  case growthBoundary = "growth_boundary"
  /// 土地利用现状（国土变更调查）
  case existingLandUse = "existing_land_use"
  /// 详细规划
  case detailedPlan = "detailed_plan"
  /// 地质灾害易发区、隐患点
  case hazardZone = "hazard_zone"
  /// 已供土地
  case suppliedLand = "supplied_land"
  /// Anything else.
  case other

  /// What a layer of a name most likely stands for: by its key, or by words of planning law in it.
  public static func named(_ name: String) -> LayerRole {
    if let role = LayerRole(rawValue: name.lowercased().replacing("-", with: "_")) { return role }
    let words: [(String, LayerRole)] = [
      ("基本农田", .permanentBasicFarmland), ("红线", .ecologicalRedline),
      ("开发边界", .growthBoundary), ("现状", .existingLandUse), ("三调", .existingLandUse),
      ("变更调查", .existingLandUse), ("地类图斑", .existingLandUse), ("详细规划", .detailedPlan),
      ("控规", .detailedPlan), ("隐患", .hazardZone), ("地质灾害", .hazardZone),
      ("易发区", .hazardZone), ("已供", .suppliedLand), ("供地", .suppliedLand),
    ]
    return words.first { name.contains($0.0) }?.1 ?? .other
  }
}
