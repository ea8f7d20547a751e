import Answers
import GRDB
import Filtering
import Planning
import SimpleFeatures
@testable import Storage
import Terms
import TestSupport
import Testing

@Suite("Importing boundaries")
struct BoundaryTests {
  let plan = "样县县城（城北片区）控制性详细规划"

  func document(_ numbers: [String], _ number: String = "样政函〔2023〕5号") -> LandDocument {
    var document = Sample.document(
      number, on: "2023-05-01",
      parcels: numbers.map { Sample.parcel($0, use: "0701", name: "住宅用地", area: 100) })
    for index in document.parcels.indices { document.parcels[index].plan = plan }
    return document
  }

  @Test("A boundary joins the parcel of its number, and says what documents do not")
  func joins() throws {
    let sample = try SampleStore()
    try sample.add(document(["A-1"]))
    let boundary = SampleBoundary("Ａ-1") {
      $0.area = StatedArea(squareMetres: 99.5)
      $0.location = "城北"
      $0.extras = ["权属": "国有\"甲\""]
    }
    let joins = try sample.add([boundary, SampleBoundary("B-1", at: (37_516_100, 4_137_000))])
    #expect(joins.map(\.parcel) == [.joined, .unmatched])
    #expect(joins.map(\.change) == [.inserted, .inserted])
    let parcels = try sample.parcels("A-1")
    #expect(parcels.count == 1)
    #expect(parcels.first?.status == .planned)
    #expect(parcels.first?.values.area?.squareMetres == 100)
    #expect(parcels.first?.values.location == "城北")
    #expect(parcels.first?.values.extras == ["权属": "国有\"甲\""])
    #expect(parcels.first?.sources["location"]?.title == "界址点.txt")
    #expect(parcels.first?.boundary?.statedSquareMetres == 99.5)
    #expect(parcels.first?.boundary?.crs == "EPSG:4525")
    #expect(parcels.first?.boundary?.envelope?.minX == 37_516_000)
    let own = try sample.parcels("B-1")
    #expect(own.first?.status == .mapped)
    #expect(own.first?.documents.isEmpty == true)
    #expect(
      try sample.rows("SELECT parcel_id, status FROM parcels") == ["A-1|planned", "B-1|mapped"])
    #expect(try sample.indexFaults().isEmpty)
    let id = try #require(parcels.first?.boundary?.id)
    #expect(
      try sample.store.read { try $0.boundaries.shape(id, column: "geom") }
        == square(37_516_000, 4_137_000))
  }

  @Test("A document that comes after the boundary joins it, and the R-tree stays true")
  func documentAfter() throws {
    let sample = try SampleStore()
    try sample.add([SampleBoundary("A-1"), SampleBoundary("A-2", at: (37_516_100, 4_137_000))])
    #expect(try sample.indexFaults().isEmpty)
    let fid = try sample.rows("SELECT fid FROM parcels WHERE parcel_id = 'A-1'")
    try sample.add(document(["A-1"]), at: "2026-02-01")
    #expect(
      try sample.rows("SELECT parcel_id, status, boundary_quality FROM parcels ORDER BY 1")
        == ["A-1|planned|surveyed", "A-2|mapped|surveyed"])
    #expect(try sample.rows("SELECT count(*) FROM parcels WHERE geom NOT NULL") == ["2"])
    #expect(fid.count == 1)
    #expect(try sample.indexFaults().isEmpty)
    #expect(
      try sample.parcels("A-1", at: Moment(knownAt: "2026-01-15T00:00:00.000Z")).first?.status
        == .mapped)
  }

  @Test("The same again changes nothing, another shape is a new version")
  func versions() throws {
    let sample = try SampleStore()
    let first = SampleBoundary("A-1") { $0.landUse = [LandUse(scheme: .mnr2023, code: "0701")] }
    try sample.add([first])
    #expect(try sample.add([first], at: "2026-02-01").map(\.change) == [.unchanged])
    #expect(try sample.rows("SELECT count(*) FROM boundary_import") == ["1"])
    let corrected = SampleBoundary("A-1", side: 12)
    #expect(try sample.add([corrected], at: "2026-03-01").map(\.change) == [.newVersion(2)])
    #expect(try sample.parcels("A-1").first?.boundary?.squareMetres == 144)
    #expect(
      try sample.parcels("A-1", at: Moment(knownAt: "2026-02-15T00:00:00.000Z")).first?.boundary?
        .squareMetres == 100)
    #expect(try sample.indexFaults().isEmpty)
    var attributes = corrected
    attributes.record.statement.name = "甲小区"
    #expect(try sample.add([attributes], at: "2026-04-01").map(\.change) == [.newVersion(3)])
    var schematic = SampleStore.source()
    schematic.quality = .schematic
    #expect(
      try sample.add([attributes], from: schematic, at: "2026-05-01").map(\.change)
        == [.newVersion(4)])
    #expect(try sample.rows("SELECT boundary_schematic, name FROM parcels") == ["1|甲小区"])
  }

  @Test("The file of the later date is in force, whichever was imported first")
  func dates() throws {
    for order in [[0, 1], [1, 0]] {
      let sample = try SampleStore()
      let files = [("2023-01-01", 10.0), ("2025-01-01", 20.0)]
      for (step, file) in order.enumerated() {
        try sample.add(
          [SampleBoundary("A-1", side: files[file].1)],
          from: SampleStore.source(on: files[file].0), at: "2026-0\(step + 1)-01")
      }
      #expect(try sample.parcels("A-1").first?.boundary?.squareMetres == 400)
      #expect(
        try sample.parcels("A-1", at: Moment(asOf: CalendarDate(iso: "2024-01-01"))).first?
          .boundary?.squareMetres == 100)
      #expect(try sample.parcels("A-1", at: Moment(asOf: CalendarDate(iso: "2022-01-01"))).isEmpty)
      // What is known already stays known.
      #expect(
        try sample.add(
          [SampleBoundary("A-1", side: 10)], from: SampleStore.source(on: "2023-01-01"),
          at: "2026-03-01"
        ).map(\.change) == [.unchanged])
      #expect(try sample.indexFaults().isEmpty)
    }
  }

  @Test("A number twice in one file gives two versions, says so, and is the same when read again")
  func repeated() throws {
    let sample = try SampleStore()
    let twice = [
      SampleBoundary("A-1", line: 3), SampleBoundary("A-1", side: 12, line: 9),
      SampleBoundary("A-1", side: 12, line: 15),
    ]
    let joins = try sample.add(twice)
    #expect(joins.map(\.change) == [.inserted, .newVersion(2), .unchanged])
    #expect(joins.map(\.isRepeated) == [false, true, true])
    #expect(try sample.parcels("A-1").first?.boundary?.place == 9)
    #expect(try sample.add(twice, at: "2026-02-01").allSatisfy { $0.change == .unchanged })
    #expect(try sample.rows("SELECT count(*) FROM parcels") == ["1"])
    #expect(try sample.indexFaults().isEmpty)
  }

  @Test("Without a plan and with several in question a boundary stands by itself")
  func ambiguous() throws {
    let sample = try SampleStore()
    try sample.add(document(["A-1"]))
    var other = document(["A-1"], "样政函〔2023〕6号")
    other.parcels[0].plan = "样县城南片区控制性详细规划"
    try sample.add(other)
    let joins = try sample.add([SampleBoundary("A-1")])
    #expect(joins.map(\.parcel) == [.ambiguous(["样县城南片区控制性详细规划", plan].sorted())])
    #expect(try sample.parcels("A-1").count == 3)
    #expect(try sample.parcels("A-1").filter { $0.boundary != nil }.map(\.status) == [.mapped])
    let named = try sample.add(
      [SampleBoundary("A-1", at: (37_517_000, 4_137_000))],
      from: SampleStore.source("城北.txt", plan: "样县县城（城北片区）控规"), at: "2026-02-01")
    #expect(named.map(\.parcel) == [.joined])
    #expect(try sample.indexFaults().isEmpty)
  }

  @Test("Shapes without number, empty, of lines, invalid and mended are all kept")
  func odd() throws {
    let sample = try SampleStore()
    var nameless = SampleBoundary(nil)
    nameless.record.fault = ShapeFault(reason: "self_intersection", x: 1, y: 2)
    var line = SampleBoundary("L-1")
    line.shape = Geometry(
      .lineString, xy: [0, 0, 1, 1], ringOffsets: [0, 2], partOffsets: [0, 1])
    var none = SampleBoundary("N-1")
    none.shape = nil
    var mended = SampleBoundary("M-1", at: (37_516_050, 4_137_000))
    mended.original = square(37_516_050, 4_137_000, side: 11)
    mended.record.repair = ShapeRepair(
      fault: ShapeFault(reason: "self_intersection"), squareMetresBefore: 121,
      squareMetresAfter: 100)
    var high = SampleBoundary("H-1", at: (37_516_080, 4_137_000))
    high.shape?.z = [1, 2, 3, 4, 1]
    let all = [nameless, line, none, mended, high]
    try sample.add(all)
    #expect(try sample.add(all, at: "2026-02-01").allSatisfy { $0.change == .unchanged })
    #expect(try sample.rows("SELECT count(*) FROM parcels WHERE geom NOT NULL") == ["3"])
    #expect(
      try sample.rows("SELECT boundary_fault FROM parcels WHERE parcel_id IS NULL") == [
        "self_intersection"
      ])
    let mendedID = try #require(try sample.parcels("M-1").first?.boundary)
    #expect(mendedID.repair == mended.record.repair)
    #expect(
      try sample.store.read { try $0.boundaries.shape(mendedID.id, column: "original") }
        == mended.original)
    let highID = try #require(try sample.parcels("H-1").first?.boundary?.id)
    #expect(try sample.store.read { try $0.boundaries.shape(highID, column: "geom") } == high.shape)
    #expect(try sample.store.read { try $0.boundaries.layerShape(highID) }?.hasZ == false)
    #expect(try sample.indexFaults().isEmpty)
  }

  @Test("What columns cannot carry is kept all the same")
  func statements() throws {
    let sample = try SampleStore()
    let boundary = SampleBoundary("A-1") {
      $0.landUse = [
        LandUse(scheme: .mnr2023, code: "0701"), LandUse(scheme: .mnr2023, code: "0901"),
      ]
      $0.indicators[.floorAreaRatio] = Interval(
        lower: .init(1, inclusive: false), upper: .init(2, inclusive: true))
      $0.area = StatedArea(squareMetres: 10, text: "约10平方米", isApproximate: true)
      $0.boundaryDescription = "东至滨河路"
      $0.keepsCurrentUse = true
      $0.conditions = ["甲"]
    }
    let plain = SampleBoundary("A-2") {
      $0.landUse = [LandUse(scheme: .gbt21010, code: "0701", name: "住宅", codeInferred: true)]
      $0.indicators[.greenSpaceRatio] = Interval(lower: .init(30, inclusive: true))
      $0.document = "样自然资〔2020〕1号"
      $0.extras = ["a\n\\": "1", "b": ""]
    }
    try sample.add([boundary, plain])
    for (number, expected) in [("A-1", boundary), ("A-2", plain)] {
      let facts = try sample.store.read { try $0.boundaries.facts(ofPlot: number, at: .now) }
      #expect(facts.map(\.record) == [expected.record])
    }
    #expect(try sample.rows("SELECT count(*) FROM parcel_boundary WHERE record NOT NULL") == ["1"])
  }

  @Test("Words, lists and suggestions find parcels of which only the boundary is known")
  func found() throws {
    let sample = try SampleStore()
    try sample.add(document(["Z-9"]))
    try sample.add(
      [
        SampleBoundary("A-1") {
          $0.name = "滨河小区"; $0.area = StatedArea(squareMetres: 7)
        }
      ],
      from: SampleStore.source(plan: "河东片区详细规划"))
    try sample.store.read { reader in
      for words in ["滨河", "河东片区", "滨河 河东片区"] {
        let terms = SearchTerm.terms(of: words, townships: TownshipNames([], asOf: nil))
        #expect(
          try reader.plots.plots(having: terms, at: .now) == [FoundPlot(key: "A-1", isSure: true)])
      }
      #expect(try reader.plots.numberKeys() == ["A-1", "Z-9"])
      let small = try RegisterFilter(parsing: ["area<8"], for: .parcels)
      #expect(
        try reader.plots.candidates(for: small.condition?.conjuncts ?? [], at: .now) == ["A-1"])
      #expect(try reader.info().boundaries == 1)
      #expect(try reader.info().epsg == 4525)
    }
  }

  @Test("The layer follows from the history, the R-tree from the layer", arguments: 1...12)
  func layer(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sample = try SampleStore()
    let numbers = ["A-1", "A-2", "B-1", "C-1"]
    for step in 1...8 {
      let day = "2026-01-0\(step)"
      if Bool.random(using: &random) {
        let named = numbers.filter { _ in Bool.random(using: &random) }
        try sample.add(
          document(named, "样政函〔2024〕\(Int.random(in: 1...3, using: &random))号"), at: day)
      } else {
        let boundaries = numbers.filter { _ in Bool.random(using: &random) }.map { number in
          SampleBoundary(
            number,
            at: (37_516_000 + Double.random(in: 0...900, using: &random), 4_137_000),
            side: Double(Int.random(in: 1...30, using: &random)))
        }
        try sample.add(
          boundaries,
          from: SampleStore.source(
            on: ["2023-01-01", "2024-01-01", nil].randomElement(using: &random) ?? nil,
            plan: Bool.random(using: &random) ? plan : nil), at: day,
          expecting: Bool.random(using: &random) ? 1_000_000 : 0)
      }
      #expect(try sample.rows("PRAGMA journal_mode") == ["wal"])
    }
    func layer() throws -> [String] {
      let columns = LayerTable.parcels.columns.joined(separator: ", ")
      let shape = try sample.store.read { try $0.registerEPSG() } == nil ? "NULL" : "hex(geom)"
      return try sample.rows("SELECT \(columns), \(shape) FROM parcels ORDER BY \(columns)")
    }
    let kept = try layer()
    if try sample.store.read({ try $0.registerEPSG() }) != nil {
      #expect(try sample.indexFaults().isEmpty)
    }
    try sample.store.write { db in try LayerWriter(db: db, path: sample.path).rebuild() }
    #expect(try layer() == kept)
    if try sample.store.read({ try $0.registerEPSG() }) != nil {
      #expect(try sample.indexFaults().isEmpty)
    }
  }

  @Test("A packed R-tree finds what looking at every box finds")
  func packed() throws {
    var random = SeededGenerator(seed: 5)
    let sample = try SampleStore()
    let boundaries = (1...3_000).map { number in
      SampleBoundary(
        "P\(number)",
        at: (
          37_500_000 + Double.random(in: 0...9_000, using: &random),
          4_110_000 + Double.random(in: 0...9_000, using: &random)
        ), side: Double.random(in: 1...200, using: &random))
    }
    try sample.add(boundaries)
    #expect(try sample.indexFaults().isEmpty)
    for _ in 1...50 {
      let corner = boundaries.randomElement(using: &random)?.shape?.envelope
      let box = try #require(corner)
      let found = try sample.store.queue.read { db in
        try Int64.fetchAll(
          db,
          sql: """
            SELECT p.fid FROM parcels p JOIN rtree_parcels_geom r ON r.id = p.fid
            WHERE r.maxx >= ? AND r.minx <= ? AND r.maxy >= ? AND r.miny <= ?
            """, arguments: [box.minX, box.maxX, box.minY, box.maxY])
      }
      let all = try sample.store.queue.read { db in
        try Int64.fetchAll(db, sql: "SELECT fid FROM parcels ORDER BY fid")
      }
      let meets = zip(all, boundaries).filter { $0.1.shape?.envelope?.intersects(box) == true }
      #expect(Set(meets.map(\.0)).subtracting(found).isEmpty)
      #expect(found.count < 3_000)
      var read: [Int64] = []
      try sample.store.read { reader in
        try reader.boundaries.forEach(in: box) { read += $0.ids }
      }
      #expect(read.count == meets.count)
    }
    // One more, and one moved, go into the packed tree one by one.
    try sample.add(
      [SampleBoundary("Q", at: (37_400_000, 4_000_000)), SampleBoundary("P7")], at: "2026-02-01")
    #expect(try sample.indexFaults().isEmpty)
  }

  @Test("A failure in the middle of a file leaves nothing of it")
  func wholeOrNothing() throws {
    struct Stop: Error {}
    let sample = try SampleStore()
    for count in [0, 1_000_000] {
      #expect(throws: Stop.self) {
        try sample.store.importBoundaries(
          from: SampleStore.source(), definitions: [gaussKruger37], registerEPSG: 4525,
          expecting: count
        ) { writer in
          _ = try writer.append(SampleBoundary.batch([SampleBoundary("A-1")]))
          throw Stop()
        }
      }
      #expect(try sample.rows("SELECT count(*) FROM parcel_boundary") == ["0"])
      #expect(try sample.store.read { try $0.registerEPSG() } == nil)
      #expect(try sample.rows("PRAGMA journal_mode") == ["wal"])
    }
    #expect(throws: RegisterError.self) {
      try sample.add([SampleBoundary("A-1")])
      _ = try sample.store.importBoundaries(
        from: SampleStore.source(), definitions: [], registerEPSG: 4526
      ) { _ in }
    }
  }

  @Test("A file of the first schema gets boundaries when it is opened for writing")
  func migration() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("old.gpkg")
    let queue = try DatabaseQueue(path: path)
    try Migrations.migrator.migrate(queue, upTo: "1 register")
    try queue.write { db in
      try db.execute(
        sql: "INSERT INTO parcels (parcel_id, status, plot_key) VALUES ('A-1', 'planned', 'A-1')")
    }
    try queue.close()
    #expect(throws: RegisterError.self) { try RegisterStore.open(at: path) }
    let store = try RegisterStore.open(at: path, forWriting: true)
    let joins = try store.importBoundaries(
      from: SampleStore.source(), definitions: [gaussKruger37], registerEPSG: 4525
    ) { try $0.append(SampleBoundary.batch([SampleBoundary("B-1")])) }
    #expect(joins.map(\.change) == [.inserted])
    #expect(try store.read { try $0.info().parcels } == 2)
  }
}
