import Answers
import Planning
import TestSupport
import Testing

@Suite("A matrix of uses")
struct LandUseMatrixTests {
  func layer(_ uses: [String?], _ areas: [Double]) -> OverlayLayer {
    var layer = OverlayLayer(name: "a")
    layer.ids = uses.indices.map { "\($0)" }
    layer.uses = uses
    layer.areas = areas
    return layer
  }

  func answer(
    _ first: OverlayLayer, _ second: OverlayLayer, _ pairs: [(Int32, Int32, Double)]
  ) -> OverlayAnswer {
    var answer = OverlayAnswer(
      verdict: .found, moment: .now, epsg: 4525, first: first, second: second, minimumArea: 0)
    answer.firstFeatures = pairs.map(\.0)
    answer.secondFeatures = pairs.map(\.1)
    answer.areas = pairs.map(\.2)
    return answer
  }

  @Test("A row has what lies on each use, and on none")
  func cells() {
    let overlay = answer(
      layer(["0701", "0701", "1001"], [100, 50, 30]), layer(["0101", nil], [70, 200]),
      [(0, 0, 60), (0, 1, 10), (1, 1, 50)])
    let matrix = LandUseMatrix(
      overlay, coveredFirst: [70, 50, 0], coveredSecond: [60, 60])
    #expect(matrix.rows.map(\.code) == ["0701", "1001"])
    #expect(matrix.rows.map(\.featureCount) == [2, 1])
    #expect(matrix.columns.map(\.code) == ["0101", nil])
    #expect(matrix.cells == [60, 60, 0, 0])
    #expect(matrix.rows.map(\.outside) == [30, 30])
    #expect(matrix.columns.map(\.outside) == [10, 140])
    #expect(matrix.rows.map(\.repeated) == [0, 0])
  }

  @Test("Land under two features at once is taken off once")
  func repeated() {
    let overlay = answer(
      layer(["0701"], [100]), layer(["0101", "0102"], [80, 80]), [(0, 0, 80), (0, 1, 80)])
    let matrix = LandUseMatrix(overlay, coveredFirst: [100], coveredSecond: [80, 80])
    #expect(matrix.rows[0].repeated == 60)
    #expect(matrix.rows[0].outside == 0)
    #expect(matrix.columns.map(\.repeated) == [0, 0])
  }

  @Test("Shortened codes are one use, and of a mixed use each once")
  func digits() {
    let overlay = answer(
      layer(["070102/0702", "0701", "0901+0701"], [1, 2, 4]), layer(["0101"], [7]),
      [(0, 0, 1), (1, 0, 2), (2, 0, 4)])
    let matrix = LandUseMatrix(
      overlay, coveredFirst: [1, 2, 4], coveredSecond: [7], digits: 2)
    #expect(matrix.rows.map(\.code) == ["07", "09"])
    #expect(matrix.rows.map(\.squareMetres) == [3, 4])
  }

  @Test(
    "Rows and columns add up to their layers within 1e-9", arguments: 1...20 as ClosedRange<UInt64>)
  func totals(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let codes: [String?] = ["01", "02", "0701", nil]
    func some(_ count: Int) -> OverlayLayer {
      layer(
        (0..<count).map { _ in codes.randomElement(using: &random) ?? nil },
        (0..<count).map { _ in .random(in: 1...1e7, using: &random) })
    }
    let (first, second) = (some(40), some(9))
    var covered = (first.areas.map { _ in 0.0 }, second.areas.map { _ in 0.0 })
    var pairs: [(Int32, Int32, Double)] = []
    for a in 0..<40 {
      for b in 0..<9 where Bool.random(using: &random) {
        let area = Double.random(in: 0...(first.areas[a] / 9), using: &random)
        pairs.append((Int32(a), Int32(b), area))
        covered.0[a] += area
        covered.1[b] += area
      }
    }
    let matrix = LandUseMatrix(
      answer(first, second, pairs), coveredFirst: covered.0, coveredSecond: covered.1)
    func isSame(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(1, abs(b)) }
    for (row, use) in matrix.rows.enumerated() {
      let sum = ExactSum.of(matrix.columns.indices.map { matrix[row, $0] })
      #expect(isSame(sum + use.outside - use.repeated, use.squareMetres))
    }
    for (column, use) in matrix.columns.enumerated() {
      let sum = ExactSum.of(matrix.rows.indices.map { matrix[$0, column] })
      #expect(isSame(sum + use.outside - use.repeated, use.squareMetres))
    }
    #expect(isSame(ExactSum.of(matrix.rows.map(\.squareMetres)), ExactSum.of(first.areas)))
    #expect(isSame(ExactSum.of(matrix.cells), ExactSum.of(pairs.map(\.2))))
  }
}
