import SimpleFeatures
import TestSupport
import Testing
@testable import Topology

struct ValidityTests {
  @Test(arguments: [
    ("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))", ShapeReason.selfIntersection, 1.0, 1.0),
    ("POLYGON ((0 0, 4 0, 4 4, 2 0, 0 4, 0 0))", .ringSelfIntersection, 2, 0),
    ("POLYGON ((0 0, 4 0, 4 4, 2 2, 3 3, 0 4, 0 0))", .selfIntersection, 2, 2),
    ("POLYGON ((0 0, 2 0, 2 2, 4 2, 4 0, 2 0, 0 4, 0 0))", .ringSelfIntersection, 2, 0),
    ("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (5 5, 6 5, 6 6, 5 5))", .holeOutside, 5, 5),
    (
      "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1), (2 2, 3 2, 3 3, 2 2))",
      .nestedHoles, 2, 2
    ),
    (
      "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)), ((1 1, 2 1, 2 2, 1 1)))", .nestedShells, 1, 1
    ),
    (
      "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (0 2, 2 1, 4 2, 2 3, 0 2))", .disconnectedInterior, 0, 2
    ),
    ("POLYGON ((0 0, 4 0, 4 0, 0 0))", .tooFewPoints, 0, 0),
    ("POLYGON ((1 1, 1 1, 1 1, 1 1))", .tooFewPoints, 1, 1),
    ("LINESTRING (3 4, 3 4)", .tooFewPoints, 3, 4),
    ("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (0 0, 4 0, 4 4, 0 4, 0 0))", .selfIntersection, 4, 0),
  ])
  func faultIsNamedAndPlaced(text: String, reason: ShapeReason, x: Double, y: Double) throws {
    let fault = try GeometryEngine().validityFault(of: shape(text))
    #expect(fault == ValidityFault(reason, x: x, y: y))
  }

  @Test(arguments: [
    "POINT (1 2)", "POLYGON EMPTY", "GEOMETRYCOLLECTION EMPTY",
    "POLYGON ((0 0, 0 4, 4 4, 4 0, 0 0))", "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))",
    "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (0 0, 1 2, 2 1, 0 0))",
    "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((1 1, 2 1, 2 2, 1 1)))",
  ])
  func shapeIsValidWhateverTheDirectionOfItsRings(text: String) throws {
    #expect(try GeometryEngine().validityFault(of: shape(text)) == nil)
  }

  @Test func starsAreValidAndStayItWhenMovedAndTurned() throws {
    let engine = try GeometryEngine()
    var random = SeededGenerator(seed: 11)
    for corners in 3...60 {
      let star = SeededShapes.star(&random, corners: corners)
      #expect(try engine.validityFault(of: star) == nil, "\(corners)")
      #expect(try engine.validityFault(of: star.moved { ($0 + 37_500_000, $1 + 4_110_000) }) == nil)
      #expect(try engine.validityFault(of: star.moved { (-$1, $0) }) == nil)
    }
  }

  @Test func faultStaysTheSameAndMovesWithTheShape() throws {
    let engine = try GeometryEngine()
    var random = SeededGenerator(seed: 12)
    var reasons: Set<ShapeReason> = []
    for _ in 0..<400 {
      let shape = SeededShapes.mosaic(&random)
      let fault = try engine.validityFault(of: shape)
      let moved = try engine.validityFault(of: shape.moved { ($0 + 4096, $1 - 1024) })
      #expect(moved?.reason == fault?.reason)
      #expect(moved?.x == fault?.x.map { $0 + 4096 } && moved?.y == fault?.y.map { $0 - 1024 })
      if let fault { reasons.insert(fault.reason) }
    }
    #expect(reasons.isSuperset(of: [.selfIntersection, .holeOutside, .nestedShells]))
  }

  @Test func columnIsJudgedAsItsShapesAre() throws {
    let engine = try GeometryEngine()
    var random = SeededGenerator(seed: 13)
    var column = GeometryColumn()
    var expected: [ColumnValidity.Invalid] = []
    for feature in 0..<3000 {
      let shape: Geometry? =
        switch feature % 4 {
        case 0: SeededShapes.star(&random, corners: 5 + feature % 40)
        case 1: SeededShapes.tangle(&random, corners: 3 + feature % 5)
        case 2: SeededShapes.mosaic(&random)
        default: nil
        }
      column.append(shape)
      if let shape, let fault = try engine.validityFault(of: shape) {
        expected.append(.init(feature: feature, fault: fault))
      }
    }
    #expect(expected.count > 300 && expected.count < 2500)
    for workers in [nil, 1, 2, 7] {
      let validity = try ColumnValidity(of: column, workers: workers)
      #expect(validity.invalid == expected)
      #expect(validity.verdict == ColumnVerdict())
    }
  }

  @Test func refusedShapesOfAColumnAreNotGivenToGEOS() throws {
    var column = GeometryColumn()
    column.append(Hostile.square(.nan))
    column.append(try shape("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))"))
    column.append(Geometry(empty: .polygon))
    column.append(Hostile.polygonsWithEmptyPart)
    let validity = try ColumnValidity(of: column)
    #expect(validity.invalid == [.init(feature: 1, fault: .init(.selfIntersection, x: 1, y: 1))])
    #expect(validity.verdict.refused.map(\.feature) == [0, 2])
    #expect(validity.verdict.emptyParts == [.init(feature: 3, count: 1)])
  }

  @Test func columnWithoutFeaturesIsValid() throws {
    #expect(try ColumnValidity(of: GeometryColumn()).invalid.isEmpty)
  }
}
