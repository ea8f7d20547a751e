import Foundation
import Intake
import Planning
import SimpleFeatures
import TestSupport
import Testing

@Suite struct DelimitedFeatureTests {
  private func read(
    _ bytes: [UInt8], chunkSize: Int = ByteSource.chunkSize
  ) throws -> FeatureReading {
    try FeatureReading(
      DelimitedFeatureReader(ByteSource(bytes, name: "plots.csv", chunkSize: chunkSize)))
  }

  private static let table = """
    DKBH,WKT,说明\r
    HX-01,"POLYGON ((0 0, 1 0, 1 1, 0 0))","引号""中""的\n两行"\r
    \r
    0701,POINT (5 6),\r
    HX-03,,没有图形\r
    """

  @Test(arguments: [1, 2, 5, 1 << 18])
  func aTableWithWKTIsReadWhateverTheChunksAndTheEncoding(chunkSize: Int) throws {
    let utf8 = Array(Self.table.utf8)
    var (little, big): ([UInt8], [UInt8]) = ([0xFF, 0xFE], [0xFE, 0xFF])
    for unit in Self.table.utf16 {
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      little += [low, high]
      big += [high, low]
    }
    var encodings: [[UInt8]] = [utf8, [0xEF, 0xBB, 0xBF] + utf8, little, big]
    if chunkSize > 100 {
      let gb18030 = String.Encoding(rawValue: 0x8000_0632)
      encodings.append(Array(try #require(Self.table.data(using: gb18030))))
    }
    for (index, bytes) in encodings.enumerated() {
      // A mark is told by its first bytes, so that a chunk must hold it.
      let reading = try read(bytes, chunkSize: index > 0 ? max(chunkSize, 3) : chunkSize)
      #expect(reading.diagnostics.isEmpty)
      #expect(reading.tables.map(\.name) == ["plots"])
      #expect(
        reading.shapes.map { $0?.wellKnownText }
          == ["POLYGON ((0 0, 1 0, 1 1, 0 0))", "POINT (5 6)", nil])
      #expect(reading.values("DKBH") == [.text("HX-01"), .text("0701"), .text("HX-03")])
      #expect(reading.values("说明") == [.text("引号\"中\"的\n两行"), .none, .text("没有图形")])
      #expect(reading.places == [2, 5, 6])
      #expect(reading.tables[0].field("WKT") == nil)
    }
  }

  @Test(
    arguments: [
      ("x,y", nil), ("经度,纬度", StatedCoordinateSystem.AxisOrder.eastingFirst),
      ("lon;LAT", .eastingFirst), ("东坐标\t北坐标", .eastingFirst), ("X坐标(米),Y坐标（米）", nil),
    ] as [(String, StatedCoordinateSystem.AxisOrder?)])
  func pairsOfCoordinatesArePoints(
    headings: String, order: StatedCoordinateSystem.AxisOrder?
  ) throws {
    let separator = headings.first { ",;\t".contains($0) } ?? ","
    let row = ["111.25", "37.5"].joined(separator: String(separator))
    let reading = try read(Array("\(headings)\n\(row)\n".utf8))
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.shapes == [Geometry(pointX: 111.25, y: 37.5)])
    let table = try #require(reading.tables.first)
    #expect(table.coordinateSystem.axisOrder == order)
    #expect(table.fields.map { $0.values } == [[.text("111.25")], [.text("37.5")]])
  }

  @Test func mistakesAreNamedByLineAndTheOthersRead() throws {
    let text = """
      wkt,a
      POINT (1 2),x
      POINT (1,x
      POINT (1 2),x,y
      POINT (1 2)
      "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))",x
      "POINT (1 2),x
      """
    let reading = try read(Array(text.utf8))
    #expect(
      reading.findings == [
        "record_not_understood well_known_text @3", "record_not_understood fields @4",
        "record_not_understood fields @5", "geometry_unexpected 5 @6",
        "record_not_understood quote @7",
      ])
    #expect(reading.shapes.map { $0?.wellKnownText } == ["POINT (1 2)", "POINT (1 2)", nil])
    let points = try read(Array("x,y\n1,2\na,2\n1,\n,\n".utf8))
    #expect(
      points.findings == [
        "record_not_understood coordinate @3", "record_not_understood coordinate @4",
      ])
    // A row of separators only is a blank line of a spreadsheet.
    #expect(points.shapes == [Geometry(pointX: 1, y: 2)])
  }

  @Test func theCodeInEWKTIsTheCoordinateSystems() throws {
    let reading = try read(Array("wkt\nSRID=4525;POINT (1 2)\nSRID=4524;POINT (1 2)\n".utf8))
    #expect(reading.tables[0].coordinateSystem.epsg == 4525)
    #expect(reading.findings == ["datum_contradiction EPSG:4525 @3"])
    #expect(reading.count == 2)
  }

  @Test func aTableWithoutShapesIsSaid() throws {
    let reading = try read(Array("a,b\n1,2\n".utf8))
    #expect(reading.tables.isEmpty)
    #expect(reading.findings == ["record_not_understood geometry_column @1"])
    #expect(throws: IntakeError.self) { try read([]) }
  }

  @Test func headingsThatRepeatStayApart() throws {
    let reading = try read(Array("wkt,a,a,\nPOINT (1 2),1,2,3\n".utf8))
    #expect(reading.tables[0].fields.map(\.name) == ["a", "a_3", "field_4"])
  }

  @Test func changedBytesNeverTrap() throws {
    var generator = SeededGenerator(seed: 41)
    let likely = Array("\",;\t\n\r () 0".utf8) + [0, 0xFF, 0xFE, 0x81]
    for _ in 0..<1000 {
      var bytes = Array(Self.table.utf8)
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] =
          likely[Int.random(in: 0..<likely.count, using: &generator)]
      }
      var reader = DelimitedFeatureReader(ByteSource(bytes, name: "x.csv", chunkSize: 50))
      do {
        _ = try reader.read { table in
          #expect(table.fields.allSatisfy { $0.values.count == table.count })
          #expect(table.shapes.count == table.count)
        }
      } catch is IntakeError {
        // Zeros in places of both kinds are no text.
      }
    }
  }
}
