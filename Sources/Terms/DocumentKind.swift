/// What a land document does.
public enum DocumentKind: String, Term, Codable {
  /// Approves or adjusts a detailed plan (详细规划批复).
  case planApproval = "plan_approval"
  /// Takes land into the land reserve (土地储备).
  case reserve
  /// Supplies land: listing, agreement, allocation … (供地).
  case supply
  /// Takes land-use rights back (收回).
  case reclaim
  /// Tract-development scheme (土地征收成片开发方案).
  case developmentScheme = "development_scheme"
  /// List of geological-hazard sites (地质灾害隐患点).
  case hazardList = "hazard_list"
  /// Another document that states facts about land.
  case other

  private var row: (name: Words, synonyms: [String]) {
    switch self {
    case .planApproval: (Words("规划批复", "plan approval"), ["规划", "批复"])
    case .reserve: (Words("土地储备", "land reserve"), ["储备"])
    case .supply: (Words("供地", "land supply"), ["供应", "土地供应"])
    case .reclaim: (Words("收回土地", "land reclaim"), ["收回"])
    case .developmentScheme: (Words("成片开发方案", "tract-development scheme"), ["成片开发"])
    case .hazardList: (Words("地质灾害隐患点", "hazard list"), ["地质灾害", "隐患点"])
    case .other: (Words("其他", "other"), [])
    }
  }

  /// What it is called.
  public var name: Words { row.name }
  /// Other words that people ask for it by.
  public var synonyms: [String] { row.synonyms }
}
