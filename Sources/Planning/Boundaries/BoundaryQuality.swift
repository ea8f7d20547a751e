/// How good a boundary or a layer is.
public enum BoundaryQuality: String, Hashable, Sendable, Codable, CaseIterable {
  /// Measured on the ground (勘测定界).
  case surveyed
  /// Drawn on a map or taken from a plan; also where nothing is said.
  case mapped
  /// Drawn to show roughly where something lies (示意); no question of law may rest on it.
  case schematic
}
