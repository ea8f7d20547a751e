import Indexing
import SimpleFeatures
import TestSupport
import Testing
import Topology

/// Many points at once against GEOS, point by point.
struct PointLookupTests {
  @Test(arguments: OverlapFamilies.Family.allCases)
  func featuresAreThoseOfTheEngine(family: OverlapFamilies.Family) throws {
    let families = try OverlapFamilies(family, count: 120, seed: 601)
    var layer = families.first
    layer.append(contentsOf: families.second)
    let invalid = try ColumnValidity(of: layer).invalid.map(\.feature)
    let points = points(of: layer, seed: 602)
    let matches = try PointLookup.features(at: points, in: layer)
    #expect(matches.count == points.count / 2)
    let index = FeatureIndex(layer, unusable: invalid)
    let engine = try GeometryEngine()
    var onBoundary = 0
    for point in 0..<matches.count {
      let (x, y) = (points[2 * point], points[2 * point + 1])
      let judged = try index.features(atX: x, y: y)
      let found = matches.matches(of: point)
      #expect(matches.features[found].map(Int.init) == judged.features)
      #expect(
        matches.unchecked.filter { $0.point == point }.map(\.feature)
          == judged.notChecked.filter { feature in
            layer.envelope(of: feature).map {
              $0.minX <= x && x <= $0.maxX && $0.minY <= y && y <= $0.maxY
            } ?? false
          })
      for place in found {
        let shape = try #require(layer[Int(matches.features[place])])
        let touches = try engine.touches(Geometry(pointX: x, y: y), shape)
        #expect(matches.areOnBoundary[place] == touches)
        onBoundary += touches ? 1 : 0
      }
    }
    #expect(onBoundary > 500)
  }

  @Test func aPointOnAnEdgeBelongsToBothSides() throws {
    var layer = GeometryColumn()
    layer.append(try Geometry(wellKnownText: "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))"))
    layer.append(
      try Geometry(
        wellKnownText: "POLYGON ((2 0, 4 0, 4 2, 2 2, 2 0), (2.5 0.5, 3 1, 3.5 0.5, 2.5 0.5))"))
    let points = [2.0, 1, 1, 1, 3, 1, 3, 0.75, 2, 2, 5, 1, .nan, 1, .infinity, 1]
    let matches = try PointLookup.features(at: points, in: layer)
    #expect(matches.offsets == [0, 2, 3, 4, 4, 6, 6, 6, 6])
    #expect(matches.features == [0, 1, 0, 1, 0, 1])
    #expect(matches.areOnBoundary == [true, true, false, true, true, true])
    #expect(matches.unchecked.isEmpty)
  }

  @Test func theOrderOfPointsAndTheNumberOfThreadsDoNotMatter() throws {
    let families = try OverlapFamilies(.turned, count: 300, seed: 603)
    let layer = families.first
    let points = points(of: layer, seed: 604)
    let matches = try PointLookup.features(at: points, in: layer, workers: 1)
    for workers in 2...4 {
      #expect(try PointLookup.features(at: points, in: layer, workers: workers) == matches)
    }
    var random = SeededGenerator(seed: 605)
    let order = Array(0..<matches.count).shuffled(using: &random)
    let shuffled = try PointLookup.features(
      at: order.flatMap { [points[2 * $0], points[2 * $0 + 1]] }, in: layer)
    for (place, point) in order.enumerated() {
      #expect(
        shuffled.features[shuffled.matches(of: place)]
          == matches.features[matches.matches(of: point)])
    }
    #expect(try PointLookup.features(at: [], in: layer).count == 0)
    #expect(try PointLookup.features(at: points, in: GeometryColumn()).features.isEmpty)
  }

  /// Vertices, middles of edges, points on the level of a vertex, and points anywhere.
  private func points(of layer: GeometryColumn, seed: UInt64) -> [Double] {
    var random = SeededGenerator(seed: seed)
    var points: [Double] = []
    for vertex in 0..<layer.vertexCount - 1 where vertex % 3 == 0 {
      let (x, y) = (layer.xy[2 * vertex], layer.xy[2 * vertex + 1])
      points += [x, y, (x + layer.xy[2 * vertex + 2]) / 2, (y + layer.xy[2 * vertex + 3]) / 2]
      points += [x + Double.random(in: -2...2, using: &random), y]
      points += [
        x + Double.random(in: -1...1, using: &random),
        y + Double.random(in: -1...1, using: &random),
      ]
    }
    return points
  }
}
