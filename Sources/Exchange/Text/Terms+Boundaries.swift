public import Planning
public import Terms

extension Terms {
  /// The name of what a layer stands for.
  public static func name(of role: LayerRole) -> Words {
    switch role {
    case .permanentBasicFarmland: Words("永久基本农田", "permanent basic farmland")
    case .ecologicalRedline: Words("生态保护红线", "ecological redline")
    case .growthBoundary: Words("城镇开发边界", "urban growth boundary")
    case .existingLandUse: Words("土地利用现状", "existing land use")
    case .detailedPlan: Words("详细规划", "detailed plan")
    case .hazardZone: Words("地质灾害区", "hazard zone")
    case .suppliedLand: Words("已供土地", "supplied land")
    case .other: Words("其他", "other")
    }
  }

  /// The name of how good a boundary is.
  public static func name(of quality: BoundaryQuality) -> Words {
    switch quality {
    case .surveyed: Words("勘测", "surveyed")
    case .mapped: Words("制图", "mapped")
    case .schematic: Words("示意", "schematic")
    }
  }
}
