import Foundation
import Registry
import TestSupport
import Testing

/// Each format of the table is written as itself, and told.
@Suite struct ExportFormatTests {
  /// How a file of each format begins.
  private static let beginnings: [String: [UInt8]] = [
    "json": Array("{\n  \"document_versions\"".utf8),
    "jsonl": Array("{\"format\":\"yulin-register\"".utf8),
    "csv": Array("WKT,parcel_id".utf8),
    "geojson": Array("{\"type\":\"FeatureCollection\"".utf8),
    "geojsonseq": Array("{\"type\":\"Feature\",".utf8), "txt": Array("[".utf8),
    "gpkg": Array("SQLite format 3".utf8), "shp": [0, 0, 0x27, 0x0A], "kml": Array("<?xml".utf8),
    "dxf": Array("  0\nSECTION".utf8),
  ]

  @Test func everyFormatIsWrittenAsItself() throws {
    let program = try BuiltProgram()
    try program.folder.write(
      """
      WKT,DKBH
      "POLYGON ((37517000 4135000, 37517100 4135000, 37517100 4135050, 37517000 4135000))",A-01

      """, to: "dk.csv")
    _ = try program.run(
      "import", "dk.csv", "--as", "boundary", "--crs", "EPSG:4525", "--store", "land.gpkg")
    for format in ExportedFormat.all {
      let beginning = try #require(Self.beginnings[format.name], "no sample of \(format.name)")
      let what = format.shapes == nil ? "facts" : "parcels"
      for ending in [format.name] + format.endings {
        let outcome = try program.run("export", what, "-o", "a.\(ending)", "--store", "land.gpkg")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let bytes = try Data(contentsOf: program.folder.url.appendingPathComponent("a.\(ending)"))
        #expect(
          Array(bytes.prefix(beginning.count)) == beginning,
          "\(ending): \(String(decoding: bytes.prefix(40), as: UTF8.self))")
      }
    }
  }

  @Test func noTwoFormatsHaveOneNameOrEnding() {
    let names = ExportedFormat.all.flatMap { [$0.name] + $0.endings }
    #expect(Set(names).count == names.count)
    #expect(ExportedFormat.all.allSatisfy { $0.facts != nil || $0.shapes != nil })
  }

  @Test func theDocumentationHasEveryFormatWithShapes() throws {
    let text = try Repository.text("Documentation/Exporting.md")
    for format in ExportedFormat.all where format.shapes != nil {
      #expect(text.contains("\n| `\(format.name)`"), "\(format.name)")
    }
  }
}
