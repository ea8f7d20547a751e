import SimpleFeatures
import TestSupport
import Testing
import Topology

/// What holds for all shapes, tried on seeded ones.
struct LawTests {
  @Test func areaSplitsIntoWhatIsSharedAndWhatIsNot() throws {
    let engine = try GeometryEngine()
    var random = SeededGenerator(seed: 31)
    for _ in 0..<60 {
      let (a, b) = (
        SeededShapes.star(&random, corners: 9), SeededShapes.star(&random, corners: 14)
      )
      let shared = try engine.intersection(a, b).planeArea
      let rest = try engine.difference(a, b).planeArea
      let either = try engine.union(a, b).planeArea
      let apart = try engine.symmetricDifference(a, b).planeArea
      let tolerance = 1e-9 * (a.planeArea + b.planeArea)
      #expect(abs(shared + rest - a.planeArea) < tolerance)
      #expect(abs(either - (a.planeArea + b.planeArea - shared)) < tolerance)
      #expect(abs(apart - (either - shared)) < tolerance)
      let collection = Geometry(collection: [a, b])
      #expect(try abs(engine.unaryUnion(collection).planeArea - either) < tolerance)
    }
  }

  @Test func areaOfAnOverlayMovesAndTurnsWithIt() throws {
    let engine = try GeometryEngine()
    var random = SeededGenerator(seed: 32)
    for _ in 0..<60 {
      let (a, b) = (
        SeededShapes.star(&random, corners: 7), SeededShapes.star(&random, corners: 11)
      )
      let shared = try engine.intersection(a, b).planeArea
      let turned = try engine.intersection(a.moved { (-$1, $0) }, b.moved { (-$1, $0) })
      let far = { (x: Double, y: Double) in (x + 37_500_000, y + 4_110_000) }
      let moved = try engine.intersection(a.moved(far), b.moved(far))
      #expect(abs(turned.planeArea - shared) <= 1e-9 * a.planeArea)
      // Crossing points are rounded to 7.5e-9 m at that easting.
      #expect(abs(moved.planeArea - shared) <= 1e-9 * a.planeArea + 1e-4)
    }
  }

  @Test func predicatesAgreeWithTheirPatterns() throws {
    let engine = try GeometryEngine()
    var random = SeededGenerator(seed: 33)
    var seen: [String: Int] = [:]
    for _ in 0..<300 {
      let (a, b) = (SeededShapes.square(&random), SeededShapes.square(&random))
      let matrix = try engine.relate(a, b)
      seen[matrix, default: 0] += 1
      #expect(try engine.relate(a, b, matches: matrix))
      #expect(try engine.disjoint(a, b) == engine.relate(a, b, matches: "FF*FF****"))
      #expect(try engine.intersects(a, b) != engine.disjoint(a, b))
      #expect(try engine.within(a, b) == engine.relate(a, b, matches: "T*F**F***"))
      #expect(try engine.contains(b, a) == engine.within(a, b))
      #expect(try engine.overlaps(a, b) == engine.relate(a, b, matches: "T*T***T**"))
      #expect(try engine.equals(a, b) == engine.relate(a, b, matches: "T*F**FFF*"))
      #expect(try engine.covers(a, b) == engine.coveredBy(b, a))
      #expect(try !engine.crosses(a, b))
      let touches = ["FT*******", "F**T*****", "F***T****"]
      #expect(
        try engine.touches(a, b) == touches.contains { try engine.relate(a, b, matches: $0) })
      #expect(try engine.intersects(a, b) == (engine.distance(a, b) == 0))
      #expect(try engine.isWithin(2, a, b) == ((engine.distance(a, b) ?? 9) <= 2))
    }
    #expect(seen.count > 6)
  }

  @Test func preparedShapeAnswersAsTheEngineDoes() throws {
    let engine = try GeometryEngine()
    var random = SeededGenerator(seed: 34)
    for _ in 0..<20 {
      let a = SeededShapes.square(&random)
      let prepared = try PreparedShape(a)
      for _ in 0..<20 {
        let b = SeededShapes.square(&random)
        #expect(try prepared.intersects(b) == engine.intersects(a, b))
        #expect(try prepared.disjoint(b) == engine.disjoint(a, b))
        #expect(try prepared.touches(b) == engine.touches(a, b))
        #expect(try prepared.contains(b) == engine.contains(a, b))
        #expect(try prepared.covers(b) == engine.covers(a, b))
        #expect(try prepared.within(b) == engine.within(a, b))
        #expect(try prepared.coveredBy(b) == engine.coveredBy(a, b))
        #expect(try prepared.crosses(b) == engine.crosses(a, b))
        #expect(try prepared.overlaps(b) == engine.overlaps(a, b))
        #expect(try prepared.distance(to: b) == engine.distance(a, b))
      }
      #expect(try prepared.distance(to: Geometry(empty: .point)) == nil)
      #expect(throws: ShapeRefusal.self) { try prepared.intersects(Hostile.square(.nan)) }
    }
  }

  @Test func treeFindsWhatLookingAtEachBoxFinds() async throws {
    var random = SeededGenerator(seed: 35)
    var boxes: [Envelope?] = (0..<500).map { _ in SeededShapes.square(&random, spread: 300).envelope
    }
    boxes[7] = nil
    let tree = try EnvelopeTree(boxes)
    #expect(tree.count == 499)
    let questions = (0..<40).map { _ in SeededShapes.square(&random, spread: 300).envelope }
    let all = boxes
    await withTaskGroup(of: Void.self) { group in
      for question in questions.compactMap(\.self) {
        group.addTask {
          let expected = all.indices.filter { all[$0]?.intersects(question) == true }
          #expect((try? tree.search(question)) == expected)
        }
      }
    }
    #expect(try EnvelopeTree([]).search(Envelope(minX: 0, minY: 0, maxX: 1, maxY: 1)).isEmpty)
  }
}
