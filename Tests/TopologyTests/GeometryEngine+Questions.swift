import CGEOS
import SimpleFeatures

@testable import Topology

/// What GEOS can be asked beyond what the program asks: for its own suite, for the laws, and for the
/// calls that kill it without the guard.
extension GeometryEngine {
  /// How far a vertex of one shape is at most from the other; `nil` where a shape is empty.
  func hausdorffDistance(_ a: Geometry, _ b: Geometry) throws -> Double? {
    guard !a.isEmpty, !b.isEmpty else { return nil }
    return try unsafe measure("GEOSHausdorffDistance_r", a, b) {
      unsafe GEOSHausdorffDistance_r($0, $1, $2, $3)
    }
  }

  /// The nearest points, that of `a` first, as a line; `nil` where a shape is empty.
  func nearestPoints(_ a: Geometry, _ b: Geometry) throws -> Geometry? {
    guard !a.isEmpty, !b.isEmpty else { return nil }
    let first = try admit(a)
    let second = try admit(b)
    // The sequence is ours.
    let sequence = try unsafe context.pointer("GEOSNearestPoints_r") {
      unsafe GEOSNearestPoints_r($0, first.pointer, second.pointer)
    }
    // The line takes the sequence, also when it fails.
    let line = try unsafe context.shape("GEOSGeom_createLineString_r") {
      unsafe GEOSGeom_createLineString_r($0, sequence)
    }
    return try context.read(line)
  }

  /// Whether they have the same vertices in the same order, each within a tolerance.
  func equalsExactly(
    _ a: Geometry, _ b: Geometry, tolerance: Double = 0
  ) throws -> Bool {
    try unsafe compare("GEOSEqualsExact_r", a, b) {
      unsafe GEOSEqualsExact_r($0, $1, $2, tolerance)
    }
  }

  /// Whether a point of one is at most `distance` away from a point of the other.
  func isWithin(_ distance: Double, _ a: Geometry, _ b: Geometry) throws -> Bool {
    try unsafe compare("GEOSDistanceWithin_r", a, b) {
      unsafe GEOSDistanceWithin_r($0, $1, $2, distance)
    }
  }

  /// Whether their relation matches a pattern of nine letters out of `012TF*`.
  func relate(
    _ a: Geometry, _ b: Geometry, matches pattern: String
  ) throws -> Bool {
    try unsafe compare("GEOSRelatePattern_r", a, b) { handle, a, b in
      unsafe pattern.withCString { unsafe GEOSRelatePattern_r(handle, a, b, $0) }
    }
  }

  /// Their relation as nine letters: the DE-9IM matrix, row by row.
  func relate(_ a: Geometry, _ b: Geometry) throws -> String {
    let first = try admit(a)
    let second = try admit(b)
    context.clear()
    guard
      let letters = unsafe GEOSRelate_r(context.handle, first.pointer, second.pointer)
    else { throw context.fault("GEOSRelate_r") }
    // The letters are ours.
    defer { unsafe GEOSFree_r(context.handle, letters) }
    return unsafe String(cString: letters)
  }

  /// Whether a line nowhere meets itself, and the points of a multi-point are all different.
  func isSimple(_ geometry: Geometry) throws -> Bool {
    let shape = try admit(geometry)
    return try unsafe context.truth("GEOSisSimple_r") {
      unsafe GEOSisSimple_r($0, shape.pointer)
    }
  }

  /// All points within a distance; a negative one takes that much away from an area.
  ///
  /// - Parameter quadrantSegments: edges of a quarter circle.
  func buffer(
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
  func simplified(_ geometry: Geometry, tolerance: Double) throws -> Geometry {
    let function: StaticString = "GEOSTopologyPreserveSimplify_r"
    try check(tolerance, function)
    return try unsafe derive(function, geometry) {
      unsafe GEOSTopologyPreserveSimplify_r($0, $1, tolerance)
    }
  }

  /// The shape with fewer vertices, none farther away than the tolerance; it may become invalid.
  func roughlySimplified(_ geometry: Geometry, tolerance: Double) throws -> Geometry {
    try check(tolerance, "GEOSSimplify_r")
    return try unsafe derive("GEOSSimplify_r", geometry) {
      unsafe GEOSSimplify_r($0, $1, tolerance)
    }
  }

  /// A point that surely lies in the shape.
  func pointOnSurface(_ geometry: Geometry) throws -> Geometry {
    try unsafe derive("GEOSPointOnSurface_r", geometry) { unsafe GEOSPointOnSurface_r($0, $1) }
  }

  /// The centre of mass, which may lie outside the shape.
  func centroid(_ geometry: Geometry) throws -> Geometry {
    try unsafe derive("GEOSGetCentroid_r", geometry) { unsafe GEOSGetCentroid_r($0, $1) }
  }

  /// The least convex shape around it.
  func convexHull(_ geometry: Geometry) throws -> Geometry {
    try unsafe derive("GEOSConvexHull_r", geometry) { unsafe GEOSConvexHull_r($0, $1) }
  }

  /// The rings of an area, the ends of lines.
  func boundary(_ geometry: Geometry) throws -> Geometry {
    try unsafe derive("GEOSBoundary_r", geometry) { unsafe GEOSBoundary_r($0, $1) }
  }

  /// The lines cut wherever they meet.
  func noded(_ geometry: Geometry) throws -> Geometry {
    try unsafe derive("GEOSNode_r", geometry) { unsafe GEOSNode_r($0, $1) }
  }

  /// The areas that lines enclose.
  func builtArea(_ geometry: Geometry) throws -> Geometry {
    try unsafe derive("GEOSBuildArea_r", geometry) { unsafe GEOSBuildArea_r($0, $1) }
  }

  /// The lines sewn together at their ends.
  func mergedLines(_ geometry: Geometry) throws -> Geometry {
    try unsafe derive("GEOSLineMerge_r", geometry) { unsafe GEOSLineMerge_r($0, $1) }
  }

  /// The shape with further vertices, so that no edge is longer than the tolerance.
  func densified(_ geometry: Geometry, tolerance: Double) throws -> Geometry {
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
  func snapped(_ geometry: Geometry, gridSize: Double) throws -> Geometry {
    try check(gridSize, "GEOSGeom_setPrecision_r")
    return try unsafe derive("GEOSGeom_setPrecision_r", geometry) {
      unsafe GEOSGeom_setPrecision_r($0, $1, gridSize, 0)
    }
  }

  /// What only one of them has.
  func symmetricDifference(
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
}
