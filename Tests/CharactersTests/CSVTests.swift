import Characters
import Exchange
import Testing

@Suite struct CSVTests {
  @Test func cellsAreQuotedWhereNeeded() {
    var csv = CSVWriter(formulas: .kept)
    csv.append(["a", nil, "b,c", "say \"so\"", "two\nlines", "=1"])
    #expect(csv.text == "a,,\"b,c\",\"say \"\"so\"\"\",\"two\nlines\",=1\r\n")
  }

  @Test(arguments: [
    ("=HYPERLINK(1)", "'=HYPERLINK(1)"), ("+1", "+1"), ("-1.5", "-1.5"), ("-A1", "'-A1"),
    ("@SUM", "'@SUM"), ("NX-01", "NX-01"), ("\t=1", "'\t=1"),
  ])
  func aCellThatLooksLikeAFormulaIsText(_ cell: String, _ written: String) {
    var csv = CSVWriter(formulas: .neutralised)
    csv.append([cell])
    #expect(csv.text == written + "\r\n")
  }

  @Test func excelKnowsUTF8ByTheMark() {
    let csv = CSVWriter(byteOrderMark: true, formulas: .kept)
    #expect(csv.text.unicodeScalars.first == "\u{FEFF}")
  }
}
