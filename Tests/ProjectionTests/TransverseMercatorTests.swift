import Projection
import TestSupport
import Testing

@Suite struct TransverseMercatorTests {
  /// Zones 25, 37, 39 and 45 with their number before the easting, and by central meridian.
  static let zones = [25, 37, 39, 45].flatMap { zone in
    [(epsg: 4488 + zone, meridian: 3 * zone), (epsg: 4509 + zone, meridian: 3 * zone)]
  }
  static let degrees = Result { try CoordinateSystem(epsg: 4490) }

  @Test(
    .enabled(if: !PublishedVector.all.isEmpty, "shared/suites is not at hand"),
    arguments: zones.map(\.epsg), [CoordinateTransformation.Engine.seriesAndLibrary, .libraryOnly])
  func publishedVectorsHoldToATenthOfAMillimetre(
    epsg: Int, engine: CoordinateTransformation.Engine
  ) throws {
    #expect(PublishedVector.all.count == 46)
    let grid = try CoordinateSystem(epsg: epsg)
    let parameters = try #require(grid.transverseMercator)
    let degrees = try Self.degrees.get()
    let meridian = parameters.centralMeridian
    for vector in PublishedVector.all {
      // One block asks for an older series, whose values at 6° are 0.9 and 0.2 mm off, as PROJ says
      // itself; through our API it is reached by a definition and computed by PROJ.
      let isOlder = vector.algorithm == "evenden_snyder"
      let (plane, base) =
        isOlder
        ? (
          try CoordinateSystem(
            definition: "+proj=tmerc +algo=evenden_snyder +ellps=GRS80 +lon_0=\(meridian)"
              + " +x_0=\(parameters.falseEasting) +type=crs"),
          try CoordinateSystem(definition: "+proj=longlat +ellps=GRS80 +type=crs")
        ) : (grid, degrees)
      let there = try CoordinateTransformation(
        from: vector.isForward ? base : plane, to: vector.isForward ? plane : base, limit: .none)
      let back = try CoordinateTransformation(
        from: vector.isForward ? plane : base, to: vector.isForward ? base : plane, limit: .none)
      func absolute(_ point: (x: Double, y: Double), isDegrees: Bool) -> (x: Double, y: Double) {
        (point.x + (isDegrees ? meridian : parameters.falseEasting), point.y)
      }
      let start = absolute(vector.accept, isDegrees: vector.isForward)
      let end = absolute(vector.expect, isDegrees: !vector.isForward)
      let moved = try there.transform(x: start.x, y: start.y, engine: engine)
      let (found, expected, isDegrees) =
        vector.isRoundTrip
        ? (try back.transform(x: moved.x, y: moved.y, engine: engine), start, vector.isForward)
        : (moved, end, !vector.isForward)
      // A tenth of a millimetre; of degrees 0.1 mm on the equator.
      let tolerance = isDegrees ? 1e-4 / 111_320 : 1e-4
      let parallel = isDegrees ? cosine(expected.y) : 1
      #expect(abs(found.x - expected.x) * parallel < tolerance, "EPSG:\(epsg) \(vector)")
      #expect(abs(found.y - expected.y) < tolerance, "EPSG:\(epsg) \(vector)")
    }
  }

  /// The last places of a northing of 6 million metres are 1e-9 m wide; the series may differ from
  /// PROJ's by four of them, without a false easting.
  @Test(arguments: ["CGCS2000", "krass", "IAU76"])
  func theSeriesIsThatOfTheLibraryToALastPlace(ellipsoid: String) throws {
    let ellipsoid = ellipsoid == "CGCS2000" ? "GRS80" : ellipsoid
    let plane = try CoordinateSystem(
      definition: "+proj=tmerc +ellps=\(ellipsoid) +lon_0=111 +type=crs")
    let degrees = try CoordinateSystem(definition: "+proj=longlat +ellps=\(ellipsoid) +type=crs")
    let forward = try CoordinateTransformation(from: degrees, to: plane, limit: .none)
    let inverse = try CoordinateTransformation(from: plane, to: degrees, limit: .none)
    var random = SeededGenerator(seed: 11)
    var points: [Double] = []
    for _ in 0..<20_000 {
      points.append(111 + Double.random(in: -11...11, using: &random))
      points.append(Double.random(in: 0...89.9, using: &random))
    }
    let ours = try forward.transform(points)
    let theirs = try forward.transform(points, engine: .libraryOnly)
    #expect(!ours.seriesDisagreed)
    #expect(ours.failures.isEmpty)
    #expect(ours.xy != theirs.xy, "the series is not used at all")
    #expect(zip(ours.xy, theirs.xy).allSatisfy { abs($0 - $1) <= 4.5e-9 })
    let oursBack = try inverse.transform(theirs.xy)
    let theirsBack = try inverse.transform(theirs.xy, engine: .libraryOnly)
    #expect(!oursBack.seriesDisagreed)
    for index in 0..<points.count / 2 {
      let parallel = cosine(points[2 * index + 1])
      let east = abs(oursBack.xy[2 * index] - theirsBack.xy[2 * index]) * parallel
      let north = abs(oursBack.xy[2 * index + 1] - theirsBack.xy[2 * index + 1])
      // 4e-14° are 4.5e-9 m.
      #expect(east <= 4e-14 && north <= 4e-14, "\(points[2 * index]), \(points[2 * index + 1])")
    }
  }

  private func cosine(_ degrees: Double) -> Double {
    let x = degrees * .pi / 180
    let z = x * x
    return max(
      0, 1 - z * (1.0 / 2 - z * (1.0 / 24 - z * (1.0 / 720 - z * (1.0 / 40320 - z / 3_628_800)))))
  }

  @Test func pointsBeyondTheSeriesAreTheLibrarys() throws {
    let forward = try CoordinateTransformation(
      from: Self.degrees.get(), to: CoordinateSystem(epsg: 4525), limit: .none)
    let far = [140.0, 35, 80, 50, 111, 37]
    let (ours, theirs) = (
      try forward.transform(far), try forward.transform(far, engine: .libraryOnly)
    )
    #expect(ours.failures.isEmpty)
    #expect(ours.xy[..<4] == theirs.xy[..<4])
  }

  @Test func aSeriesThatDisagreesGivesWayToTheLibrary() throws {
    // The older series of PROJ is 0.9 mm off at 6° on the equator.
    let plane = try CoordinateSystem(
      definition: "+proj=tmerc +algo=evenden_snyder +ellps=GRS80 +lon_0=0 +type=crs")
    let degrees = try CoordinateSystem(definition: "+proj=longlat +ellps=GRS80 +type=crs")
    let moved = try CoordinateTransformation(from: degrees, to: plane, limit: .none)
      .transform([6, 0])
    #expect(moved.seriesDisagreed)
    #expect(abs(moved.xy[0] - 669149.3474) < 1e-4)
  }
}
