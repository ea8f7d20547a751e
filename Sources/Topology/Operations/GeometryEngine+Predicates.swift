internal import CGEOS
public import SimpleFeatures

/// How two shapes lie to each other. Source: OGC 06-103r4 §6.1.15.
extension GeometryEngine {
  /// Whether they have a point in common.
  public func intersects(_ a: Geometry, _ b: Geometry) throws -> Bool {
    try unsafe compare("GEOSIntersects_r", a, b) { unsafe GEOSIntersects_r($0, $1, $2) }
  }

  /// Whether they have no point in common.
  public func disjoint(_ a: Geometry, _ b: Geometry) throws -> Bool {
    try unsafe compare("GEOSDisjoint_r", a, b) { unsafe GEOSDisjoint_r($0, $1, $2) }
  }

  /// Whether only their boundaries have points in common.
  public func touches(_ a: Geometry, _ b: Geometry) throws -> Bool {
    try unsafe compare("GEOSTouches_r", a, b) { unsafe GEOSTouches_r($0, $1, $2) }
  }

  /// Whether their insides meet in less than the dimension of the greater.
  public func crosses(_ a: Geometry, _ b: Geometry) throws -> Bool {
    try unsafe compare("GEOSCrosses_r", a, b) { unsafe GEOSCrosses_r($0, $1, $2) }
  }

  /// Whether `a` lies in `b` and not only on its boundary.
  public func within(_ a: Geometry, _ b: Geometry) throws -> Bool {
    try unsafe compare("GEOSWithin_r", a, b) { unsafe GEOSWithin_r($0, $1, $2) }
  }

  /// Whether `b` lies in `a` and not only on its boundary.
  public func contains(_ a: Geometry, _ b: Geometry) throws -> Bool {
    try unsafe compare("GEOSContains_r", a, b) { unsafe GEOSContains_r($0, $1, $2) }
  }

  /// Whether no point of `b` lies outside `a`.
  public func covers(_ a: Geometry, _ b: Geometry) throws -> Bool {
    try unsafe compare("GEOSCovers_r", a, b) { unsafe GEOSCovers_r($0, $1, $2) }
  }

  /// Whether no point of `a` lies outside `b`.
  public func coveredBy(_ a: Geometry, _ b: Geometry) throws -> Bool {
    try unsafe compare("GEOSCoveredBy_r", a, b) { unsafe GEOSCoveredBy_r($0, $1, $2) }
  }

  /// Whether they share a part of their own dimension and each has one of its own.
  public func overlaps(_ a: Geometry, _ b: Geometry) throws -> Bool {
    try unsafe compare("GEOSOverlaps_r", a, b) { unsafe GEOSOverlaps_r($0, $1, $2) }
  }

  /// Whether they are the same set of points.
  public func equals(_ a: Geometry, _ b: Geometry) throws -> Bool {
    try unsafe compare("GEOSEquals_r", a, b) { unsafe GEOSEquals_r($0, $1, $2) }
  }
}

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
