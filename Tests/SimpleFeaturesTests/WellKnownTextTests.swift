import Foundation
import SimpleFeatures
import TestSupport
import Testing

@Suite struct WellKnownTextTests {
  @Test func shapesOfAllTypesComeBack() throws {
    var shapes = SeededShapes(seed: 21)
    var column = GeometryColumn()
    for round in 0..<700 {
      let shape = shapes.shape(GeometryType.allCases[round % 7])
      let text = shape.wellKnownText
      #expect(try Geometry(wellKnownText: text) == shape, "\(text)")
      guard shape.type != .geometryCollection else { continue }
      let number = try column.append(wellKnownText: Array("SRID=4525;\(text)".utf8))
      #expect(number == 4525)
      #expect(column[column.count - 1] == shape)
      var bytes: [UInt8] = []
      column.appendWellKnownText(of: column.count - 1, to: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == text)
    }
  }

  @Test func theTextIsTheStandards() {
    #expect(Geometry(pointX: 37520986.477, y: -2).wellKnownText == "POINT (37520986.477 -2)")
    let square = Geometry(polygon: [[0, 0, 1, 0, 1, 1, 0, 0], []])
    #expect(square.wellKnownText == "POLYGON ((0 0, 1 0, 1 1, 0 0), EMPTY)")
    var points = Geometry(empty: .multiPoint)
    points.appendPart(rings: [[0.1, 2]])
    points.appendPart(rings: [])
    points.z = [3]
    #expect(points.wellKnownText == "MULTIPOINT Z ((0.1 2 3), EMPTY)")
    points.m = [1e300]
    #expect(points.wellKnownText == "MULTIPOINT ZM ((0.1 2 3 1e+300), EMPTY)")
    #expect(Geometry(empty: .multiPolygon).wellKnownText == "MULTIPOLYGON EMPTY")
    let collection = Geometry(collection: [Geometry(pointX: 1, y: 2), Geometry(collection: [])])
    #expect(
      collection.wellKnownText == "GEOMETRYCOLLECTION (POINT (1 2), GEOMETRYCOLLECTION EMPTY)")
  }

  @Test(arguments: [
    ("point(1 2)", "POINT (1 2)"),
    ("  Polygon \n(( 0 0,1 0 , 1 1,0 0 ) )  ", "POLYGON ((0 0, 1 0, 1 1, 0 0))"),
    ("SRID=4490;POINT Z (1 2 3)", "POINT Z (1 2 3)"),
    ("srid = 4490 ; pointz(1 2 3)", "POINT Z (1 2 3)"),
    ("POINT (1 2 3)", "POINT Z (1 2 3)"),
    ("POINT (1 2 3 4)", "POINT ZM (1 2 3 4)"),
    ("POINTM (1 2 3)", "POINT M (1 2 3)"),
    ("MULTIPOINT (1 2, 3 4)", "MULTIPOINT ((1 2), (3 4))"),
    ("MULTIPOINT ((1 2), 3 4, EMPTY)", "MULTIPOINT ((1 2), (3 4), EMPTY)"),
    ("multipolygon zm empty", "MULTIPOLYGON EMPTY"),
    ("POINT (+1.50 -.5e1)", "POINT (1.5 -5)"),
    ("POINT (inf nan)", "POINT (inf nan)"),
  ])
  func otherWaysToWriteAreRead(text: String, canonical: String) throws {
    #expect(try Geometry(wellKnownText: text).wellKnownText == canonical)
  }

  @Test(arguments: [
    ("", FormatFault(.truncated, at: 0)),
    ("1 2", FormatFault(.notThisFormat, at: 0)),
    ("POINT (1 2", FormatFault(.truncated, at: 10)),
    ("POINT (1)", FormatFault(.expected("a number"), at: 8)),
    ("POINT (1 2 3 4 5)", FormatFault(.expected(")"), at: 15)),
    ("POINT (1 2) x", FormatFault(.trailing, at: 12)),
    ("POINT Z (1 2)", FormatFault(.expected("a number"), at: 12)),
    ("POINT ((1 2))", FormatFault(.expected("a number"), at: 7)),
    ("POLYGON (0 0, 1 1)", FormatFault(.expected("("), at: 9)),
    ("LINESTRING (0 0; 1 1)", FormatFault(.expected("a number"), at: 15)),
    ("CIRCULARSTRING (0 0, 1 1, 2 0)", FormatFault(.unknownType("CIRCULARSTRING"), at: 0)),
    ("SRID=x;POINT (1 2)", FormatFault(.expected("a number"), at: 5)),
    ("POINT Q (1 2)", FormatFault(.expected("("), at: 6)),
  ])
  func mistakesAreNamedWithTheirPlace(text: String, fault: FormatFault) {
    #expect(throws: fault) { try Geometry(wellKnownText: text) }
  }

  @Test func whatEndsTooEarlyIsAFaultAtEveryByte() {
    var shapes = SeededShapes(seed: 22)
    for round in 0..<70 {
      let text = Array(shapes.shape(GeometryType.allCases[round % 7]).wellKnownText.utf8)
      for end in 0..<text.count {
        let part = String(decoding: text[..<end], as: UTF8.self)
        #expect(throws: FormatFault.self, "\(part)") { try Geometry(wellKnownText: part) }
      }
    }
  }

  @Test func changedBytesNeverTrap() {
    var shapes = SeededShapes(seed: 23)
    let likely = Array("(),. eE-+0123456789ZMEMPTYPOINT;=\0\u{FF}".utf8)
    for round in 0..<2000 {
      var text = Array(shapes.shape(GeometryType.allCases[round % 7]).wellKnownText.utf8)
      for _ in 0..<shapes.int(1...4) {
        text[shapes.int(0...text.count - 1)] = likely[shapes.int(0...likely.count - 1)]
      }
      var column = GeometryColumn()
      column.append(Geometry(pointX: 1, y: 2))
      let before = column
      do { try column.append(wellKnownText: text) } catch { #expect(column == before) }
    }
  }

  @Test func collectionsMayNestOnlySoDeeply() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "GEOMETRYCOLLECTION (", count: depth) + "POINT (1 2)"
        + String(repeating: ")", count: depth)
    }
    #expect(try Geometry(wellKnownText: nested(32)).vertexCount == 1)
    #expect(throws: FormatFault(.nestedTooDeep, at: 32 * 20)) {
      try Geometry(wellKnownText: nested(33))
    }
    #expect(throws: FormatFault.self) { try Geometry(wellKnownText: nested(100_000)) }
  }

  @Test func aCollectionOfOneTypeBecomesPartsInAColumn() throws {
    var column = GeometryColumn()
    try column.append(wellKnownText: Array("GEOMETRYCOLLECTION (POINT (1 2), POINT EMPTY)".utf8))
    #expect(column[0]?.wellKnownText == "MULTIPOINT ((1 2), EMPTY)")
    #expect(throws: FormatFault(.mixedCollection, at: 0)) {
      try column.append(
        wellKnownText: Array("GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))".utf8))
    }
    #expect(column.count == 1)
  }

  private static let suite = Repository.root.deletingLastPathComponent()
    .appendingPathComponent("shared/suites/digital-land-wkt")

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: suite.path),
      "shared/suites/digital-land-wkt is not beside the repository"))
  func theSuiteOfDigitalLandIsRead() throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: Self.suite.path)
    #expect(!files.isEmpty)
    for file in files where file.hasSuffix(".wkt") {
      let text = try String(contentsOf: Self.suite.appendingPathComponent(file), encoding: .utf8)
      let shape = try Geometry(wellKnownText: text)
      #expect(try Geometry(wellKnownText: shape.wellKnownText) == shape, "\(file)")
    }
  }
}
