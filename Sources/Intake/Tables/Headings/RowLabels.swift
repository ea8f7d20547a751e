import Planning

/// Words that make a row something else than one piece of land: sums, parts, headings of groups.
enum RowLabels {
  /// Whether a cell labels a sum: 小计, 柳泉镇小计, 合计(6宗), 总 计.
  static func isTotal(_ cell: String) -> Bool {
    guard cell.count <= 20 else { return false }
    let text = HeadingWords.withoutBrackets(SourceLine(number: 0, text: cell).compact)
      .filter { !":,。、".contains($0) }
    guard !text.isEmpty, text.count <= 16 else { return false }
    return text.ends(withAnyOf: "小计 合计 总计 汇总 共计 总和 累计")
      || text.begins(withAnyOf: "小计 合计 总计 共计") || isCount(text)
  }

  /// `共6宗`.
  private static func isCount(_ text: String) -> Bool {
    guard text.hasPrefix("共"), text.ends(withAnyOf: "宗 块 个 宗地 地块") else { return false }
    return text.unicodeScalars.contains(where: \.isDigit)
  }

  /// Whether a cell labels a part of the row above: 其中:新增.
  static func isPart(_ cell: String) -> Bool {
    SourceLine(number: 0, text: cell).compact.begins(withAnyOf: "其中 # 其中:")
  }

  /// The label of a part without 其中.
  static func part(_ cell: String) -> String {
    String(cell.drop { "其中：:# ".contains($0) }).filter { !$0.isWhitespace }
  }

  /// Whether a cell that stands alone in its row heads the rows below: `一、挂牌出让`, 柳泉镇.
  static func isGroup(_ cell: String) -> Bool {
    let text = SourceLine(number: 0, text: cell).compact
    guard text.count <= 24, !text.has("。"), !TableHeader.isValue(text) else { return false }
    return hasOrdinal(text) || text.ends(withAnyOf: "镇 乡 街道 用地 绿地 出让 划拨 街坊 片区 组团")
  }

  /// Whether a cell is only an ordinal of a group: 一, (二), 三、.
  static func isOrdinal(_ cell: String) -> Bool {
    let text = SourceLine(number: 0, text: cell).compact.filter { !"()、.".contains($0) }
    return !text.isEmpty && text.count <= 3 && text.unicodeScalars.allSatisfy(Numerals.isNumeral)
  }

  /// A label without its ordinal: 挂牌出让 for `一、挂牌出让(5宗)`.
  static func unnumbered(_ label: String) -> String {
    let text = HeadingWords.withoutBrackets(withoutOrdinal(label))
    return text.isEmpty ? label : text
  }

  /// Whether a label begins with an ordinal: 一、 (二) 3.
  static func hasOrdinal(_ label: String) -> Bool {
    withoutOrdinal(label).count < SourceLine(number: 0, text: label).compact.count
  }

  private static func withoutOrdinal(_ label: String) -> String {
    let text = SourceLine(number: 0, text: label).compact
    for marks in ["、", ".", ")"] {
      guard let end = text.firstIndex(where: { marks.contains($0) }) else { continue }
      let head = text[..<end].filter { $0 != "(" && $0 != "第" }
      let isOrdinal =
        (1...3).contains(head.count)
        && head.unicodeScalars.allSatisfy { Numerals.isNumeral($0) || $0.isDigit }
      if isOrdinal { return String(text[text.index(after: end)...]) }
    }
    return text
  }
}
