internal import Dispatch
internal import Foundation
public import SimpleFeatures
internal import Synchronization

/// Measures areas on the ellipsoid, in square metres.
///
/// Edges are what they are in the shape's own system: straight in the plane for a grid, geodesics
/// for degrees. Planes that are no transverse Mercator grid are first turned into degrees, vertex
/// by vertex. The shells of a shape add up and its holes are taken off, whatever way they turn.
/// The first ring of a part is its shell.
public struct EllipsoidalArea: Hashable, Sendable {
  private enum Method: Hashable, Sendable {
    case grid(GridArea)
    case degrees(Ellipsoid)
    case other(CoordinateTransformation, Ellipsoid)
  }

  private let method: Method

  /// Measures shapes of a system.
  ///
  /// - Throws: ``ProjectionError`` where the system's degrees cannot be reached.
  public init(in system: CoordinateSystem) throws(ProjectionError) {
    if let grid = system.transverseMercator {
      method = .grid(GridArea(grid))
    } else if system.isProjected {
      let degrees = try CoordinateSystem(definition: system.base.definition)
      method = .other(
        try CoordinateTransformation(from: system, to: degrees, limit: .none), system.ellipsoid)
    } else {
      method = .degrees(system.ellipsoid)
    }
  }

  /// The area of each shape; `nil` of a shape that has none, or whose coordinates cannot be
  /// measured. On all cores.
  public func squareMetres(of column: GeometryColumn) throws(ProjectionError) -> [Double?] {
    var column = column
    if case .other(let transformation, _) = method { try transformation.transform(&column) }
    let shapes = column
    let stretch = 256
    let stretches = (shapes.count + stretch - 1) / stretch
    let areas = Locked([Double?](repeating: nil, count: shapes.count))
    let next = Atomic<Int>(0)
    let workers = max(1, min(ProcessorCount.available, stretches))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let number = next.add(1, ordering: .relaxed).oldValue
        guard number < stretches else { break }
        let features = number * stretch..<min(shapes.count, (number + 1) * stretch)
        let measured = features.map { measure(shapes, $0) }
        areas.withLock { $0.replaceSubrange(features, with: measured) }
      }
    }
    return areas.withLock(\.self)
  }

  /// The area of one shape; `nil` as above, and of a collection.
  public func squareMetres(of geometry: Geometry) throws(ProjectionError) -> Double? {
    var column = GeometryColumn()
    guard column.append(geometry) else { return nil }
    return try squareMetres(of: column).first ?? nil
  }

  private func measure(_ shapes: GeometryColumn, _ feature: Int) -> Double? {
    guard shapes.types[feature] == .polygon || shapes.types[feature] == .multiPolygon else {
      return nil
    }
    var total = 0.0
    for part in shapes.parts(of: feature) {
      let rings = Int(shapes.partOffsets[part])..<Int(shapes.partOffsets[part + 1])
      for ring in rings {
        let vertices = Int(shapes.ringOffsets[ring])..<Int(shapes.ringOffsets[ring + 1])
        let area = abs(measure(shapes.xy, vertices))
        total += ring == rings.lowerBound ? area : -area
      }
    }
    return total.isFinite ? total : nil
  }

  private func measure(_ xy: [Double], _ vertices: Range<Int>) -> Double {
    switch method {
    case .grid(let grid): grid.squareMetres(xy, vertices)
    case .degrees(let ellipsoid), .other(_, let ellipsoid):
      GeodesicArea(ellipsoid).squareMetres(xy, vertices)
    }
  }
}
