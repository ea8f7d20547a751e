import Terms
import GRDB
import Planning
import TestSupport
import Testing

@testable import Storage

@Suite("Importing a document")
struct ImportTests {
  let document = Sample.document(
    "样政函〔2023〕5号", on: "2023-05-01",
    parcels: [
      Sample.parcel("03-05", use: "090104", name: "旅馆用地", area: 100, floorAreaRatio: 2),
      Sample.parcel("03-06", use: "1401", name: "公园绿地", area: 50, line: 6),
    ])

  @Test("The same content is unchanged, wherever it is printed")
  func unchanged() throws {
    let sample = try SampleStore()
    #expect(try sample.add(document) == .inserted)
    #expect(try sample.add(document) == .unchanged)
    var moved = document
    moved.place = Sample.place(900, file: "gazette.txt")
    for index in moved.parcels.indices {
      moved.parcels[index].place = Sample.place(910 + index, file: "gazette.txt")
    }
    #expect(try sample.add(moved) == .unchanged)
    #expect(try sample.rows("SELECT count(*) FROM document_version") == ["1"])
  }

  @Test("Other content under the same number is a new version, and the old one stays")
  func newVersion() throws {
    let sample = try SampleStore()
    try sample.add(document)
    var corrected = document
    corrected.parcels.removeLast()
    corrected.parcels[0].area = StatedArea(squareMetres: 101)
    #expect(try sample.add(corrected, at: "2026-02-01") == .newVersion(2))
    #expect(try sample.rows("SELECT count(*) FROM parcel_statement") == ["3"])
    #expect(try sample.rows("SELECT parcel_id, area_m2 FROM parcels") == ["03-05|101.0"])
    #expect(try sample.add(document, at: "2026-03-01") == .newVersion(3))
    #expect(try sample.rows("SELECT parcel_id FROM parcels ORDER BY 1") == ["03-05", "03-06"])
  }

  @Test("The same number of another county is another document")
  func counties() throws {
    let sample = try SampleStore()
    try sample.add(document)
    var other = document
    other.issuer = "邻县人民政府"
    #expect(try sample.add(other) == .inserted)
    #expect(try sample.rows("SELECT DISTINCT county FROM parcels") == ["样县", "邻县"])
  }

  @Test("A document without a number is known by title and date")
  func unnumbered() throws {
    let sample = try SampleStore()
    var table = document
    table.number = nil
    #expect(try sample.add(table) == .inserted)
    #expect(try sample.add(table) == .unchanged)
    table.date = CalendarDate(year: 2024, month: 5, day: 1)
    #expect(try sample.add(table) == .inserted)
  }

  @Test("A number is the same with and without 第")
  func ordinals() throws {
    let sample = try SampleStore()
    try sample.add(document)
    var other = document
    other.number = "样政函〔2023〕第5号"
    #expect(try sample.add(other, at: "2026-02-01") == .newVersion(2))
  }

  @Test("A parcel keeps its row number in the layer while it is in force")
  func rowNumbers() throws {
    let sample = try SampleStore()
    try sample.add(document)
    let before = try sample.rows("SELECT fid, parcel_id FROM parcels ORDER BY parcel_id")
    try sample.add(
      Sample.document(
        "样政函〔2024〕1号", on: "2024-01-01", transactions: [Sample.act(.listing, "03-06")],
        kind: .supply))
    #expect(try sample.rows("SELECT fid, parcel_id FROM parcels ORDER BY parcel_id") == before)
    #expect(
      try sample.rows("SELECT status, last_document FROM parcels WHERE parcel_id = '03-06'")
        == ["supply_approved|样政函〔2024〕1号"])
  }

  @Test("Recorded instants never go back, even where the clock does")
  func clock() throws {
    let sample = try SampleStore()
    try sample.add(document, at: "2026-02-01")
    var other = document
    other.number = "样政函〔2023〕6号"
    try sample.add(other, at: "2026-01-01")
    #expect(
      try sample.rows("SELECT DISTINCT recorded_at FROM document_version")
        == ["2026-02-01T00:00:00.000Z"])
  }

  @Test("A failure in the middle of a document leaves nothing of it")
  func wholeOrNothing() throws {
    let sample = try SampleStore()
    try sample.add(document)
    try sample.store.queue.write { db in
      try db.execute(
        sql: """
          CREATE TRIGGER fail BEFORE INSERT ON parcels WHEN new.parcel_id = '9-2'
          BEGIN SELECT RAISE(ABORT, 'no'); END
          """)
    }
    let second = Sample.document(
      "样政函〔2024〕1号", on: "2024-01-01", parcels: [Sample.parcel("9-1"), Sample.parcel("9-2")])
    #expect(throws: RegisterError.self) { try sample.add(second) }
    for table in ["document_version", "documents"] {
      #expect(try sample.rows("SELECT count(*) FROM \(table)") == ["1"])
    }
    #expect(try sample.rows("SELECT count(*) FROM parcel_statement") == ["2"])
    #expect(try sample.rows("SELECT count(*) FROM parcels") == ["2"])
  }

  @Test("The layers follow from the history: made anew they are the same", arguments: 1...20)
  func layers(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sample = try SampleStore()
    let numbers = ["A-1", "A-2", "B-1"]
    for step in 1...8 {
      var document = Sample.document(
        "样政函〔2024〕\(Int.random(in: 1...4, using: &random))号",
        on: "2024-0\(Int.random(in: 1...5, using: &random))-01", title: "批复\(step)")
      for number in numbers where Bool.random(using: &random) {
        document.parcels.append(Sample.parcel(number, use: "07", area: Double(step)))
      }
      for place in ["东片区", "西片区"] where Bool.random(using: &random) {
        var pipeline = Sample.parcel(nil, plan: nil, area: Double(step), location: place)
        pipeline.name = "输气管道"
        document.parcels.append(pipeline)
      }
      if Bool.random(using: &random) {
        document.transactions.append(Sample.act(.reserve, numbers.randomElement(using: &random)))
      }
      if Bool.random(using: &random) {
        document.lineage.append(ParcelLineage(kind: .split, from: ["A-1"], to: ["B-1"], line: 3))
      }
      try sample.add(document)
    }
    func layers() throws -> [[String]] {
      try LayerTable.all.map { layer in
        let columns = layer.columns.joined(separator: ", ")
        return try sample.rows("SELECT \(columns) FROM \(layer.name) ORDER BY \(columns)")
      }
    }
    let kept = try layers()
    try sample.store.write { db in try LayerWriter(db: db, path: sample.path).rebuild() }
    #expect(try layers() == kept)
  }
}
