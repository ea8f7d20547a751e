internal import CPROJ
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

/// The area on the ellipsoid of a ring in degrees. Its edges are geodesics, so an edge along a
/// parallel bows towards the pole: 0.4 m in the middle of 5 km at 37° N.
///
/// Source: Karney 2013, "Algorithms for geodesics", as PROJ has it.
struct GeodesicArea {
  private var geodesic: geod_geodesic

  init(_ ellipsoid: Ellipsoid) {
    geodesic = geod_geodesic()
    unsafe geod_init(&geodesic, ellipsoid.semiMajorAxis, ellipsoid.flattening)
  }

  /// The area of a ring of vertices lon0, lat0, lon1, lat1 …; positive where it turns left.
  func squareMetres(_ xy: [Double], _ vertices: Range<Int>) -> Double {
    guard vertices.count > 2 else { return 0 }
    var geodesic = geodesic
    var polygon = geod_polygon()
    unsafe geod_polygon_init(&polygon, 0)
    for vertex in vertices {
      let (longitude, latitude) = (xy[2 * vertex], xy[2 * vertex + 1])
      guard longitude.isFinite, latitude.magnitude <= 90 else { return .nan }
      // The closing vertex adds nothing.
      unsafe geod_polygon_addpoint(&geodesic, &polygon, latitude, longitude)
    }
    var area = 0.0
    _ = unsafe geod_polygon_compute(&geodesic, &polygon, 0, 1, &area, nil)
    return area
  }
}

/// The area on the ellipsoid of a ring in a transverse Mercator plane, by one walk around it.
///
/// The plane enlarges lengths by k, so the area is the integral of 1/k² over the ring. By Green's
/// theorem it is ∮ F dN with F = ∫ 1/k² dE, taken from the central meridian. With u = (x/R)², x the
/// distance from it, R² = M·N at the foot point and η² = e′² cos² φ,
/// 1/k² = 1 − u + (2 − η²)/3 u² − 17/45 u³. Along a straight edge the powers of x are integrated
/// exactly; R is taken at its middle. Error under 1e-9 of the area within 3° of the meridian.
///
/// Source: the series of the scale factor in grid coordinates (Redfearn 1948), inverted.
struct GridArea: Hashable, Sendable {
  private let parameters: TransverseMercator.Parameters
  /// The rectifying radius in metres.
  private let rectifyingRadius: Double
  private let footPoint: [Double]

  init(_ parameters: TransverseMercator.Parameters) {
    self.parameters = parameters
    let n = parameters.ellipsoid.thirdFlattening
    rectifyingRadius = TransverseMercator(parameters).radius / parameters.scale
    // The geodetic latitude of a rectifying one (Helmert); to 1e-9 rad.
    footPoint = [
      n * (3.0 / 2 - n * n * 27.0 / 32), n * n * (21.0 / 16 - n * n * 55.0 / 32),
      n * n * n * 151.0 / 96, n * n * n * n * 1097.0 / 512,
    ]
  }

  /// 1/R² and η² at a northing from the equator.
  private func curvature(_ northing: Double) -> (inverse: Double, eta: Double) {
    let rectifying = northing / rectifyingRadius
    var latitude = rectifying
    for (index, coefficient) in footPoint.enumerated() {
      latitude += coefficient * sin(2 * Double(index + 1) * rectifying)
    }
    let ellipsoid = parameters.ellipsoid
    let e2 = ellipsoid.eccentricitySquared
    let (sine, cosine) = (sin(latitude), cos(latitude))
    let w2 = 1 - e2 * sine * sine
    let axis = ellipsoid.semiMajorAxis
    return (w2 * w2 / (axis * axis * (1 - e2)), e2 / (1 - e2) * cosine * cosine)
  }

  /// The area of a ring of vertices x0, y0, x1, y1 …; positive where it turns left.
  func squareMetres(_ xy: [Double], _ vertices: Range<Int>) -> Double {
    guard vertices.count > 2 else { return 0 }
    let (scale, first) = (parameters.scale, vertices.lowerBound)
    let (x0, y0) = (xy[2 * first], xy[2 * first + 1])
    var (low, high) = (y0, y0)
    for vertex in vertices {
      low = min(low, xy[2 * vertex + 1])
      high = max(high, xy[2 * vertex + 1])
    }
    let middle = (low + high) / 2
    // 1/R² as a parabola over the ring's height; it changes slowly.
    let height = max((high - low) / 2, 1)
    let (at, up, down) = (
      curvature((middle - parameters.falseNorthing) / scale),
      curvature((middle + height - parameters.falseNorthing) / scale).inverse,
      curvature((middle - height - parameters.falseNorthing) / scale).inverse
    )
    let slope = (up - down) / 2
    let bend = (up + down) / 2 - at.inverse
    let toMeridian = x0 - parameters.falseEasting
    var (plane, excess) = (0.0, 0.0)
    var (lastX, lastY) = (
      xy[2 * vertices.upperBound - 2] - x0, xy[2 * vertices.upperBound - 1] - y0
    )
    for vertex in vertices {
      let (x, y) = (xy[2 * vertex] - x0, xy[2 * vertex + 1] - y0)
      let rise = y - lastY
      plane += (x + lastX) * rise
      let t = ((y + lastY) / 2 + y0 - middle) / height
      let c = at.inverse + t * (slope + t * bend)
      let (a, b) = ((lastX + toMeridian) / scale, (x + toMeridian) / scale)
      // ∫ x³, x⁵ and x⁷ along the edge.
      let (aa, bb) = (a * a, b * b)
      let cube = (a + b) * (aa + bb) / 4
      let (a4, b4) = (aa * aa, bb * bb)
      let fifth = (a + b) * (a4 + aa * bb + b4) / 6
      let seventh = (a + b) * (aa + bb) * (a4 + b4) / 8
      excess +=
        rise * c * (cube / 3 - c * ((2 - at.eta) / 15 * fifth - 17.0 / 315 * c * seventh))
      (lastX, lastY) = (x, y)
    }
    return plane / 2 / (scale * scale) - excess / scale
  }
}
