public import SimpleFeatures

extension GeometryEngine {
  /// Whether `a` has a relation to `b`: `within` where `a` lies within `b`.
  public func holds(_ relation: SpatialRelation, _ a: Geometry, _ b: Geometry) throws -> Bool {
    switch relation {
    case .intersects: try intersects(a, b)
    case .contains: try contains(a, b)
    case .within: try within(a, b)
    case .covers: try covers(a, b)
    case .coveredBy: try coveredBy(a, b)
    case .touches: try touches(a, b)
    case .crosses: try crosses(a, b)
    case .overlaps: try overlaps(a, b)
    case .equals: try equals(a, b)
    case .disjoint: try disjoint(a, b)
    }
  }
}

extension PreparedShape {
  /// Whether another shape has a relation to this one: `within` where the other lies within this.
  /// GEOS has no prepared form of `equals`; it is asked of the shapes themselves.
  public func isMet(_ relation: SpatialRelation, by other: Geometry) throws -> Bool {
    switch relation.converse {
    case .intersects: try intersects(other)
    case .contains: try contains(other)
    case .within: try within(other)
    case .covers: try covers(other)
    case .coveredBy: try coveredBy(other)
    case .touches: try touches(other)
    case .crosses: try crosses(other)
    case .overlaps: try overlaps(other)
    case .equals: try equals(other)
    case .disjoint: try disjoint(other)
    }
  }
}

extension SpatialRelation {
  /// The function of GEOS that answers whether a found shape has the relation to a prepared one.
  public var preparedFunction: String {
    switch converse {
    case .intersects: "GEOSPreparedIntersects_r"
    case .contains: "GEOSPreparedContains_r"
    case .within: "GEOSPreparedWithin_r"
    case .covers: "GEOSPreparedCovers_r"
    case .coveredBy: "GEOSPreparedCoveredBy_r"
    case .touches: "GEOSPreparedTouches_r"
    case .crosses: "GEOSPreparedCrosses_r"
    case .overlaps: "GEOSPreparedOverlaps_r"
    case .equals: "GEOSEquals_r"
    case .disjoint: "GEOSPreparedDisjoint_r"
    }
  }
}
