import Projection
import SimpleFeatures
import TestSupport
import Testing

@Suite struct EllipsoidalAreaTests {
  static func square(_ x: Double, _ y: Double, _ side: Double) -> [Double] {
    [x, y, x + side, y, x + side, y + side, x, y + side, x, y]
  }

  /// A ring with many vertices along its edges.
  static func densified(_ ring: [Double], _ steps: Int) -> [Double] {
    var dense: [Double] = []
    for vertex in 0..<ring.count / 2 - 1 {
      for step in 0..<steps {
        let t = Double(step) / Double(steps)
        dense.append(ring[2 * vertex] + t * (ring[2 * vertex + 2] - ring[2 * vertex]))
        dense.append(ring[2 * vertex + 1] + t * (ring[2 * vertex + 3] - ring[2 * vertex + 1]))
      }
    }
    return dense + ring[..<2]
  }

  @Test(arguments: [
    (4525, 0.0, 4_135_000.0, 300.0), (4525, 130_000, 4_135_000, 300), (4525, -130_000, 2e6, 1000),
    (4525, 100_000, 5.5e6, 5000), (4497, 260_000, 4_135_000, 1000), (4546, 130_000, 4_135_000, 300),
    (2361, 100_000, 4e6, 500), (32649, 100_000, 4e6, 500), (4525, 100_000, 4e6, 50_000),
  ])
  func areaInAGridIsThatOfItsGeodesics(
    epsg: Int, fromMeridian: Double, northing: Double, side: Double
  ) throws {
    let system = try CoordinateSystem(epsg: epsg)
    let grid = try #require(system.transverseMercator)
    let ring = Self.square(grid.falseEasting + fromMeridian, northing, side)
    let area = try #require(
      try EllipsoidalArea(in: system).squareMetres(of: Geometry(polygon: [ring])))
    let degrees = try CoordinateSystem(definition: system.base.epsg.map { "EPSG:\($0)" } ?? "")
    let dense = try CoordinateTransformation(from: system, to: degrees, limit: .none)
      .transform(Self.densified(ring, 400), engine: .libraryOnly)
    let geodesic = try #require(
      try EllipsoidalArea(in: degrees).squareMetres(of: Geometry(polygon: [dense.xy])))
    #expect(abs(area / geodesic - 1) < 1e-8, "\(area) \(geodesic) \(area / geodesic - 1)")
  }

  @Test func thePlaneIsLargerByWhatIsKnownOfIt() throws {
    // At 111.2° E, 1° and 1.5° from the meridian: 7.8, 194 and 436 millionths, about.
    let system = try CoordinateSystem(epsg: 4525)
    let toPlane = try CoordinateTransformation(from: CoordinateSystem(epsg: 4490), to: system)
    for (longitude, millionths) in [(111.2, 7.8), (112.0, 194.0), (112.5, 436.0)] {
      let place = try toPlane.transform(x: longitude, y: 37.35)
      let ring = Self.square(place.x, place.y, 1)
      let area = try #require(
        try EllipsoidalArea(in: system).squareMetres(of: Geometry(polygon: [ring])))
      #expect(abs((1 / area - 1) * 1e6 - millionths) < 1, "\(longitude)")
    }
  }

  @Test func holesAreTakenOffWhateverTheirDirection() throws {
    let system = try CoordinateSystem(epsg: 4525)
    let area = try EllipsoidalArea(in: system)
    let shell = Self.square(37_517_000, 4_135_000, 100)
    let hole = Self.square(37_517_020, 4_135_020, 50)
    func reversed(_ ring: [Double]) -> [Double] {
      stride(from: ring.count - 2, through: 0, by: -2).flatMap { [ring[$0], ring[$0 + 1]] }
    }
    let whole = try #require(try area.squareMetres(of: Geometry(polygon: [shell])))
    let gap = try #require(try area.squareMetres(of: Geometry(polygon: [reversed(hole)])))
    for rings in [[shell, hole], [shell, reversed(hole)], [reversed(shell), hole]] {
      let ringed = try #require(try area.squareMetres(of: Geometry(polygon: rings)))
      #expect(abs(ringed - (whole - gap)) < 1e-6)
    }
    var two = Geometry(empty: .multiPolygon)
    two.appendPart(rings: [shell])
    two.appendPart(rings: [Self.square(37_518_000, 4_135_000, 100)])
    #expect(try #require(try area.squareMetres(of: two)) > 1.99 * whole)
  }

  @Test func aRingNeedNotBeClosedAndItsStartDoesNotMatter() throws {
    let area = try EllipsoidalArea(in: CoordinateSystem(epsg: 4525))
    let ring = Self.square(37_630_000, 4_135_000, 2000)
    let whole = try #require(try area.squareMetres(of: Geometry(polygon: [ring])))
    let open = try #require(try area.squareMetres(of: Geometry(polygon: [Array(ring.dropLast(2))])))
    let turned = Array(ring[2..<8] + ring[..<4])
    let other = try #require(try area.squareMetres(of: Geometry(polygon: [turned])))
    #expect(abs(whole - open) < 1e-6 && abs(whole - other) < 1e-6)
  }

  @Test func onlyPolygonsHaveAreas() throws {
    let area = try EllipsoidalArea(in: CoordinateSystem(epsg: 4490))
    #expect(try area.squareMetres(of: Geometry(pointX: 111, y: 37)) == nil)
    #expect(try area.squareMetres(of: Geometry(empty: .polygon)) == 0)
    let broken = Geometry(polygon: [[111, 37, 112, 37, .nan, 38, 111, 37]])
    #expect(try area.squareMetres(of: broken) == nil)
    var column = GeometryColumn()
    column.append(nil)
    column.append(Geometry(polygon: [Self.square(111, 37, 0.01)]))
    let areas = try area.squareMetres(of: column)
    #expect(areas[0] == nil && areas[1] != nil)
  }

  @Test func otherPlanesGoThroughDegrees() throws {
    let web = try CoordinateSystem(epsg: 3857)
    let degrees = try CoordinateSystem(epsg: 4326)
    let ring = Self.square(111, 37, 0.001)
    let moved = try CoordinateTransformation(from: degrees, to: web).transform(ring)
    let a = try #require(
      try EllipsoidalArea(in: web).squareMetres(of: Geometry(polygon: [moved.xy])))
    let b = try #require(
      try EllipsoidalArea(in: degrees).squareMetres(of: Geometry(polygon: [ring])))
    #expect(abs(a / b - 1) < 1e-9)
  }
}
