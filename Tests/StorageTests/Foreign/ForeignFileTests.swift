import Foundation
import GRDB
import Planning
import SimpleFeatures
import TestSupport
import Testing

@testable import Storage

@Suite("Foreign GeoPackages")
struct ForeignFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A GeoPackage with one layer `dk` of `count` squares, numbered from 1.
  func file(
    _ name: String = "dk.gpkg", count: Int = 3, rowStep: Int = 1, more: String = ""
  ) throws -> String {
    let path = folder.path(name)
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      try db.execute(
        sql: GeoPackageTables.sql + """
          INSERT INTO gpkg_spatial_ref_sys VALUES
            ('CGCS2000 / zone 37', 4525, 'EPSG', 4525, 'PROJCS["…"]', NULL);
          CREATE TABLE dk (fid INTEGER PRIMARY KEY, geom BLOB, "DKBH" TEXT, mj REAL, n INTEGER);
          INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id)
            VALUES ('dk', 'features', '地块', 4525);
          INSERT INTO gpkg_geometry_columns VALUES ('dk', 'geom', 'POLYGON', 4525, 0, 0);
          INSERT INTO gpkg_data_columns (table_name, column_name, title)
            VALUES ('dk', 'DKBH', '地块编号');
          """)
      for index in 0..<count {
        let (x, y) = (37_500_000 + Double(index) * 10, 4_130_000.0)
        let square = Geometry(polygon: [[x, y, x + 5, y, x + 5, y + 5, x, y + 5, x, y]])
        try db.execute(
          sql: "INSERT INTO dk VALUES (?, ?, ?, ?, ?)",
          arguments: [
            1 + index * rowStep, Data(square.geoPackageBlob(srsID: 4525)), "NX-\(index + 1)", 25.5,
            index,
          ])
      }
      try db.execute(sql: more)
    }
    try queue.close()
    return path
  }

  func tables(
    _ path: String, _ layer: String = "dk", _ selection: LayerSelection = LayerSelection()
  ) throws -> (tables: [FeatureTable], diagnostics: [Diagnostic]) {
    let file = try GeoPackageFile(foreign: path)
    var tables: [FeatureTable] = []
    let diagnostics = try file.read(try file.layer(layer), selection) { tables.append($0) }
    return (tables, diagnostics)
  }

  @Test("A layer comes with its coordinate system, its attributes and their titles")
  func aLayerIsDescribed() throws {
    let (tables, diagnostics) = try tables(try file())
    let table = try #require(tables.first)
    #expect(diagnostics.isEmpty)
    #expect(table.coordinateSystem.epsg == 4525)
    #expect(table.coordinateSystem.axisOrder == .eastingFirst)
    #expect(table.fields.map(\.name) == ["DKBH", "mj", "n"])
    #expect(table.fields.map(\.title) == ["地块编号", nil, nil])
    #expect(table.field("dkbh")?.values == [.text("NX-1"), .text("NX-2"), .text("NX-3")])
    #expect(table.field("mj")?.values.first == .real(25.5))
    #expect(table.places == [1, 2, 3])
    #expect(table.shapes.envelope(of: 1)?.minX == 37_500_010)
  }

  @Test("Row numbers far apart change neither order nor number", arguments: [1, 7, 1_000_003])
  func rowNumbersMayBeFarApart(_ step: Int) throws {
    let (tables, _) = try tables(try file(count: 5_000, rowStep: step))
    #expect(tables.flatMap(\.places) == (0..<5_000).map { 1 + $0 * step })
    #expect(tables.allSatisfy { $0.count <= 4_096 })
  }

  @Test("A box takes the shapes that meet it")
  func aBoxSelects() throws {
    var selection = LayerSelection()
    selection.box = Envelope(minX: 37_500_012, minY: 0, maxX: 37_500_020, maxY: 5e6)
    selection.fields = ["n"]
    let (tables, _) = try tables(try file(count: 9), "DK", selection)
    #expect(tables.flatMap(\.places) == [2, 3])
    #expect(tables.first?.fields.map(\.name) == ["n"])
  }

  @Test("An unknown layer or attribute is named")
  func unknownNames() throws {
    let path = try file()
    let file = try GeoPackageFile(foreign: path)
    #expect(throws: GeoPackageFault(.unknownLayer, path, "dkx")) { try file.layer("dkx") }
    var selection = LayerSelection()
    selection.fields = ["mj\"; DROP TABLE dk"]
    #expect(throws: GeoPackageFault(.unknownField, path, "mj\"; DROP TABLE dk")) {
      try file.read(try file.layer("dk"), selection) { _ in }
    }
  }

  @Test(
    "A view that runs a function or goes on without end is refused",
    arguments: [
      "CREATE VIEW v AS SELECT fid, geom, upper(DKBH) AS u FROM dk",
      "CREATE VIEW v AS SELECT fid, geom, load_extension('x') AS u FROM dk",
      """
      CREATE VIEW v AS WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r)
        SELECT i AS fid, geom FROM r, dk
      """,
    ])
  func codeOfTheFileNeverRuns(_ view: String) throws {
    let path = try file(
      more: """
        \(view);
        INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES ('v', 'features', 4525);
        INSERT INTO gpkg_geometry_columns VALUES ('v', 'geom', 'POLYGON', 4525, 0, 0);
        """)
    let fault = #expect(throws: GeoPackageFault.self) { _ = try tables(path, "v") }
    #expect(fault?.kind == .refused)
  }

  @Test("A plain view is read")
  func aPlainViewIsRead() throws {
    let path = try file(
      more: """
        CREATE VIEW v AS SELECT fid AS OGC_FID, geom, DKBH FROM dk WHERE n > 0;
        INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES ('v', 'features', 4525);
        INSERT INTO gpkg_geometry_columns VALUES ('v', 'geom', 'POLYGON', 4525, 0, 0);
        """)
    let (tables, _) = try tables(path, "v")
    #expect(tables.first?.places == [1, 2])
    #expect(tables.first?.field("DKBH")?.values == [.text("NX-2"), .text("NX-3")])
  }

  @Test("A broken shape is said by its row, and the rest is read")
  func aBrokenShapeIsSaid() throws {
    let path = try file(
      more: """
        UPDATE dk SET geom = x'4750' WHERE fid = 2; UPDATE dk SET geom = 'text' WHERE fid = 3;
        """)
    let (tables, diagnostics) = try tables(path)
    #expect(tables.first?.shapes.types == [.polygon, nil, nil])
    #expect(diagnostics.map(\.code) == [.recordNotUnderstood, .recordNotUnderstood])
    #expect(diagnostics.map(\.line) == [2, 3])
  }

  @Test("Thousands of broken shapes are told in a few lines")
  func manyFaultsAreTallied() throws {
    let (_, diagnostics) = try tables(try file(count: 500, more: "UPDATE dk SET geom = x'00'"))
    #expect(diagnostics.count == 21)
    #expect(diagnostics.last?.code == .moreAlike)
    #expect(diagnostics.last?.arguments == ["record_not_understood", "480"])
  }

  @Test("Reading leaves the file and its folder as they were")
  func nothingIsWritten() throws {
    let path = try file()
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    _ = try tables(path)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(try folder.names() == ["dk.gpkg"])
  }

  @Test("What a program that has the file open wrote last is read too")
  func openFilesAreReadWhole() throws {
    let path = try file()
    var configuration = Configuration()
    configuration.journalMode = .wal
    let writer = try DatabaseQueue(path: path, configuration: configuration)
    try writer.write { try $0.execute(sql: "DELETE FROM dk WHERE fid = 2") }
    #expect(try tables(path).tables.flatMap(\.places) == [1, 3])
    try writer.close()
  }

  @Test("A journal beside the file means that a write was not finished")
  func aJournalIsRefused() throws {
    let path = try file()
    try folder.write("not empty", to: "dk.gpkg-journal")
    #expect(throws: GeoPackageFault(.unfinished, path)) { try GeoPackageFile(foreign: path) }
  }

  @Test(
    "What is no GeoPackage is refused by name",
    arguments: ["", "SQLite format 3", "%PDF-1.4", String(repeating: "x", count: 5_000)])
  func otherFilesAreRefused(_ text: String) throws {
    let path = try folder.write(text, to: "x.gpkg")
    #expect(throws: GeoPackageFault(.notGeoPackage, path)) { try GeoPackageFile(foreign: path) }
    let missing = folder.path("missing.gpkg")
    #expect(throws: GeoPackageFault(.missing, missing)) { try GeoPackageFile(foreign: missing) }
    let database = folder.path("plain.sqlite")
    let queue = try DatabaseQueue(path: database)
    try queue.write { try $0.execute(sql: "CREATE TABLE t (a)") }
    try queue.close()
    let fault = #expect(throws: GeoPackageFault.self) { try GeoPackageFile(foreign: database) }
    #expect(fault?.kind == .notGeoPackage)
  }

  /// Reads all there is; any error is a fault of the file, never a crash.
  func readAll(_ path: String) throws {
    do {
      let file = try GeoPackageFile(foreign: path)
      _ = try? file.damage()
      for layer in file.layers { _ = try file.read(layer) { _ = $0.shapes.envelope } }
    } catch is GeoPackageFault {}
  }

  @Test("A truncated file is refused or read in part, and never traps")
  func truncatedFilesNeverTrap() throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: try file(count: 60)))
    for page in stride(from: 0, to: bytes.count, by: 4_096) {
      try readAll(try folder.write(bytes.prefix(page + 100), to: "cut.gpkg"))
      try readAll(try folder.write(bytes.prefix(page), to: "cut.gpkg"))
    }
  }

  @Test("A file with flipped bits is refused or read in part, and never traps")
  func damagedFilesNeverTrap() throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: try file(count: 60)))
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<150 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        let place = Int.random(in: 16..<damaged.count, using: &generator)
        damaged[place] = UInt8.random(in: 0...255, using: &generator)
      }
      try readAll(try folder.write(damaged, to: "damaged.gpkg"))
    }
  }
}
