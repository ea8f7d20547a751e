import Projection
import SimpleFeatures
import TestSupport
import Testing

@Suite struct CoordinateTransformationTests {
  func make(
    _ source: Int, _ target: Int, limit: CoordinateTransformation.Limit = .areaOfUse(margin: 3)
  ) throws -> CoordinateTransformation {
    try CoordinateTransformation(
      from: CoordinateSystem(epsg: source), to: CoordinateSystem(epsg: target), limit: limit)
  }

  @Test(arguments: [
    (2361, 4525), (4610, 4490), (4610, 4326), (2413, 4525), (4214, 4490), (4555, 4490),
    (4568, 4491), (4490, 4610), (4525, 2361), (2361, 3857),
  ])
  func shiftsWithoutPublishedParametersAreRefused(source: Int, target: Int) {
    #expect(throws: ProjectionError.refused(from: "EPSG:\(source)", to: "EPSG:\(target)")) {
      try make(source, target)
    }
  }

  @Test func aDatumWithoutParametersStillHasItsOwnGrids() throws {
    let moved = try make(2361, 4610).transform(x: 37_500_000, y: 4_135_000)
    #expect(abs(moved.x - 111) < 1e-12)
    #expect(try make(2361, 2382).transform(x: 37_500_000, y: 4_135_000) == (500_000, 4_135_000))
  }

  @Test func publishedParametersHoldOnlyInTheirArea() throws {
    // Beijing 1954 to WGS 84 is published for Ordos (107° to 110.01° E, 35° to 39° N), not for 中阳.
    let transformation = try make(4214, 4326)
    let ordos = try transformation.transform(x: 108.5, y: 37)
    #expect(abs(ordos.x - 108.5) < 0.01 && ordos.x != 108.5)
    let moved = try transformation.transform([111.2, 37.35, 108.5, 37])
    #expect(moved.failures.map(\.vertex) == [0])
    #expect(moved.failures.map(\.reason) == [.outsideAreaOfUse])
    #expect(moved.xy[0].isNaN && moved.xy[2] == ordos.x)
  }

  @Test func cgcs2000AndWGS84AreIdenticalOnPurposeAndItIsSaid() throws {
    for (source, target) in [(4490, 4326), (4525, 4326), (4525, 3857), (32649, 4525)] {
      #expect(try make(source, target).note == .cgcs2000TakenAsWGS84, "\(source) → \(target)")
    }
    #expect(try make(4525, 4490).note == nil)
    #expect(try make(4490, 4326).isIdentity)
    let (a, b) = (
      try make(4525, 4490).transform(x: 37_517_720, y: 4_135_373),
      try make(4525, 4326).transform(x: 37_517_720, y: 4_135_373)
    )
    #expect(a == b)
  }

  @Test func prefixAndNonePrefixDifferByAWholeNumber() throws {
    let moved = try make(4525, 4546).transform(x: 37_517_720.414, y: 4_135_373.062)
    #expect(moved == (37_517_720.414 - 37_000_000, 4_135_373.062))
    // Zone 19 of six degrees has the same central meridian.
    #expect(try make(4497, 4546).transform(x: 19_500_001, y: 4e6) == (500_001, 4e6))
  }

  @Test func pointsOutsideTheAreaOfUseFailOneByOne() throws {
    let moved = try make(4525, 4490).transform([
      37_517_720, 4_135_373, 39_517_720, 4_135_373, .nan, 4_135_373, 37_517_720, .infinity,
      4_135_373, 37_517_720,
    ])
    #expect(moved.failures.map(\.vertex) == [1, 2, 3, 4])
    #expect(moved.failures.dropFirst().prefix(2).allSatisfy { $0.reason == .notFinite })
    #expect(moved.failures.first?.reason == .outsideAreaOfUse)
    #expect(moved.xy[0].isFinite && moved.xy[2...].allSatisfy(\.isNaN))
    // The neighbouring county over the zone's edge is no failure.
    #expect(try make(4490, 4525).transform(x: 113.5, y: 37).x > 37_700_000)
  }

  @Test func absurdNumbersFailWithAReasonAndNeverAsInfinity() throws {
    for engine in [CoordinateTransformation.Engine.seriesAndLibrary, .libraryOnly] {
      let moved = try make(4525, 4490, limit: .none)
        .transform([1e300, 1e300, 37_517_720, 4_135_373, -1e12, 5], engine: engine)
      #expect(moved.failures.map(\.vertex) == [0, 2])
      #expect(moved.xy[2].isFinite)
      #expect(!moved.xy.contains(.infinity))
    }
  }

  @Test func longColumnsAreMovedAsSinglePointsAre() throws {
    var random = SeededGenerator(seed: 5)
    let transformation = try make(4525, 4490)
    var column = GeometryColumn()
    var points: [(Double, Double)] = []
    for _ in 0..<20_003 {
      let x = 37_500_000 + Double.random(in: -9e4...9e4, using: &random)
      let y = Double.random(in: 3.9e6...4.3e6, using: &random)
      column.append(Geometry(pointX: x, y: y))
      points.append((x, y))
    }
    #expect(try transformation.transform(&column).isEmpty)
    for index in stride(from: 0, to: points.count, by: 997) {
      let one = try transformation.transform(x: points[index].0, y: points[index].1)
      #expect(column.xy[2 * index] == one.x && column.xy[2 * index + 1] == one.y)
    }
  }

  @Test func nothingIsMovedWithoutVertices() throws {
    #expect(try make(4525, 4490).transform([]).xy.isEmpty)
  }
}
