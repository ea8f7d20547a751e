import Foundation
import Indexing
import SimpleFeatures
import TestSupport
import Testing
import Topology

/// The areas of degenerate pairs against GEOS: a thousand of each family, or as many as the variable
/// `YULIN_SEEDED_PAIRS` says.
struct OverlapFamilyTests {
  static let pairCount =
    ProcessInfo.processInfo.environment["YULIN_SEEDED_PAIRS"].flatMap(Int.init) ?? 1_000

  @Test(arguments: OverlapFamilies.Family.allCases)
  func areasAreThoseOfTheEngine(family: OverlapFamilies.Family) throws {
    let families = try OverlapFamilies(
      family, count: OverlapFamilyTests.pairCount, seed: 401)
    let validity = try [ColumnValidity(of: families.first), ColumnValidity(of: families.second)]
    let invalid = validity.map { $0.invalid.map(\.feature) }
    let pairs = try Overlap.pairs(
      families.first, families.second,
      options: OverlapOptions(invalidFirst: invalid[0], invalidSecond: invalid[1]))
    var found: [Int: Double] = [:]
    for index in 0..<pairs.count where pairs.first[index] == pairs.second[index] {
      found[Int(pairs.first[index])] = pairs.areas[index]
    }
    #expect(found.count == pairs.count)
    let engine = try GeometryEngine()
    let doubtful = Set(invalid[0] + invalid[1])
    var compared = 0
    for index in families.places.indices where !doubtful.contains(index) {
      guard let a = families.first[index], let b = families.second[index] else { continue }
      let area = found[index] ?? 0
      // GEOS rounds crossing points to the doubles there are: near zero to many, so it judges there.
      let origin = family == .small ? families.places[index] / 3000 : families.places[index]
      let near = try engine.area(
        of: engine.intersection(a.taken(off: origin), b.taken(off: origin)))
      #expect(abs(area - near) <= (family == .small ? 1e-13 : 1e-10))
      compared += 1
    }
    // Shapes that touched in a corner are often not valid once moved.
    #expect(compared > families.places.count / 4)
    // No pair of valid shapes is left to GEOS.
    #expect(pairs.fallbackCount <= doubtful.count)
  }

  @Test func areasOfBoardsAreNumbersOfCells() throws {
    let families = try OverlapFamilies(.board, count: 2000, seed: 402)
    let pairs = try Overlap.pairs(
      families.first, families.second,
      options: OverlapOptions(invalidFirst: [], invalidSecond: []))
    var found = [Double](repeating: 0, count: families.places.count)
    for index in 0..<pairs.count { found[Int(pairs.first[index])] = pairs.areas[index] }
    #expect(found == families.commonCells.map(Double.init))
    #expect(pairs.first == pairs.second)
    #expect(pairs.fallbackCount == 0)
  }

  @Test func areasTurnMoveAndChangePlacesWithTheirShapes() throws {
    let families = try OverlapFamilies(.board, count: 400, seed: 403)
    let (a, b) = (families.first, families.second)
    let options = OverlapOptions(invalidFirst: [], invalidSecond: [])
    let pairs = try Overlap.pairs(a, b, options: options)
    #expect(pairs.count > 200)
    let swapped = try Overlap.pairs(b, a, options: options)
    #expect(swapped.first == pairs.second && swapped.areas == pairs.areas)
    let turned = try Overlap.pairs(
      a.moved { SIMD2(-$0.y, $0.x) }, b.moved { SIMD2(-$0.y, $0.x) }, options: options)
    #expect(turned == pairs)
    let far = SIMD2(37_500_000.0, 4_110_000.0)
    #expect(
      try Overlap.pairs(a.moved { $0 + far }, b.moved { $0 + far }, options: options) == pairs)
    for workers in 1...3 {
      var some = options
      some.workers = workers
      #expect(try Overlap.pairs(a, b, options: some) == pairs)
    }
    var random = SeededGenerator(seed: 404)
    let order = Array(0..<a.count).shuffled(using: &random)
    let shuffled = try Overlap.pairs(a.reordered(order), b, options: options)
    #expect(shuffled.first.map { Int32(order[Int($0)]) } == shuffled.second)
    #expect(Set(shuffled.second) == Set(pairs.second) && shuffled.count == pairs.count)
    #expect(shuffled.first == shuffled.first.sorted())
  }

  @Test func whatIsSplitHasTheSameAreaInAll() throws {
    let families = try OverlapFamilies(.turned, count: 300, seed: 405)
    let engine = try GeometryEngine()
    let options = OverlapOptions(invalidFirst: [], invalidSecond: [])
    let pairs = try Overlap.pairs(families.first, families.second, options: options)
    var whole = [Double](repeating: 0, count: families.places.count)
    for index in 0..<pairs.count { whole[Int(pairs.first[index])] = pairs.areas[index] }
    // Each first shape is cut along a line through its place.
    var halves = GeometryColumn()
    for (index, place) in families.places.enumerated() {
      let (x, y) = (place.x, place.y)
      let west = Geometry(polygon: [[x - 8, y - 8, x, y - 8, x, y + 8, x - 8, y + 8, x - 8, y - 8]])
      let shape = try #require(families.first[index])
      halves.append(try engine.intersection(shape, west))
      halves.append(try engine.difference(shape, west))
    }
    let parts = try Overlap.pairs(halves, families.second)
    var sums = [Double](repeating: 0, count: families.places.count)
    for index in 0..<parts.count { sums[Int(parts.first[index]) / 2] += parts.areas[index] }
    for index in whole.indices { #expect(abs(whole[index] - sums[index]) < 1e-9) }
  }
}
