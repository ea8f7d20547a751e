import Foundation
@testable import Intake
import TestSupport
import Planning
import Testing

struct DecodingTests {
  private static let text = "中阳县人民政府\n面积2.1232公顷，容积率≤2.0㎡\n"
  private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  private static func bytes(_ encoding: String.Encoding, mark: [UInt8] = []) -> [UInt8] {
    mark + Array(text.data(using: encoding) ?? Data())
  }

  @Test func everyEncodingGivesTheSameText() throws {
    let sources: [[UInt8]] = [
      Self.bytes(.utf8), Self.bytes(.utf8, mark: [0xEF, 0xBB, 0xBF]), Self.bytes(Self.gb18030),
      Self.bytes(.utf16LittleEndian, mark: [0xFF, 0xFE]),
      Self.bytes(.utf16BigEndian, mark: [0xFE, 0xFF]), Self.bytes(.utf16LittleEndian),
      Self.bytes(.utf16BigEndian),
    ]
    for source in sources {
      #expect(try TextDecoding.text(source, file: "a.txt") == Self.text)
    }
  }

  @Test func aTextCutInsideACharacterIsTruncated() {
    #expect(throws: IntakeError(.truncated, file: "a.txt")) {
      try TextDecoding.text(Array("中阳县人民政".utf8.dropLast()), file: "a.txt")
    }
    #expect(throws: IntakeError(.truncated, file: "a.txt")) {
      try TextDecoding.text([0xFF, 0xFE, 0x2D], file: "a.txt")
    }
  }

  @Test func bytesThatAreNoTextAreRefused() {
    var random = SeededGenerator(seed: 7)
    let noise = (0..<4096).map { _ in UInt8.random(in: 0...255, using: &random) }
    #expect(throws: IntakeError(.notText, file: "a.bin")) {
      try TextDecoding.text(noise, file: "a.bin")
    }
    #expect(throws: IntakeError(.empty, file: "a.txt")) {
      try TextDecoding.text([], file: "a.txt")
    }
  }

  @Test func linesEndInThreeWaysAndAreCountedFromOne() {
    let lines = TextDecoding.lines("甲\r\n乙\r丙\n\n丁")
    #expect(lines.map(\.text) == ["甲", "乙", "丙", "", "丁"])
    #expect(lines.map(\.number) == [1, 2, 3, 4, 5])
  }

  @Test func oneSpellingKeepsThePlaces() {
    let line = SourceLine(number: 1, text: "容积率≦２．５，（ＮＸ—０１）　１．２∼１．８㎡")
    #expect(line.plain.count == line.printed.count)
    #expect(line.compact == "容积率≤2.5,(NX-01)1.2~1.8㎡")
  }
}
