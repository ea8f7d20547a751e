import Exchange
import Testing

/// Parts of a JSON text are found where they stand.
@Suite struct JSONSpanTests {
  private func text(_ place: Range<Int>, _ bytes: [UInt8]) -> String {
    String(decoding: bytes[place], as: UTF8.self)
  }

  @Test func membersAreFoundWhateverStandsInThem() {
    let bytes = Array(#"{"a":1,"b":"},{\"x\\","c":{"d":[1,{"e":2}]},"f":[],"g":null}"#.utf8)
    let members = JSONSpans.members(of: 0..<bytes.count, in: bytes)
    #expect(members.map(\.key) == ["a", "b", "c", "f", "g"])
    #expect(
      members.map { text($0.value, bytes) }
        == ["1", #""},{\"x\\""#, #"{"d":[1,{"e":2}]}"#, "[]", "null"])
  }

  @Test func elementsAreFound() {
    let bytes = Array(#"[1,"a,b",[2,3],{"c":"]"}]"#.utf8)
    let elements = JSONSpans.elements(of: 0..<bytes.count, in: bytes)
    #expect(elements.map { text($0, bytes) } == ["1", #""a,b""#, "[2,3]", #"{"c":"]"}"#])
    #expect(JSONSpans.elements(of: 0..<2, in: Array("[]".utf8)).isEmpty)
    #expect(JSONSpans.members(of: 0..<2, in: Array("{}".utf8)).isEmpty)
  }
}
