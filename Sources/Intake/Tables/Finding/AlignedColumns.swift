/// Tables set in columns with spaces, as pdftotext -layout prints them.
///
/// A cell ends at two blanks or more. Columns are where the fullest rows have their cells; a line
/// with few cells and no number is a wrapped part of the row above or below it.
enum AlignedColumns {
  /// A piece of text with the columns it fills, a Chinese character counting two.
  struct Cell {
    var text: String
    var start: Int
    var end: Int
    var middle: Double { Double(start + end) / 2 }
  }

  /// The cells of one line.
  ///
  /// - Parameter wide: the columns a Chinese character fills: two where a person set the table, one
  ///   where pdftotext did.
  static func cells(of line: SourceLine, wide: Int = 2) -> [Cell] {
    var cells: [Cell] = []
    var text: [Unicode.Scalar] = []
    var start = 0
    var column = 0
    var blanks = 0
    for (plain, printed) in zip(line.plain, line.printed) {
      if plain.isSpace {
        blanks += plain == printed || printed != "\u{3000}" ? 1 : 2
        column += printed == "\u{3000}" ? wide : 1
        if blanks >= 2, !text.isEmpty {
          cells.append(Cell(text: TableFinder.trimmed(text), start: start, end: column - blanks))
          text = []
        } else if !text.isEmpty {
          text.append(" ")
        }
      } else {
        if text.isEmpty { start = column }
        blanks = 0
        text.append(printed)
        column += plain.value < 0x2E80 && printed.value < 0x2E80 ? 1 : wide
      }
    }
    if !text.isEmpty {
      cells.append(Cell(text: TableFinder.trimmed(text), start: start, end: column))
    }
    return cells
  }

  /// The rows of some lines, each cell put under its column.
  static func rows(_ lines: [SourceLine]) -> [Table.Row] {
    let filled = lines.filter { !$0.isBlank }
    let wide = misfit(filled, wide: 1) < misfit(filled, wide: 2) ? 1 : 2
    let read = filled.map { (line: $0.number, cells: cells(of: $0, wide: wide)) }
    let columns = columns(of: read.map(\.cells))
    guard columns.count >= 3 else { return [] }
    var rows: [Table.Row] = []
    var pending: [Table.Row] = []
    for entry in read {
      var cells = [String](repeating: "", count: columns.count)
      for cell in entry.cells.flatMap({ split($0, over: columns, wide: wide) }) {
        cells[nearest(to: cell, in: columns)] += cell.text
      }
      var row = Table.Row(cells: cells, line: entry.line)
      if isFragment(
        cells, belowData: rows.contains { $0.cells.contains(where: TableHeader.isValue) })
      {
        pending.append(row)
        continue
      }
      for fragment in pending { attach(fragment, to: &rows, or: &row) }
      pending = []
      rows.append(row)
    }
    if var last = rows.popLast() {
      for fragment in pending {
        for column in fragment.cells.indices { last.cells[column] += fragment.cells[column] }
      }
      rows.append(last)
    }
    return rows
  }

  /// Gives a wrapped part between two rows to the nearer one; where both are as near, to the one
  /// below if its cell is empty.
  private static func attach(
    _ fragment: Table.Row, to above: inout [Table.Row], or below: inout Table.Row
  ) {
    let down = below.line - fragment.line
    let up = above.last.map { fragment.line - $0.line } ?? Int.max
    for column in fragment.cells.indices where !fragment.cells[column].isEmpty {
      let text = fragment.cells[column]
      if above.isEmpty || down < up || down == up && below.cells[column].isEmpty {
        below.cells[column] = text + below.cells[column]
      } else {
        above[above.count - 1].cells[column] += text
      }
    }
  }

  /// A cell that lost a blank to its neighbour: where what stands behind a blank begins with a
  /// figure and lies under another column, there are two.
  static func split(_ cell: Cell, over columns: [ClosedRange<Int>], wide: Int) -> [Cell] {
    let words = cell.text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count >= 2 else { return [cell] }
    var column = cell.start
    var left: [Substring] = []
    for (index, word) in words.enumerated() {
      let start = column
      column += 1 + word.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : wide) }
      guard index > 0, let first = word.unicodeScalars.first,
        first.isDigit || "≤≥<>-—".unicodeScalars.contains(first)
      else {
        left.append(word)
        continue
      }
      let head = Cell(text: left.joined(separator: " "), start: cell.start, end: start - 1)
      let tail = Cell(
        text: words[index...].joined(separator: " "), start: start, end: max(cell.end, start + 1))
      guard nearest(to: head, in: columns) != nearest(to: tail, in: columns) else {
        left.append(word)
        continue
      }
      return [head] + split(tail, over: columns, wide: wide)
    }
    return [cell]
  }

  /// A line that holds no number of a row, no sum, and few cells is a wrapped part of a row.
  private static func isFragment(_ cells: [String], belowData: Bool) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    guard cells[0].isEmpty, filled.count <= max(2, cells.count / 3) else { return false }
    if !belowData,
      filled.contains(where: { TableHeader.isHeading($0) || $0.hasPrefix("(") || $0.hasPrefix("（") }
      )
    {
      return false
    }
    return filled.allSatisfy { text in
      let words = text.filter { !$0.isWhitespace }
      if words.mentions(anyOf: "合计 小计 总计") { return false }
      return text.unicodeScalars.contains(where: \.isHan) || !LandUseCode.codes(in: words).isEmpty
    }
  }

  /// How far the cells of the fullest rows stand apart from each other, column by column.
  private static func misfit(_ lines: [SourceLine], wide: Int) -> Int {
    let rows = lines.map { cells(of: $0, wide: wide) }
    let most = rows.map(\.count).max() ?? 0
    let full = rows.filter { $0.count == most }
    return (0..<most).reduce(0) { sum, column in
      let starts = full.map { $0[column].start }
      let ends = full.map { $0[column].end }
      let left = (starts.max() ?? 0) - (starts.min() ?? 0)
      let right = (ends.max() ?? 0) - (ends.min() ?? 0)
      return sum + min(left, right)
    }
  }

  /// Where the columns lie: the spans of the fullest rows, joined where they overlap.
  static func columns(of rows: [[Cell]]) -> [ClosedRange<Int>] {
    let most = rows.map(\.count).max() ?? 0
    let full = rows.filter { $0.count == most }
    guard let first = full.first else { return [] }
    return first.indices.map { index in
      let start = full.map { $0[index].start }.min() ?? 0
      let end = full.map { $0[index].end }.max() ?? start
      return start...max(start, end)
    }
  }

  private static func nearest(to cell: Cell, in columns: [ClosedRange<Int>]) -> Int {
    var best = 0
    var bestDistance = Double.infinity
    for (index, column) in columns.enumerated() {
      let overlap = min(cell.end, column.upperBound) - max(cell.start, column.lowerBound)
      let middle = Double(column.lowerBound + column.upperBound) / 2
      let distance = overlap > 0 ? -Double(overlap) : abs(middle - cell.middle)
      if distance < bestDistance {
        best = index
        bestDistance = distance
      }
    }
    return best
  }
}
