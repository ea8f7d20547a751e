internal import CGEOS
public import SimpleFeatures

/// Numbers about shapes, in the units of the coordinate system.
extension GeometryEngine {
  /// The plane area; holes do not count. 0 of lines and points.
  public func area(of geometry: Geometry) throws -> Double {
    let shape = try admit(geometry)
    return try unsafe context.number("GEOSArea_r") { unsafe GEOSArea_r($0, shape.pointer, $1) }
  }

  /// The length of lines, or of all rings of an area.
  public func length(of geometry: Geometry) throws -> Double {
    let shape = try admit(geometry)
    return try unsafe context.number("GEOSLength_r") {
      unsafe GEOSLength_r($0, shape.pointer, $1)
    }
  }

  /// The distance of the nearest points; `nil` where a shape is empty.
  public func distance(_ a: Geometry, _ b: Geometry) throws -> Double? {
    guard !a.isEmpty, !b.isEmpty else { return nil }
    return try unsafe measure("GEOSDistance_r", a, b) { unsafe GEOSDistance_r($0, $1, $2, $3) }
  }

  /// How far a vertex of one shape is at most from the other; `nil` where a shape is empty.
  public func hausdorffDistance(_ a: Geometry, _ b: Geometry) throws -> Double? {
    guard !a.isEmpty, !b.isEmpty else { return nil }
    return try unsafe measure("GEOSHausdorffDistance_r", a, b) {
      unsafe GEOSHausdorffDistance_r($0, $1, $2, $3)
    }
  }

  /// The nearest points, that of `a` first, as a line; `nil` where a shape is empty.
  public func nearestPoints(_ a: Geometry, _ b: Geometry) throws -> Geometry? {
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
}
