internal import CGEOS
public import SimpleFeatures

/// Asks GEOS exact questions about shapes.
///
/// An engine serves one thread at a time: it is not `Sendable`. Making one costs under a microsecond,
/// so each call or each worker makes its own. Shapes go in and come out as values, through the guard
/// (``ShapeGuard``); heights and measures do not come out.
///
/// Every question throws ``ShapeRefusal`` of a shape that GEOS must not see, and ``TopologyFault``
/// where GEOS fails. Units are those of the coordinate system, x before y.
public final class GeometryEngine {
  let context: EngineContext
  let shapeGuard: ShapeGuard

  /// An engine.
  ///
  /// - Throws: ``TopologyFault`` where there is no memory for it.
  public init(limits: ShapeLimits = .land) throws {
    context = try EngineContext()
    shapeGuard = ShapeGuard(limits: limits)
  }

  /// The version of GEOS that answers: `3.11.1`.
  public static var version: String {
    let text = unsafe String(cString: GEOSversion())
    return String(text.prefix { $0 != "-" })
  }

  /// A shape inside GEOS, past the guard.
  func admit(_ geometry: Geometry) throws -> EngineShape {
    try context.make(shapeGuard.check(geometry).geometry)
  }

  /// A tolerance, distance or grid size that GEOS may be given: zero, or as large as a coordinate and
  /// not lost in arithmetic. With others it scales to infinity.
  func check(_ size: Double, _ function: StaticString) throws {
    let limits = shapeGuard.limits
    guard size == 0 || (size >= limits.leastCoordinate && size <= limits.coordinate) else {
      throw TopologyFault(function: "\(function)", message: "tolerance, distance or grid \(size)")
    }
  }

  /// A yes or no about two shapes.
  func compare(
    _ function: StaticString, _ a: Geometry, _ b: Geometry,
    _ call: (GEOSContextHandle_t, OpaquePointer, OpaquePointer) -> CChar
  ) throws -> Bool {
    let first = try admit(a)
    let second = try admit(b)
    return try unsafe context.truth(function) { unsafe call($0, first.pointer, second.pointer) }
  }

  /// A shape from one.
  func derive(
    _ function: StaticString, _ geometry: Geometry,
    _ call: (GEOSContextHandle_t, OpaquePointer) -> OpaquePointer?
  ) throws -> Geometry {
    let shape = try admit(geometry)
    let result = try unsafe context.shape(function) { unsafe call($0, shape.pointer) }
    return try context.read(result)
  }

  /// A shape from two.
  func combine(
    _ function: StaticString, _ a: Geometry, _ b: Geometry,
    _ call: (GEOSContextHandle_t, OpaquePointer, OpaquePointer) -> OpaquePointer?
  ) throws -> Geometry {
    let first = try admit(a)
    let second = try admit(b)
    let result = try unsafe context.shape(function) {
      unsafe call($0, first.pointer, second.pointer)
    }
    return try context.read(result)
  }

  /// A number about two shapes.
  func measure(
    _ function: StaticString, _ a: Geometry, _ b: Geometry,
    _ call: (GEOSContextHandle_t, OpaquePointer, OpaquePointer, UnsafeMutablePointer<Double>) ->
      Int32
  ) throws -> Double {
    let first = try admit(a)
    let second = try admit(b)
    return try unsafe context.number(function) {
      unsafe call($0, first.pointer, second.pointer, $1)
    }
  }
}

/// GEOS could not answer: what was asked of it, and what it said.
///
/// The shapes are not named here; who asked knows them.
public struct TopologyFault: Error, Hashable, Sendable {
  /// The C function that failed.
  public var function: String
  /// GEOS's own message; empty where it gave none.
  public var message: String

  /// A failure.
  public init(function: String, message: String) {
    self.function = function
    self.message = message
  }
}

extension TopologyFault: CustomStringConvertible {
  /// The failure as a log shows it.
  public var description: String {
    message.isEmpty ? "\(function) failed" : "\(function) failed: \(message)"
  }
}

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
}
