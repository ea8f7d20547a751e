/// What is checked: the subject of `yulin check`.
public enum CheckScope: String, Hashable, Sendable, Codable, CaseIterable {
  /// Parcels and their boundaries.
  case parcels
  /// What plans and their approvals say.
  case plans
  /// Reserve, supply and reclaim acts.
  case supply
  /// The reference layers themselves.
  case layers
  /// Everything.
  case all
}
