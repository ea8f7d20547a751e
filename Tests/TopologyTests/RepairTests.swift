import SimpleFeatures
import TestSupport
import Testing
import Topology

struct RepairTests {
  @Test(arguments: [
    // Rings as they ran; area before and after.
    ("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))", 0.0, 2.0),
    ("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (5 5, 6 5, 6 6, 5 5))", 15.5, 16.5),
    ("MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)), ((1 1, 2 1, 2 2, 1 1)))", 81.5, 81),
    ("POLYGON ((0 0, 4 0, 4 4, 4 9, 4 4, 0 4, 0 0))", 16, 16),
  ])
  func mendedShapeIsValidAndItsAreaTold(text: String, before: Double, after: Double) throws {
    let engine = try GeometryEngine()
    let repaired = try engine.repaired(shape(text))
    #expect(repaired.fault != nil)
    #expect(repaired.areaBefore == before && repaired.areaAfter == after)
    #expect(try engine.validityFault(of: repaired.geometry) == nil)
    #expect(repaired.geometry.type.dimension == 2)
  }

  @Test func validShapeComesBackAsItCame() throws {
    var square = Hostile.square(2)
    square.z = [1, 2, 3, 4, 1]
    let repaired = try GeometryEngine().repaired(square)
    #expect(repaired.geometry == square)
    #expect(repaired.fault == nil && repaired.areaBefore == 4 && repaired.areaAfter == 4)
  }

  @Test func whatCollapsesIsDroppedAndSaid() throws {
    let engine = try GeometryEngine()
    let line = try engine.repaired(shape("POLYGON ((0 0, 4 0, 4 0, 0 0))"))
    #expect(line.geometry.isEmpty && line.geometry.type.dimension == 2)
    #expect(line.droppedLines == 1 && line.droppedPoints == 0)
    let point = try engine.repaired(shape("POLYGON ((1 1, 1 1, 1 1, 1 1))"))
    #expect(point.geometry.isEmpty && point.droppedPoints == 1)
    let both = try engine.repaired(
      shape("MULTIPOLYGON (((0 0, 2 0, 2 2, 0 0)), ((5 5, 7 7, 7 7, 5 5)))"))
    #expect(both.areaAfter == 2 && both.droppedLines == 1)
  }

  @Test func openRingsAreClosedAndTooShortOnesDropped() throws {
    let open = Geometry(polygon: [[0, 0, 4, 0, 4, 4, 0, 4], [1, 1, 2, 2, 1, 1]])
    let repaired = try GeometryEngine().repaired(open)
    #expect(repaired.fault?.reason == .notClosed)
    #expect(repaired.closedRings == 1 && repaired.droppedRings == 1)
    #expect(repaired.areaAfter == 16)
  }

  @Test func whatTheGuardRefusesIsNotMended() throws {
    let engine = try GeometryEngine()
    let refusal = #expect(throws: ShapeRefusal.self) { try engine.repaired(Hostile.square(.nan)) }
    #expect(refusal?.reason == .nonFinite)
    #expect(throws: ShapeRefusal(.failed)) { try engine.repaired(shape("LINESTRING (0 0, 1 1)")) }
  }

  @Test func everythingSeededBecomesValid() throws {
    let engine = try GeometryEngine()
    var random = SeededGenerator(seed: 21)
    for index in 0..<600 {
      let shape =
        index % 2 == 0
        ? SeededShapes.tangle(&random, corners: 3 + index % 9) : SeededShapes.mosaic(&random)
      let repaired = try engine.repaired(shape)
      #expect(
        try engine.validityFault(of: repaired.geometry) == nil,
        "\(shape.wellKnownText) \(repaired.geometry.wellKnownText)")
      #expect(try abs(engine.area(of: repaired.geometry) - repaired.areaAfter) < 1e-9)
      if repaired.fault == nil { #expect(repaired.geometry == shape) }
      // The outline bounds what may be made of it.
      guard let box = shape.envelope, let now = repaired.geometry.envelope else { continue }
      #expect(box.union(now) == box)
    }
  }
}
