import Characters
import TestSupport
import Testing

@Suite struct SeparatedRowsTests {
  private func cells(_ text: String, _ separator: UInt8? = nil) -> [[String]] {
    SeparatedRows.rows(of: text, separator: separator).map { row in
      row.ends.indices.map { row.text($0) }
    }
  }

  @Test(arguments: ["\r", "\n", "\r\n"])
  func linesEndInThreeWays(_ end: String) {
    let text = ["a,b", "1,\"x\(end)y\"", "", "2,", "3,4"].joined(separator: end)
    let rows = SeparatedRows.rows(of: text)
    #expect(rows.map(\.line) == [1, 2, 4, 5, 6])
    #expect(cells(text) == [["a", "b"], ["1", "x\(end)y"], [""], ["2", ""], ["3", "4"]])
    #expect(cells(text + end) == cells(text))
  }

  @Test func quotesHoldSeparatorsAndDoubledQuotes() {
    #expect(cells("a, \"b \"\"c\"\", d\" ,\"\"\n") == [["a", "b \"c\", d ", ""]])
    // In the middle of a cell a mark is a character like others.
    #expect(cells("3\" pipe,b\n") == [["3\" pipe", "b"]])
    #expect(SeparatedRows.rows(of: "a,\"b\nc").map(\.isCut) == [true])
    #expect(SeparatedRows.rows(of: "a,\"b\"\nc").map(\.isCut) == [false, false])
  }

  @Test func theFirstLineTellsTheSeparator() {
    #expect(cells("a;b;c,d\n1;2;3") == [["a", "b", "c,d"], ["1", "2", "3"]])
    #expect(cells("a\tb\r1\t2") == [["a", "b"], ["1", "2"]])
    #expect(cells("a;b", 0x2C) == [["a;b"]])
  }

  @Test(arguments: ["\r", "\n", "\r\n"])
  func aLineThatNamesTheSeparatorIsNoRow(_ end: String) {
    let rows = SeparatedRows.rows(of: "\u{FEFF}sep=;\(end)a,b;c\(end)1;2")
    #expect(rows.map(\.line) == [2, 3])
    #expect(rows[0].text(0) == "a,b" && rows[1].text(1) == "2")
  }

  @Test func theSizeOfChunksChangesNothing() throws {
    var random = SeededGenerator(seed: 12)
    let pieces = ["a", "\"", ",", "\r", "\n", "\r\n", "\"\"", " ", "中", "\t"]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 1...30, using: &random))
        .compactMap { _ in pieces.randomElement(using: &random) }.joined()
      let whole = SeparatedRows.rows(of: text, separator: 0x2C)
      var rest = Array(text.utf8)[...]
      var (reader, row) = (SeparatedRows(separator: 0x2C), SeparatedRows.Row())
      var rows: [SeparatedRows.Row] = []
      while reader.next(
        &row,
        more: {
          defer { rest = rest.dropFirst() }
          return rest.first.map { [$0] }
        })
      {
        rows.append(row)
      }
      #expect(rows.map(\.bytes) == whole.map(\.bytes) && rows.map(\.ends) == whole.map(\.ends))
      #expect(rows.map(\.line) == whole.map(\.line) && rows.map(\.isCut) == whole.map(\.isCut))
    }
  }
}
