import Indexing
import SimpleFeatures
import Testing

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
}
