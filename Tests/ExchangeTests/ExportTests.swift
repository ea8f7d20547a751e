import Answers
import Characters
import Exchange
import Foundation
import Planning
import Testing
import TestSupport

@Suite struct ExportTests {
  @Test(arguments: ExportFormat.allCases)
  func factsComeBackAsTheyWent(_ format: ExportFormat) throws {
    let export = Fixtures.export()
    let data = try format.data(of: export)
    #expect(ExportFormat.ofExport(beginningWith: data) == format)
    #expect(try format.export(from: data) == export)
    #expect(try format.data(of: try format.export(from: data)) == data)
  }

  @Test(arguments: [
    "12", "070102", "1e5", "true", "null", "\"quoted\"", "[1]", "{\"a\":1}", " 7 ", "=1+1", "", "-",
    "行一\n行二", "a,b", "\u{FEFF}x", "'", "\t", "nan", "1.50", "01", "-", "1.", ".5", "1e", "[1,]",
    "{\"a\":1", "\"\\u12\"", "tru", "\"a\tb\"", "反斜杠\\",
    "[[[[", "-0.5E+3", "\u{1F600}",
  ])
  func anyTextComesBackAsTheSameText(_ text: String) throws {
    var export = Fixtures.export()
    export.documentVersions[0].document.title = text
    export.documentVersions[0].document.parcels[0].parcelID = text
    export.documentVersions[0].document.parcels[0].extras = [text: text]
    for format in ExportFormat.allCases {
      #expect(try format.export(from: try format.data(of: export)) == export)
    }
  }

  @Test(arguments: [0.1 + 0.2, 1e-9, 123_456_789.123_456, 2_000.0 / 3, 9_007_199_254_740_991])
  func anyNumberComesBackAsTheSameNumber(_ number: Double) throws {
    var export = Fixtures.export()
    export.documentVersions[0].document.parcels[0].area = StatedArea(squareMetres: number)
    for format in ExportFormat.allCases {
      #expect(try format.export(from: try format.data(of: export)) == export)
    }
  }

  @Test(arguments: ExportFormat.allCases)
  func theFormatIsGolden(_ format: ExportFormat) throws {
    let text = String(decoding: try format.data(of: Fixtures.export()), as: UTF8.self)
    try Golden.check(text, "export.\(format.rawValue)")
  }

  @Test func excelsMarkDoesNotHideAnExport() throws {
    let data = try ExportFormat.csv.data(of: Fixtures.export(), byteOrderMark: true)
    #expect(ExportFormat.ofExport(beginningWith: data) == .csv)
    #expect(try ExportFormat.csv.export(from: data) == Fixtures.export())
  }

  @Test(arguments: [0, 1, 3])
  func aListMadeElementByElementIsTheSameJSON(_ count: Int) throws {
    let list = Array(Fixtures.all().prefix(count))
    #expect(try JSONText.pretty(list: list) == JSONText.pretty(list))
    var export = Fixtures.export()
    export.documentVersions = Array(export.documentVersions.prefix(count))
    #expect(try ExportFormat.json.data(of: export) == JSONText.pretty(export) + Data("\n".utf8))
  }

  @Test(arguments: ["", "{}", "a,b\n1,2\n", "{\"title\":\"x\"}\n", "plain text"])
  func otherTextIsNoExport(_ text: String) {
    #expect(ExportFormat.ofExport(beginningWith: Data(text.utf8)) == nil)
  }

  @Test func aNewerVersionIsRefused() throws {
    var export = Fixtures.export()
    export.version = 99
    for format in ExportFormat.allCases {
      let data = try format.data(of: export)
      #expect(throws: ExportFault(record: nil, reason: "version 99 is newer than 1")) {
        try format.export(from: data)
      }
    }
  }

  @Test func aBrokenRecordIsNamed() throws {
    let data = try ExportFormat.jsonl.data(of: Fixtures.export())
    let text = String(decoding: data, as: UTF8.self)
      .replacing("\"kind\":\"listing\"", with: "\"knid\":\"listing\"")
    #expect(throws: ExportFault(record: 14, reason: "kind is missing")) {
      try ExportFormat.jsonl.export(from: Data(text.utf8))
    }
  }

  @Test(arguments: ExportFormat.allCases)
  func bytesThatAreNoTextAreNamedAndNotReplaced(_ format: ExportFormat) throws {
    var data = Array(try format.data(of: Fixtures.export()))
    let place = try #require(data.indices.reversed().first { data[$0] >= 0xE4 })
    data[place] = 0xFF
    let line = 1 + data[..<place].count { $0 == 0x0A }
    #expect(throws: ExportFault(record: nil, reason: "line \(line) is no text (byte \(place + 1))"))
    {
      try format.export(from: Data(data))
    }
  }

  @Test func quotesThatAreNeverClosedAreNamed() throws {
    let data = try ExportFormat.csv.data(of: Fixtures.export())
    let text = String(decoding: data, as: UTF8.self) + "parcel,1,\"A-1"
    #expect(throws: ExportFault.self) { try ExportFormat.csv.export(from: Data(text.utf8)) }
  }

  @Test func aRecordOfAnotherDocumentIsRefused() throws {
    let lines = try ExportFormat.jsonl.data(of: Fixtures.export()).split(separator: 10)
    let shuffled = Data(([lines[0]] + lines[2...]).joined(separator: [10]))
    #expect(throws: ExportFault(record: nil, reason: "parcel of document 1 after document 0")) {
      try ExportFormat.jsonl.export(from: shuffled)
    }
  }
}
