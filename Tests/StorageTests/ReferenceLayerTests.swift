import Terms
import GRDB
import Planning
import SimpleFeatures
import TestSupport
import Testing

@testable import Storage

@Suite("Reference layers")
struct ReferenceLayerTests {
  func source(_ name: String = "基本农田", on date: String? = nil) -> LayerSource {
    LayerSource(
      name: name, role: .permanentBasicFarmland, quality: .schematic,
      file: SourceFile(name: "jbnt.gpkg", sha256: "ab", extractor: "yulin test"),
      date: date.flatMap { CalendarDate(iso: $0) }, epsg: 4525)
  }

  func table(_ count: Int, code: FieldValue = .text("0101"), side: Double = 10) -> FeatureTable {
    var table = FeatureTable(name: "x")
    for index in 0..<count {
      table.shapes.append(square(37_516_000 + 20 * Double(index), 4_137_000, side: side))
      table.places.append(index + 1)
    }
    table.fields = [
      FieldColumn(name: "DLBM", values: Array(repeating: code, count: count)),
      FieldColumn(name: "权属单位", values: Array(repeating: .text("甲村"), count: count)),
      FieldColumn(name: "fid", values: Array(repeating: .integer(7), count: count)),
      FieldColumn(name: "TBMJ", values: Array(repeating: .real(1.5), count: count)),
    ]
    return table
  }

  @discardableResult
  func add(
    _ tables: [FeatureTable], to sample: SampleStore, _ source: LayerSource,
    at instant: String = "2026-01-01", faults: [Int: ShapeFault] = [:]
  ) throws -> ImportOutcome.Change {
    try sample.store.importLayer(
      from: source, definitions: [gaussKruger37], recordedAt: "\(instant)T00:00:00.000Z"
    ) { layer in for table in tables { try layer.append(table, faults: faults) } }.change
  }

  func features(_ sample: SampleStore, _ layer: LayerVersion, in box: Envelope? = nil) throws
    -> [LayerFeatures]
  {
    var all: [LayerFeatures] = []
    try sample.store.read { try $0.layers.forEachFeatures(of: layer, in: box) { all.append($0) } }
    return all
  }

  @Test("A layer comes out as it went in, with safe names for its columns")
  func roundTrip() throws {
    let sample = try SampleStore()
    let table = table(30)
    try add([table], to: sample, source(), faults: [3: ShapeFault(reason: "self_intersection")])
    let layer = try #require(try sample.store.read { try $0.layers.inForce(at: .now) }.first)
    #expect(layer.featureCount == 30)
    #expect(layer.faultCount == 1)
    #expect(layer.fields.map(\.column) == ["dlbm", "field_2", "field_3", "tbmj"])
    let read = try features(sample, layer)
    #expect(read.map(\.table.fields) == [table.fields])
    #expect(read.first?.faults == [3: "self_intersection"])
    #expect(read.first?.table.shapes.xy == table.shapes.xy)
    #expect(try sample.indexFaults("layer_1").isEmpty)
    #expect(
      try sample.rows(
        "SELECT title FROM gpkg_data_columns WHERE table_name = 'layer_1' ORDER BY column_name")
        == ["DLBM", "图形错误", "权属单位", "fid", "TBMJ"])
    let box = Envelope(minX: 37_516_025, minY: 4_137_005, maxX: 37_516_045, maxY: 4_137_006)
    #expect(try features(sample, layer, in: box).flatMap(\.table.places) == [2, 3])
  }

  @Test("The same again changes nothing; other content is a version, the newest is shown")
  func versions() throws {
    let sample = try SampleStore()
    #expect(try add([table(3)], to: sample, source()) == .inserted)
    #expect(try add([table(3)], to: sample, source(), at: "2026-02-01") == .unchanged)
    #expect(try add([table(3, side: 9)], to: sample, source(), at: "2026-03-01") == .newVersion(2))
    #expect(try add([table(2)], to: sample, source("红线"), at: "2026-03-02") == .inserted)
    let tables = "SELECT table_name FROM gpkg_contents WHERE data_type = 'features' ORDER BY 1"
    #expect(try sample.rows(tables) == ["layer_2", "layer_3"])
    #expect(try sample.indexFaults("layer_2").isEmpty)
    let before = try #require(
      try sample.store.read {
        try $0.layers.inForce(at: Moment(knownAt: "2026-02-15T00:00:00.000Z"))
      }.first)
    #expect(before.table == "layer_1")
    #expect(try features(sample, before).map(\.table.count) == [3])
    let box = Envelope(minX: 37_516_025, minY: 4_137_000, maxX: 37_516_026, maxY: 4_137_001)
    #expect(try features(sample, before, in: box).flatMap(\.table.places) == [2])
  }

  @Test("A state of an earlier date goes in behind the one shown")
  func dates() throws {
    let sample = try SampleStore()
    try add([table(3)], to: sample, source(on: "2024-01-01"))
    try add([table(2)], to: sample, source(on: "2023-01-01"), at: "2026-02-01")
    #expect(
      try sample.rows("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'") == [
        "layer_1"
      ])
    let layers = try sample.store.read {
      try $0.layers.inForce(at: Moment(asOf: CalendarDate(iso: "2023-06-01")))
    }
    #expect(layers.map(\.featureCount) == [2])
  }

  @Test("A column widens as values come, and no code loses its leading zero")
  func widening() throws {
    let sample = try SampleStore()
    var lines = table(1, code: .text("007"))
    lines.shapes = GeometryColumn()
    lines.shapes.append(
      Geometry(.lineString, xy: [0, 0, 1, 1], ringOffsets: [0, 2], partOffsets: [0, 1]))
    try add(
      [table(2, code: .none), table(1, code: .integer(5)), table(1, code: .real(2.5)), lines],
      to: sample, source())
    #expect(
      try sample.rows("SELECT dlbm FROM layer_1 ORDER BY fid") == ["-", "-", "5.0", "2.5", "007"])
    #expect(try sample.rows("SELECT geometry_type_name FROM gpkg_geometry_columns") == ["GEOMETRY"])
    #expect(try sample.indexFaults("layer_1").isEmpty)
  }
}
