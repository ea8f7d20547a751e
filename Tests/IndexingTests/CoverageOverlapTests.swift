import Indexing
import SimpleFeatures
import TestSupport
import Testing

/// A check of coverage passes over features that lie where free edges say the land is covered once. It
/// must find the same overlaps as a look at every pair.
struct CoverageOverlapTests {
  @Test(arguments: [0, 0.02, 0.3])
  func overlapsAreThoseOfEveryPair(share: Double) throws {
    var pairCount = 0
    for seed in UInt64(701)...720 {
      var random = SeededGenerator(seed: seed)
      let layer = tiling(12, faulty: share, &random)
      let faults = try Coverage.faults(of: layer, options: CoverageOptions(invalid: []))
      let pairs = try Overlap.pairs(within: layer, options: OverlapOptions(invalidFirst: []))
      #expect(faults.overlaps == pairs)
      pairCount += pairs.count
    }
    #expect((pairCount == 0) == (share == 0))
  }

  @Test func landCoveredTwiceIsNotQuiet() throws {
    // Two whole tilings on one another: inside, every edge has a partner that runs the other way.
    var random = SeededGenerator(seed: 721)
    var layer = tiling(10, faulty: 0, &random)
    layer.append(contentsOf: tiling(5, size: 2, faulty: 0, &random))
    let faults = try Coverage.faults(of: layer, options: CoverageOptions(invalid: []))
    #expect(faults.overlaps.count == 100)
    #expect(faults.overlaps == (try Overlap.pairs(within: layer)))
  }

  @Test func aShapeLeftToTheEngineIsFoundOnQuietLand() throws {
    // The bow tie crosses itself: its edges take no part in the count of coverings.
    var random = SeededGenerator(seed: 722)
    var layer = tiling(6, faulty: 0, &random)
    layer.append(
      Geometry(polygon: [[2.2, 2.2, 2.8, 2.8, 2.8, 2.2, 2.2, 2.8, 2.2, 2.2]]))
    let faults = try Coverage.faults(of: layer)
    #expect(faults.mended == [36])
    #expect(faults.overlaps.count == 1)
    #expect(faults.overlaps.second == [36])
  }

  /// Squares that tile the land; a share of them is moved, made larger, or stands twice.
  private func tiling(
    _ side: Int, size: Double = 1, faulty share: Double, _ random: inout SeededGenerator
  ) -> GeometryColumn {
    var layer = GeometryColumn()
    for cell in 0..<side * side {
      var (x, y) = (Double(cell % side) * size, Double(cell / side) * size)
      var (width, height) = (size, size)
      let square = { (x: Double, y: Double, width: Double, height: Double) in
        Geometry(polygon: [
          [x, y, x + width, y, x + width, y + height, x, y + height, x, y]
        ])
      }
      if Double.random(in: 0...1, using: &random) < share {
        switch Int.random(in: 0...3, using: &random) {
        case 0: layer.append(square(x, y, width, height))
        case 1: x += Double.random(in: -0.3...0.3, using: &random)
        case 2: height *= Double.random(in: 1...2.5, using: &random)
        default: (width, y) = (width * 3, y - 0.5)
        }
      }
      layer.append(square(x, y, width, height))
    }
    return layer
  }
}
