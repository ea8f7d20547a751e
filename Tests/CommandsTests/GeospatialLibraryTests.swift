import Foundation
import TestSupport
import Testing

@Suite("GDAL measures what Yulin exports")
struct GeospatialLibraryTests {
  static let isThere = ["ogr2ogr", "ogrinfo"].allSatisfy { name in
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }

  /// A register with one area of 200 by 100 m that has a hole of 20 by 20 m, and one of 100 by 50 m.
  static func register() throws -> BuiltProgram {
    let program = try BuiltProgram()
    try program.folder.write(
      """
      [属性描述]
      坐标系=2000国家大地坐标系
      几度分带=3
      带号=37
      [地块坐标]
      10,,NX-01,一号,面,,二类城镇住宅用地,070102,@
      J1,1,4135000,37517000
      J2,1,4135100,37517000
      J3,1,4135100,37517200
      J4,1,4135000,37517200
      J1,1,4135000,37517000
      J5,2,4135020,37517020
      J6,2,4135020,37517040
      J7,2,4135040,37517040
      J8,2,4135040,37517020
      J5,2,4135020,37517020
      5,,NX-02,二号,面,,公园绿地,1401,@
      J1,1,4135000,37517300
      J2,1,4135050,37517300
      J3,1,4135050,37517400
      J4,1,4135000,37517400
      J1,1,4135000,37517300
      """, to: "dk.txt")
    let outcome = try program.run("import", "dk.txt", "--as", "boundary", "--store", "land.gpkg")
    #expect(outcome.status == 0, "\(outcome.errors)")
    return program
  }

  /// The areas of a file's features by GDAL, in square metres of EPSG:4525, smallest first.
  func areas(of path: String, in folder: TemporaryFolder) throws -> [Double] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let column = path.hasSuffix("gpkg") ? "geom" : "geometry"
    // CSV names no coordinate system; it is in the register's.
    let shape = path.hasSuffix("csv") ? column : "ST_Transform(\(column), 4525)"
    let query = "SELECT ST_Area(\(shape)) AS area FROM parcels"
    process.arguments = [
      "ogr2ogr", "-f", "CSV", "/vsistdout/", folder.path(path), "-dialect", "sqlite", "-sql", query,
    ]
    if path.hasSuffix("csv") { process.arguments? += ["-oo", "GEOM_POSSIBLE_NAMES=WKT"] }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.compactMap { Double($0.filter { $0 != "\"" }) }.sorted()
  }

  @Test(
    "Every format has the register's areas", .enabled(if: isThere),
    arguments: [
      "parcels.geojson", "parcels.geojsonl", "parcels.gpkg", "parcels.shp", "parcels.kml",
      "parcels.csv",
    ])
  func areasAgree(_ name: String) throws {
    let program = try GeospatialLibraryTests.register()
    let outcome = try program.run(
      "export", "parcels", "-o", name, "--fields", "parcel_id", "--precision", "9", "--store",
      "land.gpkg")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let areas = try areas(of: name, in: program.folder)
    #expect(areas.count == 2)
    for (area, expected) in zip(areas, [5_000.0, 19_600]) {
      #expect(abs(area - expected) < 0.05, "\(name): \(area)")
    }
  }
}
