/// How one shape lies to another, in the ten words that people name.
///
/// Source: OGC 06-103r4 §6.1.15; covers and covered-by are those of GEOS, under which a boundary
/// belongs to its shape.
public enum SpatialRelation: String, Hashable, Sendable, Codable, CaseIterable {
  case intersects, contains, within, covers
  case coveredBy = "coveredby"
  case touches, crosses, overlaps, equals, disjoint
}
