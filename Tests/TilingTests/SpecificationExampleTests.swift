import SimpleFeatures
import Testing

@testable import Tiling

/// The examples of the Mapbox Vector Tile Specification 2.1 §4.3.5.
@Suite struct SpecificationExampleTests {
  private static let examples: [(name: String, shape: String, numbers: [UInt32])] = [
    ("point", "POINT (25 17)", [9, 50, 34]),
    ("multi point", "MULTIPOINT ((5 7), (3 2))", [17, 10, 14, 3, 9]),
    ("line", "LINESTRING (2 2, 2 10, 10 10)", [9, 4, 4, 18, 0, 16, 16, 0]),
    (
      "multi line", "MULTILINESTRING ((2 2, 2 10, 10 10), (1 1, 3 5))",
      [9, 4, 4, 18, 0, 16, 16, 0, 9, 17, 17, 10, 4, 8]
    ),
    ("polygon", "POLYGON ((3 6, 8 12, 20 34, 3 6))", [9, 6, 12, 18, 10, 12, 24, 44, 15]),
    (
      "multi polygon",
      """
      MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0)), ((11 11, 20 11, 20 20, 11 20, 11 11),\
       (13 13, 13 17, 17 17, 17 13, 13 13)))
      """,
      [
        9, 0, 0, 26, 20, 0, 0, 20, 19, 0, 15, 9, 22, 2, 26, 18, 0, 0, 18, 17, 0, 15, 9, 4, 13, 26,
        0, 8, 8, 0, 0, 7, 15,
      ]
    ),
  ]

  @Test(arguments: examples.indices)
  func shapesAreWrittenAsInTheSpecification(index: Int) throws {
    let example = Self.examples[index]
    var column = GeometryColumn()
    column.append(try Geometry(wellKnownText: example.shape))
    var bytes = GeometryBytes()
    let isWritten = bytes.write(0, of: column)
    #expect(isWritten)
    #expect(Bytes.numbers(bytes.bytes) == example.numbers)
  }

  @Test(arguments: examples.indices)
  func shapesAreReadAsInTheSpecification(index: Int) throws {
    let example = Self.examples[index]
    let kind: VectorTileGeometry.Kind = [.point, .point, .line, .line, .polygon, .polygon][index]
    var commands = GeometryCommands(isStrict: true, layer: "", feature: 0)
    let geometry = try commands.decode(example.numbers, kind)
    #expect(geometry.numbers == example.numbers)
    #expect(geometry.parts.count == [1, 2, 1, 2, 1, 2][index])
    if index == 5 {
      #expect(geometry.parts == [0..<1, 1..<3])
      #expect(geometry.doubledArea(ofRing: 0) == 200)
      #expect(geometry.doubledArea(ofRing: 2) == -32)
    }
  }

  @Test func aTileOfOnePointIsWrittenByteForByte() {
    var features = TileFeatures()
    features.replaceAll([Geometry(pointX: 25, y: 17)])
    let layer = TileLayer(
      name: "hello", features, fields: [FieldColumn(name: "hello", values: [.text("world")])],
      identifiers: [1])
    // The same message as the fixture 017, its fields in the order of this writer.
    let expected: [UInt8] =
      [0x1A, 40, 0x0A, 5] + Array("hello".utf8)
      + [0x12, 13, 8, 1, 0x12, 2, 0, 0, 0x18, 1, 0x22, 3, 9, 50, 34]
      + [0x1A, 5] + Array("hello".utf8) + [0x22, 7, 0x0A, 5] + Array("world".utf8)
      + [0x28, 0x80, 0x20, 0x78, 2]
    let bytes = VectorTileWriter.write(layer)
    #expect(bytes == expected.replacingLength())
    #expect(VectorTileWriter.write(layer) == bytes)
  }

  @Test func aLayerWithoutFeaturesIsLeftOut() {
    #expect(VectorTileWriter.write(TileLayer(name: "empty", TileFeatures())).isEmpty)
  }
}
