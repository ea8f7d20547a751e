import Testing

@testable import Intake

@Suite struct PageReaderTests {
  /// A word of type of 10 points: 10 to a Chinese character, 5 to another letter.
  private func word(_ x: Double, _ y: Double, _ text: String) -> PageWord {
    let width = text.unicodeScalars.reduce(0.0) { $0 + ($1.value < 0x2E80 ? 5 : 10) }
    return PageWord(text: text, box: PageBox(left: x, top: y, right: x + width, bottom: y + 10))
  }

  private func grid(_ columns: [Double], _ rows: [Double]) -> [PageRule] {
    rows.map {
      PageRule(isHorizontal: true, at: $0, from: columns[0], to: columns[columns.count - 1])
    }
      + columns.map {
        PageRule(isHorizontal: false, at: $0, from: rows[0], to: rows[rows.count - 1])
      }
  }

  private func lines(_ pages: [DocumentPage]) -> [String] {
    PageReader.lines(of: pages).map { $0.replacing("\t", with: "|") }
  }

  private func page(_ words: [PageWord], _ rules: [PageRule] = []) -> DocumentPage {
    DocumentPage(width: 600, height: 800, words: words, rules: rules)
  }

  @Test func aCellOverSeveralLinesIsOneCellOfItsRow() {
    let words = [
      word(110, 205, "编号"), word(210, 205, "位置"), word(110, 235, "甲-1"), word(210, 225, "东街以南"),
      word(210, 240, "西巷以北"),
    ]
    #expect(
      lines([page(words, grid([100, 200, 300], [200, 220, 260]))]) == ["编号|位置", "甲-1|东街以南西巷以北"])
  }

  @Test func aCellWithoutALineBetweenRowsSpansThem() {
    var rules = grid([100, 200, 300], [200, 220])
    rules += [
      PageRule(isHorizontal: true, at: 240, from: 200, to: 300),
      PageRule(isHorizontal: true, at: 260, from: 100, to: 300),
    ]
    rules += [100, 200, 300].map { PageRule(isHorizontal: false, at: $0, from: 220, to: 260) }
    let words = [
      word(110, 205, "位置"), word(210, 205, "编号"), word(110, 235, "东街"), word(210, 225, "甲-1"),
      word(210, 245, "甲-2"),
    ]
    #expect(lines([page(words, rules)]) == ["位置|编号", "东街|甲-1", "↑|甲-2"])
  }

  @Test func aTableGoesOnOverPagesWithoutItsHeadingAgain() {
    func part(_ number: String, page count: String) -> DocumentPage {
      page(
        [
          word(20, 15, "2026/3/1 10:20"), word(210, 15, "公告"), word(110, 105, "编号"),
          word(210, 105, "面积"), word(110, 125, number), word(210, 125, "300"),
          word(20, 780, "https://example.org/a"), word(560, 780, count),
        ], grid([100, 200, 300], [100, 120, 140]))
    }
    #expect(
      lines([part("甲-1", page: "1/2"), part("甲-2", page: "2/2")]) == [
        "编号|面积", "甲-1|300", "甲-2|300",
      ])
  }

  @Test func aFigureThatStandsCloseToItsLabelKeepsItsFirstDigit() {
    let words = [
      word(102, 105, "面积（平方米）18236.5"), word(102, 125, "用途"), word(175, 125, "住宅"),
    ]
    #expect(
      lines([page(words, grid([100, 173, 300], [100, 120, 140]))]) == ["面积（平方米）|18236.5", "用途|住宅"])
  }

  @Test func withoutDrawnLinesTheSpaceBetweenColumnsMakesTheTable() {
    let words = [
      word(100, 100, "编号"), word(200, 100, "位置"), word(300, 100, "面积"),
      word(100, 137, "甲-1"), word(200, 130, "东街以南"), word(200, 144, "西巷"), word(300, 137, "300"),
      word(100, 174, "甲-2"), word(200, 167, "北街以南"), word(200, 181, "南巷"), word(300, 174, "400"),
    ]
    #expect(lines([page(words)]) == ["编号|位置|面积", "甲-1|东街以南西巷|300", "甲-2|北街以南南巷|400"])
  }

  @Test func columnsOfProseAreReadOneAfterTheOther() {
    var words: [PageWord] = []
    for line in 0..<10 {
      words.append(word(60, 100 + Double(line) * 16, "左栏第\(line)行的文字写满了一栏"))
      words.append(word(330, 100 + Double(line) * 16, "右栏第\(line)行的文字写满了一栏"))
    }
    let read = lines([page(words)])
    #expect(read.prefix(10).allSatisfy { $0.hasPrefix("左栏") })
    #expect(read.suffix(10).allSatisfy { $0.hasPrefix("右栏") })
  }

  @Test func aTitleInLargeTypeIsOneLine() {
    let large = { (x: Double, y: Double, text: String) in
      PageWord(
        text: text,
        box: PageBox(left: x, top: y, right: x + Double(text.count) * 20, bottom: y + 20))
    }
    let words = [
      large(60, 100, "某县自然资源局国有建设用地使用权挂牌出让公"), large(60, 128, "告"),
      word(60, 170, String(repeating: "正文", count: 22)), word(60, 186, "正文"),
    ]
    #expect(lines([page(words)]).first == "某县自然资源局国有建设用地使用权挂牌出让公告")
  }
}
