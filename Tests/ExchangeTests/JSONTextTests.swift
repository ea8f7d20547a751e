import Characters
import Exchange
import Foundation
import Planning
import Testing
import TestSupport

/// Yulin's JSON is the text that Foundation would write.
@Suite struct JSONTextTests {
  private func reference(_ value: some Encodable, _ more: JSONEncoder.OutputFormatting = [])
    throws -> String
  {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, more]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private func check(_ value: some Encodable) throws {
    let pretty = String(decoding: try JSONText.pretty(value), as: UTF8.self)
    #expect(try pretty == reference(value, .prettyPrinted))
    let line = String(decoding: try JSONText.line(value), as: UTF8.self)
    #expect(try line == reference(value))
  }

  @Test func aRegisterIsWrittenAsFoundationWritesIt() throws {
    try check(Fixtures.export())
  }

  @Test func anyCharacterIsEscapedAsFoundationDoes() throws {
    let scalars = (0...0x3100).compactMap(Unicode.Scalar.init) + ["𠮷", "\u{10FFFF}"]
    try check([String(String.UnicodeScalarView(scalars))])
  }

  @Test func anyNumberIsWrittenAsFoundationDoes() throws {
    try check([
      0, -0.0, 1, 0.1, 2.0 / 3, 1e15, 1e16, 1e21, .leastNonzeroMagnitude, -1.5,
      .greatestFiniteMagnitude,
    ])
    try check([Int.min, 0, Int.max])
  }

  @Test func emptyAndNestedListsLookAlike() throws {
    try check([[[Int]]]())
    try check([[], [[1], []]])
    try check(["z/b": ["é": true, "e": false], "容积率": [:], "Z": [:], "a_b": [:], "ab": [:]])
    try check([Int?.none, 1])
    try check("a")
  }

  @Test func whatIsNoNumberIsRefused() {
    #expect(throws: EncodingError.self) { try JSONText.line([Double.nan]) }
    #expect(throws: EncodingError.self) { try JSONText.line([Double.infinity]) }
  }

  @Test func aListInPartsIsTheWholeList() throws {
    var text = JSONListText()
    let data = try text.part([1, 2]) + text.part([Int]()) + text.part([3]) + text.end()
    #expect(try data == JSONText.pretty([1, 2, 3]))
    #expect(JSONListText().end() == Data("[\n\n]".utf8))
  }
}
