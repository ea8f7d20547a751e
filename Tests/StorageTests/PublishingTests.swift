import Terms
import Answers
import Foundation
import GRDB
import Planning
import SimpleFeatures
@testable import Storage
import TestSupport
import Testing

@Suite("The published copy")
struct PublishingTests {
  static let publication = Publication(
    styles: [Publication.Style(table: "parcels", name: "用地性质", qml: "<qgis/>", sld: "<s/>")],
    metadata: #"{"title":"样县"}"#)

  /// A register with parcels of which two have shapes, an act, a site and an older version.
  func sample() throws -> SampleStore {
    let sample = try SampleStore()
    for area in [4_000.0, 5_000] {
      var document = Sample.document(
        "样政函〔2024〕1号", on: "2024-03-01",
        parcels: [
          Sample.parcel("A", use: "070102", name: "二类城镇住宅用地", area: area),
          Sample.parcel("B", use: "1401", area: 100), Sample.parcel("C", use: "16"),
        ],
        transactions: [Sample.act(.listing, "A", party: "甲公司", area: area)])
      document.sites = [HazardSite(name: "甲村滑坡", place: Sample.place(9))]
      try sample.add(document, at: area == 4_000 ? "2026-01-01" : "2026-01-02")
    }
    var shapes = GeometryColumn()
    var records: [BoundaryRecord] = []
    for (number, x) in [("A", 37_516_800.125), ("B", 37_516_900.25)] {
      shapes.append(PublishingTests.square(x, 4_135_200.5, side: 10))
      records.append(
        BoundaryRecord(statement: ParcelStatement(parcelID: number, place: Sample.place(3))))
    }
    let wkt = """
      PROJCS["CGCS2000 / 3-degree Gauss-Kruger zone 37",GEOGCS["China Geodetic Coordinate System \
      2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101]],PRIMEM["Greenwich",0],\
      UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],\
      PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",111],\
      PARAMETER["scale_factor",1],PARAMETER["false_easting",37500000],\
      PARAMETER["false_northing",0],UNIT["metre",1],AUTHORITY["EPSG","4525"]]
      """
    let zone = CoordinateSystemDefinition(
      epsg: 4525, name: "CGCS2000 / 3-degree Gauss-Kruger zone 37", wellKnownText: wkt)
    try sample.store.importBoundaries(
      from: BoundarySource(file: Sample.file, quality: .schematic, epsg: 4525),
      definitions: [zone], registerEPSG: 4525
    ) { writer in _ = try writer.append(BoundaryBatch(shapes: shapes, records: records)) }
    return sample
  }

  static func square(_ x: Double, _ y: Double, side: Double) -> Geometry {
    Geometry(
      .polygon, xy: [x, y, x + side, y, x + side, y + side, x, y + side, x, y],
      ringOffsets: [0, 5], partOffsets: [0, 1])
  }

  /// Publishes a register into its own folder.
  @discardableResult
  func publish(_ sample: SampleStore, overwriting: Bool = false) throws -> String {
    let target = sample.folder.path("map.gpkg")
    try sample.store.publish(to: target, overwriting: overwriting) { _ in
      PublishingTests.publication
    }
    return target
  }

  @Test func itHasWhatIsInForceAndNothingElse() throws {
    let sample = try sample()
    let queue = try DatabaseQueue(path: try publish(sample))
    try queue.read { db in
      let tables = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'gpkg%'
          AND name NOT LIKE 'sqlite%' ORDER BY name
          """)
      #expect(
        tables == [
          "documents", "layer_styles", "parcels", "rtree_parcels_geom", "rtree_parcels_geom_node",
          "rtree_parcels_geom_parent", "rtree_parcels_geom_rowid", "sites", "transactions",
        ])
      let parcels = try Row.fetchAll(
        db, sql: "SELECT parcel_id, area_m2, geom IS NULL FROM parcels ORDER BY 1")
      #expect(parcels.map { $0[0] as String } == ["A", "B", "C"])
      #expect(parcels.map { $0[1] as Double? } == [5_000, 100, nil])
      #expect(parcels.map { $0[2] as Bool } == [false, false, true])
      let columns = try db.columns(in: "parcels").map(\.name)
      #expect(!columns.contains("plot_key") && columns.contains("boundary_quality"))
    }
  }

  @Test func itsSpatialIndexAndExtentAreTrue() throws {
    let sample = try sample()
    let queue = try DatabaseQueue(path: try publish(sample))
    try queue.read { db in
      let found = try String.fetchAll(
        db,
        sql: """
          SELECT parcel_id FROM parcels JOIN rtree_parcels_geom ON id = fid
          WHERE minx <= 37516905 AND maxx >= 37516905
          """)
      #expect(found == ["B"])
      let check = try String.fetchOne(db, sql: "SELECT rtreecheck('rtree_parcels_geom')")
      #expect(check == "ok")
      #expect(
        try ExtentChange.extent(of: "parcels", in: db)
          == Envelope(
            minX: 37_516_800.125, minY: 4_135_200.5, maxX: 37_516_910.25, maxY: 4_135_210.5))
      let triggers = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'")
      #expect(triggers == 6)
    }
  }

  @Test func itHasStylesDescriptionsAndSources() throws {
    let sample = try sample()
    let queue = try DatabaseQueue(path: try publish(sample))
    try queue.read { db in
      let style = try Row.fetchOne(db, sql: "SELECT * FROM layer_styles")
      #expect(style?["f_table_name"] == "parcels")
      #expect(style?["f_geometry_column"] == "geom")
      #expect(style?["styleQML"] == "<qgis/>")
      #expect(style?["useAsDefault"] == true)
      #expect(
        try db.columns(in: "layer_styles").map(\.name) == [
          "id", "f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column",
          "styleName", "styleQML", "styleSLD", "useAsDefault", "description", "owner", "ui",
          "update_time",
        ])
      let title = try String.fetchOne(
        db,
        sql: """
          SELECT title FROM gpkg_data_columns
          WHERE table_name = 'parcels' AND column_name = 'boundary_quality'
          """)
      #expect(title == "界线质量")
      #expect(
        try String.fetchOne(db, sql: "SELECT metadata FROM gpkg_metadata") == #"{"title":"样县"}"#)
      let scopes = try Row.fetchAll(
        db, sql: "SELECT reference_scope, table_name FROM gpkg_metadata_reference ORDER BY rowid")
      #expect(scopes.map { $0[0] as String }.first == "geopackage")
      #expect(scopes.count == 5)
    }
  }

  @Test func itIsToldOfTheStateItIsMadeFrom() throws {
    let sample = try sample()
    var sources: [PublicationSource] = []
    var layers: [ShapeLayer] = []
    var uses: [LandUse] = []
    try sample.store.publish(to: sample.folder.path("map.gpkg")) { reader in
      sources = try reader.publicationSources()
      layers = try reader.tables.shapeLayers()
      uses = try reader.parcels.landUses()
      return PublishingTests.publication
    }
    #expect(sources.map(\.kind) == [.document, .boundaries])
    #expect(sources.map(\.version) == [2, nil])
    #expect(sources.map(\.quality) == [nil, .schematic])
    #expect(layers.map(\.table) == ["parcels"])
    #expect(layers.map(\.geometryType) == ["MULTIPOLYGON"])
    #expect(uses.map(\.code) == ["070102", "1401", "16"])
  }

  @Test func itIsOneFileThatNeedsNoOther() throws {
    let sample = try sample()
    let target = try publish(sample)
    let header = try Data(contentsOf: URL(fileURLWithPath: target)).prefix(100)
    // 1 is the rollback journal, 2 the write-ahead log.
    #expect(Array(header[18..<20]) == [1, 1])
    let names = try FileManager.default.contentsOfDirectory(atPath: sample.folder.url.path)
    #expect(names.filter { $0.contains("map") } == ["map.gpkg"])
    // A copy in a folder of its own, as GDAL opens it: no side files, not a byte changed.
    let alone = try TemporaryFolder()
    let copy = alone.path("map.gpkg")
    try FileManager.default.copyItem(atPath: target, toPath: copy)
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: copy)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o555], ofItemAtPath: alone.url.path)
    defer {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: alone.url.path)
    }
    guard let outcome = try run(["ogrinfo", "-so", "-ro", copy, "parcels"]) else { return }
    #expect(outcome.output.contains("Feature Count: 3"), "\(outcome.output)")
    #expect(outcome.output.contains("37516800.125"), "\(outcome.output)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: alone.url.path) == ["map.gpkg"])
    #expect(
      FileManager.default.contents(atPath: copy) == FileManager.default.contents(atPath: target))
  }

  @Test(.timeLimit(.minutes(5))) func bothValidatorsFindNothing() throws {
    let sample = try sample()
    let target = try publish(sample)
    let script = Repository.root.appendingPathComponent("Scripts/validate-geopackage").path
    guard let outcome = try run([script, target]), outcome.status != 3 else { return }
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test func aFileThatIsThereIsNotReplacedUnlessAsked() throws {
    let sample = try sample()
    let target = sample.folder.path("map.gpkg")
    try Data("mine".utf8).write(to: URL(fileURLWithPath: target))
    #expect(throws: RegisterError(.alreadyExists, path: target)) { try publish(sample) }
    #expect(FileManager.default.contents(atPath: target) == Data("mine".utf8))
    try publish(sample, overwriting: true)
    #expect(FileManager.default.contents(atPath: target)?.prefix(6) == Data("SQLite".utf8))
  }

  @Test func theRegisterItselfIsNeverReplaced() throws {
    let sample = try sample()
    #expect(throws: RegisterError(.alreadyExists, path: sample.path)) {
      try sample.store.publish(to: sample.path, overwriting: true) { _ in
        PublishingTests.publication
      }
    }
    #expect(try sample.rows("SELECT count(*) FROM document_version") == ["2"])
  }

  @Test func aFailureLeavesNothingBehind() throws {
    struct Stop: Error {}
    let sample = try sample()
    let before = try FileManager.default.contentsOfDirectory(atPath: sample.folder.url.path)
      .sorted()
    #expect(throws: Stop.self) {
      try sample.store.publish(to: sample.folder.path("map.gpkg")) { _ in throw Stop() }
    }
    let after = try FileManager.default.contentsOfDirectory(atPath: sample.folder.url.path).sorted()
    #expect(before == after)
    #expect(throws: RegisterError.self) {
      try sample.store.publish(to: sample.folder.path("no/such/folder/map.gpkg")) { _ in
        PublishingTests.publication
      }
    }
  }

  @Test func theCopyIsNoRegister() throws {
    let sample = try sample()
    let target = try publish(sample)
    #expect(throws: RegisterError(.notRegister, path: target)) {
      _ = try RegisterStore.open(at: target)
    }
  }
}
