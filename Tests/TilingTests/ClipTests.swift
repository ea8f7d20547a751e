import SimpleFeatures
import TestSupport
import Testing

@testable import Tiling

@Suite struct ClipTests {
  /// A tile whose units are easy to reckon with; its shapes are given in units.
  private static let grid: TileGrid = {
    guard let address = TileAddress(zoom: 9, x: 400, y: 220) else { preconditionFailure() }
    return TileGrid(address)
  }()

  private func column(_ geometries: [Geometry]) -> GeometryColumn {
    var column = GeometryColumn()
    for geometry in geometries { column.append(geometry) }
    var xy = column.xy
    for index in stride(from: 0, to: xy.count, by: 2) {
      (xy[index], xy[index + 1]) = Self.grid.metres(x: xy[index], y: xy[index + 1])
    }
    column.replaceCoordinates(with: xy)
    return column
  }

  private func clip(_ geometry: Geometry) -> Geometry? {
    let column = column([geometry])
    let (shapes, rows) = TileClip(Self.grid).clip(column, features: [0])
    #expect(shapes.count == rows.count && rows.allSatisfy { $0 == 0 })
    return shapes.count == 0 ? nil : shapes[0]
  }

  @Test func pointsStayWithinTheMargin() throws {
    let points = try Geometry(
      wellKnownText: "MULTIPOINT ((0 0), (-63 4159), (-65 0), (4000 4161), (4096 4096))")
    let clipped = try #require(clip(points))
    #expect(clipped.type == .multiPoint)
    #expect(clipped.xy.map { $0.rounded() } == [0, 0, -63, 4159, 4096, 4096])
    #expect(clip(Geometry(pointX: 5000, y: 0)) == nil)
  }

  @Test func aLineFallsIntoParts() throws {
    let line = try Geometry(wellKnownText: "LINESTRING (100 100, 5000 100, 5000 200, 100 200)")
    let clipped = try #require(clip(line))
    #expect(clipped.type == .multiLineString)
    #expect(clipped.xy.map { $0.rounded() } == [100, 100, 4160, 100, 4160, 200, 100, 200])
    #expect(clipped.ringOffsets == [0, 2, 4] && clipped.partOffsets == [0, 1, 2])
  }

  @Test func aShapeAroundTheTileBecomesTheBox() throws {
    let clipped = try #require(
      clip(Geometry(polygon: [[-9999, -9999, 9999, -9999, 9999, 9999, -9999, 9999, -9999, -9999]])))
    #expect(RingMeasure.signedArea(clipped.xy, 0..<clipped.xy.count / 2).magnitude == 4224 * 4224)
  }

  @Test func aHoleAroundTheTileLeavesNothingToBeSeen() throws {
    let far = [-9999.0, -9999, 9999, -9999, 9999, 9999, -9999, 9999, -9999, -9999]
    let column = column([Geometry(polygon: [far, far.map { $0 / 2 }])])
    var features = TileCutter(Self.grid.address).cut(column, features: [0])
    // Shell and hole are the same box now: for the library that repairs to make nothing of it.
    #expect(features.doubtful == [0])
    features.replaceShapes([0: nil])
    #expect(features.count == 0 && features.doubtful.isEmpty)
  }

  /// The area between the box and a ring as a sum over the ring's edges of trapezoids down to the
  /// box's lower side, each cut with the box by itself.
  private func area(_ ring: [Double], low: Double, high: Double) -> Double {
    var sum = 0.0
    for index in stride(from: 2, to: ring.count, by: 2) {
      var (ax, ay, bx, by) = (ring[index - 2], ring[index - 1], ring[index], ring[index + 1])
      let sign = ax < bx ? 1.0 : -1
      if ax > bx { (ax, ay, bx, by) = (bx, by, ax, ay) }
      guard bx > ax else { continue }
      // Where the height over the box's lower side bends.
      let at = { (y: Double) in ax + (bx - ax) * (y - ay) / (by - ay) }
      var stops = [max(ax, low), min(bx, high)]
      guard stops[0] < stops[1] else { continue }
      if ay != by { stops += [at(low), at(high)].filter { $0 > stops[0] && $0 < stops[1] } }
      stops.sort()
      let height = { (x: Double) in
        min(max(ay + (by - ay) * (x - ax) / (bx - ax), low), high) - low
      }
      for (x, next) in zip(stops, stops.dropFirst()) {
        sum += sign * (next - x) * (height(x) + height(next)) / 2
      }
    }
    return sum
  }

  @Test(arguments: 0..<300) func aRingsAreaIsThatOfItsTrapezoidsInTheBox(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let ring = random.star(
      x: random.number(-2000...6000), y: random.number(-2000...6000),
      radius: random.number(50...6000), vertices: random.integer(3...40))
    let expected = area(ring, low: -64, high: 4160)
    let clipped = clip(Geometry(polygon: [ring]))
    let found = clipped.map { RingMeasure.signedArea($0.xy, 0..<$0.xy.count / 2) } ?? 0
    // The trapezoids of a ring that runs clockwise are positive.
    #expect(abs(found + expected) < 1e-3)
    for number in clipped?.xy ?? [] { #expect(number >= -64.001 && number <= 4160.001) }
  }

  @Test(arguments: 0..<100) func aLinesLengthIsThatOfItsPiecesInTheBox(seed: UInt64) {
    var random = SeededGenerator(seed: 1000 + seed)
    let line = (0..<2 * random.integer(2...12)).map { _ in random.number(-4000...8000) }
    var expected = 0.0
    for index in stride(from: 2, to: line.count, by: 2) {
      let (dx, dy) = (line[index] - line[index - 2], line[index + 1] - line[index - 1])
      // By many small steps, each in the box or not.
      let inside = (0..<20_000).count { step in
        let t = (Double(step) + 0.5) / 20_000
        let (x, y) = (line[index - 2] + dx * t, line[index - 1] + dy * t)
        return x >= -64 && x <= 4160 && y >= -64 && y <= 4160
      }
      expected += Double(inside) / 20_000 * (dx * dx + dy * dy).squareRoot()
    }
    let shape = Geometry(
      .lineString, xy: line, ringOffsets: [0, Int32(line.count / 2)], partOffsets: [0, 1])
    let clipped = clip(shape)
    let found = (0..<(clipped?.ringCount ?? 0)).reduce(0.0) { sum, ring in
      guard let clipped else { return sum }
      return sum + RingMeasure.length(clipped.xy, clipped.vertices(ofRing: ring))
    }
    #expect(abs(found - expected) < 12)
  }

  @Test func edgesThatTwoRingsShareAreCutAlike() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<500 {
      let (a, b) = (
        [random.number(0...4000), random.number(0...4000)],
        [random.number(4200...9000), random.number(-3000...9000)]
      )
      let (left, right) = (
        Geometry(polygon: [a + b + [9000, 9999] + a]),
        Geometry(polygon: [b + a + [9000, -9999] + b])
      )
      func crossings(_ geometry: Geometry) -> Set<[Double]> {
        let xy = clip(geometry)?.xy ?? []
        return Set(stride(from: 0, to: xy.count, by: 2).map { [xy[$0], xy[$0 + 1]] })
      }
      let common = crossings(left).intersection(crossings(right))
      #expect(common.contains { $0[0] == 4160 || $0[1] == 4160 || $0[1] == -64 })
    }
  }
}
