import Indexing
import SimpleFeatures
import Testing

@Suite struct FeatureIndexTests {
  /// Squares of ten metres beside one another, from the west to the east.
  static let row = {
    var column = GeometryColumn()
    for index in 0..<5 { column.append(square(Double(index) * 10, 0, 10)) }
    return FeatureIndex(column)
  }()

  static func square(_ x: Double, _ y: Double, _ side: Double) -> Geometry {
    Geometry(polygon: [[x, y, x + side, y, x + side, y + side, x, y + side, x, y]])
  }

  @Test func aPointOnACommonBoundaryIsAtBothFeatures() throws {
    #expect(try Self.row.features(atX: 5, y: 5).features == [0])
    #expect(try Self.row.features(atX: 10, y: 5).features == [0, 1])
    #expect(try Self.row.features(atX: 5, y: 10).features == [0])
    #expect(try Self.row.features(atX: 5, y: 10.000001).features.isEmpty)
  }

  @Test func theRelationIsThatOfTheFoundFeatureToTheAskedShape() throws {
    let asked = Self.square(-1, -1, 12)
    #expect(try Self.row.features(.within, to: asked).features == [0])
    #expect(try Self.row.features(.overlaps, to: asked).features == [1])
    let small = Self.square(2, 2, 3)
    #expect(try Self.row.features(.contains, to: small).features == [0])
    #expect(try Self.row.features(.within, to: small).features.isEmpty)
    #expect(try Self.row.features(.touches, to: Self.square(0, 10, 10)).features == [0, 1])
    #expect(try Self.row.features(.equals, to: Self.square(20, 0, 10)).features == [2])
  }

  @Test func disjointIsAllTheOthers() throws {
    #expect(try Self.row.features(.disjoint, to: Self.square(12, 2, 3)).features == [0, 2, 3, 4])
    #expect(try Self.row.features(.disjoint, to: Self.square(900, 0, 1)).features.count == 5)
  }

  @Test func aBoxMayBeALineOrAPoint() throws {
    let line = Envelope(minX: 5, minY: 3, maxX: 15, maxY: 3)
    #expect(try Self.row.features(meeting: line).features == [0, 1])
    let point = Envelope(minX: 45, minY: 3, maxX: 45, maxY: 3)
    #expect(try Self.row.features(meeting: point).features == [4])
  }

  @Test func theNearestComeWithTheirDistancesAndTiesByTheirNumber() throws {
    let found = try Self.row.nearest(3, to: Geometry(pointX: 25, y: 20))
    #expect(found.neighbours.map(\.feature) == [2, 1, 3])
    #expect(found.neighbours[0].distance == 10)
    #expect(found.neighbours[1].distance == 125.0.squareRoot())
    #expect(try Self.row.nearest(2, to: Geometry(pointX: 25, y: 20)).neighbours.count == 2)
    #expect(try Self.row.nearest(99, to: Geometry(pointX: 25, y: 20)).neighbours.count == 5)
    #expect(try Self.row.nearest(0, to: Geometry(pointX: 25, y: 20)).neighbours.isEmpty)
  }

  @Test func theDistanceOfALimitIsWithinIt() throws {
    let point = Geometry(pointX: 5, y: 20)
    #expect(try Self.row.features(within: 10, of: point).neighbours.map(\.feature) == [0])
    #expect(try Self.row.features(within: 9.999, of: point).neighbours.isEmpty)
    #expect(
      try Self.row.features(within: 125.0.squareRoot(), of: point).neighbours.map(\.feature)
        == [0, 1])
  }

  @Test func whatCannotBeAskedIsListedAndNotDropped() throws {
    var column = GeometryColumn()
    column.append(Self.square(0, 0, 10))
    column.append(Self.square(0, 0, 4))  // said to be of no use
    column.append(Geometry(polygon: [[0, 0, .nan, 0, 4, 4, 0, 0]]))
    column.append(nil)
    column.append(Self.square(500, 500, 4))  // of no use, elsewhere
    let index = FeatureIndex(column, unusable: [1, 4])
    #expect(index.refused == [2])
    let found = try index.features(atX: 2, y: 2)
    #expect(found.features == [0])
    #expect(found.notChecked == [1, 2])
    #expect(try index.nearest(1, to: Geometry(pointX: 2, y: 2)).notChecked == [1, 2])
    #expect(try index.features(within: 1, of: Geometry(pointX: 2, y: 2)).notChecked == [1, 2])
    #expect(try index.features(.disjoint, to: Geometry(pointX: 90, y: 90)).features == [0, 1, 4])
  }

  @Test func anEmptyLayerHasNothing() throws {
    let index = FeatureIndex(GeometryColumn())
    #expect(try index.features(atX: 0, y: 0) == FeatureMatches())
    #expect(try index.nearest(3, to: Geometry(pointX: 0, y: 0)).neighbours.isEmpty)
  }
}
