import Projection
import SimpleFeatures
import Testing

@Suite struct ParameterSetTests {
  let xian = Result { try CoordinateSystem(epsg: 2361) }
  let national = Result { try CoordinateSystem(epsg: 4525) }

  @Test func fourParametersAreAppliedAsGiven() throws {
    let set = ParameterSet(
      name: "四参数", from: try xian.get(), to: try national.get(),
      method: .similarity2D(easting: 115.5, northing: -3.25, rotation: 3600, scale: 2))
    let moved = try CoordinateTransformation(
      from: xian.get(), to: national.get(), through: set
    ).transform(x: 37_500_000, y: 4_000_000)
    // cos 1° and sin 1°, scale 1 + 2e-6.
    let (c, s) = (0.9998476951563913 * 1.000002, 0.01745240643728351 * 1.000002)
    #expect(abs(moved.x - (115.5 + 37_500_000 * c + 4_000_000 * s)) < 1e-6)
    #expect(abs(moved.y - (-3.25 + 4_000_000 * c - 37_500_000 * s)) < 1e-6)
  }

  @Test func aLocalGridNeedsPlaneParameters() throws {
    let set = ParameterSet(
      name: "城建坐标", from: nil, to: try national.get(),
      method: .similarity2D(easting: 37_490_000, northing: 4_120_000, rotation: 0, scale: 0))
    let transformation = try CoordinateTransformation(
      from: nil, to: CoordinateSystem(epsg: 4490), through: set)
    let moved = try transformation.transform(x: 10_000, y: 15_000)
    #expect(abs(moved.x - 111) < 1e-10)
    #expect(transformation.parameters == set)
    let seven = ParameterSet.SevenParameters(
      dx: 1, dy: 1, dz: 1, rx: 0, ry: 0, rz: 0, scale: 0)
    let spatial = ParameterSet(
      name: "七参数", from: nil, to: try national.get(), method: .positionVector(seven))
    #expect(throws: ProjectionError.parametersDoNotFit(name: "七参数")) {
      try CoordinateTransformation(from: nil, to: national.get(), through: spatial)
    }
    #expect(throws: ProjectionError.parametersDoNotFit(name: "城建坐标")) {
      try CoordinateTransformation(from: xian.get(), to: national.get(), through: set)
    }
  }

  /// The published example of EPSG Guidance Note 7-2 for the position vector method: WGS 72 to
  /// WGS 84, z + 4.5 m, rotation about z 0.554″, scale 0.219 ppm. Flat at height 0: a geocentric
  /// shift moves about 0.554″ in longitude.
  @Test func sevenParametersTurnTheVectorOrTheFrame() throws {
    let degrees = (try CoordinateSystem(epsg: 4610), try CoordinateSystem(epsg: 4490))
    func move(_ method: ParameterSet.Method) throws -> (x: Double, y: Double) {
      try CoordinateTransformation(
        from: degrees.0, to: degrees.1,
        through: ParameterSet(name: "s", from: degrees.0, to: degrees.1, method: method)
      ).transform(x: 111, y: 37)
    }
    var seven = ParameterSet.SevenParameters(
      dx: 0, dy: 0, dz: 0, rx: 0, ry: 0, rz: 0.554, scale: 0)
    let vector = try move(.positionVector(seven))
    let frame = try move(.coordinateFrame(seven))
    #expect(abs(vector.x - 111 - 0.554 / 3600) < 1e-12)
    #expect(abs(frame.x - 111 + 0.554 / 3600) < 1e-12)
    seven.rz = 0
    seven.dz = 100
    // North by about dz · cos φ = 79.9 m, beside what the ellipsoids differ by.
    let still = try move(
      .positionVector(.init(dx: 0, dy: 0, dz: 0, rx: 0, ry: 0, rz: 0, scale: 0)))
    let north = try move(.positionVector(seven)).y - still.y
    #expect(abs(north * 110_980 - 79.9) < 0.2)
  }

  @Test func gridsChangeAroundTheParameters() throws {
    let degrees = (try CoordinateSystem(epsg: 4610), try CoordinateSystem(epsg: 4490))
    let none = ParameterSet(
      name: "零", from: degrees.0, to: degrees.1,
      method: .positionVector(.init(dx: 0, dy: 0, dz: 0, rx: 0, ry: 0, rz: 0, scale: 0)))
    let moved = try CoordinateTransformation(
      from: CoordinateSystem(epsg: 2382), to: CoordinateSystem(epsg: 4525), through: none
    ).transform(x: 500_000, y: 4_135_000)
    #expect(abs(moved.x - 37_500_000) < 1e-6)
    // The ellipsoids differ, so the northing changes a little: a few metres.
    #expect(abs(moved.y - 4_135_000) < 10 && moved.y != 4_135_000)
  }
}
