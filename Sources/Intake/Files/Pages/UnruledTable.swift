/// Finds tables whose columns are told by the space between them alone, and their rows, whose cells may
/// go over several lines.
struct UnruledTable {
  enum Part {
    case line(PageText.Line)
    case rows([[SpannedCell]], top: Double, left: Double)
  }

  /// A cell: words below each other in one column.
  private struct Cell {
    var words: [PageWord]
    var top: Double
    var bottom: Double
  }

  private let lines: [PageText.Line]
  private let size: Double

  /// The lines of a page with those that are a table made into its rows.
  static func parts(_ lines: [PageText.Line], size: Double) -> [Part] {
    var parts: [Part] = []
    var index = 0
    while index < lines.count {
      guard let region = region(from: index, in: lines, size: size) else {
        parts.append(.line(lines[index]))
        index += 1
        continue
      }
      let table = UnruledTable(lines: Array(lines[region]), size: size).trimmed()
      if let table, let rows = table.rows(), let top = table.lines.first?.middle,
        let bottom = table.lines.last?.middle
      {
        parts += lines[region].filter { $0.middle < top }.map { .line($0) }
        parts.append(.rows(rows, top: top, left: 0))
        parts += lines[region].filter { $0.middle > bottom }.map { .line($0) }
      } else {
        parts += lines[region].map { .line($0) }
      }
      index = region.upperBound
    }
    return parts
  }

  /// The lines from one on that may be a table: all fall into short pieces, and some into three or more,
  /// or into two between the lines of a cell beside them.
  private static func region(
    from start: Int, in lines: [PageText.Line], size: Double
  ) -> Range<Int>? {
    let width = (lines.map(\.right).max() ?? 0) - (lines.map(\.left).min() ?? 0)
    func isLoose(_ index: Int) -> Bool {
      let pieces = lines[index].pieces(apart: 0.8)
      return pieces.allSatisfy { $0.right - $0.left < width * 0.5 }
    }
    guard isLoose(start), lines[start].pieces(apart: 0.8).count > 1 else { return nil }
    /// Whether a line stands closer to the next than lines of one text do: a cell that is centred
    /// beside one of several lines.
    func isBetween(_ index: Int) -> Bool {
      [index - 1, index + 1].contains { other in
        lines.indices.contains(other)
          && abs(lines[other].middle - lines[index].middle) < size
      }
    }
    var end = start
    var full = 0
    while end < lines.count, isLoose(end),
      end == start || lines[end].middle - lines[end - 1].middle < size * 4
    {
      let count = lines[end].pieces(apart: 0.8).count
      if count > 2 || count == 2 && isBetween(end) { full += 1 }
      end += 1
    }
    // Below the table stand lines of one piece of their own, as a signature.
    while end > start + 1, lines[end - 1].pieces(apart: 0.8).count == 1,
      lines[end - 1].middle - lines[end - 2].middle > size * 1.9
    {
      end -= 1
    }
    return full >= 2 ? start..<end : nil
  }

  /// The table without the lines above and below it that stand in one column; `nil` where none is left.
  private func trimmed() -> UnruledTable? {
    var table = self
    for _ in 0..<4 {
      let columns = table.columns()
      guard columns.count >= 3, let cells = table.cells(in: columns) else { return nil }
      let bands = bands(cells)
      func isFilled(_ band: ClosedRange<Double>) -> Bool {
        cells.count { $0.contains { band.contains(($0.top + $0.bottom) / 2) } } > 1
      }
      guard let first = bands.first(where: isFilled), let last = bands.last(where: isFilled) else {
        return nil
      }
      let kept = table.lines.filter {
        (first.lowerBound...last.upperBound).contains($0.middle)
      }
      if kept.count == table.lines.count { return table }
      table = UnruledTable(lines: kept, size: size)
    }
    return table
  }

  /// The cells of each column; `nil` where no line follows another closely, so that no cell goes over
  /// several lines: then the lines are as good as they stand.
  private func cells(in columns: [PageBox]) -> [[Cell]]? {
    var byColumn = [[PageWord]](repeating: [], count: columns.count)
    for word in lines.flatMap(\.words) {
      let held = columns.firstIndex { $0.left <= word.box.centre && word.box.centre <= $0.right }
      let nearest = columns.indices.min {
        abs(columns[$0].centre - word.box.centre) < abs(columns[$1].centre - word.box.centre)
      }
      byColumn[held ?? nearest ?? 0].append(word)
    }
    let lineSets = byColumn.map { PageText.lines($0) }
    let steps = lineSets.flatMap { lines in
      zip(lines, lines.dropFirst()).map { $1.middle - $0.middle }
    }.sorted()
    guard let pitch = steps[safe: steps.count / 10], pitch < size * 2.1 else { return nil }
    let cells = lineSets.map { self.cells($0, pitch: pitch) }
    return cells.contains { $0.contains { $0.bottom - $0.top > size * 1.5 } } ? cells : nil
  }

  /// The rows; `nil` where hardly any has two cells.
  private func rows() -> [[SpannedCell]]? {
    guard let cells = cells(in: columns()) else { return nil }
    let rows = bands(cells).flatMap { self.rows(cells, in: $0) }
    let filled = rows.count { row in row.count { !$0.text.isEmpty } > 1 }
    guard rows.count >= 2, filled * 5 >= rows.count * 4 else { return nil }
    return rows
  }

  /// The columns: what words cover from left to right, where headings over several columns are too few
  /// to close the gap.
  private func columns() -> [PageBox] {
    let words = lines.flatMap(\.words)
    guard let left = words.map(\.box.left).min(), let right = words.map(\.box.right).max() else {
      return []
    }
    let step = size / 8
    let count = Int((right - left) / step) + 1
    guard count > 1, count < 20_000 else { return [] }
    var covered = [Int](repeating: 0, count: count)
    for line in lines {
      for word in line.words {
        let (first, last) = (
          Int((word.box.left - left) / step), Int((word.box.right - left) / step)
        )
        for place in max(0, first)...min(count - 1, max(first, last)) { covered[place] += 1 }
      }
    }
    let allowed = lines.count / 12
    var columns: [PageBox] = []
    var start: Int?
    for place in 0...count {
      let isCovered = place < count && covered[place] > allowed
      if isCovered, start == nil { start = place }
      if !isCovered, let first = start {
        let box = PageBox(
          left: left + Double(first) * step, top: 0, right: left + Double(place) * step, bottom: 0)
        if let last = columns.last, box.left - last.right < size * 0.2 {
          columns[columns.count - 1].right = box.right
        } else {
          columns.append(box)
        }
        start = nil
      }
    }
    return columns
  }

  private func cells(_ lines: [PageText.Line], pitch: Double) -> [Cell] {
    var cells: [Cell] = []
    for line in lines {
      let (top, bottom) = (line.middle - size / 2, line.middle + size / 2)
      if let last = cells.last, line.middle - (last.bottom - size / 2) <= pitch * 1.15 {
        cells[cells.count - 1].words += line.words
        cells[cells.count - 1].bottom = bottom
      } else {
        cells.append(Cell(words: line.words, top: top, bottom: bottom))
      }
    }
    return cells
  }

  /// The stretches of the page that cells cover from the top to the bottom without a gap.
  private func bands(_ cells: [[Cell]]) -> [ClosedRange<Double>] {
    var bands: [ClosedRange<Double>] = []
    for cell in cells.flatMap(\.self).sorted(by: { $0.top < $1.top }) {
      if let last = bands.last, cell.top < last.upperBound - size * 0.2 {
        bands[bands.count - 1] = last.lowerBound...max(last.upperBound, cell.bottom)
      } else {
        bands.append(cell.top...cell.bottom)
      }
    }
    return bands
  }

  /// The rows in a stretch: one, unless half of the columns have several cells there; then cells that
  /// stand alone go over all of them.
  private func rows(_ cells: [[Cell]], in band: ClosedRange<Double>) -> [[SpannedCell]] {
    let inside = cells.map { $0.filter { band.contains(($0.top + $0.bottom) / 2) } }
    let filled = inside.filter { !$0.isEmpty }
    let most = filled.map(\.count).max() ?? 1
    let isSplit = most > 1 && filled.count { $0.count == most } * 2 >= filled.count
    guard isSplit, let guide = inside.first(where: { $0.count == most }) else {
      return [
        inside.map { SpannedCell(text: PageText.joined($0.flatMap(\.words))) }
      ]
    }
    var rows = [[SpannedCell]](repeating: [], count: most)
    for column in inside {
      if column.count == 1, column[0].top < guide[0].bottom + size,
        column[0].bottom > guide[most - 1].top - size
      {
        rows[0].append(SpannedCell(text: PageText.joined(column[0].words), down: most))
        continue
      }
      for row in 0..<most {
        let found = column.filter { cell in
          let middle = (cell.top + cell.bottom) / 2
          let nearest = guide.indices.min {
            abs((guide[$0].top + guide[$0].bottom) / 2 - middle)
              < abs((guide[$1].top + guide[$1].bottom) / 2 - middle)
          }
          return nearest == row
        }
        rows[row].append(SpannedCell(text: PageText.joined(found.flatMap(\.words))))
      }
    }
    return rows
  }
}
