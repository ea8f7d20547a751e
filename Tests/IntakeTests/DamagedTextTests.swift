import Characters
import Foundation
import Intake
import Planning
import SimpleFeatures
import Testing

/// The same damage has one fate in every reader: the record it stands in does not go in and is named
/// by its line, the others go in. A document, a table of acts too, is one record.
@Suite struct DamagedTextTests {
  /// How a file is written that has one broken character, for which `\u{1}` stands here.
  enum Damage: CaseIterable {
    case utf8, utf8WithMark, loneSurrogate, loneSurrogateWithoutMark, gb18030

    func bytes(_ text: String) -> [UInt8] {
      let parts = text.split(separator: "\u{1}", omittingEmptySubsequences: false)
      switch self {
      case .utf8, .utf8WithMark:
        let mark: [UInt8] = self == .utf8 ? [] : [0xEF, 0xBB, 0xBF]
        return mark + Array(parts.map { Array($0.utf8) }.joined(separator: [0xFF]))
      case .loneSurrogate, .loneSurrogateWithoutMark:
        let units = parts.map { Array($0.utf16) }.joined(separator: [0xD800])
        return (self == .loneSurrogate ? [0xFF, 0xFE] : [])
          + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case .gb18030:
        let encoding = String.Encoding(rawValue: 0x8000_0632)
        return Array(
          parts.map { Array(String($0).data(using: encoding) ?? Data()) }.joined(separator: [0xFF]))
      }
    }
  }

  @Test(arguments: Damage.allCases)
  func ofATableWithShapesTheRowIsRefused(_ damage: Damage) throws {
    let square = "\"POLYGON((0 0,100 0,100 100,0 0))\""
    let text = "地块编号,WKT,备注\n地块一,\(square),城区\nA\u{1}B,\(square),城区\n地块三,\(square),城区\n"
    let reading = try FeatureReading(
      DelimitedFeatureReader(ByteSource(damage.bytes(text), name: "plots.csv")))
    #expect(reading.findings == ["record_not_understood encoding @3"])
    #expect(reading.values("地块编号") == [.text("地块一"), .text("地块三")])
  }

  @Test(arguments: Damage.allCases)
  func ofACoordinateTextTheParcelIsRefused(_ damage: Damage) throws {
    let square = CoordinateTextReading.square(37_517_000, 4_135_000)
    func parcel(_ name: String) -> String { "5,1.0,\(name),地块名称,面,,住宅,,@\n\(square)\n" }
    let text =
      "[属性描述]\n\(CoordinateTextReading.standard)\n[地块坐标]\n"
      + parcel("地块一") + parcel("A\u{1}B") + parcel("地块三")
    let reading = try CoordinateTextReading(damage.bytes(text))
    let line = text.split(separator: "\u{1}")[0].count(where: { $0 == "\n" }) + 1
    #expect(reading.findings.first == "record_not_understood \(line) encoding")
    #expect((0..<reading.table.count).map { reading.text(.number, $0) } == ["地块一", "地块三"])
  }

  @Test(arguments: [Damage.utf8, .utf8WithMark, .loneSurrogate, .loneSurrogateWithoutMark])
  func ofGeoJSONTheFeatureIsRefused(_ damage: Damage) throws {
    func feature(_ name: String) -> String {
      """
      {"type":"Feature","properties":{"名称":"\(name)"},\
      "geometry":{"type":"Point","coordinates":[111.1,37.3]}}
      """
    }
    let text = """
      {"type":"FeatureCollection","features":[
      \(feature("地块一")),
      \(feature("A\u{1}B")),
      \(feature("地块三"))
      ]}
      """
    let reading = try FeatureReading(
      GeoJSONReader(ByteSource(damage.bytes(text), name: "plots.geojson")))
    #expect(reading.findings == ["record_not_understood encoding @3"])
    #expect(reading.values("名称") == [.text("地块一"), .text("地块三")])
  }

  @Test(arguments: Damage.allCases, ["a.txt", "a.csv"])
  func aDocumentIsRefusedWholeWithTheLine(_ damage: Damage, _ name: String) async throws {
    let text = "2025年度国有建设用地供应计划表\n地块编号,面积,备注\nA\u{1}B,1公顷,城区\n"
    do {
      let bytes = damage.bytes(text + String(repeating: "地块,2公顷,城区\n", count: 20))
      _ = try await DocumentIntake().read(bytes, name: name, path: name)
      Issue.record("it was read")
    } catch let error as IntakeError {
      guard case .notText(let place?) = error.reason else {
        Issue.record("\(error)")
        return
      }
      #expect(place.line == 3)
    }
  }

  @Test(arguments: ["plots.csv", "plots.geojson"])
  func utf16ThatEndsInsideACharacterIsSaidToEndEarly(_ name: String) throws {
    let isTable = name.hasSuffix("csv")
    let text = isTable ? "wkt,a\nPOINT(1 2),x\n" : "{\"type\":\"Point\",\"coordinates\":[1,2]}\n"
    let source = ByteSource(Damage.loneSurrogate.bytes(text) + [0x41], name: name)
    let reading =
      try isTable
      ? FeatureReading(DelimitedFeatureReader(source)) : FeatureReading(GeoJSONReader(source))
    #expect(reading.diagnostics.map(\.code) == [.truncatedFile])
    #expect(reading.count == 1)
  }
}

/// Line ends of every kind, in every reader of tables.
@Suite struct LineEndTests {
  @Test(arguments: ["\r", "\n", "\r\n"])
  func aTableOfActsIsRead(_ end: String) async throws {
    let text = ["地块编号,位置,面积（公顷）,用途,供应方式", "NX-01,城西,2.5,住宅用地,挂牌", "NX-02,城东,1.5,工业用地,挂牌"]
      .joined(separator: end)
    let name = "2025年度供应计划.csv"
    let result = try await DocumentIntake().read(Array(text.utf8), name: name, path: name)
    #expect(result.documents.map { $0.transactions.count } == [2])
    #expect(result.documents.first?.transactions.map(\.place.lineStart) == [2, 3])
  }

  @Test(arguments: ["\r", "\n", "\r\n"])
  func aTableWithShapesIsRead(_ end: String) throws {
    let text = ["DKBH,WKT", "A1,\"POLYGON((0 0,1 0,1 1,0 0))\"", "A2,POINT(1 2)"]
      .joined(separator: end)
    let reading = try FeatureReading(
      DelimitedFeatureReader(ByteSource(Array(text.utf8), name: "plots.csv")))
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.values("DKBH") == [.text("A1"), .text("A2")])
    #expect(reading.places == [2, 3])
  }

  @Test func aTableWhoseQuotesAreNeverClosedIsRefusedWithTheLine() async throws {
    let text = "地块编号,面积（公顷）,供应方式\nNX-01,2.5,\"挂牌\nNX-02,1.5,挂牌\n"
    await #expect(throws: IntakeError.self) {
      try await DocumentIntake().read(Array(text.utf8), name: "供应.csv", path: "供应.csv")
    }
  }
}
