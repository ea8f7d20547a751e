import Foundation
import TestSupport
import Testing

@Suite("yulin export with shapes")
struct ShapeExportTests {
  let program: BuiltProgram

  /// A register with two boundaries.
  init() throws {
    program = try BuiltProgram()
    func feature(_ number: Int) -> String {
      let west = 111.19 + 0.002 * Double(number)
      let corners = [(0.0, 0.0), (0.001, 0.0), (0.001, 0.001), (0.0, 0.001), (0.0, 0.0)]
      let ring = corners.map { "[\(west + $0.0),\(37.35 + $0.1)]" }.joined(separator: ",")
      return """
        {"type":"Feature","properties":{"DKBH":"NX-0\(number)"},
        "geometry":{"type":"Polygon","coordinates":[[\(ring)]]}}
        """
    }
    try program.folder.write(
      """
      {"type":"FeatureCollection","features":[\(feature(1)),\(feature(2))]}
      """, to: "dk.geojson")
    _ = try program.run("import", "dk.geojson", "--as", "boundary", "--store", "land.gpkg")
  }

  func export(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try program.run(["export"] + arguments + ["--store", "land.gpkg"])
  }

  @Test("A file that is there is replaced only with --overwrite, and then each time")
  func filesAreReplaced() throws {
    for _ in 0..<3 {
      let outcome = try export("parcels", "-o", "a.geojson", "--overwrite")
      #expect(outcome.errors == "2 features exported to a.geojson (EPSG:4490)\n")
      #expect(outcome.status == 0)
      #expect(try program.folder.text("a.geojson").contains("\"id\":\"NX-02\""))
    }
    #expect(try export("parcels", "-o", "a.geojson").status == 3)
    #expect(try !program.folder.names().contains { $0.hasPrefix(".") })
  }

  @Test("A feature a line goes to standard output")
  func standardOutput() throws {
    let outcome = try export("-o", "-", "-f", "geojsonseq", "--where", "parcel_id = 'NX-01'")
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(outcome.output.contains("\"NX-01\""))
    #expect(outcome.status == 0)
  }

  @Test(
    "What cannot be done is wrong use",
    arguments: [
      ["facts", "-o", "a.geojson"], ["parcels", "-o", "a.json"], ["-o", "-", "-f", "shp"],
      ["parcels", "-o", "a.geojson", "--bbox", "1,2,3"],
      ["parcels", "-o", "a.geojson", "--crs", "EPSG:4525"],
      ["parcels", "-o", "a.geojson", "--where", "colour = 1"],
      ["parcels", "-o", "a.geojson", "--fields", "colour"],
      ["parcels", "-o", "a.geojson", "--precision", "16"], ["roads", "-o", "a.geojson"],
      ["parcels", "-o", "a.txt", "--fields", "name"], ["parcels", "-o", "a.txt", "--crs", "4490"],
      ["parcels", "-o", "a.geojson", "--dialect", "land_supply"], ["facts", "-o", "a.txt"],
      ["parcels", "-o", "a.txt", "--dialect", "卫片执法", "--crs", "EPSG:4525"],
    ])
  func wrongUse(_ arguments: [String]) throws {
    let outcome = try program.run(["export"] + arguments + ["--store", "land.gpkg"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("yulin: error: "))
    #expect(try !program.folder.names().contains("a.geojson"))
  }
}
