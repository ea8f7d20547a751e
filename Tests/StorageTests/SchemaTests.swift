import Terms
import Answers
import Foundation
import GRDB
import Planning
import SimpleFeatures
import TestSupport
import Testing

@testable import Storage

@Suite("The schema of a register")
struct SchemaTests {
  /// All indicators and one that nobody has.
  static let more = RegisterColumns(
    IndicatorColumns.all + [IndicatorColumns(name: "sunshine_hours", title: "日照时数（小时）")])
  static let added = ["sunshine_hours_min", "sunshine_hours_max"]

  let document = Sample.document(
    "样政函〔2024〕1号", on: "2024-01-01",
    parcels: [Sample.parcel("A-1", area: 100, floorAreaRatio: 2.5)])
  let boundaries = [
    SampleBoundary("A-1") { said in
      said.indicators[.structureHeight] = Interval(upper: Interval.Bound(30, inclusive: true))
    }, SampleBoundary("A-2", at: (37_516_100, 4_137_000)),
  ]

  /// The schema fault of a piece of work.
  func missing(_ work: () throws -> some Any) -> String? {
    let error = #expect(throws: RegisterError.self) { _ = try work() }
    #expect(error?.kind == .otherSchema)
    return error?.seen
  }

  func columns(_ sample: SampleStore, _ table: String) throws -> [String] {
    try sample.rows("SELECT name FROM pragma_table_info('\(table)')")
  }

  @Test("A register that is made after an indicator was added has its columns")
  func newRegister() throws {
    let sample = try SampleStore(columns: SchemaTests.more)
    for table in ["parcels", "parcel_boundary"] {
      #expect(try columns(sample, table).suffix(2) == SchemaTests.added)
    }
    #expect(
      try sample.rows(
        "SELECT column_name, title FROM gpkg_data_columns WHERE column_name LIKE 'sunshine%'")
        == ["sunshine_hours_min|日照时数（小时）下限", "sunshine_hours_max|日照时数（小时）上限"])
    try sample.add(document)
    try sample.add(boundaries)
    #expect(try sample.add(boundaries, at: "2026-02-01").map(\.change) == [.unchanged, .unchanged])
    #expect(try sample.indexFaults().isEmpty)
    let parcel = try #require(try sample.parcels("A-1").first)
    #expect(parcel.values.indicators[.floorAreaRatio]?.upper?.value == 2.5)
    #expect(parcel.values.indicators[.structureHeight]?.upper?.value == 30)
    let table = try sample.store.read { try $0.parcels.features(of: [parcel]) }
    let field = try #require(table.fields.first { $0.name == "sunshine_hours_max" })
    #expect(field.title == "日照时数（小时）上限")
    #expect(field.values == [.none])
  }

  @Test("A register from before an indicator was added answers, and gets its columns when written")
  func oldRegister() throws {
    let sample = try SampleStore()
    try sample.add(document)
    try sample.add(boundaries)
    let before = try sample.parcels("A-1")
    let reader = try RegisterStore.open(at: sample.path, columns: SchemaTests.more)
    func parcels(_ store: RegisterStore) throws -> [ParcelRecord] {
      try store.read { PlotFolding.records(of: try $0.plots.facts(of: "A-1", at: .now)) }
    }
    #expect(try parcels(reader) == before)
    #expect(try !columns(sample, "parcels").contains("sunshine_hours_min"))
    let writer = try RegisterStore.open(
      at: sample.path, forWriting: true, columns: SchemaTests.more)
    for table in ["parcels", "parcel_boundary"] {
      #expect(try columns(sample, table).suffix(2) == SchemaTests.added)
    }
    #expect(
      try sample.rows("SELECT count(*) FROM gpkg_data_columns WHERE column_name LIKE 'sunshine%'")
        == ["2"])
    #expect(try parcels(reader) == before)
    #expect(try parcels(writer) == before)
    let again = SampleStore(folder: sample.folder, store: writer)
    #expect(try again.add(boundaries, at: "2026-02-01").map(\.change) == [.unchanged, .unchanged])
    #expect(
      try again.add([SampleBoundary("A-1", side: 12)], at: "2026-03-01").map(\.change)
        == [.newVersion(2)])
    #expect(try again.indexFaults().isEmpty)
    // And who does not know the indicator goes on.
    #expect(try sample.add([SampleBoundary("A-3")], at: "2026-04-01").map(\.change) == [.inserted])
  }

  @Test("A register without the columns of one of today's indicators answers")
  func withoutIndicator() throws {
    let sample = try SampleStore()
    try sample.add(document)
    try sample.add(boundaries)
    try sample.store.queue.write { db in
      for table in ["parcels", "parcel_boundary"] {
        for end in ["min", "max"] {
          try db.execute(sql: "ALTER TABLE \(table) DROP COLUMN structure_height_\(end)")
        }
      }
    }
    let reader = try RegisterStore.open(at: sample.path)
    let facts = try reader.read { try $0.plots.facts(of: "A-1", at: .now) }
    #expect(facts.boundaries.map(\.record.statement.indicators) == [[:]])
    let writer = try RegisterStore.open(at: sample.path, forWriting: true)
    let again = SampleStore(folder: sample.folder, store: writer)
    #expect(
      try again.add(boundaries, at: "2026-02-01").map(\.change) == [.newVersion(2), .unchanged])
    #expect(try again.rows("SELECT structure_height_max FROM parcels") == ["30.0", "-"])
  }

  @Test("A column or table that is missing is told as a fault of the schema, not of the disk")
  func faults() throws {
    let sample = try SampleStore()
    try sample.add(document)
    try sample.add(boundaries)
    try sample.store.queue.write { db in
      try db.execute(
        sql: """
          ALTER TABLE parcel_boundary DROP COLUMN repair;
          DROP TABLE finding_acceptance
          """)
    }
    let reader = try RegisterStore.open(at: sample.path)
    #expect(missing { try reader.read { try $0.plots.facts(of: "A-1", at: .now) } } == "repair")
    #expect(missing { try reader.read { try $0.acceptances() } } == "finding_acceptance")
    #expect(missing { try sample.add(boundaries, at: "2026-02-01") } == "repair")
    try sample.store.queue.write { db in
      try db.execute(sql: "UPDATE document_version SET kind = 'of the future'")
    }
    #expect(missing { try reader.read { try $0.reference(1) } } == "of the future")
  }

  @Test("A register has a name of its own for ever, and a county where it is told")
  func settings() throws {
    let (sample, other) = (try SampleStore(), try SampleStore())
    let id = try #require(try sample.store.read { try $0.info().registerID })
    #expect(
      id.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/)
        != nil)
    #expect(try other.store.read { try $0.info().registerID } != id)
    let again = try RegisterStore.open(at: sample.path, forWriting: true)
    #expect(try again.read { try $0.info().registerID } == id)
    #expect(try again.read { try $0.info().countyCode } == nil)
    for word in ["14112", "1411290", "14112x", "１４１１２９"] { #expect(CountyCode(word) == nil) }
    try again.setCountyCode(CountyCode("141128"))
    try again.setCountyCode(CountyCode("141129"))
    #expect(try sample.store.read { try $0.info().countyCode } == CountyCode("141129"))
    try again.setCountyCode(nil)
    #expect(try sample.store.read { try $0.info().countyCode } == nil)
  }
}

@Suite("Registers made by released versions")
struct ReleasedSchemaTests {
  /// What a file is made of, without what imports make: shapes and reference layers.
  private func schema(_ store: RegisterStore) throws -> [String] {
    try store.queue.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master
          WHERE name <> 'parcels' AND tbl_name NOT LIKE 'rtree%' AND tbl_name NOT LIKE 'layer_%'
            AND tbl_name <> 'sqlite_sequence' AND type <> 'trigger' OR name = 'layer_version'
          UNION SELECT 'parcels ' || name || ' ' || type FROM pragma_table_info('parcels')
            WHERE name <> 'geom'
          UNION SELECT table_name || ' ' || identifier || ' ' || description FROM gpkg_contents
            WHERE table_name NOT LIKE 'layer_%'
          UNION SELECT table_name || ' ' || column_name || ' ' || title || coalesce(description, '')
            FROM gpkg_data_columns WHERE table_name NOT LIKE 'layer_%'
          UNION SELECT identifier FROM grdb_migrations
          ORDER BY 1
          """)
    }
  }

  @Test("Brought up to date, each is made as a new one is", arguments: 1...5)
  func schemas(_ number: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("land.gpkg")
    try FileManager.default.copyItem(
      at: Repository.released(schema: number), to: URL(filePath: path))
    let isReadable = number >= Migrations.leastToRead
    let parcels = isReadable ? try RegisterStore.open(at: path).read { try $0.info().parcels } : nil
    if !isReadable {
      #expect(throws: RegisterError.self) { try RegisterStore.open(at: path) }
    }
    let store = try RegisterStore.open(at: path, forWriting: true)
    let fresh = try RegisterStore.create(at: folder.path("fresh.gpkg"))
    #expect(try schema(store) == schema(fresh))
    let info = try store.read { try $0.info() }
    #expect(info.schemaVersion == 6 && info.registerID != nil)
    #expect(parcels == nil || info.parcels == parcels)
    // The layers follow from the history as ever.
    try store.write { db in try LayerWriter(db: db, path: path).rebuild() }
    #expect(try store.read { try $0.info().parcels } == info.parcels)
    let sample = SampleStore(folder: folder, store: store)
    #expect(try sample.rows("PRAGMA integrity_check") == ["ok"])
    #expect(try sample.rows("PRAGMA foreign_key_check").isEmpty)
    if number > 1 { #expect(try sample.indexFaults().isEmpty) }
  }
}
