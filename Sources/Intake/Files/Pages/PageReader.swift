/// Reads pages as a person does: lines in their order, tables row by row, and nothing of what stands at
/// the head and the foot of every page.
struct PageReader {
  /// What stands on a page, from the top.
  private enum Item {
    case line(PageText.Line)
    /// A table without lines between its cells.
    case rows([[SpannedCell]])
    case table(RuledTable, rows: [[SpannedCell]])
  }

  private let pages: [DocumentPage]
  private let marginal: MarginalLines

  /// The lines of a document.
  static func lines(of pages: [DocumentPage]) -> [String] {
    PageReader(pages: pages).read()
  }

  private init(pages: [DocumentPage]) {
    self.pages = pages
    marginal = MarginalLines(pages)
  }

  private func read() -> [String] {
    var lines: [String] = []
    var open: (table: RuledTable, rows: [[SpannedCell]])?
    func close() {
      if let table = open { lines += SpannedTable.lines(table.rows) }
      open = nil
    }
    for page in pages {
      let items = items(of: page)
      let size = PageText.size(of: page.words)
      let left = page.words.map(\.box.left).min() ?? 0
      for (index, item) in items.enumerated() {
        switch item {
        case .line(let line):
          close()
          lines.append(PageText.laidOut(line, size: size, from: left))
        case .rows(let rows):
          close()
          lines += SpannedTable.lines(rows)
        case .table(let table, let rows):
          if index == 0, let above = open, above.table.goesOn(in: table) {
            let heading = zip(above.rows, rows).prefix { $0.isEqual(to: $1) }.count
            open?.rows += rows.dropFirst(heading)
          } else {
            close()
            open = (table, rows)
          }
        }
      }
    }
    close()
    return lines
  }

  private func items(of page: DocumentPage) -> [Item] {
    var free = page.words.filter { !$0.text.isEmpty }
    var items: [(top: Double, left: Double, item: Item)] = []
    for table in RuledTable.tables(of: page.rules) {
      let inside = free.filter { table.box.holds(x: $0.box.centre, y: $0.box.middle) }
      guard !inside.isEmpty else { continue }
      let rows = table.cells(with: inside)
      // A frame with a single thing in it is no table.
      guard rows.flatMap(\.self).count(where: { !$0.text.isEmpty }) > 1 else { continue }
      free.removeAll { table.box.holds(x: $0.box.centre, y: $0.box.middle) }
      items.append((table.box.top, table.box.left, .table(table, rows: rows)))
    }
    let lines = PageText.lines(free).filter { !marginal.contains($0, of: page) }
    if items.isEmpty, let columns = PageColumns.divided(lines, width: page.width) {
      return columns.map { .line($0) }
    }
    let size = PageText.size(of: page.words)
    let edges = lines.map(\.right).sorted()
    let edge = edges.isEmpty ? 0 : edges[edges.count * 9 / 10]
    for part in UnruledTable.parts(PageText.wholeTitles(lines, size: size, edge: edge), size: size)
    {
      switch part {
      case .line(let line): items.append((line.middle, line.left, .line(line)))
      case .rows(let rows, let top, let left): items.append((top, left, .rows(rows)))
      }
    }
    return items.sorted { ($0.top, $0.left) < ($1.top, $1.left) }.map(\.item)
  }
}

extension RuledTable {
  /// Whether a table is this one on the next page: its columns stand at the same places.
  func goesOn(in next: RuledTable) -> Bool {
    columns.count == next.columns.count
      && zip(columns, next.columns).allSatisfy { abs($0 - $1) <= 4 }
  }
}

extension [SpannedCell] {
  func isEqual(to other: [SpannedCell]) -> Bool {
    map(\.text) == other.map(\.text) && contains { !$0.text.isEmpty }
  }
}

/// The lines at the head and the foot of pages that belong to no text: page numbers, running heads,
/// what a browser prints of itself.
private struct MarginalLines {
  private var repeated: Set<String> = []

  init(_ pages: [DocumentPage]) {
    guard pages.count > 1 else { return }
    var counts: [String: Int] = [:]
    for page in pages {
      let lines = PageText.lines(page.words.filter { Self.isAtEdge($0.box.middle, of: page) })
      for line in Set(lines.map { Self.withoutDigits($0.text) }) { counts[line, default: 0] += 1 }
    }
    repeated = Set(counts.filter { $0.value > 1 && $0.value * 2 >= pages.count }.keys)
  }

  func contains(_ line: PageText.Line, of page: DocumentPage) -> Bool {
    guard Self.isAtEdge(line.middle, of: page) else { return false }
    let text = line.text
    return Self.isOfBrowser(text) || Self.isPageNumber(text)
      || repeated.contains(Self.withoutDigits(text))
  }

  private static func isAtEdge(_ middle: Double, of page: DocumentPage) -> Bool {
    middle < page.height * 0.07 || middle > page.height * 0.93
  }

  private static func withoutDigits(_ text: String) -> String {
    String(text.unicodeScalars.lazy.filter { !$0.isDigit && !$0.isSpace })
  }

  /// `2026/9/28 10:30`, `12/1/26, 1:46 PM`, an address.
  private static func isOfBrowser(_ text: String) -> Bool {
    if text.mentions(anyOf: "http:// https:// file://") { return true }
    guard let word = text.split(separator: " ").first else { return false }
    let day = word.split { $0 == "/" || $0 == "," }
    return day.count == 3 && day.allSatisfy { $0.allSatisfy(\.isNumber) } && text.has(":")
  }

  private static func isPageNumber(_ text: String) -> Bool {
    let compact = text.unicodeScalars.filter { !$0.isSpace }
    return !compact.isEmpty && compact.contains(where: \.isDigit) && compact.count <= 16
      && compact.allSatisfy { $0.isDigit || "-—–·/第页共".unicodeScalars.contains($0) }
  }
}

/// Prose set in two columns beside each other, as gazettes do.
private enum PageColumns {
  /// The lines of the left column before those of the right, between lines that go over both; `nil`
  /// where a page is not set so.
  static func divided(_ lines: [PageText.Line], width: Double) -> [PageText.Line]? {
    let size = PageText.size(of: lines.flatMap(\.words))
    var best: (gutter: Double, count: Int)?
    for step in stride(from: 0.4, through: 0.6, by: 0.01) {
      let gutter = width * step
      let count = lines.count { line in
        let pieces = line.pieces(apart: 0.9)
        return pieces.count == 2 && pieces[0].right < gutter && pieces[1].left > gutter
          && pieces.allSatisfy { $0.text.count >= 8 }
      }
      if count > best?.count ?? 0 { best = (gutter, count) }
    }
    guard let best, best.count >= 8, best.count * 2 > lines.count else { return nil }
    var out: [PageText.Line] = []
    var right: [PageText.Line] = []
    for line in lines {
      if line.words.contains(where: {
        $0.box.left < best.gutter - size && $0.box.right > best.gutter + size
      }) {
        out += right + [line]
        right = []
        continue
      }
      let parts = [
        line.words.filter { $0.box.centre < best.gutter },
        line.words.filter { $0.box.centre >= best.gutter },
      ]
      if !parts[0].isEmpty { out.append(PageText.Line(words: parts[0])) }
      if !parts[1].isEmpty { right.append(PageText.Line(words: parts[1])) }
    }
    return out + right
  }
}
