/// What a land document does.
public enum DocumentKind: String, Hashable, Sendable, Codable, CaseIterable {
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
}
