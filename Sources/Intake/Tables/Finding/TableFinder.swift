/// Finds tables inside running text: cells divided by tabs, by pipes, or set in columns with spaces.
struct TableFinder {
  /// A table and the lines it takes, by index into the lines searched.
  struct Found {
    var table: Table
    var lines: Range<Int>
  }

  /// The tables in some lines, in order.
  static func tables(in lines: [SourceLine]) -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < lines.count {
      guard let style = style(of: lines[index]) else {
        index += 1
        continue
      }
      let start = style == .columns ? top(index, in: lines) : index
      let range = extent(
        of: style, from: max(start, found.last?.lines.upperBound ?? 0), in: lines)
      let rows = rows(lines[range], style: style)
      if rows.count >= 2 || style == .pipes {
        var table = Table(rows: rows)
        table.caption = caption(above: range.lowerBound, in: lines)
        table.notes = notes(below: range.upperBound, in: lines)
        if let last = found.last, goesOn(last, in: table, at: range.lowerBound, lines) {
          found[found.count - 1].table.rows += table.rows
          found[found.count - 1].table.notes = table.notes
          found[found.count - 1].lines = last.lines.lowerBound..<range.upperBound
        } else {
          found.append(Found(table: table, lines: range))
        }
        index = range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// Whether a table is the one before it on its next page: the same heading, and between them the
  /// end of a page or the word that it goes on.
  private static func goesOn(
    _ last: Found, in table: Table, at start: Int, _ lines: [SourceLine]
  ) -> Bool {
    let between = lines[last.lines.upperBound..<start].filter { !$0.isBlank }
    guard between.count <= 6, last.table.rows.first?.filled == table.rows.first?.filled,
      !between.contains(where: { $0.compact.has("。") })
    else { return false }
    return between.contains { line in
      let text = line.compact
      return text.hasPrefix("第") && text.has("页") || text.mentions(anyOf: "(续) 续表 接上页 续上表")
        || !text.isEmpty && text.count <= 5 && text.allSatisfy { "0123456789-—".contains($0) }
    }
  }

  private enum Style { case tabs, pipes, columns }

  private static func style(of line: SourceLine) -> Style? {
    let text = line.plain
    if text.contains("\t") {
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false)
      return cells.count >= 2 ? .tabs : nil
    }
    let bars = text.lazy.filter { $0 == "|" || $0 == "│" || $0 == "┃" }.count
    if bars >= 2 { return .pipes }
    return AlignedColumns.cells(of: line).count >= 3 ? .columns : nil
  }

  /// A heading in columns may begin a line higher, with two cells: `用地面积   建筑密度`.
  private static func top(_ index: Int, in lines: [SourceLine]) -> Int {
    guard index > 0, AlignedColumns.cells(of: lines[index - 1]).count == 2,
      AlignedColumns.cells(of: lines[index - 1]).allSatisfy({ TableHeader.isHeading($0.text) })
    else { return index }
    return index - 1
  }

  /// The lines of a table: of its style, with at most two other lines between (blank, a page's end, a
  /// wrapped cell).
  private static func extent(
    of style: Style, from start: Int, in lines: [SourceLine]
  ) -> Range<Int> {
    var end = start + 1
    var misses = 0
    var between = ""
    let titles = caption(above: start, in: lines)
    var index = start + 1
    while index < lines.count {
      if self.style(of: lines[index]) == style || isFrame(lines[index], style)
        || style == .columns && isTotalLine(lines[index])
      {
        // A heading below a line of text is another table, unless the line is the title again (the
        // next page).
        if misses > 0,
          style == .pipes && lines[index].compact == lines[start].compact
            || misses > 0 && style != .columns && readsAsHeading(lines[index], style)
              && !titles.contains(between)
        {
          break
        }
        end = index + 1
        misses = 0
      } else if lines[index].isBlank {
        // blank lines neither end nor extend a table
      } else {
        misses += 1
        between = lines[index].compact
        let limit = style == .columns ? 2 : 1
        let isWrapped = lines[index].width <= 40 && !lines[index].plain.contains("。")
        if misses > limit || !isWrapped { break }
      }
      index += 1
    }
    return start..<end
  }

  /// Whether a line of a table holds headings and no value.
  private static func readsAsHeading(_ line: SourceLine, _ style: Style) -> Bool {
    guard let cells = rows([line], style: style).first?.filled else { return false }
    return cells.count(where: { TableHeader.isHeading($0) }) >= 3
      && !cells.contains(where: TableHeader.isValue)
  }

  /// A last line with a sum only: `合 计      7.6308`.
  private static func isTotalLine(_ line: SourceLine) -> Bool {
    let cells = AlignedColumns.cells(of: line)
    guard cells.count == 2 else { return false }
    let label = cells[0].text.filter { !$0.isWhitespace }
    return ["合计", "小计", "总计", "共计"].contains(label)
  }

  /// A line of a table's frame, in ASCII or drawn: `|---|---|`, `├──┼──┤`.
  private static func isFrame(_ line: SourceLine, _ style: Style) -> Bool {
    style == .pipes && !line.isBlank
      && line.plain.allSatisfy {
        $0.isSpace || "-|+:=".unicodeScalars.contains($0) || (0x2500...0x257F).contains($0.value)
      }
  }

  private static func rows(_ lines: ArraySlice<SourceLine>, style: Style) -> [Table.Row] {
    switch style {
    case .columns: return cards(lines) ?? AlignedColumns.rows(Array(lines))
    case .tabs:
      return lines.filter { !$0.isBlank }.map { line in
        let cells = line.printed.split(separator: "\t", omittingEmptySubsequences: false)
        return Table.Row(cells: cells.map(trimmed), line: line.number)
      }
    case .pipes:
      return pipeRows(lines)
    }
  }

  /// Rows with bars between the cells. Bars at the edges are a frame where most rows have them; else
  /// a bar at the end stands before a blank last cell.
  private static func pipeRows(_ lines: ArraySlice<SourceLine>) -> [Table.Row] {
    let read = lines.filter { !$0.isBlank && !isFrame($0, .pipes) }.map { line in
      (
        line: line.number,
        cells: line.printed.split(omittingEmptySubsequences: false) {
          $0 == "|" || $0 == "│" || $0 == "┃" || $0 == "｜"
        }.map(trimmed)
      )
    }
    let isFramedLeft = read.count(where: { $0.cells.first?.isEmpty == true }) * 2 > read.count
    let isFramedRight =
      isFramedLeft || read.count(where: { $0.cells.last?.isEmpty == true }) * 2 > read.count
    let width = read.first.map { $0.cells.count } ?? 0
    return read.map { entry in
      var cells = entry.cells
      if isFramedLeft, cells.first?.isEmpty == true { cells.removeFirst() }
      if cells.last?.isEmpty == true, isFramedRight || cells.count > width { cells.removeLast() }
      return Table.Row(cells: cells, line: entry.line)
    }
  }

  /// Labels and values side by side, whose columns need not stand below each other.
  private static func cards(_ lines: ArraySlice<SourceLine>) -> [Table.Row]? {
    let rows = lines.filter { !$0.isBlank }.map { line in
      Table.Row(cells: AlignedColumns.cells(of: line).map(\.text), line: line.number)
    }
    return CardTurner.turned(Table(rows: rows))?.rows
  }

  static func trimmed(_ cell: some Collection<Unicode.Scalar>) -> String {
    let start = cell.firstIndex { !$0.isSpace } ?? cell.endIndex
    var text = Array(cell[start...])
    while let last = text.last, last.isSpace { text.removeLast() }
    return String(text)
  }

  /// `注：…` and the numbered lines that go on with it.
  private static func notes(below index: Int, in lines: [SourceLine]) -> [String] {
    var notes: [String] = []
    for line in lines[index...].prefix(12) where !line.isBlank {
      let text = line.compact
      let begins = text.begins(withAnyOf: "注 备注 说明 附注 ※ *")
      guard begins || !notes.isEmpty && notes.count < 6 && Prose.startsClause(line) else { break }
      notes.append(text)
    }
    return notes
  }

  private static func caption(above index: Int, in lines: [SourceLine]) -> [String] {
    var caption: [String] = []
    var place = index - 1
    while place >= 0, caption.count < 4, index - place < 10 {
      if !lines[place].isBlank {
        if lines[place].width > 120 { break }
        caption.insert(lines[place].compact, at: 0)
      }
      place -= 1
    }
    return caption
  }
}
