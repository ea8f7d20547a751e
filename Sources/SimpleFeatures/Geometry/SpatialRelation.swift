/// How one shape lies to another, in the ten words that people name.
///
/// A boundary belongs to its shape: a point on the boundary of an area intersects it, is covered by
/// it and touches it, but does not lie within it.
///
/// Source: OGC 06-103r4 §6.1.15; covers and covered-by are those of GEOS.
public enum SpatialRelation: String, Hashable, Sendable, Codable, CaseIterable {
  case intersects, contains, within, covers
  case coveredBy = "coveredby"
  case touches, crosses, overlaps, equals, disjoint

  /// The relation that the second has to the first where the first has this one to the second.
  public var converse: SpatialRelation {
    switch self {
    case .contains: .within
    case .within: .contains
    case .covers: .coveredBy
    case .coveredBy: .covers
    case .intersects, .touches, .crosses, .overlaps, .equals, .disjoint: self
    }
  }
}
