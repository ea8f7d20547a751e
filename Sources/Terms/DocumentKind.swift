/// What a land document is about; what it does with it is its ``DocumentForce``.
public enum DocumentKind: String, Term, Codable {
  /// Approves or adjusts a detailed plan (详细规划批复).
  case planApproval = "plan_approval"
  /// Takes land into the land reserve (土地储备).
  case reserve
  /// What a year intends to supply (国有建设用地供应计划).
  case supplyPlan = "supply_plan"
  /// Supplies land: listing, agreement, allocation … (供地).
  case supply
  /// Takes land-use rights back (收回).
  case reclaim
  /// Turns farmland to building land or acquires land (农用地转用, 征收).
  case conversion
  /// Tract-development scheme (土地征收成片开发方案).
  case developmentScheme = "development_scheme"
  /// List of geological-hazard sites (地质灾害隐患点).
  case hazardList = "hazard_list"
  /// Lays down rules for everybody (办法, 细则).
  case rule
  /// A case of illegal use of land (违法用地).
  case `case`
  /// Lists projects (项目清单).
  case projectList = "project_list"
  /// Another document.
  case other

  private var row: (name: Words, synonyms: [String]) {
    switch self {
    case .planApproval: (Words("规划批复", "plan approval"), ["规划", "批复"])
    case .reserve: (Words("土地储备", "land reserve"), ["储备"])
    case .supplyPlan: (Words("供应计划", "supply plan"), ["供地计划"])
    case .supply: (Words("供地", "land supply"), ["供应", "土地供应"])
    case .reclaim: (Words("收回土地", "land reclaim"), ["收回"])
    case .conversion: (Words("农转用征收", "conversion and acquisition"), ["农用地转用", "征收"])
    case .developmentScheme: (Words("成片开发方案", "tract-development scheme"), ["成片开发"])
    case .hazardList: (Words("地质灾害隐患点", "hazard list"), ["地质灾害", "隐患点"])
    case .rule: (Words("规则", "rules"), ["办法", "细则", "规定"])
    case .case: (Words("违法用地案件", "case of illegal use"), ["案件", "违法用地"])
    case .projectList: (Words("项目清单", "project list"), ["项目"])
    case .other: (Words("其他", "other"), [])
    }
  }

  /// What it is called.
  public var name: Words { row.name }
  /// Other words that people ask for it by.
  public var synonyms: [String] { row.synonyms }

  /// Whether it is of acts: what such a document says of a parcel never writes the plan.
  public var isOfActs: Bool {
    switch self {
    case .reserve, .supplyPlan, .supply, .reclaim, .conversion: true
    default: false
    }
  }
}
