import Foundation
import TestSupport
import Testing

/// Files of shapes through the built program, from the file to the answer.
@Suite struct BoundaryImportTests {
  private let program: BuiltProgram

  init() throws {
    program = try BuiltProgram()
  }

  private struct Report: Decodable {
    struct Shapes: Decodable {
      let crs: String?
      let features: Int
      let joined: Int
      let inserted: Int
      let new_versions: Int
      let unchanged: Int
      let invalid: Int
      let repaired: Int
      let refused: Int
      let quality: String
      let layer_version: Int?
    }
    struct Diagnostic: Decodable {
      let code: String
    }
    let shapes: [Shapes]?
    let diagnostics: [Diagnostic]
  }

  private func imported(
    _ options: String..., status: Int32 = 0
  ) throws -> (shapes: Report.Shapes?, codes: [String]) {
    let outcome = try program.run(["import", "--store", "land.gpkg", "-f", "json"] + options)
    #expect(outcome.status == status, "\(outcome.errors)")
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    return (report.shapes?.first, report.diagnostics.map(\.code))
  }

  /// A coordinate text with one square of 100 m, northing first.
  private func text(
    _ header: String = "坐标系=2000国家大地坐标系\n几度分带=3\n带号=37\n计量单位=米", number: String = "T-01",
    area: String = "1.0000", easting: Double = 37_517_000, isSwapped: Bool = false
  ) -> String {
    let rows = [(0.0, 0.0), (100, 0), (100, 100), (0, 100), (0, 0)].enumerated().map {
      index, corner in
      let (north, east) = ("\(4_135_000 + corner.0)", "\(easting + corner.1)")
      return "J\(index % 4 + 1),1,\(isSwapped ? "\(east),\(north)" : "\(north),\(east)")"
    }
    return "[属性描述]\n\(header)\n[地块坐标]\n5,\(area),\(number),试验地块,面,,,,@\n"
      + rows.joined(separator: "\n") + "\n"
  }

  private func lookup(_ what: String) throws -> [String: Any] {
    let outcome = try program.run("lookup", what, "--store", "land.gpkg", "-f", "json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let parcels = answer?["parcels"] as? [[String: Any]]
    return try #require(parcels?.first?["boundary"] as? [String: Any])
  }

  @Test func aSquareIsMeasuredAndFoundAgain() throws {
    let file = try program.folder.write(text(), to: "a.txt")
    let read = try imported(file)
    #expect(read.shapes?.crs == "EPSG:4525")
    #expect(read.shapes?.inserted == 1)
    #expect(read.codes == ["boundary_unmatched"])
    let boundary = try lookup("T-01")
    #expect(boundary["area_m2"] as? Double == 10_000)
    #expect(boundary["quality"] as? String == "surveyed")
    #expect(try imported(file).shapes?.unchanged == 1)
  }

  @Test func anotherShapeIsANewVersion() throws {
    _ = try imported(try program.folder.write(text(), to: "a.txt"))
    let moved = try imported(try program.folder.write(text(easting: 37_517_050), to: "b.txt"))
    #expect(moved.shapes?.new_versions == 1)
    #expect(try lookup("T-01")["version"] as? Int == 2)
  }

  @Test func axesInTheWrongOrderAreNamedAndPutRight() throws {
    let read = try imported(try program.folder.write(text(isSwapped: true), to: "a.txt"))
    #expect(read.codes.contains("axes_swapped"))
    let box = try #require(try lookup("T-01")["bbox"] as? [Double])
    #expect(box == [37_517_000, 4_135_000, 37_517_100, 4_135_100])
  }

  @Test func aMissingZonePrefixIsTakenFromTheHeaderAndSaid() throws {
    let read = try imported(try program.folder.write(text(easting: 517_000), to: "a.txt"))
    #expect(read.codes.contains("zone_prefix_missing"))
    #expect(read.shapes?.crs == "EPSG:4546")
  }

  @Test func aZoneThatContradictsTheHeaderIsSaid() throws {
    let header = "坐标系=2000国家大地坐标系\n几度分带=3\n带号=3"
    let read = try imported(try program.folder.write(text(header), to: "a.txt"))
    #expect(read.codes.contains("zone_contradiction"))
    #expect(read.shapes?.crs == "EPSG:4525")
  }

  @Test func aFileThatDoesNotTellItsSystemIsRefused() throws {
    let file = try program.folder.write(text("几度分带=3", easting: 517_000), to: "a.txt")
    #expect(try imported(file, status: 3).codes == ["coordinate_system_unknown"])
    #expect(try imported(file, "--crs", "EPSG:4546").shapes?.inserted == 1)
  }

  @Test func aDatumWithoutParametersIsRefusedAndOwnParametersAreRecorded() throws {
    let header = "坐标系=1980西安坐标系\n几度分带=3\n带号=37"
    let file = try program.folder.write(text(header), to: "a.txt")
    #expect(try imported(file, status: 3).codes == ["coordinate_system_refused"])
    let parameters = """
      {"transformations": [{"name": "试验参数", "from": "EPSG:2361", "to": "EPSG:4525",
        "method": "similarity_2d", "translation_easting_m": 110.5, "translation_northing_m": -3.25,
        "rotation_arc_seconds": 0, "scale_difference_ppm": 0}]}
      """
    let settings = try program.folder.write(parameters, to: "parameters.json")
    let read = try imported(file, "--transformations", settings)
    #expect(read.codes.contains("transformed_with_parameters"))
    let boundary = try lookup("T-01")
    #expect(boundary["crs"] as? String == "EPSG:2361")
    #expect((boundary["transformation"] as? String)?.contains("试验参数") == true)
    let exported = try program.run(
      "export", "-f", "csv", "parcels", "--crs", "EPSG:4525", "-o", "-", "--store", "land.gpkg")
    #expect(exported.output.contains("37517110.5 4134996.75"))
  }

  @Test func aLocalGridIsRefused() throws {
    let file = try program.folder.write(
      text().replacing("4135", with: "8").replacing("37517", with: "5"), to: "a.txt")
    #expect(try imported(file, status: 3).codes.contains("local_grid"))
  }

  @Test func anAreaInTheWrongUnitIsAnError() throws {
    let read = try imported(
      try program.folder.write(text(area: "15.0000"), to: "a.txt"), status: 1)
    #expect(read.codes.contains("area_unit_suspect"))
  }

  @Test func anInvalidShapeIsFlaggedOrMended() throws {
    let bow = """
      {"type":"Feature","properties":{"DKBH":"B-1"},"geometry":{"type":"Polygon","coordinates":\
      [[[111.1,37.3],[111.101,37.301],[111.101,37.3],[111.1,37.301],[111.1,37.3]]]}}
      """
    let file = try program.folder.write(bow, to: "bow.geojson")
    let flagged = try imported(file)
    #expect(flagged.shapes?.invalid == 1)
    #expect(flagged.codes.contains("invalid_shape"))
    #expect(try lookup("B-1")["valid"] as? Bool == false)
    let mended = try imported(file, "--repair")
    #expect(mended.shapes?.repaired == 1)
    let boundary = try lookup("B-1")
    #expect(boundary["valid"] as? Bool == true)
    #expect(boundary["repair"] != nil)
  }

  @Test func aLayerHasItsRoleAndVersions() throws {
    let layer = Repository.root.appendingPathComponent(
      "Data/zhongyang/layers/growth-boundary.geojson")
    let first = try imported(layer.path, "--as", "layer", "城镇开发边界")
    #expect(first.shapes?.layer_version == 1)
    #expect(first.shapes?.quality == "schematic")
    let again = try imported(layer.path, "--as", "layer", "城镇开发边界")
    #expect(again.codes.contains("layer_kept"))
    let info = try program.run("info", "--store", "land.gpkg")
    #expect(info.output.contains("urban growth boundary"))
  }

  @Test func aShapefileWithTextsInGBKJoins() throws {
    let json = """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"DKBH":"S-1","YDMC":"工业用地"},\
      "geometry":{"type":"Polygon","coordinates":[[[111.1,37.3],[111.101,37.3],[111.101,37.301],[111.1,37.3]]]}}]}
      """
    try program.folder.write(json, to: "a.geojson")
    let made = try program.runShell(
      "ogr2ogr -f 'ESRI Shapefile' -t_srs EPSG:4525 -lco ENCODING=GBK a.shp a.geojson && rm a.cpg")
    #expect(made.status == 0, "\(made.errors)")
    let read = try imported("a.shp")
    #expect(read.shapes?.crs == "EPSG:4525")
    let found = try program.run("lookup", "S-1", "--store", "land.gpkg")
    #expect(found.output.contains("工业用地"))
  }

  @Test func anyFileOfTheSampleCountyGoesIn() throws {
    let folder = Repository.root.appendingPathComponent("Data/zhongyang")
    let shapes = try program.runShell(
      "cd '\(folder.path)'/boundaries && yulin import -f json 2023* 2025* supply* --dry-run")
    let report = try JSONDecoder().decode(Report.self, from: Data(shapes.output.utf8))
    #expect(report.diagnostics.allSatisfy { $0.code == "area_differs" })
    #expect(report.shapes?.reduce(0) { $0 + $1.features } == 96)
  }
}
