import SimpleFeatures
import TestSupport
import Testing
import Topology

@testable import Indexing

/// A mosaic of cells whose corners were moved by chance: neighbours share edges vertex for vertex.
struct Mosaic {
  let side: Int
  var corners: [SIMD2<Double>]
  /// Vertices in the middle of edges: of horizontal ones, then of vertical ones.
  var middles: [SIMD2<Double>]

  init(side: Int, random: inout SeededGenerator, origin: SIMD2<Double> = .zero) {
    self.side = side
    corners = []
    for y in 0...side {
      for x in 0...side {
        let shift = SIMD2(
          Double.random(in: -2...2, using: &random), Double.random(in: -2...2, using: &random))
        let point = SIMD2(Double(x), Double(y)) * 10 + shift + origin
        corners.append(
          SIMD2((point.x * 1000).rounded() / 1000, (point.y * 1000).rounded() / 1000))
      }
    }
    middles = []
    for y in 0...side {
      for x in 0..<side { middles.append(middle(corner(x, y), corner(x + 1, y), &random)) }
    }
    for y in 0..<side {
      for x in 0...side { middles.append(middle(corner(x, y), corner(x, y + 1), &random)) }
    }
  }

  private func middle(
    _ a: SIMD2<Double>, _ b: SIMD2<Double>, _ random: inout SeededGenerator
  ) -> SIMD2<Double> {
    let across = SIMD2(-(b - a).y, (b - a).x) * Double.random(in: -0.1...0.1, using: &random)
    let point = a + (b - a) / 2 + across
    return SIMD2((point.x * 1000).rounded() / 1000, (point.y * 1000).rounded() / 1000)
  }

  func corner(_ x: Int, _ y: Int) -> SIMD2<Double> { corners[y * (side + 1) + x] }
  func level(_ x: Int, _ y: Int) -> SIMD2<Double> { middles[y * side + x] }
  func upright(_ x: Int, _ y: Int) -> SIMD2<Double> {
    middles[(side + 1) * side + y * (side + 1) + x]
  }

  /// The ring of a cell: corner, middle, corner … from the south-west, the first not repeated.
  func ring(_ x: Int, _ y: Int) -> [SIMD2<Double>] {
    [
      corner(x, y), level(x, y), corner(x + 1, y), upright(x + 1, y), corner(x + 1, y + 1),
      level(x, y + 1), corner(x, y + 1), upright(x, y),
    ]
  }

  var rings: [[SIMD2<Double>]] {
    (0..<side * side).map { ring($0 % side, $0 / side) }
  }
}

extension GeometryColumn {
  init(rings: [[SIMD2<Double>]]) {
    self.init()
    for ring in rings {
      append(Geometry(polygon: [(ring + ring[..<1]).flatMap { [$0.x, $0.y] }]))
    }
  }
}

struct CoverageTests {
  static let far = SIMD2(37_500_000.0, 4_110_000.0)

  static func area(_ ring: [SIMD2<Double>]) -> Double {
    let flat = (ring + ring[..<1]).flatMap { [$0.x, $0.y] }
    return abs(RingMeasure.signedArea(flat, 0..<flat.count / 2))
  }

  @Test func soundMosaicHasNoFaults() throws {
    var random = SeededGenerator(seed: 501)
    for side in [1, 2, 7, 20] {
      let mosaic = Mosaic(side: side, random: &random, origin: CoverageTests.far)
      var layer = GeometryColumn(rings: mosaic.rings)
      #expect(try Coverage.faults(of: layer).isEmpty)
      layer.orientRings(.outerClockwise)
      layer.append(nil)
      layer.append(Geometry(pointX: 0, y: 0))
      #expect(try Coverage.faults(of: layer) == CoverageFaults())
    }
    #expect(try Coverage.faults(of: GeometryColumn()).isEmpty)
  }

  @Test func featureTakenAwayIsAGapWithItsNeighbours() throws {
    var random = SeededGenerator(seed: 502)
    let mosaic = Mosaic(side: 5, random: &random, origin: CoverageTests.far)
    for taken in [6, 7, 12, 18] {
      var rings = mosaic.rings
      let area = CoverageTests.area(rings.remove(at: taken))
      let faults = try Coverage.faults(of: GeometryColumn(rings: rings))
      #expect(faults.gaps.count == 1)
      #expect(abs(faults.gaps.areas[0] - area) < 1e-6)
      let around = [taken - 5, taken - 1, taken, taken + 4].map(Int32.init)
      #expect(Array(faults.gaps.neighbours(of: 0)) == around)
      #expect(faults.overlaps.count == 0 && faults.missingVertices.count == 0)
      let shape = try #require(faults.gaps.shapes[0])
      #expect(abs(shape.planeArea - area) < 1e-6)
      #expect(abs(shape.planeLength - faults.gaps.perimeters[0]) < 1e-9)
      #expect(try GeometryEngine().validityFault(of: shape) == nil)
      let options = CoverageOptions(maximumGapArea: area / 2)
      #expect(try Coverage.faults(of: GeometryColumn(rings: rings), options: options).isEmpty)
    }
    // At the border it is no gap.
    var rings = mosaic.rings
    rings.remove(at: 2)
    #expect(try Coverage.faults(of: GeometryColumn(rings: rings)).isEmpty)
  }

  @Test func islandInAGapIsTakenOffIt() throws {
    var random = SeededGenerator(seed: 503)
    let mosaic = Mosaic(side: 5, random: &random)
    var rings = mosaic.rings
    let ring = [6, 7, 8, 11, 13, 16, 17, 18]
    let expected = ring.reduce(0) { $0 + CoverageTests.area(rings[$1]) }
    for cell in ring.reversed() { rings.remove(at: cell) }
    let faults = try Coverage.faults(of: GeometryColumn(rings: rings))
    #expect(faults.gaps.count == 1)
    #expect(abs(faults.gaps.areas[0] - expected) < 1e-9)
    #expect(faults.gaps.shapes[0]?.ringCount == 2)
    #expect(faults.gaps.neighbours(of: 0).count == 13)
  }

  @Test func gapsThatTouchAtACornerAreTwo() throws {
    var random = SeededGenerator(seed: 504)
    var rings = Mosaic(side: 5, random: &random).rings
    let areas = [CoverageTests.area(rings[12]), CoverageTests.area(rings[6])]
    rings.remove(at: 12)
    rings.remove(at: 6)
    let gaps = try Coverage.faults(of: GeometryColumn(rings: rings)).gaps
    #expect(gaps.count == 2)
    #expect(abs(gaps.areas.reduce(0, +) - areas.reduce(0, +)) < 1e-9)
  }

  @Test func vertexTakenAwayIsMissingThere() throws {
    var random = SeededGenerator(seed: 505)
    var mosaic = Mosaic(side: 4, random: &random, origin: CoverageTests.far)
    for _ in 0..<20 {
      // The upright edge between cells 5 and 6, straight but for its middle's rounding.
      let (a, b) = (mosaic.corner(2, 1), mosaic.corner(2, 2))
      let middle = a + (b - a) * Double.random(in: 0.2...0.8, using: &random)
      mosaic.middles[5 * 4 + 1 * 5 + 2] = SIMD2(
        (middle.x * 1e4).rounded() / 1e4, (middle.y * 1e4).rounded() / 1e4)
      var rings = mosaic.rings
      let vertex = rings[5].remove(at: 3)
      let faults = try Coverage.faults(
        of: GeometryColumn(rings: rings), options: CoverageOptions(minimumOverlap: 0.01))
      let missing = faults.missingVertices
      #expect(missing.count == 1)
      #expect(missing.features == [6] && missing.neighbours == [5])
      #expect(missing.x == [vertex.x] && missing.y == [vertex.y])
      #expect(missing.distances[0] <= 1e-4)
      #expect(faults.gaps.count == 0 && faults.nearMisses.count == 0)
      #expect(faults.overlaps.count == 0)
    }
  }

  @Test func vertexMovedOffItsEdgeIsANearMissWithAGapOrAnOverlap() throws {
    var random = SeededGenerator(seed: 506)
    var seen = (gaps: 0, overlaps: 0)
    for _ in 0..<40 {
      var mosaic = Mosaic(side: 4, random: &random, origin: CoverageTests.far)
      // Cell 6 has a vertex near the straight edge of cell 5, by a few centimetres.
      let (a, b) = (mosaic.corner(2, 1), mosaic.corner(2, 2))
      mosaic.middles[5 * 4 + 1 * 5 + 2] = a
      var rings = mosaic.rings
      let offset =
        Double.random(in: 0.01...0.04, using: &random) * (Bool.random(using: &random) ? 1 : -1)
      let east = SIMD2((b - a).y, -(b - a).x) / ((b - a) * (b - a)).sum().squareRoot()
      let vertex = a + (b - a) * 0.4 + east * offset
      rings[5].remove(at: 3)
      rings[6][7] = vertex
      let faults = try Coverage.faults(of: GeometryColumn(rings: rings))
      let triangle = CoverageTests.area([a, b, vertex])
      #expect(faults.nearMisses.count == 1 && faults.missingVertices.count == 0)
      #expect(faults.nearMisses.features == [6] && faults.nearMisses.neighbours == [5])
      #expect(abs(faults.nearMisses.distances[0] - abs(offset)) < 1e-6)
      if offset > 0 {
        #expect(faults.gaps.count == 1 && faults.overlaps.count == 0)
        #expect(abs((faults.gaps.areas.first ?? 0) - triangle) < 1e-6)
        #expect(Array(faults.gaps.neighbours(of: 0)) == [5, 6])
        seen.gaps += 1
      } else {
        #expect(faults.gaps.count == 0 && faults.overlaps.count == 1)
        #expect(abs((faults.overlaps.areas.first ?? 0) - triangle) < 1e-6)
        seen.overlaps += 1
      }
    }
    #expect(seen.gaps > 5 && seen.overlaps > 5)
  }

  /// The gaps by GEOS: what is left of a frame around the layer, the part at the frame not counted.
  static func gapsByEngine(_ layer: GeometryColumn) throws -> [Double] {
    let engine = try GeometryEngine()
    let shapes = (0..<layer.count).compactMap { layer[$0] }
    let union = try engine.unaryUnion(Geometry(collection: shapes))
    let frame = Geometry(polygon: [[-50, -50, 150, -50, 150, 150, -50, 150, -50, -50]])
    let rest = try engine.difference(frame, union)
    var areas: [Double] = []
    for part in 0..<rest.partCount {
      let rings = rest.rings(ofPart: part).map { ring in
        let vertices = rest.vertices(ofRing: ring)
        return Array(rest.xy[2 * vertices.lowerBound..<2 * vertices.upperBound])
      }
      if !rings[0].contains(150) { areas.append(Geometry(polygon: rings).planeArea) }
    }
    return areas.sorted()
  }

  /// What features cover together, by GEOS, each pair once.
  static func overlapByEngine(_ layer: GeometryColumn) throws -> Double {
    let engine = try GeometryEngine()
    let shapes = (0..<layer.count).compactMap { layer[$0] }
    var sum = 0.0
    for (place, shape) in shapes.enumerated() {
      for other in shapes[(place + 1)...] {
        sum += try engine.area(of: engine.intersection(shape, other))
      }
    }
    return sum
  }

  @Test func gapsAndOverlapsOfMovedMosaicsAreThoseOfTheEngine() throws {
    var random = SeededGenerator(seed: 507)
    var gapCount = 0
    for _ in 0..<60 {
      var rings = Mosaic(side: 5, random: &random).rings
      // Some features taken away, some moved as a whole, some with a corner of their own.
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        rings.remove(at: Int.random(in: 0..<rings.count, using: &random))
      }
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let cell = Int.random(in: 0..<rings.count, using: &random)
        let shift = SIMD2(
          Double.random(in: -3...3, using: &random), Double.random(in: -3...3, using: &random))
        rings[cell] = rings[cell].map { $0 + shift }
      }
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let cell = Int.random(in: 0..<rings.count, using: &random)
        rings[cell][2 * Int.random(in: 0...3, using: &random)] += SIMD2(
          Double.random(in: -2...2, using: &random), Double.random(in: -2...2, using: &random))
      }
      let layer = GeometryColumn(rings: rings)
      let faults = try Coverage.faults(of: layer)
      let expected = try CoverageTests.gapsByEngine(layer).filter { $0 > 0.02 }
      let found = faults.gaps.areas.filter { $0 > 0.02 }.sorted()
      #expect(found.count == expected.count)
      for (one, other) in zip(found, expected) { #expect(abs(one - other) < 1e-3) }
      gapCount += expected.count
      let overlapping = try CoverageTests.overlapByEngine(layer)
      #expect(abs(faults.overlaps.areas.reduce(0, +) - overlapping) < 1e-6)
      #expect(faults.openBoundaries == 0)
    }
    #expect(gapCount > 60)
  }

  @Test func faultsDependNeitherOnOrderNorOnThreads() throws {
    var random = SeededGenerator(seed: 508)
    var rings = Mosaic(side: 12, random: &random, origin: CoverageTests.far).rings
    for cell in stride(from: 3, to: rings.count, by: 11) {
      rings[cell][2] += SIMD2(0.02, 0.7)
      rings[cell].remove(at: 5)
    }
    rings.remove(at: 40)
    let layer = GeometryColumn(rings: rings)
    let faults = try Coverage.faults(of: layer)
    #expect(faults.gaps.count > 5 && faults.overlaps.count > 5)
    #expect(faults.missingVertices.count + faults.nearMisses.count > 0)
    for workers in 1...3 {
      #expect(try Coverage.faults(of: layer, options: CoverageOptions(workers: workers)) == faults)
    }
    let order = Array(rings.indices).shuffled(using: &random)
    let other = try Coverage.faults(of: layer.reordered(order))
    #expect(other.gaps.areas == faults.gaps.areas && other.gaps.shapes == faults.gaps.shapes)
    #expect(
      other.gaps.neighbours.map { Int32(order[Int($0)]) }.sorted()
        == faults.gaps.neighbours.sorted())
    #expect(other.overlaps.areas.sorted() == faults.overlaps.areas.sorted())
    #expect(other.missingVertices.x.sorted() == faults.missingVertices.x.sorted())
    #expect(other.nearMisses.distances.sorted() == faults.nearMisses.distances.sorted())
  }

  @Test func invalidShapesTakePartMendedOrAreTold() throws {
    var random = SeededGenerator(seed: 509)
    var rings = Mosaic(side: 3, random: &random).rings
    // A spike out and back keeps the area and makes the shape invalid.
    rings[4].insert(contentsOf: [rings[4][1] + SIMD2(0, 3), rings[4][1]], at: 2)
    var layer = GeometryColumn(rings: rings)
    layer.append(try Geometry(wellKnownText: "POLYGON ((50 50, 51 50, 50 50, 50 50))"))
    let faults = try Coverage.faults(of: layer)
    #expect(faults.mended.contains(4) && faults.gaps.count == 0)
    #expect(faults.mended.contains(9) || faults.notChecked.contains(9))
    #expect(faults.overlaps.count == 0)
  }
}
