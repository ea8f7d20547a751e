internal import CGEOS
public import SimpleFeatures

/// Shapes made of one shape.
extension GeometryEngine {
  /// All points within a distance; a negative one takes that much away from an area.
  ///
  /// - Parameter quadrantSegments: edges of a quarter circle.
  public func buffer(
    _ geometry: Geometry, distance: Double, quadrantSegments: Int = 8
  ) throws -> Geometry {
    try check(abs(distance), "GEOSBuffer_r")
    guard 1...1024 ~= quadrantSegments else {
      throw TopologyFault(
        function: "GEOSBuffer_r", message: "quadrant segments \(quadrantSegments)")
    }
    return try unsafe derive("GEOSBuffer_r", geometry) {
      unsafe GEOSBuffer_r($0, $1, distance, Int32(quadrantSegments))
    }
  }

  /// The shape with fewer vertices, none farther away than the tolerance; valid stays valid.
  public func simplified(_ geometry: Geometry, tolerance: Double) throws -> Geometry {
    let function: StaticString = "GEOSTopologyPreserveSimplify_r"
    try check(tolerance, function)
    return try unsafe derive(function, geometry) {
      unsafe GEOSTopologyPreserveSimplify_r($0, $1, tolerance)
    }
  }

  /// The shape with fewer vertices, none farther away than the tolerance; it may become invalid.
  public func roughlySimplified(_ geometry: Geometry, tolerance: Double) throws -> Geometry {
    try check(tolerance, "GEOSSimplify_r")
    return try unsafe derive("GEOSSimplify_r", geometry) {
      unsafe GEOSSimplify_r($0, $1, tolerance)
    }
  }

  /// A point that surely lies in the shape.
  public func pointOnSurface(_ geometry: Geometry) throws -> Geometry {
    try unsafe derive("GEOSPointOnSurface_r", geometry) { unsafe GEOSPointOnSurface_r($0, $1) }
  }

  /// The centre of mass, which may lie outside the shape.
  public func centroid(_ geometry: Geometry) throws -> Geometry {
    try unsafe derive("GEOSGetCentroid_r", geometry) { unsafe GEOSGetCentroid_r($0, $1) }
  }

  /// The least convex shape around it.
  public func convexHull(_ geometry: Geometry) throws -> Geometry {
    try unsafe derive("GEOSConvexHull_r", geometry) { unsafe GEOSConvexHull_r($0, $1) }
  }

  /// The rings of an area, the ends of lines.
  public func boundary(_ geometry: Geometry) throws -> Geometry {
    try unsafe derive("GEOSBoundary_r", geometry) { unsafe GEOSBoundary_r($0, $1) }
  }

  /// The lines cut wherever they meet.
  public func noded(_ geometry: Geometry) throws -> Geometry {
    try unsafe derive("GEOSNode_r", geometry) { unsafe GEOSNode_r($0, $1) }
  }

  /// The areas that lines enclose.
  public func builtArea(_ geometry: Geometry) throws -> Geometry {
    try unsafe derive("GEOSBuildArea_r", geometry) { unsafe GEOSBuildArea_r($0, $1) }
  }

  /// The lines sewn together at their ends.
  public func mergedLines(_ geometry: Geometry) throws -> Geometry {
    try unsafe derive("GEOSLineMerge_r", geometry) { unsafe GEOSLineMerge_r($0, $1) }
  }

  /// The shape with further vertices, so that no edge is longer than the tolerance.
  public func densified(_ geometry: Geometry, tolerance: Double) throws -> Geometry {
    try check(tolerance, "GEOSDensify_r")
    let length = try length(of: geometry)
    guard tolerance > 0, length / tolerance <= Double(shapeGuard.limits.vertices) else {
      throw TopologyFault(function: "GEOSDensify_r", message: "tolerance \(tolerance)")
    }
    return try unsafe derive("GEOSDensify_r", geometry) {
      unsafe GEOSDensify_r($0, $1, tolerance)
    }
  }

  /// The shape with every coordinate on a grid; valid stays valid, what collapses vanishes.
  public func snapped(_ geometry: Geometry, gridSize: Double) throws -> Geometry {
    try check(gridSize, "GEOSGeom_setPrecision_r")
    return try unsafe derive("GEOSGeom_setPrecision_r", geometry) {
      unsafe GEOSGeom_setPrecision_r($0, $1, gridSize, 0)
    }
  }
}

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

  /// What only one of them has.
  public func symmetricDifference(
    _ a: Geometry, _ b: Geometry, gridSize: Double? = nil
  ) throws -> Geometry {
    guard let gridSize else {
      return try unsafe combine("GEOSSymDifference_r", a, b) {
        unsafe GEOSSymDifference_r($0, $1, $2)
      }
    }
    try check(gridSize, "GEOSSymDifferencePrec_r")
    return try unsafe combine("GEOSSymDifferencePrec_r", a, b) {
      unsafe GEOSSymDifferencePrec_r($0, $1, $2, gridSize)
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
