import SimpleFeatures
import Testing
import Topology

/// Known answers for small shapes, one for each operation.
struct OperationTests {
  @Test func measures() throws {
    let engine = try GeometryEngine()
    let ring = try shape("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))")
    #expect(try engine.area(of: ring) == 15)
    #expect(try engine.length(of: ring) == 20)
    #expect(try engine.distance(ring, shape("POINT (7 8)")) == 5)
    #expect(try engine.nearestPoints(ring, shape("POINT (7 8)"))?.xy == [4, 4, 7, 8])
    #expect(
      try engine.hausdorffDistance(shape("LINESTRING (0 0, 2 0)"), shape("LINESTRING (0 1, 5 1)"))
        == 10.0.squareRoot())
    #expect(try engine.distance(ring, shape("POINT EMPTY")) == nil)
    #expect(try engine.nearestPoints(ring, shape("POINT EMPTY")) == nil)
    #expect(try engine.hausdorffDistance(shape("POLYGON EMPTY"), ring) == nil)
  }

  @Test func overlays() throws {
    let engine = try GeometryEngine()
    let (a, b) = (Hostile.square(2), Hostile.square(2).moved { ($0 + 1, $1 + 1) })
    #expect(
      try engine.equals(engine.intersection(a, b), shape("POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))")))
    #expect(try engine.union(a, b).planeArea == 7)
    #expect(try engine.difference(a, b).planeArea == 3)
    #expect(try engine.symmetricDifference(a, b).type == .multiPolygon)
    let touching = try engine.intersection(a, shape("POLYGON ((2 0, 3 0, 3 1, 2 1, 2 0))"))
    #expect(touching.type == .lineString)
    #expect(try engine.intersection(a, a.moved { ($0 + 9, $1) }).isEmpty)
    #expect(try engine.unaryUnion(shape("MULTIPOINT ((1 1), (1 1))")).xy == [1, 1])
  }

  @Test func overlaysOnAGridHaveNoOtherCoordinates() throws {
    let engine = try GeometryEngine()
    let a = try shape("POLYGON ((0 0, 3 1, 1 3, 0 0))")
    let b = try shape("POLYGON ((0 3, 3 0, 3 3, 0 3))")
    let exact = try engine.intersection(a, b)
    #expect(exact.xy.contains { $0 != $0.rounded() })
    for result in [
      try engine.intersection(a, b, gridSize: 1), try engine.union(a, b, gridSize: 1),
      try engine.difference(a, b, gridSize: 1),
      try engine.symmetricDifference(a, b, gridSize: 1),
      try engine.unaryUnion(Geometry(collection: [a, b]), gridSize: 1),
      try engine.snapped(exact, gridSize: 1),
    ] {
      #expect(result.xy.allSatisfy { $0 == $0.rounded() })
    }
  }

  @Test func shapesOfOneShape() throws {
    let engine = try GeometryEngine()
    let square = Hostile.square(4)
    let bent = try shape("LINESTRING (0 0, 5 0.01, 10 0)")
    #expect(try engine.buffer(square, distance: -1).planeArea == 4)
    #expect(
      try engine.buffer(shape("POINT (0 0)"), distance: 1, quadrantSegments: 1).planeArea == 2)
    #expect(try engine.simplified(bent, tolerance: 0.1).xy == [0, 0, 10, 0])
    #expect(try engine.roughlySimplified(bent, tolerance: 0.1).xy == [0, 0, 10, 0])
    #expect(try engine.centroid(square).xy == [2, 2])
    #expect(try engine.covers(square, engine.pointOnSurface(square)))
    #expect(try engine.convexHull(shape("MULTIPOINT ((0 0), (2 0), (1 1), (1 3))")).planeArea == 3)
    #expect(try engine.boundary(square).type == .lineString)
    #expect(try engine.noded(shape("MULTILINESTRING ((0 0, 2 2), (0 2, 2 0))")).partCount == 4)
    #expect(try engine.builtArea(engine.boundary(square)).planeArea == 16)
    #expect(
      try engine.mergedLines(shape("MULTILINESTRING ((0 0, 1 1), (1 1, 2 0))")).partCount == 1)
    #expect(try engine.densified(bent, tolerance: 1).partCount == 1)
    #expect(try engine.isSimple(bent))
    #expect(try !engine.isSimple(shape("LINESTRING (0 0, 2 2, 2 0, 0 2)")))
    #expect(try engine.equalsExactly(square, square.moved { ($0 + 0.5, $1) }, tolerance: 0.6))
    #expect(try !engine.equalsExactly(square, square.moved { ($0 + 0.5, $1) }))
  }

  @Test func everyTypeComesBackAsItWent() throws {
    let engine = try GeometryEngine()
    for text in [
      "POINT (1 2)", "LINESTRING (0 0, 1 1, 2 0)",
      "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 1), (5 5, 6 5, 6 6, 5 5))",
      "MULTIPOINT ((0 0), (1 1))", "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))",
      "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 9 5, 9 9, 5 5), (7 6, 8 6, 8 7, 7 6)))",
      "GEOMETRYCOLLECTION (POINT (1 1), GEOMETRYCOLLECTION (LINESTRING (0 0, 1 1)))",
      "POINT EMPTY", "LINESTRING EMPTY", "POLYGON EMPTY", "MULTIPOLYGON EMPTY",
      "GEOMETRYCOLLECTION EMPTY",
    ] {
      let geometry = try shape(text)
      // Simplifying by nothing keeps every vertex of these.
      #expect(try engine.snapped(geometry, gridSize: 0) == geometry, "\(text)")
    }
  }

  @Test func failureOfGEOSIsThrownWithItsFunctionAndMessage() throws {
    let engine = try GeometryEngine()
    let collection = Geometry(collection: [Hostile.square(1), Hostile.farPoint])
    let fault = #expect(throws: TopologyFault.self) {
      try engine.relate(collection, Hostile.square(1), matches: "not a pattern")
    }
    #expect(fault?.function == "GEOSRelatePattern_r")
    #expect(fault?.message.isEmpty == false)
    // The engine serves on, and the message is forgotten.
    #expect(try engine.area(of: Hostile.square(1)) == 1)
  }

  @Test(arguments: [Double.nan, .infinity, -1, 1e-300, 1e300])
  func sizeThatArithmeticLosesIsNotGivenToGEOS(size: Double) throws {
    let engine = try GeometryEngine()
    let square = Hostile.square(2)
    #expect(throws: TopologyFault.self) { try engine.snapped(square, gridSize: size) }
    #expect(throws: TopologyFault.self) { try engine.simplified(square, tolerance: size) }
    #expect(throws: TopologyFault.self) { try engine.roughlySimplified(square, tolerance: size) }
    #expect(throws: TopologyFault.self) { try engine.densified(square, tolerance: size) }
    #expect(throws: TopologyFault.self) { try engine.intersection(square, square, gridSize: size) }
    if size != -1 {
      #expect(throws: TopologyFault.self) { try engine.buffer(square, distance: size) }
    }
  }

  @Test func versionIsThatOfTheLibrary() {
    #expect(GeometryEngine.version.split(separator: ".").count == 3)
  }
}
