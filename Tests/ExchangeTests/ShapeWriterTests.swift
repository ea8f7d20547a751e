import Exchange
import Foundation
import SimpleFeatures
import TestSupport
import Testing

@Suite("Shapes as GeoJSON and as CSV")
struct ShapeWriterTests {
  /// A table with a shape of each type, one none, one with a hole, one not closed, one clockwise.
  var table: FeatureTable {
    var table = FeatureTable(name: "t")
    let square: [Double] = [111, 37, 111.001, 37, 111.001, 37.001, 111, 37.001, 111, 37]
    let hole: [Double] = [
      111.0002, 37.0002, 111.0004, 37.0002, 111.0004, 37.0004, 111.0002, 37.0002,
    ]
    var pair = Geometry(empty: .multiPolygon)
    pair.appendPart(rings: [square])
    pair.appendPart(rings: [])
    pair.appendPart(rings: [square.map { $0 + 1 }])
    var line = Geometry(empty: .lineString)
    line.appendPart(rings: [[111, 37, 111.5, 37.25]])
    line.z = [900.5, 901]
    var points = Geometry(empty: .multiPoint)
    points.appendPart(rings: [[111, 37]])
    points.appendPart(rings: [[112, 38]])
    let clockwise = stride(from: 8, through: 0, by: -2).flatMap { [square[$0], square[$0 + 1]] }
    let shapes: [Geometry?] = [
      Geometry(polygon: [square, hole]), Geometry(polygon: [clockwise]),
      Geometry(polygon: [Array(square.dropLast(2))]), pair, line, points,
      Geometry(pointX: 111.123456789, y: 37), nil, Geometry(empty: .polygon),
      Geometry(pointX: .nan, y: 37), Geometry(pointX: 1e200, y: 1),
    ]
    for shape in shapes { table.shapes.append(shape) }
    table.places = Array(1...shapes.count)
    func column(_ name: String, _ value: (Int) -> FieldValue) -> FieldColumn {
      FieldColumn(name: name, values: shapes.indices.map(value))
    }
    table.fields = [
      column("parcel_id") { .text("NX-\($0 + 1)") },
      column("name") { $0 == 0 ? .text("=1+1,\"甲\"\n\u{1}") : $0 == 1 ? .text("甲") : .none },
      column("area_m2") { $0 == 0 ? .real(21232) : $0 == 1 ? .real(0.5) : .none },
      column("keeps") { .integer(Int64($0 % 2)) }, column("n") { .integer(Int64($0)) },
    ]
    return table
  }

  @Test("The collection is the one in the golden file")
  func collection() throws {
    var options = GeoJSONWriter.Options()
    options.idField = "parcel_id"
    options.flags = ["keeps"]
    let writer = GeoJSONWriter(options)
    var bytes = writer.beginning(name: "parcels") + writer.text(of: table)
    bytes += writer.end(
      isSchematic: true, box: Envelope(minX: 111, minY: 37, maxX: 112, maxY: 38))
    try Golden.check(String(decoding: bytes, as: UTF8.self), "shapes.geojson")
    let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    #expect((object?["features"] as? [Any])?.count == table.count)
    #expect(object?["crs"] == nil)
  }

  @Test("A sequence has a feature a line, with separators where asked")
  func sequence() throws {
    var options = GeoJSONWriter.Options()
    options.layout = .sequence(hasSeparators: true)
    options.hasShapes = false
    let writer = GeoJSONWriter(options)
    #expect(writer.beginning(name: "x").isEmpty && writer.end().isEmpty)
    let lines = writer.text(of: table).split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == table.count)
    #expect(lines.allSatisfy { $0.first == 0x1E && $0.last == UInt8(ascii: "}") })
    #expect(throws: Never.self) {
      for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.dropFirst())) }
    }
  }

  @Test("The table is the one in the golden file, and no cell is a formula")
  func separatedValues() throws {
    var options = ShapeCSVWriter.Options()
    options.flags = ["keeps"]
    let writer = ShapeCSVWriter(options)
    let bytes = writer.beginning(fields: table.fields.map(\.name)) + writer.text(of: table)
    try Golden.check(String(decoding: bytes, as: UTF8.self), "shapes.csv")
  }

  @Test("Shells go round counter-clockwise, holes clockwise, and all rings are closed")
  func ringsAreTurned() throws {
    let bytes = GeoJSONWriter().text(of: table.selecting([0, 1, 2]))
    let text = "[\(String(decoding: bytes, as: UTF8.self))]"
    let features = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    for feature in features {
      let geometry = try #require(feature["geometry"] as? [String: Any])
      let rings = try #require(geometry["coordinates"] as? [[[Double]]])
      for (index, ring) in rings.enumerated() {
        #expect(ring.first == ring.last)
        let area = zip(ring, ring.dropFirst()).reduce(0) { sum, edge in
          sum + (edge.0[0] - 111) * (edge.1[1] - 37) - (edge.1[0] - 111) * (edge.0[1] - 37)
        }
        #expect(index == 0 ? area > 0 : area < 0)
      }
    }
  }
}
