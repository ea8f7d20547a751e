import Intake
import Planning
import SimpleFeatures
import TestSupport
import Testing

@Suite struct GeoJSONTests {
  private static let two = """
    {
      "type": "FeatureCollection",
      "name": "地块",
      "features": [
        { "type": "Feature", "id": 7, "properties": { "DKBH": "HX-01", "面积": 1.5, "用途": null },
          "geometry": { "type": "Point", "coordinates": [111.2, 37.3, 900] } },
        { "type": "Feature", "properties": { "DKBH": "HX-02", "层数": 12, "标签": ["甲", {"b": 1}] },
          "geometry": { "type": "Polygon", "coordinates":
            [[[0, 0], [1, 0], [1, 1], [0, 0]], [[0.1, 0.1], [0.2, 0.1], [0.2, 0.2], [0.1, 0.1]]] } }
      ]
    }
    """

  @Test(arguments: [1, 2, 3, 7, 64, 1 << 18])
  func aCollectionIsReadWhateverTheChunks(chunkSize: Int) throws {
    let reading = try FeatureReading(geoJSON: Self.two, chunkSize: chunkSize)
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.tables.map(\.name) == ["地块"])
    #expect(reading.tables[0].fields.map(\.name) == ["DKBH", "面积", "用途", "id", "层数", "标签"])
    #expect(reading.values("DKBH") == [.text("HX-01"), .text("HX-02")])
    #expect(reading.values("面积") == [.real(1.5), .none])
    #expect(reading.values("id") == [.integer(7), .none])
    #expect(reading.values("层数") == [.none, .integer(12)])
    #expect(reading.values("标签") == [.none, .text(#"["甲", {"b": 1}]"#)])
    #expect(reading.shapes[0]?.wellKnownText == "POINT Z (111.2 37.3 900)")
    #expect(reading.shapes[1]?.ringCount == 2)
    #expect(reading.places == [5, 7])
    #expect(reading.tables[0].placesAreLines)
    #expect(reading.tables[0].coordinateSystem.epsg == 4326)
    #expect(reading.tables[0].coordinateSystem.axisOrder == .eastingFirst)
  }

  @Test func theOrderOfMembersDoesNotMatter() throws {
    let turned = """
      {"features":[{"geometry":{"coordinates":[1,2],"type":"Point"},"properties":{"a":1},
      "type":"Feature"}],"crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::4525"},"type":"name"},
      "type":"FeatureCollection"}
      """
    for chunkSize in [1, 5, 1000] {
      let reading = try FeatureReading(geoJSON: turned, chunkSize: chunkSize)
      #expect(reading.diagnostics.isEmpty)
      #expect(reading.shapes == [Geometry(pointX: 1, y: 2)])
      #expect(reading.tables[0].coordinateSystem.epsg == 4525)
    }
  }

  @Test(arguments: [
    (#""crs":{"type":"name","properties":{"name":"EPSG:4525"}}"#, 4525),
    (#""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}"#, 4326),
    (
      #""crs":{"type":"name","properties":{"name":"http://www.opengis.net/def/crs/EPSG/0/4490"}}"#,
      4490
    ),
    (#""crs":null"#, 4326),
    (#""coordinateFrame":"CGCS2000""#, 4490),
    (
      #""coordinateFrame":"CGCS2000","crs":{"type":"name","properties":{"name":"EPSG:4524"}}"#, 4524
    ),
  ])
  func theCoordinateSystemIsReadFromTheCollection(member: String, epsg: Int) throws {
    let feature = #"{"type":"Feature","properties":null,"geometry":null}"#
    let reading = try FeatureReading(
      geoJSON: #"{"type":"FeatureCollection",\#(member),"features":[\#(feature)]}"#)
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.tables[0].coordinateSystem.epsg == epsg)
    #expect(reading.tables[0].coordinateSystem.axisOrder == .eastingFirst)
  }

  @Test func aCoordinateSystemSaidAfterFeaturesWentOutIsAContradiction() throws {
    let feature =
      #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}"#
    let many = Array(repeating: feature, count: FeatureBatch.features + 10).joined(separator: ",\n")
    let crs = #""crs":{"type":"name","properties":{"name":"EPSG:4525"}}"#
    let reading = try FeatureReading(
      geoJSON: #"{"type":"FeatureCollection","features":[\#(many)],\#(crs)}"#)
    #expect(reading.count == FeatureBatch.features + 10)
    #expect(reading.tables.count == 2)
    #expect(reading.tables.allSatisfy { $0.coordinateSystem.epsg == 4326 })
    #expect(reading.diagnostics.map(\.code) == [.datumContradiction])
    #expect(reading.diagnostics[0].arguments == ["EPSG:4326", "EPSG:4525", "EPSG:4326"])
  }

  @Test func foreignMembersOfACollectionAreNotesOnAllFeatures() throws {
    let feature = #"{"type":"Feature","properties":{},"geometry":null}"#
    let text = """
      {"type":"FeatureCollection","quality":"schematic","bbox":[0,0,1,1],"features":[\(feature)],
      "图形性质":"示意","年份":2025,"x":{"a":1}}
      """
    for chunkSize in [1, 1000] {
      let reading = try FeatureReading(geoJSON: text, chunkSize: chunkSize)
      #expect(reading.diagnostics.isEmpty)
      #expect(
        reading.tables[0].notes == ["quality": "schematic", "图形性质": "示意", "年份": "2025"])
    }
  }

  @Test func aNameWithoutCodeIsKeptAsPrinted() throws {
    let reading = try FeatureReading(
      geoJSON: """
        {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"西安80"}},
        "features":[{"type":"Feature","properties":{},"geometry":null}]}
        """)
    #expect(reading.tables[0].coordinateSystem.epsg == nil)
    #expect(reading.tables[0].coordinateSystem.datum == "西安80")
  }

  @Test(arguments: ["\n", "\r\n", "\n\u{1E}", "\n\n"])
  func aSequenceIsReadRecordByRecord(separator: String) throws {
    let features = (1...5).map {
      #"{"type":"Feature","properties":{"n":\#($0)},"geometry":{"type":"Point","coordinates":[\#($0),0]}}"#
    }
    let start = separator.hasSuffix("\u{1E}") ? "\u{1E}" : ""
    let text = start + features.joined(separator: separator) + "\n"
    for chunkSize in [1, 13, 4096] {
      for name in ["plots.geojson", "plots.geojsonl"] {
        let reading = try FeatureReading(geoJSON: text, chunkSize: chunkSize, name: name)
        #expect(reading.diagnostics.isEmpty)
        #expect(reading.values("n") == (1...5).map { .integer($0) })
      }
    }
  }

  @Test func aBrokenRecordOfASequenceIsNamedAndTheRestRead() throws {
    let good = #"{"type":"Feature","properties":{},"geometry":null}"#
    let text = [
      good, #"{"type":"Feature","properties":{},"geometry":"#, good, "x", good, "{\"type\":",
    ]
    let reading = try FeatureReading(geoJSON: text.joined(separator: "\n"), name: "a.geojsonl")
    #expect(reading.count == 3)
    #expect(
      reading.findings == [
        "record_not_understood json @2", "record_not_understood json @4", "truncated_file } @6",
      ])
  }

  @Test func aBareShapeIsAFeatureWithoutAttributes() throws {
    let reading = try FeatureReading(
      geoJSON: #"  {"coordinates": [[0,0],[1,1]], "type": "LineString"} "#)
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.shapes.map { $0?.wellKnownText } == ["LINESTRING (0 0, 1 1)"])
  }

  @Test func aCollectionOfOneTypeBecomesPartsAndAMixedOneIsSaid() throws {
    let point = #"{"type":"Point","coordinates":[1,2]}"#
    let line = #"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#
    func feature(_ members: String...) -> String {
      let shape =
        #"{"type":"GeometryCollection","geometries":[\#(members.joined(separator: ","))]}"#
      return #"{"type":"Feature","properties":{"a":1},"geometry":\#(shape)}"#
    }
    let nested = #"{"type":"GeometryCollection","geometries":[\#(point)]}"#
    let text = [feature(point, nested), feature(point, line), feature(), feature(line)]
    let reading = try FeatureReading(geoJSON: text.joined(separator: "\n"))
    #expect(
      reading.shapes.map { $0?.wellKnownText } == [
        "MULTIPOINT ((1 2), (1 2))", nil, nil, "MULTILINESTRING ((1 2, 3 4))",
      ])
    #expect(reading.values("a") == Array(repeating: .integer(1), count: 4))
    #expect(reading.findings == ["geometry_unexpected 2 @2"])
  }

  @Test(arguments: [
    (#""coordinates":[1]"#, "coordinate"), (#""coordinates":[1,"2"]"#, "coordinate"),
    (#""coordinates":[1,null]"#, "coordinate"), (#""coordinates":[1,NaN]"#, "coordinate"),
    (#""coordinates":[1e999,2]"#, "coordinate"), (#""coordinates":[1,2,3,4,5]"#, "coordinate"),
    (#""coordinates":[[1,2]]"#, "geometry"), (#""coordinates":{}"#, "geometry"),
    (#""coordinates":null"#, "geometry"), (#""other":[1,2]"#, "member"),
    (#""coordinates":[1,2],"coordinates":[1,2]"#, "duplicate"),
    (#""coordinates":[1,2],"x":"\q""#, "json"), (#""coordinates":[1,2],"x":"\uD800""#, "json"),
    (#""coordinates":[01,2]"#, "coordinate"), (#""coordinates":[1,2],"#, "json"),
  ])
  func mistakesInAShapeAreNamedAndTheOthersRead(member: String, reason: String) throws {
    func feature(_ members: String) -> String {
      #"{"type":"Feature","properties":{},"geometry":{"type":"Point",\#(members)}}"#
    }
    let good = feature(#""coordinates":[1,2]"#)
    let features = [good, feature(member), good].joined(separator: ",\n")
    for chunkSize in [1, 1000] {
      let reading = try FeatureReading(
        geoJSON: "{\"type\":\"FeatureCollection\",\"features\":[\n\(features)\n]}",
        chunkSize: chunkSize)
      #expect(reading.count == 2)
      #expect(reading.findings == ["record_not_understood \(reason) @3"])
      #expect(reading.diagnostics.first?.arguments.last == "2")
    }
  }

  @Test func aMissingBracketCostsOneFeature() throws {
    let good =
      #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}"#
    for bad in [
      #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2}}"#,
      #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}"#,
      #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}]}"#,
      #"{"type":"Feature","properties":{"a":"},"geometry":null}"#,
    ] {
      let reading = try FeatureReading(
        geoJSON: #"{"type":"FeatureCollection","features":[\#(good),\#(bad),\#(good),\#(good)]}"#)
      // Whether a feature behind which one bracket too many stands goes in does not matter here.
      #expect(reading.count >= 3, "\(bad)")
      #expect(!reading.errors.isEmpty, "\(bad)")
    }
  }

  @Test func aTextThatEndsTooEarlyGivesWhatItHas() throws {
    let whole = Array(Self.two.utf8)
    for end in 1..<whole.count {
      let text = String(decoding: whole[..<end], as: UTF8.self)
      guard text.contains(where: { !$0.isWhitespace }) else { continue }
      let reading = try FeatureReading(geoJSON: text, chunkSize: 100)
      #expect(reading.count <= 2)
      #expect(!reading.errors.isEmpty, "\(text)")
    }
  }

  @Test func changedBytesNeverTrap() throws {
    var generator = SeededGenerator(seed: 31)
    let likely = Array("[]{}\",:\\u0eE.-19 \n\u{1E}\u{0}".utf8) + [0xFF, 0xC3]
    for _ in 0..<1500 {
      var text = Array(Self.two.utf8)
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        let place = Int.random(in: 0..<text.count, using: &generator)
        text[place] = likely[Int.random(in: 0..<likely.count, using: &generator)]
      }
      var reader = GeoJSONReader(ByteSource(text, name: "x.geojson", chunkSize: 200))
      var features = 0
      do {
        _ = try reader.read { table in
          #expect(table.fields.allSatisfy { $0.values.count == table.count })
          #expect(table.places.count == table.count)
          features += table.count
        }
      } catch is IntakeError {
        // Zeros in places of both kinds are no text.
      }
      #expect(features <= 2)
    }
  }

  @Test func nestingBombsAreNamed() throws {
    let deep = String(repeating: "[", count: 100_000)
    let bombs = [
      deep, #"{"type":"Point","coordinates":"# + deep, #"{"a":"# + deep,
      String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: 50_000),
      #"{"type":"FeatureCollection","features":["# + deep,
      #"{"type":"Feature","geometry":null,"properties":{"a":\#(deep)\#(deep.replacing("[", with: "]"))}}"#,
    ]
    for bomb in bombs {
      let reading = try FeatureReading(geoJSON: bomb)
      #expect(reading.errors == ["nested_too_deep"], "\(bomb.prefix(40))")
      #expect(try FeatureReading(geoJSON: bomb, name: "a.geojsonl").errors.count == 1)
    }
  }

  @Test func attributesKeepWhatTheFileHas() throws {
    let reading = try FeatureReading(
      geoJSON: #"""
        {"type":"Feature","geometry":null,"properties":{"代码":"0701","大":123456789012345678901234,
        "逃\u9038":"\u4E2D\n\uD83D\uDE00\/","真":true,"指数":1E3,"负":-0,"e":1e999,"代码":"0702"}}
        """#)
    #expect(reading.values("代码") == [.text("0701")])
    #expect(reading.values("大") == [.text("123456789012345678901234")])
    #expect(reading.values("逃逸") == [.text("中\n😀/")])
    #expect(reading.values("真") == [.text("true")])
    #expect(reading.values("指数") == [.real(1000)])
    #expect(reading.values("负") == [.integer(0)])
    #expect(reading.values("e") == [.text("1e999")])
    #expect(reading.findings == ["record_not_understood duplicate @1"])
  }

  @Test func aPropertyCalledIdIsNotReplacedByTheFeatures() throws {
    let reading = try FeatureReading(
      geoJSON: #"{"type":"Feature","id":"f1","geometry":null,"properties":{"id":"p1"}}"#)
    #expect(reading.values("id") == [.text("p1")])
  }

  @Test func manyMistakesOfAKindAreCounted() throws {
    let bad = Array(repeating: "{}", count: 250).joined(separator: ",")
    let reading = try FeatureReading(geoJSON: #"{"type":"FeatureCollection","features":[\#(bad)]}"#)
    #expect(reading.diagnostics.count == 101)
    #expect(reading.diagnostics.last?.code == .moreAlike)
    #expect(reading.diagnostics.last?.arguments == ["record_not_understood", "150"])
  }

  @Test func anEmptyFileIsRefused() {
    #expect(throws: IntakeError.self) { try FeatureReading(geoJSON: " \n ") }
  }
}
