import Terms
import Foundation
import Planning
import Projection
import SimpleFeatures
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite("Exporting parcels with their shapes")
struct ShapeExportTests {
  let folder: TemporaryFolder
  let register: LandRegister

  /// Three squares of 100 m beside one another, from west to east, in EPSG:4525; a fourth parcel has
  /// no boundary.
  init() throws {
    folder = try TemporaryFolder()
    register = try LandRegister.create(at: folder.path("land.gpkg"))
    let document = Sample.document(
      "样政函〔2024〕1号", on: "2024-03-01",
      parcels: ["NX-01", "NX-02", "NX-03", "NX-04"].map {
        Sample.parcel($0, use: "070102", name: "二类城镇住宅用地", area: 10_000, floorAreaRatio: 2.5)
      })
    _ = try register.store.importDocument(
      document, from: SourceFile(name: "1.txt", sha256: nil, extractor: "test"))
    let system = try CoordinateSystem(epsg: 4525)
    let source = BoundarySource(
      file: SourceFile(name: "dk.txt", sha256: nil, extractor: "test"), quality: .schematic,
      epsg: 4525)
    let definition = CoordinateSystemDefinition(
      epsg: 4525, name: system.name, wellKnownText: system.wellKnownText1)
    try register.store.importBoundaries(
      from: source, definitions: [definition], registerEPSG: 4525
    ) { writer in
      var shapes = GeometryColumn()
      var records: [BoundaryRecord] = []
      for index in 0..<3 {
        let (x, y) = (37_517_000 + 100 * Double(index), 4_135_000.0)
        shapes.append(
          Geometry(polygon: [[x, y, x, y + 100, x + 100, y + 100, x + 100, y, x, y]]))
        var record = BoundaryRecord(
          statement: ParcelStatement(
            parcelID: "NX-0\(index + 1)",
            place: SourcePlace(file: "dk.txt", lineStart: index + 1, lineEnd: index + 1)))
        record.planeSquareMetres = 10_000
        records.append(record)
      }
      _ = try writer.append(BoundaryBatch(shapes: shapes, records: records))
    }
  }

  func text(_ export: ShapeExport) throws -> (text: String, outcome: ShapeExportOutcome) {
    var bytes: [UInt8] = []
    let outcome = try register.export.shapes(export) { bytes += $0 }
    return (String(decoding: bytes, as: UTF8.self), outcome)
  }

  /// The ids of the features of a collection.
  func ids(_ export: ShapeExport) throws -> [String] {
    let text = try text(export).text
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let features = try #require(object?["features"] as? [[String: Any]])
    return features.compactMap { $0["id"] as? String }
  }

  @Test("Parcels with a boundary come in longitude and latitude, the others are counted")
  func parcelsAreWritten() throws {
    let (text, outcome) = try text(ShapeExport())
    #expect(outcome.written == 3 && outcome.withoutShape == 1)
    #expect(outcome.isSchematic && outcome.epsg == 4490)
    #expect(text.contains("\"quality\":\"schematic\"}"))
    #expect(text.contains("\"floor_area_ratio_max\":2.5"))
    #expect(!text.contains("plot_key"))
    var all = ShapeExport()
    all.includesShapeless = true
    #expect(try ids(all) == ["NX-01", "NX-02", "NX-03", "NX-04"])
    // The corner of the first square, by PROJ.
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let first = (object?["features"] as? [[String: Any]])?.first?["geometry"] as? [String: Any]
    let rings = try #require((first?["coordinates"] as? [[[[Double]]]])?.first)
    let degrees = try CoordinateTransformation(
      from: CoordinateSystem(epsg: 4525), to: CoordinateSystem(epsg: 4490))
    let corner = try degrees.transform(x: 37_517_000, y: 4_135_000, engine: .libraryOnly)
    #expect(
      rings[0].contains { abs($0[0] - corner.x) < 6e-8 && abs($0[1] - corner.y) < 6e-8 })
  }

  @Test("A box, a condition and a limit choose features")
  func featuresAreChosen() throws {
    var boxed = ShapeExport()
    boxed.box = Envelope(minX: 37_517_110, minY: 4_135_010, maxX: 37_517_190, maxY: 4_135_020)
    boxed.boxEPSG = 4525
    #expect(try ids(boxed) == ["NX-02"])
    var asked = ShapeExport()
    asked.conditions = ["parcel_id <> 'NX-02' AND area_m2 > 5000"]
    #expect(try ids(asked) == ["NX-01", "NX-03"])
    asked.conditions = ["S_INTERSECTS(geometry, BBOX(111.1, 37.0, 111.2, 37.1))"]
    #expect(try ids(asked) == [])
    asked.conditions = ["S_INTERSECTS(geometry, BBOX(111.1, 37.0, 111.3, 37.5))"]
    #expect(try ids(asked).count == 3)
    var limited = ShapeExport()
    limited.limit = 2
    let outcome = try text(limited).outcome
    #expect(outcome.written == 2 && outcome.isCut)
  }

  @Test("CSV is in the register's system, in the fields asked for")
  func separatedValues() throws {
    var export = ShapeExport()
    export.format = .csv(byteOrderMark: false)
    export.fields = ["用地代码", "parcel_id"]
    export.limit = 1
    let (text, outcome) = try text(export)
    #expect(outcome.epsg == 4525)
    #expect(
      text == """
        WKT,land_use_code,parcel_id\r
        "MULTIPOLYGON (((37517000 4135000,37517000 4135100,37517100 4135100,37517100 4135000,\
        37517000 4135000)))",070102,NX-01\r

        """)
  }

  @Test("What cannot be answered is refused by its name")
  func mistakesAreNamed() throws {
    var export = ShapeExport()
    export.epsg = 4525
    #expect(throws: ShapeExportFault.notForGeoJSON(4525)) { try text(export) }
    export = ShapeExport()
    export.fields = ["colour"]
    #expect(throws: ShapeExportFault.self) { try text(export) }
    export = ShapeExport()
    export.subject = .layer("roads")
    #expect(throws: ShapeExportFault.self) { try text(export) }
    export = ShapeExport()
    export.conditions = ["parcel_id ="]
    #expect(throws: ShapeExportFault.self) { try text(export) }
    let empty = try LandRegister.create(at: folder.path("empty.gpkg"))
    #expect(throws: ShapeExportFault.noBoundaries) {
      try empty.export.shapes(ShapeExport()) { _ in }
    }
  }

  static let tools = ["ogr2ogr", "ogrinfo"].allSatisfy { name in
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }

  /// What GDAL says of a file, its features included.
  func said(of path: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["ogrinfo", "-ro", "-al", path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  @Test(
    "GDAL reads every format that ogr2ogr writes", .enabled(if: tools),
    arguments: [
      (ShapeExport.ConvertedFormat.geoPackage, "a.gpkg", "land_use_code (String) = 070102"),
      (.shapefile, "a.shp", "YDDM (String) = 070102"), (.kml, "a.kml", "070102"),
      (.dxf, "a.dxf", "Layer (String) = 070102"),
    ])
  func otherFormats(
    _ format: ShapeExport.ConvertedFormat, _ name: String, _ expected: String
  ) async throws {
    let path = folder.path(name)
    let outcome = try await register.export.shapes(
      ShapeExport(), as: format, to: path, overwriting: false)
    #expect(outcome.written == 3)
    let said = try said(of: path)
    #expect(said.contains("Feature Count: 3"))
    #expect(said.contains(expected))
    #expect(format == .kml || said.contains("Extent: (37517000.0"))
    await #expect(throws: ShapeExportFault.alreadyExists(path)) {
      try await register.export.shapes(ShapeExport(), as: format, to: path, overwriting: false)
    }
    #expect(try !folder.names().contains { $0.hasPrefix(".") })
  }

  @Test("GDAL reads GeoJSON and CSV", .enabled(if: tools))
  func ownFormats() throws {
    try folder.write(try text(ShapeExport()).text, to: "a.geojson")
    #expect(try said(of: folder.path("a.geojson")).contains("Feature Count: 3"))
    var export = ShapeExport()
    export.format = .csv(byteOrderMark: true)
    try folder.write(try text(export).text, to: "a.csv")
    let said = try said(of: folder.path("a.csv"))
    #expect(said.contains("Feature Count: 3") && said.contains("MULTIPOLYGON (((37517000 4135000"))
  }
}
