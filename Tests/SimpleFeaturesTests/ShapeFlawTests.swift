import TestSupport
import Testing

@testable import SimpleFeatures

@Suite("Odd places of shapes")
struct ShapeFlawTests {
  private func column(_ shapes: [[Double]]...) -> GeometryColumn {
    var column = GeometryColumn()
    for rings in shapes { column.append(Geometry(polygon: rings)) }
    return column
  }

  private let square: [Double] = [0, 0, 10, 0, 10, 10, 0, 10, 0, 0]

  @Test func verticesThatStandTwice() {
    let twice: [Double] = [0, 0, 10, 0, 10, 0, 10, 10, 10, 10.0005, 0, 10, 0, 0]
    let shapes = column([square], [twice])
    #expect(
      shapes.duplicateVertices(tolerance: 0).flaws == [.init(feature: 1, count: 1, x: 10, y: 0)])
    #expect(shapes.duplicateVertices(tolerance: 0.001).flaws.map(\.count) == [2])
    #expect(column([square]).duplicateVertices(tolerance: 0.001).flaws.isEmpty)
  }

  @Test func spikesOfASmallAngle() {
    let spike: [Double] = [0, 0, 10, 0, 10, 5, 15, 5.01, 10, 5.02, 10, 10, 0, 10, 0, 0]
    let shapes = column([square], [spike])
    #expect(
      shapes.spikes(angle: 1, length: 0.1).flaws == [.init(feature: 1, count: 1, x: 15, y: 5.01)])
    #expect(shapes.spikes(angle: 0.1, length: 0.1).flaws.isEmpty)
    #expect(shapes.spikes(angle: 1, length: 6).flaws.isEmpty)
    #expect(shapes.spikes(angle: 91, length: 0.1).flaws.map(\.count) == [1])
  }

  @Test func aSpikeAtTheFirstVertexAndOneThatStandsTwice() {
    let first: [Double] = [15, 5.01, 10, 5.02, 10, 10, 0, 10, 0, 0, 10, 0, 10, 5, 15, 5.01]
    #expect(column([first]).spikes(angle: 1, length: 0.1).flaws.map(\.x) == [15])
    let twice: [Double] = [
      0, 0, 10, 0, 10, 5, 15, 5.01, 15, 5.01, 10, 5.02, 10, 10, 0, 10, 0, 0,
    ]
    #expect(column([twice]).spikes(angle: 1, length: 0.1).flaws.map(\.count) == [1])
  }

  @Test func ringsThatRunTheWrongWay() {
    let hole: [Double] = [2, 2, 4, 2, 4, 4, 2, 4, 2, 2]
    let turned: [Double] = [2, 2, 2, 4, 4, 4, 4, 2, 2, 2]
    let shapes = column([square, hole], [square, turned], [turned])
    #expect(shapes.misdirectedRings().flaws.map(\.feature) == [0])
    #expect(shapes.misdirectedRings(.outerCounterClockwise).flaws.map(\.feature) == [0, 2])
    #expect(shapes.misdirectedRings(.outerClockwise).flaws.map(\.count) == [1, 2])
  }

  @Test func theSameShapeWhateverItsStartAndDirection() {
    let later: [Double] = [10, 10, 0, 10, 0, 0, 10, 0, 10, 10]
    let turned: [Double] = [0, 0, 0, 10, 10, 10, 10, 0, 0, 0]
    let other: [Double] = [0, 0, 10, 0, 10, 10, 0, 10.001, 0, 0]
    let shapes = column([square], [other], [later], [turned])
    #expect(shapes.sameShapes().map(\.first) == [0, 0])
    #expect(shapes.sameShapes().map(\.second) == [2, 3])
  }

  @Test func partsAndHolesInAnyOrder() {
    let (a, b): ([Double], [Double]) = (
      [1, 1, 2, 1, 2, 2, 1, 2, 1, 1], [4, 4, 5, 4, 5, 5, 4, 5, 4, 4]
    )
    #expect(column([square, a, b], [square, b, a], [square, a]).sameShapes().count == 1)
    var parts = GeometryColumn()
    for order in [[a, b], [b, a]] {
      var shape = Geometry(empty: .multiPolygon)
      for ring in order { shape.appendPart(rings: [ring]) }
      parts.append(shape)
    }
    #expect(parts.sameShapes().count == 1)
    // One shape with a hole, and two shapes: the same rings, another land.
    var two = GeometryColumn()
    two.append(Geometry(polygon: [square, a]))
    var apart = Geometry(empty: .multiPolygon)
    for ring in [square, a] { apart.appendPart(rings: [ring]) }
    two.append(apart)
    #expect(two.sameShapes().isEmpty)
  }

  @Test func turningAndBeginningElsewhereChangesNothing() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<50 {
      let count = Int.random(in: 3...9, using: &random)
      let places = (0..<count).map { _ in
        (
          Double(Int.random(in: 0...3, using: &random)),
          Double(Int.random(in: 0...3, using: &random))
        )
      }
      let start = Int.random(in: 0..<count, using: &random)
      var other = Array(places[start...] + places[..<start])
      if Bool.random(using: &random) { other.reverse() }
      func ring(_ places: [(Double, Double)]) -> [Double] {
        (places + places.prefix(1)).flatMap { [$0.0, $0.1] }
      }
      #expect(column([ring(places)], [ring(other)]).sameShapes().count == 1)
    }
  }

  @Test func aFeatureIsCopiedWhole() {
    let hole: [Double] = [2, 2, 4, 2, 4, 4, 2, 4, 2, 2]
    let shapes = column([square], [square, hole])
    var copy = column([hole])
    copy.append(feature: 1, of: shapes)
    copy.append(feature: 0, of: shapes)
    #expect(copy[1] == shapes[1])
    #expect(copy[2] == shapes[0])
  }
}
