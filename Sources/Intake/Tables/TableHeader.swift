import Planning

/// The heading of a table: up to three rows, found by what they say.
struct TableHeader {
  /// What each column holds.
  var columns: [ColumnMeaning]
  /// The index of the first row below the heading.
  var firstRow: Int
  /// The rows of the heading.
  var rows: Range<Int>

  /// The heading of a table, `nil` where no row reads like one.
  init?(_ rows: [Table.Row], overrides: [String: String] = [:]) {
    guard let start = TableHeader.start(rows) else { return nil }
    var end = start + 1
    while end < rows.count, end - start < 3,
      TableHeader.continues(rows[end], below: rows[start..<end])
    {
      end += 1
    }
    let width = rows[start..<end].map(\.cells.count).max() ?? 0
    let dataWidth = rows[end...].prefix(6).map(\.cells.count).max() ?? width
    columns = TableHeader.headings(rows[start..<end], width: max(width, min(dataWidth, width)))
      .map { ColumnMeaning(heading: overrides[$0] ?? $0) }
    firstRow = end
    self.rows = start..<end
  }

  private static func start(_ rows: [Table.Row]) -> Int? {
    for (index, row) in rows.prefix(12).enumerated() {
      let known = row.filled.filter { isHeading($0) }
      if known.count >= 2, row.filled.allSatisfy({ !isValue($0) }) { return index }
    }
    return nil
  }

  static func isHeading(_ cell: String) -> Bool {
    let plain = SourceLine(number: 0, text: cell).compact
    if let colon = plain.firstIndex(of: ":"), plain.index(after: colon) < plain.endIndex {
      return false
    }
    let meaning = ColumnMeaning(heading: cell)
    return cell.count <= 24 && meaning.isKnown
  }

  /// Whether a cell is a value: a bare number, a number with a unit, a parcel's number.
  static func isValue(_ cell: String) -> Bool {
    let plain = SourceLine(number: 0, text: cell).compact
    guard let first = plain.unicodeScalars.first else { return false }
    if first.isDigit { return !plain.unicodeScalars.allSatisfy { $0.isHan } }
    if "≤≥<>".unicodeScalars.contains(first) {
      return plain.unicodeScalars.contains(where: \.isDigit)
    }
    return LandParcelShape.isLikely(plain) && !plain.unicodeScalars.contains(where: \.isHan)
      && !plain.has("m2") && !plain.has("(") && !plain.lowercased().hasPrefix("hm")
  }

  /// Whether a row still belongs to the heading: only words of headings, no value.
  private static func continues(_ row: Table.Row, below: ArraySlice<Table.Row>) -> Bool {
    let filled = row.filled
    guard !filled.isEmpty, !filled.contains(where: isValue) else { return false }
    guard !["合计", "小计", "总计"].contains(where: { filled[0].contains($0) }) else { return false }
    let words = wordList(
      """
      上限 下限 新增 存量 代码 名称 公顷 亩 平方米 ㎡ m2 % 米 (m) ≤ ≥ 万元 hm2 最大 最小 小计 编号 面积 用途
      性质
      """)
    let sub = filled.filter { cell in
      let plain = SourceLine(number: 0, text: cell).compact
      return words.contains { plain.has($0) } && cell.count <= 14 || isHeading(cell)
    }
    return sub.count * 2 > filled.count
  }

  /// Whether a heading says enough without the one above it: 容积率 does, 上限 and 名称 do not.
  private static func standsAlone(_ cell: String) -> Bool {
    let text = SourceLine(number: 0, text: cell).compact
    let dependent = wordList(
      """
      名称 代码 面积 编号 上限 下限 最大 最小 小计 新增 存量 方式
      """)
    return isHeading(cell) && !dependent.contains(text)
  }

  /// Headings joined from top to bottom; a merged cell, blank to its right, goes on over the cells
  /// below it.
  private static func headings(_ rows: ArraySlice<Table.Row>, width: Int) -> [String] {
    var columns = [String](repeating: "", count: width)
    for (order, row) in rows.enumerated() {
      var carried = ""
      var group = ""
      let above = columns
      for column in 0..<width {
        let cell = row.cells[safe: column] ?? ""
        if !cell.isEmpty {
          carried = cell
          group = above[column]
        }
        let below = rows.dropFirst(order + 1).contains { !($0.cells[safe: column] ?? "").isEmpty }
        let under =
          rows.dropFirst(order + 1).lazy.compactMap { $0.cells[safe: column] }.first { !$0.isEmpty }
          ?? ""
        let isMerged = below && above[column] == group && !standsAlone(under)
        let text = !cell.isEmpty ? cell : isMerged ? carried : ""
        guard !text.isEmpty, text != columns[column] else { continue }
        columns[column] += columns[column].isEmpty ? text : " " + text
      }
    }
    return columns
  }
}
