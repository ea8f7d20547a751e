import SimpleFeatures
import TestSupport
import Testing
@testable import Topology

struct GuardTests {
  @Test(arguments: [
    (ShapeReason.nonFinite, Hostile.square(.nan)),
    (.nonFinite, Hostile.square(-.infinity)),
    (.nonFinite, Geometry(pointX: .nan, y: .nan)),
    (.absurd, Hostile.square(1.5e8)),
    (.absurd, Geometry(pointX: 0, y: -1e300)),
    (.tooSmall, Hostile.square(1e-300)),
    (.tooSmall, Hostile.square(.leastNonzeroMagnitude)),
    (.tooFewPoints, Geometry(polygon: [[0, 0, 1, 1, 0, 0]])),
    (.tooFewPoints, Hostile.multi(.lineString, [[[0, 0]]])),
    (.notClosed, Geometry(polygon: [[0, 0, 1, 0, 1, 1, 0, 1]])),
    (.notClosed, Geometry(polygon: [[0, 0, 9, 0, 9, 9, 0, 0], [1, 1, 2, 1, 2, 2, 1.5, 2]])),
    (.nestedTooDeep, Hostile.nested(17)),
    // Holes without a shell, a point of two vertices, a line of two rings.
    (.failed, Geometry(polygon: [[], [0, 0, 1, 0, 1, 1, 0, 0]])),
    (.failed, Hostile.multi(.point, [[[0, 0, 1, 1]]])),
    (.failed, Hostile.multi(.lineString, [[[0, 0, 1, 1], [2, 2, 3, 3]]])),
    // Offsets that lead out of the buffers, or back.
    (.failed, Geometry(.polygon, xy: [0, 0], ringOffsets: [0, 4], partOffsets: [0, 1])),
    (.failed, Geometry(.multiPoint, xy: [0, 0], ringOffsets: [0, 1], partOffsets: [0, 2, 1])),
    (.failed, Geometry(.polygon, xy: [0, 0], ringOffsets: [], partOffsets: [])),
  ])
  func refusesWhatGEOSMustNotSee(reason: ShapeReason, geometry: Geometry) throws {
    let refusal = #expect(throws: ShapeRefusal.self) { try ShapeGuard().check(geometry) }
    #expect(refusal?.reason == reason)
    let engine = try GeometryEngine()
    #expect(throws: ShapeRefusal.self) { try engine.unaryUnion(geometry) }
    #expect(try engine.validityFault(of: geometry)?.reason == reason)
  }

  @Test func refusalNamesThePlace() {
    #expect(throws: ShapeRefusal(.absurd, x: 37_500_000, y: 2e8)) {
      try ShapeGuard().check(Geometry(polygon: [[0, 0, 37_500_000, 2e8, 1, 1, 0, 0]]))
    }
  }

  @Test func letsThroughWhatLandLooksLike() throws {
    let parcel = Geometry(polygon: [
      [
        37_500_000, 4_110_000, 37_500_000.001, 4_110_000, 37_500_000.001, 4_110_001, 37_500_000,
        4_110_000,
      ]
    ])
    for geometry in [
      Hostile.square(1e-99), Hostile.square(1e-17), parcel, Hostile.square(1e8), Hostile.nested(16),
      Geometry(pointX: 0, y: -0.0),
    ] {
      #expect(try ShapeGuard().check(geometry) == GuardedShape(geometry: geometry, emptyParts: 0))
    }
  }

  @Test func emptyPartsAreLeftOutAndCounted() throws {
    var geometry = Hostile.multi(
      .multiPolygon, [[], [[0, 0, 9, 0, 9, 9, 0, 0], [], [2, 1, 3, 1, 3, 2, 2, 1]], [[]]])
    geometry.z = [1, 2, 3, 4, 5, 6, 7, 8]
    let checked = try ShapeGuard().check(geometry)
    var expected = Hostile.multi(
      .multiPolygon, [[[0, 0, 9, 0, 9, 9, 0, 0], [2, 1, 3, 1, 3, 2, 2, 1]]])
    expected.z = geometry.z
    #expect(checked == GuardedShape(geometry: expected, emptyParts: 3))
  }

  @Test func emptyMembersAreLeftOutHoweverDeep() throws {
    let inner = Geometry(collection: [Geometry(empty: .point), Hostile.pointsWithEmptyPart])
    let outer = Geometry(collection: [Geometry(collection: [Geometry(empty: .polygon)]), inner])
    let checked = try ShapeGuard().check(outer)
    let kept = Geometry(collection: [
      Geometry(collection: [Hostile.multi(.multiPoint, [[[1, 1]]])])
    ])
    #expect(checked == GuardedShape(geometry: kept, emptyParts: 4))
  }

  @Test func boundsVerticesAndParts() throws {
    var limits = ShapeLimits()
    limits.vertices = 10
    limits.parts = 2
    let shapeGuard = ShapeGuard(limits: limits)
    let square = Hostile.square(3)
    #expect(throws: Never.self) { try shapeGuard.check(Geometry(collection: [square, square])) }
    #expect(throws: ShapeRefusal(.tooManyPoints)) {
      try shapeGuard.check(Geometry(collection: [square, square, Hostile.farPoint]))
    }
    #expect(throws: ShapeRefusal(.tooManyPoints)) {
      try shapeGuard.check(Hostile.multi(.multiPoint, [[[0, 0]], [[1, 1]], [[2, 2]]]))
    }
    #expect(throws: ShapeRefusal(.tooManyPoints)) {
      try shapeGuard.check(Geometry(polygon: [[], [], []]))
    }
  }

  @Test func columnIsJudgedAsItsShapesAre() {
    var random = SeededGenerator(seed: 3)
    let oddities = [
      Hostile.square(.nan), Hostile.square(1e-300), Hostile.square(2e8),
      Geometry(polygon: [[0, 0, 1, 1, 0, 0]]), Geometry(polygon: [[0, 0, 1, 0, 1, 1, 0, 1]]),
      Hostile.polygonsWithEmptyPart, Geometry(polygon: [[0, 0, 9, 0, 9, 9, 0, 0], []]),
    ]
    for oddity in oddities.indices {
      var column = GeometryColumn()
      var refused: [ColumnVerdict.Refused] = []
      var emptyParts: [ColumnVerdict.EmptyParts] = []
      var cleaned = GeometryColumn()
      for feature in 0..<50 {
        let geometry =
          Bool.random(using: &random) ? oddities[oddity] : SeededShapes.mosaic(&random)
        column.append(geometry)
        do {
          let checked = try ShapeGuard().check(geometry)
          cleaned.append(checked.geometry)
          guard checked.emptyParts > 0 else { continue }
          emptyParts.append(.init(feature: feature, count: checked.emptyParts))
        } catch let refusal as ShapeRefusal {
          cleaned.append(geometry)
          refused.append(.init(feature: feature, refusal: refusal))
        } catch {
          Issue.record(error)
        }
      }
      let verdict = ShapeGuard().check(column)
      #expect(verdict.refused.map(\.feature) == refused.map(\.feature))
      #expect(verdict.refused.map(\.refusal.reason) == refused.map(\.refusal.reason))
      #expect(verdict.emptyParts == emptyParts)
      let without = ShapeGuard().withoutEmptyParts(column, verdict)
      #expect(without.ringOffsets == cleaned.ringOffsets)
      #expect(without.partOffsets == cleaned.partOffsets)
      #expect(without.featureOffsets == cleaned.featureOffsets)
    }
  }

  @Test func featureWithoutVertexIsRefusedAndOneWithoutShapePassedOver() {
    var column = GeometryColumn()
    column.append(Geometry(empty: .polygon))
    column.append(nil)
    column.append(Hostile.square(1))
    column.append(Hostile.multi(.multiPolygon, [[], []]))
    let verdict = ShapeGuard().check(column)
    #expect(verdict.refused.map(\.feature) == [0, 3])
    #expect(verdict.refused.allSatisfy { $0.refusal.reason == .empty })
    #expect(verdict.emptyParts.isEmpty)
  }
}
