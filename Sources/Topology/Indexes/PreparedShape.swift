internal import CGEOS
public import SimpleFeatures

/// A shape that is compared with many others, prepared once.
///
/// Not `Sendable`, and it must not become so: GEOS writes into a prepared shape at each question.
/// Prepare the value anew in each thread.
@safe public final class PreparedShape {
  private let engine: GeometryEngine
  private let shape: EngineShape
  private let prepared: OpaquePointer

  /// Prepares a shape.
  ///
  /// - Throws: ``ShapeRefusal``, ``TopologyFault``.
  public init(_ geometry: Geometry, limits: ShapeLimits = .land) throws {
    let engine = try GeometryEngine(limits: limits)
    let shape = try engine.admit(geometry)
    let pointer = unsafe shape.pointer
    // The shape stays ours and must outlive what is prepared.
    unsafe prepared = try unsafe engine.context.pointer("GEOSPrepare_r") {
      unsafe GEOSPrepare_r($0, pointer)
    }
    self.engine = engine
    self.shape = shape
  }

  deinit {
    unsafe GEOSPreparedGeom_destroy_r(engine.context.handle, prepared)
  }

  /// Whether they have a point in common.
  public func intersects(_ other: Geometry) throws -> Bool {
    try unsafe ask("GEOSPreparedIntersects_r", other) {
      unsafe GEOSPreparedIntersects_r($0, $1, $2)
    }
  }

  /// Whether they have no point in common.
  public func disjoint(_ other: Geometry) throws -> Bool {
    try unsafe ask("GEOSPreparedDisjoint_r", other) {
      unsafe GEOSPreparedDisjoint_r($0, $1, $2)
    }
  }

  /// Whether only their boundaries have points in common.
  public func touches(_ other: Geometry) throws -> Bool {
    try unsafe ask("GEOSPreparedTouches_r", other) { unsafe GEOSPreparedTouches_r($0, $1, $2) }
  }

  /// Whether the other lies in this one and not only on its boundary.
  public func contains(_ other: Geometry) throws -> Bool {
    try unsafe ask("GEOSPreparedContains_r", other) {
      unsafe GEOSPreparedContains_r($0, $1, $2)
    }
  }

  /// Whether no point of the other lies outside this one.
  public func covers(_ other: Geometry) throws -> Bool {
    try unsafe ask("GEOSPreparedCovers_r", other) { unsafe GEOSPreparedCovers_r($0, $1, $2) }
  }

  /// Whether this one lies in the other and not only on its boundary.
  public func within(_ other: Geometry) throws -> Bool {
    try unsafe ask("GEOSPreparedWithin_r", other) { unsafe GEOSPreparedWithin_r($0, $1, $2) }
  }

  /// Whether no point of this one lies outside the other.
  public func coveredBy(_ other: Geometry) throws -> Bool {
    try unsafe ask("GEOSPreparedCoveredBy_r", other) {
      unsafe GEOSPreparedCoveredBy_r($0, $1, $2)
    }
  }

  /// Whether their insides meet in less than the dimension of the greater.
  public func crosses(_ other: Geometry) throws -> Bool {
    try unsafe ask("GEOSPreparedCrosses_r", other) { unsafe GEOSPreparedCrosses_r($0, $1, $2) }
  }

  /// Whether they share a part of their own dimension and each has one of its own.
  public func overlaps(_ other: Geometry) throws -> Bool {
    try unsafe ask("GEOSPreparedOverlaps_r", other) {
      unsafe GEOSPreparedOverlaps_r($0, $1, $2)
    }
  }

  /// Whether they are the same set of points.
  public func equals(_ other: Geometry) throws -> Bool {
    let second = try engine.admit(other)
    return try unsafe engine.context.truth("GEOSEquals_r") {
      unsafe GEOSEquals_r($0, shape.pointer, second.pointer)
    }
  }

  /// The distance of the nearest points; `nil` where a shape is empty.
  public func distance(to other: Geometry) throws -> Double? {
    let isEmpty = try unsafe engine.context.truth("GEOSisEmpty_r") {
      unsafe GEOSisEmpty_r($0, shape.pointer)
    }
    guard !isEmpty, !other.isEmpty else { return nil }
    let second = try engine.admit(other)
    return try unsafe engine.context.number("GEOSPreparedDistance_r") {
      unsafe GEOSPreparedDistance_r($0, prepared, second.pointer, $1)
    }
  }

  private func ask(
    _ function: StaticString, _ other: Geometry,
    _ call: (GEOSContextHandle_t, OpaquePointer, OpaquePointer) -> CChar
  ) throws -> Bool {
    let second = try engine.admit(other)
    return try unsafe engine.context.truth(function) { unsafe call($0, prepared, second.pointer) }
  }
}
