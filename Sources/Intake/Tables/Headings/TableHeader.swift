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
    guard let found = TableHeader.start(rows) else { return nil }
    let start = TableHeader.groupsAbove(found, in: rows)
    var end = found + 1
    while end < rows.count, end - start < 3,
      TableHeader.continues(rows[end], below: rows[start..<end])
    {
      end += 1
    }
    let width = rows[start..<end].map(\.cells.count).max() ?? 0
    columns = TableHeader.headings(rows[start..<end], width: width).map { parts in
      let joined = parts.joined(separator: " ")
      let mapped = overrides[joined] ?? overrides[joined.filter { !$0.isWhitespace }]
      var column = mapped.map { ColumnMeaning(heading: $0) } ?? ColumnMeaning(parts: parts)
      if column.role == .unknown, let leaf = parts.last { column.role = HeadingWords.tick(leaf) }
      return column
    }
    firstRow = end
    self.rows = start..<end
  }

  private static func start(_ rows: [Table.Row]) -> Int? {
    for (index, row) in rows.prefix(12).enumerated() {
      let filled = row.filled
      guard filled.count >= 2, filled.allSatisfy({ !isValue($0) }) else { continue }
      if filled.count(where: { isHeading($0) }) >= 2 { return index }
    }
    return nil
  }

  /// A row of groups may stand above the first row that reads like a heading: 调整前 | 调整后.
  private static func groupsAbove(_ found: Int, in rows: [Table.Row]) -> Int {
    guard found > 0 else { return found }
    let filled = rows[found - 1].filled
    let isGroups =
      filled.count >= 2
      && filled.allSatisfy { cell in
        cell.count <= 12 && !isValue(cell) && !cell.has("：") && !cell.has(":")
          && !cell.has("单位")
      }
    return isGroups ? found - 1 : found
  }

  static func isHeading(_ cell: String) -> Bool {
    guard cell.count <= 24, cell.unicodeScalars.first.map({ !$0.isDigit }) == true else {
      return isYearHeading(cell)
    }
    let plain = SourceLine(number: 0, text: cell).compact
    if let colon = plain.firstIndex(of: ":"), plain.index(after: colon) < plain.endIndex {
      // `其中:农用地` is a heading, `编制单位:某局` is not.
      guard plain.hasPrefix("其中") else { return false }
    }
    return ColumnMeaning(heading: cell).isKnown
  }

  /// `2023年供应面积`: a heading that begins with its year.
  private static func isYearHeading(_ cell: String) -> Bool {
    let plain = SourceLine(number: 0, text: cell).compact
    let digits = plain.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 4, plain.count <= 24, plain.dropFirst(4).hasPrefix("年") else {
      return false
    }
    let rest = plain.dropFirst(5)
    return rest.unicodeScalars.allSatisfy { !$0.isDigit } && rest.count >= 2
      && ColumnMeaning(heading: String(rest)).isKnown
  }

  /// Whether a cell is a value: a bare number, a number with a unit, a parcel's number.
  static func isValue(_ cell: String) -> Bool {
    let plain = SourceLine(number: 0, text: cell).compact
    guard let first = plain.unicodeScalars.first else { return false }
    if first.isDigit {
      return !plain.unicodeScalars.allSatisfy { $0.isHan } && !isYearHeading(cell)
        && !HeadingWords.isPeriodLabel(plain)
    }
    if "≤≥<>".unicodeScalars.contains(first) {
      return plain.unicodeScalars.contains(where: \.isDigit)
    }
    if isBound(plain) { return true }
    return LandParcelShape.isLikely(plain) && !plain.unicodeScalars.contains(where: \.isHan)
      && !plain.has("m2") && !plain.has("(") && !plain.lowercased().hasPrefix("hm")
  }

  /// `R≥1.5`: a bound with a letter for its name.
  private static func isBound(_ plain: String) -> Bool {
    let rest = plain.unicodeScalars.drop { $0.isLatin }
    guard rest.count < plain.unicodeScalars.count, let sign = rest.first,
      "≤≥<>=".unicodeScalars.contains(sign)
    else { return false }
    return rest.contains(where: \.isDigit)
  }

  /// Whether a row still belongs to the heading: only words of headings, no value.
  private static func continues(_ row: Table.Row, below: ArraySlice<Table.Row>) -> Bool {
    let filled = row.filled
    guard let first = filled.first, !filled.contains(where: isValue) else { return false }
    if filled.count == 1, RowLabels.isTotal(first) || RowLabels.isGroup(first) { return false }
    // Below a heading whose first cell goes down, cells under groups or under blanks are headings.
    if row.cells.first.map(Table.isBlank) == true, below.first?.cells.first?.isEmpty == false,
      filled.count >= 2 || isSubheading(first), filled.allSatisfy({ $0.count <= 16 })
    {
      return filled.count >= 2
        && filled.contains { isSubheading($0) || HeadingWords.tick($0) != .unknown }
        || isSubheading(first)
    }
    if RowLabels.isTotal(first) { return false }
    return filled.count(where: isSubheading) * 2 > filled.count
  }

  private static let subheadings = wordList(
    """
    上限 下限 新增 存量 代码 名称 公顷 亩 平方米 ㎡ m2 % 米 (m) ≤ ≥ 万元 hm2 最大 最小 小计 合计 编号 面积 用途 性质 其中 时间
    方式 季度 是/否 总量
    """)

  private static func isSubheading(_ cell: String) -> Bool {
    let plain = SourceLine(number: 0, text: cell).compact
    return cell.count <= 14 && subheadings.contains { plain.has($0) } || isHeading(cell)
      || HeadingWords.isPeriodLabel(plain)
  }

  /// The parts of each heading from top to bottom; a merged cell, blank to its right, goes on over
  /// the cells below it.
  private static func headings(_ rows: ArraySlice<Table.Row>, width: Int) -> [[String]] {
    var columns = [[String]](repeating: [], count: width)
    for (order, row) in rows.enumerated() {
      var carried = ""
      var group: [String] = []
      let above = columns
      let lower = rows.dropFirst(order + 1)
      for column in 0..<width {
        let cell = row.text(column)
        if !cell.isEmpty {
          carried = cell
          group = above[column]
        }
        let under = lower.lazy.map { $0.text(column) }.first { !$0.isEmpty }
        let goesOn =
          under.map { above[column] == group && covers(carried, $0) } ?? false
        let text = !cell.isEmpty ? cell : goesOn ? carried : ""
        guard !text.isEmpty, text != columns[column].last else { continue }
        columns[column].append(text)
      }
    }
    return columns
  }

  /// Whether a heading to the left goes on over a lower one: a mere group (规划条件, 调整前) does, and
  /// 用地面积 over 新增, but not over 容积率.
  private static func covers(_ group: String, _ leaf: String) -> Bool {
    guard !group.isEmpty else { return false }
    let plain = SourceLine(number: 0, text: group).compact
    if StateMarks.stripped(plain).isState || !isHeading(group) { return true }
    // 规划指标 is a group wherever indicators stand below it.
    if ColumnMeaning(heading: group).role == .conditions { return true }
    return !ColumnMeaning.standsAlone(leaf)
  }
}
