import Dispatch
import Foundation
import Indexing
import SimpleFeatures
import Synchronization
import TestSupport
import Testing
import Topology

/// The index against looking at every feature, on layers made up from a seed.
@Suite struct FeatureIndexLawTests {
  /// Areas, lines and points on whole coordinates, so that boundaries meet often.
  static func layer(_ random: inout SeededGenerator, count: Int) -> GeometryColumn {
    var column = GeometryColumn()
    for _ in 0..<count { column.append(shape(&random, spread: 120)) }
    return column
  }

  static func shape(_ random: inout SeededGenerator, spread: Int) -> Geometry {
    let x = Double(Int.random(in: 0...spread, using: &random))
    let y = Double(Int.random(in: 0...spread, using: &random))
    let width = Double(Int.random(in: 1...9, using: &random))
    let height = Double(Int.random(in: 1...9, using: &random))
    switch Int.random(in: 0...9, using: &random) {
    case 0: return Geometry(pointX: x, y: y)
    case 1:
      return Geometry(
        .lineString, xy: [x, y, x + width, y + height], ringOffsets: [0, 2], partOffsets: [0, 1])
    case 2: return Geometry(polygon: [[x, y, x + width, y, x, y + height, x, y]])
    default:
      return Geometry(polygon: [
        [x, y, x + width, y, x + width, y + height, x, y + height, x, y]
      ])
    }
  }

  @Test(arguments: 1...6)
  func everyRelationIsThatOfBruteForce(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let layer = Self.layer(&random, count: 400)
    let index = FeatureIndex(layer)
    let engine = try GeometryEngine()
    var met: [SpatialRelation: Int] = [:]
    for _ in 0..<6 {
      let asked = Self.shape(&random, spread: 110)
      for relation in SpatialRelation.allCases {
        let brute = try (0..<layer.count).filter { feature in
          guard let shape = layer[feature] else { return false }
          return try engine.holds(relation, shape, asked)
        }
        let found = try index.features(relation, to: asked)
        #expect(found.features == brute, "\(relation) of \(asked.wellKnownText)")
        #expect(found.notChecked.isEmpty)
        met[relation, default: 0] += brute.count
      }
    }
    #expect(met[.intersects, default: 0] > 0 && met[.disjoint, default: 0] > 0)
  }

  @Test(arguments: 11...14)
  func distancesAreThoseOfBruteForce(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let layer = Self.layer(&random, count: 300)
    let index = FeatureIndex(layer)
    let engine = try GeometryEngine()
    for _ in 0..<10 {
      let asked = Self.shape(&random, spread: 200)
      let all = try (0..<layer.count).compactMap { feature in
        try layer[feature].flatMap { try engine.distance($0, asked) }.map {
          FeatureNeighbour(feature: feature, distance: $0)
        }
      }.sorted { ($0.distance, $0.feature) < ($1.distance, $1.feature) }
      for count in [1, 5, 17] {
        let found = try index.nearest(count, to: asked).neighbours
        #expect(found == Array(all.prefix(count)))
      }
      for limit in [0, 3, 12.5] {
        let found = try index.features(within: limit, of: asked).neighbours
        #expect(found == all.filter { $0.distance <= limit })
      }
      let near = try index.nearest(9, to: asked, within: 6).neighbours
      #expect(near == Array(all.filter { $0.distance <= 6 }.prefix(9)))
    }
  }

  @Test(arguments: 21...23)
  func boxesAndPointsAreThoseOfBruteForce(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let layer = Self.layer(&random, count: 400)
    let index = FeatureIndex(layer)
    let engine = try GeometryEngine()
    for _ in 0..<25 {
      let x = Double(Int.random(in: 0...120, using: &random))
      let y = Double(Int.random(in: 0...120, using: &random))
      let side = Double(Int.random(in: 0...20, using: &random))
      let box = Geometry(polygon: [
        [x, y, x + side + 1, y, x + side + 1, y + side + 1, x, y + side + 1, x, y]
      ])
      func brute(_ asked: Geometry) throws -> [Int] {
        try (0..<layer.count).filter {
          try layer[$0].map { try engine.intersects($0, asked) } ?? false
        }
      }
      #expect(try index.features(atX: x, y: y).features == brute(Geometry(pointX: x, y: y)))
      let envelope = try #require(box.envelope)
      #expect(try index.features(meeting: envelope).features == brute(box))
    }
  }

  @Test func theOrderOfInsertionDoesNotShow() throws {
    var random = SeededGenerator(seed: 31)
    let layer = Self.layer(&random, count: 300)
    let order = Array(0..<layer.count).shuffled(using: &random)
    let (index, mixed) = (FeatureIndex(layer), FeatureIndex(layer.selecting(order)))
    for _ in 0..<20 {
      let asked = Self.shape(&random, spread: 110)
      let found = try mixed.features(.intersects, to: asked).features.map { order[$0] }
      #expect(try index.features(.intersects, to: asked).features == found.sorted())
      let near = try mixed.features(within: 8, of: asked).neighbours
        .map { FeatureNeighbour(feature: order[$0.feature], distance: $0.distance) }
        .sorted { ($0.distance, $0.feature) < ($1.distance, $1.feature) }
      #expect(try index.features(within: 8, of: asked).neighbours == near)
    }
  }

  @Test func manyThreadsGetTheAnswersOfOne() throws {
    var random = SeededGenerator(seed: 41)
    let index = FeatureIndex(Self.layer(&random, count: 300))
    let asked = (0..<40).map { _ in Self.shape(&random, spread: 110) }
    let alone = try asked.map { try index.features(.intersects, to: $0) }
    let together = Mutex([Int: FeatureMatches]())
    DispatchQueue.concurrentPerform(iterations: asked.count) { number in
      guard let found = try? index.features(.intersects, to: asked[number]) else { return }
      together.withLock { $0[number] = found }
    }
    #expect(together.withLock { together in asked.indices.map { together[$0] } } == alone)
  }
}
