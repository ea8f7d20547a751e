/// How far a parcel has come between plan and supply.
public enum ParcelStatus: String, Term, Codable {
  /// Only its boundary is known: no document speaks of it.
  case mapped
  /// A plan speaks of it, no act yet.
  case planned
  /// In the land reserve (储备).
  case reserved
  /// A yearly plan means to supply it; nothing is approved (列入供应计划).
  case plannedSupply = "planned_supply"
  /// Its supply is approved, the land not handed over (供地方案已批).
  case supplyApproved = "supply_approved"
  /// Supplied: the contract or the allocation is concluded (已供应).
  case supplied
  /// Its land-use right was taken back (收回).
  case reclaimed
  /// Split, merged or renumbered: its kinship names what took its place.
  case superseded

  private var row: (name: Words, synonyms: [String]) {
    switch self {
    case .mapped: (Words("仅有图形", "boundary only"), [])
    case .planned: (Words("已规划", "planned"), ["规划"])
    case .reserved: (Words("已储备", "reserved"), ["储备", "收储"])
    case .plannedSupply: (Words("列入供应计划", "supply planned"), ["计划供应", "拟供应"])
    case .supplyApproved: (Words("供地已批", "supply approved"), ["已批", "已批供地"])
    case .supplied: (Words("已供应", "supplied"), ["已供", "供应", "成交"])
    case .reclaimed: (Words("已收回", "reclaimed"), ["收回"])
    case .superseded: (Words("已分割、合并或改号", "superseded"), ["已变更", "失效", "拆分", "合并"])
    }
  }

  /// What it is called.
  public var name: Words { row.name }
  /// Other words that people ask for it by.
  public var synonyms: [String] { row.synonyms }
}

/// How good a boundary or a layer is.
public enum BoundaryQuality: String, Term, Codable {
  /// Measured on the ground (勘测定界).
  case surveyed
  /// Drawn on a map or taken from a plan; also where nothing is said.
  case mapped
  /// Drawn to show roughly where something lies (示意); no question of law may rest on it.
  case schematic

  /// What it is called.
  public var name: Words {
    switch self {
    case .surveyed: Words("勘测", "surveyed")
    case .mapped: Words("制图", "mapped")
    case .schematic: Words("示意", "schematic")
    }
  }
}

/// What a reference layer stands for, and so what a parcel on it means.
///
/// Source: the layers that a county's review of land use draws on (三区三线 and 用地审查).
public enum LayerRole: String, Term, Codable {
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

  private var row: (name: Words, parts: [String]) {
    switch self {
    case .permanentBasicFarmland: (Words("永久基本农田", "permanent basic farmland"), ["基本农田"])
    case .ecologicalRedline: (Words("生态保护红线", "ecological redline"), ["红线"])
    case .growthBoundary: (Words("城镇开发边界", "urban growth boundary"), ["开发边界"])
    case .existingLandUse:
      (Words("土地利用现状", "existing land use"), ["现状", "三调", "变更调查", "地类图斑"])
    case .detailedPlan: (Words("详细规划", "detailed plan"), ["详细规划", "控规"])
    case .hazardZone: (Words("地质灾害区", "hazard zone"), ["隐患", "地质灾害", "易发区"])
    case .suppliedLand: (Words("已供土地", "supplied land"), ["已供", "供地"])
    case .other: (Words("其他", "other"), [])
    }
  }

  /// What it is called.
  public var name: Words { row.name }

  /// What a layer of a name most likely stands for: by its key, or by words of planning law in it.
  public static func named(_ name: String) -> LayerRole {
    LayerRole(rawValue: name.lowercased().replacing("-", with: "_"))
      ?? allCases.first { $0.row.parts.contains { name.contains($0) } } ?? .other
  }
}
