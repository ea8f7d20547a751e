internal import CGEOS
public import SimpleFeatures

/// Sets of points made of two shapes.
///
/// With a grid size every coordinate of the result lies on that grid and the answer cannot fail for
/// want of precision; without, the result is exact but for the rounding of crossing points.
extension GeometryEngine {
  /// What both have.
  public func intersection(
    _ a: Geometry, _ b: Geometry, gridSize: Double? = nil
  ) throws -> Geometry {
    guard let gridSize else {
      return try unsafe combine("GEOSIntersection_r", a, b) {
        unsafe GEOSIntersection_r($0, $1, $2)
      }
    }
    try check(gridSize, "GEOSIntersectionPrec_r")
    return try unsafe combine("GEOSIntersectionPrec_r", a, b) {
      unsafe GEOSIntersectionPrec_r($0, $1, $2, gridSize)
    }
  }

  /// What one of them has.
  public func union(
    _ a: Geometry, _ b: Geometry, gridSize: Double? = nil
  ) throws -> Geometry {
    guard let gridSize else {
      return try unsafe combine("GEOSUnion_r", a, b) { unsafe GEOSUnion_r($0, $1, $2) }
    }
    try check(gridSize, "GEOSUnionPrec_r")
    return try unsafe combine("GEOSUnionPrec_r", a, b) {
      unsafe GEOSUnionPrec_r($0, $1, $2, gridSize)
    }
  }

  /// What `a` has and `b` has not.
  public func difference(
    _ a: Geometry, _ b: Geometry, gridSize: Double? = nil
  ) throws -> Geometry {
    guard let gridSize else {
      return try unsafe combine("GEOSDifference_r", a, b) { unsafe GEOSDifference_r($0, $1, $2) }
    }
    try check(gridSize, "GEOSDifferencePrec_r")
    return try unsafe combine("GEOSDifferencePrec_r", a, b) {
      unsafe GEOSDifferencePrec_r($0, $1, $2, gridSize)
    }
  }

  /// The union of all parts and members of a shape.
  public func unaryUnion(_ geometry: Geometry, gridSize: Double? = nil) throws -> Geometry {
    guard let gridSize else {
      return try unsafe derive("GEOSUnaryUnion_r", geometry) { unsafe GEOSUnaryUnion_r($0, $1) }
    }
    try check(gridSize, "GEOSUnaryUnionPrec_r")
    return try unsafe derive("GEOSUnaryUnionPrec_r", geometry) {
      unsafe GEOSUnaryUnionPrec_r($0, $1, gridSize)
    }
  }
}
