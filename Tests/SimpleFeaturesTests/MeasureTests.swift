import SimpleFeatures
import TestSupport
import Testing

@Suite struct MeasureTests {
  /// The surveyed polygon of a parcel: a square of 100 m at a county's coordinates.
  private func square(
    _ x: Double, _ y: Double, _ side: Double, clockwise: Bool = false
  ) -> [Double] {
    let ring = [x, y, x + side, y, x + side, y + side, x, y + side, x, y]
    guard clockwise else { return ring }
    return stride(from: ring.count - 2, through: 0, by: -2).flatMap { [ring[$0], ring[$0 + 1]] }
  }

  /// A star around a centre: its corners by angle, so that no edges cross.
  private func star(_ shapes: inout SeededShapes, x: Double, y: Double, corners: Int) -> [Double] {
    let directions = (0..<corners).map { _ in
      (
        Double.random(in: -1...1, using: &shapes.generator),
        Double.random(in: -1...1, using: &shapes.generator)
      )
    }
    func quarter(_ d: (Double, Double)) -> Double {
      let slope = d.1 / (abs(d.0) + abs(d.1))
      return d.0 > 0 ? slope : 2 - slope
    }
    let sorted = directions.sorted { quarter($0) < quarter($1) }
    let ring = sorted.flatMap { [x + 100 * $0.0, y + 100 * $0.1] }
    return ring + ring[0..<2]
  }

  /// The area as the sum of triangles from a corner, each in exact steps of 2^-10 m: whole numbers.
  private func exactArea(_ ring: [Double]) -> Double {
    let whole = ring.map { Int(($0 * 1024).rounded()) }
    var doubled = 0
    for index in stride(from: 2, to: whole.count - 2, by: 2) {
      let (ax, ay) = (whole[index] - whole[0], whole[index + 1] - whole[1])
      let (bx, by) = (whole[index + 2] - whole[0], whole[index + 3] - whole[1])
      doubled += ax * by - ay * bx
    }
    return Double(doubled) / 2 / 1024 / 1024
  }

  @Test func areasAtFullCoordinatesAgreeWithWholeNumbers() {
    var shapes = SeededShapes(seed: 11)
    for _ in 0..<300 {
      let ring = star(&shapes, x: 37_520_986, y: 4_134_000, corners: shapes.int(3...40))
        .map { ($0 * 1024).rounded() / 1024 }
      let shape = Geometry(polygon: [ring])
      #expect(abs(shape.signedArea(ofRing: 0) - exactArea(ring)) < 1e-7)
      #expect(abs(shape.planeArea - abs(exactArea(ring))) < 1e-7)
    }
  }

  @Test func holesAreTakenOffAndPartsAddedUpWhateverTheirDirection() {
    for (shell, hole) in [(true, true), (true, false), (false, true), (false, false)] {
      var shape = Geometry(empty: .multiPolygon)
      shape.appendPart(rings: [
        square(37_500_000, 4_100_000, 100, clockwise: shell),
        square(37_500_010, 4_100_010, 10, clockwise: hole),
      ])
      shape.appendPart(rings: [square(37_600_000, 4_100_000, 20, clockwise: hole)])
      #expect(shape.planeArea == 10_000 - 100 + 400)
      #expect(shape.planeLength == 400 + 40 + 80)
    }
  }

  @Test func aColumnMeasuresEachFeature() {
    var column = GeometryColumn()
    column.append(Geometry(polygon: [square(0, 0, 3)]))
    column.append(nil)
    column.append(
      Geometry(.lineString, xy: [0, 0, 3, 4], ringOffsets: [0, 2], partOffsets: [0, 1]))
    column.append(Geometry(pointX: 1, y: 2))
    #expect(column.planeAreas() == [9, 0, 0, 0])
    #expect((0..<4).map(column.planeLength(of:)) == [12, 0, 5, 0])
  }

  @Test func anUnclosedRingHasTheAreaOfTheClosedOne() {
    let ring = square(37_500_000, 4_100_000, 100)
    #expect(Geometry(polygon: [Array(ring.dropLast(2))]).planeArea == 10_000)
  }

  @Test func theCentroidBalancesTheShape() throws {
    let ring = square(37_500_000, 4_100_000, 100)
    let hole = square(37_500_000, 4_100_000, 50, clockwise: true)
    let whole = try #require(Geometry(polygon: [ring]).centroid)
    #expect(whole == (37_500_050, 4_100_050))
    // Three squares of four: their centre is a third of a quarter beyond the middle.
    let rest = try #require(Geometry(polygon: [ring, hole]).centroid)
    #expect(abs(rest.x - (37_500_050 + 25.0 / 3)) < 1e-6)
    #expect(abs(rest.y - (4_100_050 + 25.0 / 3)) < 1e-6)
    let line = Geometry(
      .lineString, xy: [0, 0, 4, 0, 4, 4], ringOffsets: [0, 3], partOffsets: [0, 1])
    #expect(try #require(line.centroid) == (3, 1))
    let flat = Geometry(polygon: [[0, 0, 4, 0, 0, 0]])
    #expect(try #require(flat.centroid) == (2, 0))
    #expect(Geometry(empty: .polygon).centroid == nil)
  }

  @Test func ringsAreTurnedForMapsAndForSurveyors() {
    var shapes = SeededShapes(seed: 12)
    for round in 0..<40 {
      var shape = Geometry(polygon: [
        square(0, 0, 100, clockwise: round % 2 == 0), square(10, 10, 5, clockwise: round % 3 == 0),
      ])
      shape.z = (0..<10).map { Double($0) + shapes.double().magnitude.rounded() }
      let before = (0..<10).map { [shape.xy[2 * $0], shape.xy[2 * $0 + 1], shape.z[$0]] }
      shape.orientRings(.outerCounterClockwise)
      #expect(shape.signedArea(ofRing: 0) == 10_000)
      #expect(shape.signedArea(ofRing: 1) == -25)
      let after = (0..<10).map { [shape.xy[2 * $0], shape.xy[2 * $0 + 1], shape.z[$0]] }
      #expect(Set(before) == Set(after))
      shape.orientRings(.outerClockwise)
      #expect(shape.signedArea(ofRing: 0) == -10_000)
      #expect(shape.signedArea(ofRing: 1) == 25)
    }
  }

  @Test func openRingsAreClosedAndCounted() {
    let ring = square(0, 0, 100)
    var shape = Geometry(polygon: [Array(ring.dropLast(2)), square(10, 10, 5)])
    let open = (shape.closeRings(), shape.closeRings())
    #expect(open == (1, 0))
    #expect(shape == Geometry(polygon: [ring, square(10, 10, 5)]))
    var line = Geometry(.lineString, xy: [0, 0, 3, 4], ringOffsets: [0, 2], partOffsets: [0, 1])
    let openLines = line.closeRings()
    #expect(openLines == 0)
    #expect(line.xy.count == 4)
  }

  @Test func heightsAreClosedWithTheirRing() {
    var column = GeometryColumn()
    column.append(Geometry(polygon: [square(0, 0, 1)]))
    column.appendVertex(x: 0, y: 0, z: 7, m: nil)
    column.appendVertex(x: 1, y: 0, z: 8, m: nil)
    column.appendVertex(x: 1, y: 1, z: 9, m: nil)
    let wasOpen = column.finishClosedRing()
    #expect(wasOpen)
    column.finishPart()
    column.finishFeature(.polygon)
    #expect(column[1]?.z == [7, 8, 9, 7])
    #expect(column[0]?.hasZ == false)
  }

  @Test func aPointLiesInsideOnOrOutsideARing() {
    var shapes = SeededShapes(seed: 13)
    // A comb on whole numbers: its edges are met exactly.
    let comb: [Double] = [
      0, 0, 8, 0, 8, 6, 6, 6, 6, 2, 4, 2, 4, 6, 2, 6, 2, 2, 1, 2, 1, 6, 0, 6, 0, 0,
    ]
    for x in stride(from: -1.0, through: 9, by: 0.5) {
      for y in stride(from: -1.0, through: 7, by: 0.5) {
        let expected = combPosition(x, y)
        #expect(RingMeasure.position(x: x, y: y, comb, 0..<13) == expected, "\(x) \(y)")
      }
    }
    for _ in 0..<200 {
      let ring = star(&shapes, x: 0, y: 0, corners: shapes.int(5...30))
      guard let point = RingMeasure.interiorPoint(ring, 0..<ring.count / 2) else { continue }
      #expect(RingMeasure.position(x: point.x, y: point.y, ring, 0..<ring.count / 2) == .inside)
    }
  }

  /// Where a point lies of the comb, told from the boxes it is made of.
  private func combPosition(_ x: Double, _ y: Double) -> RingMeasure.Position {
    func isOpen(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> Bool {
      x > x0 && x < x1 && y > y0 && y < y1
    }
    func isIn(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> Bool {
      x >= x0 && x <= x1 && y >= y0 && y <= y1
    }
    let boxes = [(0.0, 0.0, 8.0, 2.0), (0, 0, 1, 6), (2, 0, 4, 6), (6, 0, 8, 6)]
    if boxes.contains(where: { isOpen($0.0, $0.1, $0.2, $0.3) }) { return .inside }
    return boxes.contains { isIn($0.0, $0.1, $0.2, $0.3) } ? .boundary : .outside
  }

  @Test func ringsFindTheirRolesByContainment() {
    let shell = square(37_500_000, 4_100_000, 100)
    let hole = square(37_500_010, 4_100_010, 50)
    let island = square(37_500_020, 4_100_020, 10)
    let second = square(37_500_200, 4_100_000, 30, clockwise: true)
    var expected = Geometry(empty: .multiPolygon)
    expected.appendPart(rings: [shell, hole])
    expected.appendPart(rings: [island])
    expected.appendPart(rings: [second])
    #expect(Geometry(ringsOfUnknownRole: [shell, hole, island, second]) == expected)
    // The order of the file does not matter to the roles.
    let mixed = Geometry(ringsOfUnknownRole: [hole, second, island, shell])
    #expect(mixed.partCount == 3)
    #expect(mixed.planeArea == expected.planeArea)
    #expect(mixed.rings(ofPart: 2).count == 2)
    #expect(Geometry(ringsOfUnknownRole: [shell]) == Geometry(polygon: [shell]))
    #expect(Geometry(ringsOfUnknownRole: []) == Geometry(empty: .polygon))
  }

  @Test func aHoleThatTouchesItsShellStaysAHole() {
    let shell = square(0, 0, 100)
    // Shares an edge, and lies half a millimetre outside with two corners.
    let hole: [Double] = [-0.0005, 20, 30, 20, 30, 40, -0.0005, 40, -0.0005, 20]
    let shape = Geometry(ringsOfUnknownRole: [shell, hole])
    #expect(shape.type == .polygon)
    #expect(shape.partCount == 1)
  }

  @Test func noRingIsLostWhateverRingsThereAre() {
    var shapes = SeededShapes(seed: 14)
    for _ in 0..<200 {
      let rings = (0..<shapes.int(1...7)).map { _ in
        square(Double(shapes.int(0...6)), Double(shapes.int(0...6)), Double(shapes.int(1...6)))
      }
      var column = GeometryColumn()
      column.append(Geometry(pointX: 0, y: 0))
      for ring in rings {
        for index in stride(from: 0, to: ring.count, by: 2) {
          column.appendVertex(x: ring[index], y: ring[index + 1])
        }
        column.finishRing()
      }
      column.finishFeatureOfUnknownRoles()
      let shape = Geometry(ringsOfUnknownRole: rings)
      #expect(column[1] == shape)
      let found = (0..<shape.ringCount).map { ring in
        shape.vertices(ofRing: ring).flatMap { [shape.xy[2 * $0], shape.xy[2 * $0 + 1]] }
      }
      #expect(found.map(\.description).sorted() == rings.map(\.description).sorted())
    }
  }
}
