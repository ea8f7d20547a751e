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
  static func cells(of line: SourceLine) -> [Cell] {
    var cells: [Cell] = []
    var text: [Unicode.Scalar] = []
    var start = 0
    var column = 0
    var blanks = 0
    for (plain, printed) in zip(line.plain, line.printed) {
      if plain.isSpace {
        blanks += plain == printed || printed != "\u{3000}" ? 1 : 2
        column += printed == "\u{3000}" ? 2 : 1
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
        column += plain.value < 0x2E80 && printed.value < 0x2E80 ? 1 : 2
      }
    }
    if !text.isEmpty { cells.append(Cell(text: TableFinder.trimmed(text), start: start, end: column)) }
    return cells
  }

  /// The rows of some lines, each cell put under its column.
  static func rows(_ lines: [SourceLine]) -> [Table.Row] {
    let read = lines.filter { !$0.isBlank }.map { (line: $0.number, cells: cells(of: $0)) }
    let columns = columns(of: read.map(\.cells))
    guard columns.count >= 3 else { return [] }
    var rows: [Table.Row] = []
    var pending: [[String]] = []
    for entry in read {
      var cells = [String](repeating: "", count: columns.count)
      for cell in entry.cells.flatMap({ split($0, over: columns) }) {
        let column = nearest(to: cell, in: columns)
        cells[column] += cells[column].isEmpty ? cell.text : cell.text
      }
      if isFragment(entry.cells, of: columns.count), !rows.isEmpty {
        pending.append(cells)
        continue
      }
      var row = Table.Row(cells: cells, line: entry.line)
      attach(&pending, above: &rows, below: &row)
      rows.append(row)
    }
    if var last = rows.popLast() {
      for fragment in pending { append(fragment, to: &last) }
      rows.append(last)
    }
    return rows
  }

  /// Two values with one blank between them, under two columns, are two cells.
  private static func split(_ cell: Cell, over columns: [ClosedRange<Int>]) -> [Cell] {
    let words = cell.text.split(separator: " ").map(String.init)
    guard words.count == 2, let last = words[0].unicodeScalars.last,
      let first = words[1].unicodeScalars.first, first.isDigit || "≤≥<>".unicodeScalars.contains(first),
      last.isDigit || last.isLatin || last == "%"
    else { return [cell] }
    let width = SourceLine(number: 0, text: words[0]).width
    let left = Cell(text: words[0], start: cell.start, end: cell.start + width)
    let right = Cell(text: words[1], start: cell.start + width + 1, end: cell.end)
    let isSame = nearest(to: left, in: columns) == nearest(to: right, in: columns)
    return isSame ? [cell] : [left, right]
  }

  private static func append(_ fragment: [String], to row: inout Table.Row) {
    for column in fragment.indices { row.cells[column] += fragment[column] }
  }

  /// Gives wrapped parts between two rows to the row whose cell wants them: the next one if its cell
  /// is empty, else the one above.
  private static func attach(
    _ pending: inout [[String]], above rows: inout [Table.Row], below next: inout Table.Row
  ) {
    guard !pending.isEmpty else { return }
    for (order, fragment) in pending.enumerated() {
      for column in fragment.indices where !fragment[column].isEmpty {
        let above = rows[rows.count - 1].cells[column]
        let isLastFragment = order == pending.count - 1
        let wantsNext = next.cells[column].isEmpty && isLastFragment && (order > 0 || complete(above))
        if wantsNext {
          next.cells[column] = fragment[column]
        } else if !next.cells[column].isEmpty || !complete(above) || pending.count > 1 {
          rows[rows.count - 1].cells[column] += fragment[column]
        } else {
          next.cells[column] = fragment[column]
        }
      }
    }
    pending = []
  }

  /// Whether a cell looks finished: a name of a use ends with 地, 区, 施 …
  private static func complete(_ cell: String) -> Bool {
    guard let last = cell.unicodeScalars.last else { return false }
    return "地区施路园场站院校目)）".unicodeScalars.contains(last) || last.isDigit
  }

  private static func isFragment(_ cells: [Cell], of count: Int) -> Bool {
    guard cells.count <= max(1, count / 3) else { return false }
    return cells.allSatisfy { cell in
      cell.text.unicodeScalars.contains(where: \.isHan)
        && !["合计", "小计", "总计"].contains { cell.text.contains($0) }
        && !cell.text.unicodeScalars.contains(where: \.isDigit)
    }
  }

  /// Where the columns lie: the spans of the fullest rows, joined where they overlap.
  private static func columns(of rows: [[Cell]]) -> [ClosedRange<Int>] {
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
