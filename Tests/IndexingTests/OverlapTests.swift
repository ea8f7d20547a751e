import SimpleFeatures
import TestSupport
import Testing
import Topology

@testable import Indexing

@Suite struct OverlapTests {
  /// Squares of one metre in a row, each half a metre beyond the last.
  static func row(_ count: Int, from start: Double = 0) -> GeometryColumn {
    var column = GeometryColumn()
    for index in 0..<count {
      let x = start + Double(index) / 2
      column.append(Geometry(polygon: [[x, 0, x + 1, 0, x + 1, 1, x, 1, x, 0]]))
    }
    return column
  }

  @Test func squaresThatOverlapByHalfAreToldWithTheirAreas() throws {
    let pairs = try Overlap.pairs(OverlapTests.row(2), OverlapTests.row(1, from: 0.5))
    #expect(pairs.first == [0, 1])
    #expect(pairs.second == [0, 0])
    #expect(pairs.areas == [0.5, 1])
  }

  @Test func pairsWithinALayerAreToldOnceAndNeverWithThemselves() throws {
    let pairs = try Overlap.pairs(within: OverlapTests.row(3))
    #expect(pairs.first == [0, 1])
    #expect(pairs.second == [1, 2])
    #expect(pairs.areas == [0.5, 0.5])
  }

  @Test func pairsOfNoMoreThanTheLeastAreaAreNotTold() throws {
    let options = OverlapOptions(minimumArea: 0.5)
    let pairs = try Overlap.pairs(
      OverlapTests.row(2), OverlapTests.row(1, from: 0.5), options: options)
    #expect(pairs.areas == [1])
  }

  /// Two boxes that touch along a parallel, 116.3407–116.348 × 39.947–39.948 and
  /// 116.3407–116.3553 × 39.946–39.947 degrees: with only their corners projected (EPSG:4548, PROJ
  /// 9.5.1) they overlap by a sliver. Its area by rational arithmetic is 7.960955811586454 m².
  @Test func sliverOfProjectedNeighboursHasItsExactArea() throws {
    var (north, south) = (GeometryColumn(), GeometryColumn())
    north.append(
      Geometry(polygon: [
        [
          443656.1058953085, 4423852.371541894, 444279.9699946208, 4423847.787518785,
          444280.7813220503, 4423958.822420512, 443656.92630763433, 4423963.406472392,
          443656.1058953085, 4423852.371541894,
        ]
      ]))
    south.append(
      Geometry(polygon: [
        [
          443655.2855002192, 4423741.336630352, 444903.03170745366, 4423732.219685411,
          444903.8339331654, 4423843.254539721, 443656.1058953085, 4423852.371541894,
          443655.2855002192, 4423741.336630352,
        ]
      ]))
    for pairs in [try Overlap.pairs(north, south), try Overlap.pairs(south, north)] {
      #expect(pairs.count == 1)
      #expect(abs(pairs.areas[0] - 7.960955811586454) < 1e-9)
      #expect(pairs.fallbackCount == 0)
    }
  }

  @Test func layersWithoutAreasHaveNoPairs() throws {
    var mixed = OverlapTests.row(1)
    mixed.append(nil)
    mixed.append(Geometry(pointX: 0.5, y: 0.5))
    mixed.append(try Geometry(wellKnownText: "LINESTRING (0 0, 1 1)"))
    mixed.append(Geometry(empty: .polygon))
    let pairs = try Overlap.pairs(mixed, mixed)
    #expect(pairs.first == [0] && pairs.second == [0] && pairs.areas == [1])
    #expect(try Overlap.pairs(GeometryColumn(), mixed).count == 0)
    #expect(try Overlap.pairs(mixed, GeometryColumn()).count == 0)
    #expect(try Overlap.pairs(within: GeometryColumn()) == OverlapPairs())
  }

  @Test func invalidShapesAreLeftToTheEngineAndToldWhereItFails() throws {
    var bad = GeometryColumn()
    bad.append(try Geometry(wellKnownText: "POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))"))
    bad.append(try Geometry(wellKnownText: "POLYGON ((0 0, 1 0, 1 1))"))
    let pairs = try Overlap.pairs(bad, OverlapTests.row(1))
    #expect(pairs.fallbackCount == 2)
    #expect(pairs.count + pairs.failures.count == 2)
    #expect(pairs.failures.contains { $0.first == 1 && $0.second == 0 && !$0.message.isEmpty })
    // Told by the caller, no shape is judged again.
    let known = try Overlap.pairs(
      OverlapTests.row(2), OverlapTests.row(1),
      options: OverlapOptions(invalidFirst: [1], invalidSecond: []))
    #expect(known.fallbackCount == 1 && known.areas == [1, 0.5])
  }

  @Test func shapesOfManyLevelsAreMeasuredAsShapesOfFew() throws {
    // A comb of 6000 teeth has four levels of blocks.
    var ring: [Double] = [0, -1]
    for tooth in 0..<6000 {
      let x = Double(tooth)
      ring += [x, 0, x + 0.5, 0, x + 0.5, 1, x + 1, 1]
    }
    ring += [6000, -1, 0, -1]
    var (comb, boxes) = (GeometryColumn(), GeometryColumn())
    comb.append(Geometry(polygon: [ring]))
    for box in 0..<50 {
      let x = Double(box * 117)
      boxes.append(Geometry(polygon: [[x, 0, x + 2, 0, x + 2, 1, x, 1, x, 0]]))
    }
    let pairs = try Overlap.pairs(comb, boxes)
    #expect(pairs.second == Array(0..<50))
    #expect(pairs.areas.allSatisfy { $0 == 1 })
    #expect(try Overlap.pairs(boxes, comb).areas == pairs.areas)
  }

  @Test func sidesAreExactWhereRoundingIsNot() {
    // Points one rounding apart around a line through (12, 12) and (24, 24): Shewchuk's picture.
    let unit = 0x1p-53
    for i in 0..<32 {
      for j in 0..<32 {
        let point = SIMD2(0.5 + Double(i) * unit, 0.5 + Double(j) * unit)
        let sign = Orientation.doubledArea(point, SIMD2(12, 12), SIMD2(24, 24))
        // In halves of the unit between ½ and 1, where doubles stand 2⁻⁵³ apart.
        let exact = Int((point.x - 0.5) / unit) - Int((point.y - 0.5) / unit)
        #expect((sign > 0) == (exact < 0) && (sign == 0) == (exact == 0))
      }
    }
  }
}
