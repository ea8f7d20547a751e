import SimpleFeatures
import TestSupport
import Testing

@testable import Tiling

@Suite struct RoundTripTests {
  @Test(arguments: 0..<200) func whatIsWrittenIsReadAgain(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let tile = RandomTile.tile(&random)
    #expect(try VectorTileReader().read(tile.bytes) == tile)
  }

  @Test func columnsAreWrittenWithTheKindsOfTheirValues() throws {
    var features = TileFeatures()
    features.replaceAll([
      Geometry(pointX: 1, y: 2), Geometry(pointX: 3, y: -4), Geometry(pointX: 5, y: 6),
    ])
    var layer = TileLayer(
      name: "parcels", features,
      fields: [
        FieldColumn(
          name: "n", values: [.integer(0), .integer(-1), .none, .integer(.max), .integer(.min)]),
        FieldColumn(name: "r", values: [.real(0.5), .real(-0.0), .none, .real(0.5), .none]),
        FieldColumn(name: "t", values: [.text("é"), .text("e\u{301}"), .none, .text(""), .none]),
        FieldColumn(name: "f", values: [.integer(1), .integer(2), .none, .integer(0), .none]),
        FieldColumn(name: "never", values: []),
      ], identifiers: [10, 11, 12, 13], flags: ["f"])
    layer.rows = [3, 4, 1]
    let read = try VectorTileReader().read(VectorTileWriter.write(layer)).layers[0]
    #expect(read.version == 2 && read.extent == 4096)
    #expect(read.features.map(\.identifier) == [13, nil, 11])
    #expect(
      read.features[0].properties == [
        .init("n", .unsigned(UInt64(Int64.max))), .init("r", .real(0.5)), .init("t", .text("")),
        .init("f", .boolean(false)),
      ])
    #expect(read.features[1].properties == [.init("n", .signed(.min))])
    #expect(
      read.features[2].properties == [
        .init("n", .signed(-1)), .init("r", .real(-0.0)), .init("t", .text("e\u{301}")),
        .init("f", .unsigned(2)),
      ])
    #expect(read.features.map(\.geometry.xy) == [[1, 2], [3, -4], [5, 6]])
  }

  @Test func aShapeThatIsNotWholeIsLeftOut() throws {
    var features = TileFeatures()
    features.replaceAll([
      Geometry(pointX: 0.5, y: 0), Geometry(pointX: .nan, y: 0), Geometry(pointX: 1e10, y: 0),
      Geometry(empty: .polygon), Geometry(pointX: 7, y: 0),
    ])
    let layer = TileLayer(name: "l", features)
    let read = try VectorTileReader().read(VectorTileWriter.write(layer)).layers[0]
    #expect(read.features.map(\.geometry.xy) == [[7, 0]])
  }
}
