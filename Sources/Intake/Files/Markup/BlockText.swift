/// Writes the elements of a page or document as lines: a line a paragraph, table rows with tabs.
struct BlockText {
  private(set) var lines: [String] = []
  /// Whether an element is left out, with all that is in it.
  private let isLeftOut: (MarkupElement) -> Bool
  private var line = String.UnicodeScalarView()
  /// White space that was seen since the last character.
  private var space = Space.none
  private var isPreformatted = false

  private enum Space { case none, blank, lineEnd }

  /// The lines of an element.
  static func lines(
    of element: MarkupElement,
    leavingOut isLeftOut: @escaping (MarkupElement) -> Bool = { _ in false }
  ) -> [String] {
    var writer = BlockText(isLeftOut)
    writer.write(element)
    writer.endLine()
    return writer.lines
  }

  private init(_ isLeftOut: @escaping (MarkupElement) -> Bool) { self.isLeftOut = isLeftOut }

  private static let blocks: Set = [
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "table",
    "td", "th", "tr", "ul", "caption", "option",
  ]

  private mutating func write(_ element: MarkupElement) {
    guard !isLeftOut(element) else { return }
    switch element.name {
    case "br": endLine()
    case "table":
      endLine()
      write(table: element)
    case "ol": write(list: element)
    case "pre":
      isPreformatted = true
      writeBlock(element)
      isPreformatted = false
    case _ where Self.blocks.contains(element.name): writeBlock(element)
    default: writeContent(of: element)
    }
  }

  private mutating func writeBlock(_ element: MarkupElement) {
    endLine()
    writeContent(of: element)
    endLine()
  }

  private mutating func writeContent(of element: MarkupElement) {
    for part in element.content {
      switch part {
      case .text(let text): write(text)
      case .element(let element): write(element)
      }
    }
  }

  /// The number of a list's item, which stands before its first words however deep they are wrapped.
  private var mark = ""

  /// The items of a list, with the numbers that a reader sees before them.
  private mutating func write(list: MarkupElement) {
    endLine()
    var number = list.attributes["start"].flatMap { Int($0) } ?? 1
    for part in list.content {
      guard case .element(let item) = part else { continue }
      if item.name == "li" {
        let numeral = Self.numeral(number, type: list.attributes["type"])
        mark += numeral + (list.attributes["data-suffix"] ?? ".")
        writeContent(of: item)
        endLine()
        mark = ""
        number += 1
      } else {
        write(item)
      }
    }
  }

  private static func numeral(_ number: Int, type: String?) -> String {
    let han = Array("〇一二三四五六七八九")
    switch type {
    case "a" where (1...26).contains(number), "A" where (1...26).contains(number):
      let first: Unicode.Scalar = type == "a" ? "a" : "A"
      return Unicode.Scalar(first.value + UInt32(number - 1)).map { String(Character($0)) } ?? ""
    case "一" where (1...99).contains(number):
      let tens = number / 10
      let head = tens == 0 ? "" : (tens == 1 ? "" : String(han[tens])) + "十"
      return head + (number % 10 == 0 ? "" : String(han[number % 10]))
    default: return "\(number)"
    }
  }

  private mutating func write(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r":
        if isPreformatted, scalar == "\n" {
          endLine()
        } else {
          space = .lineEnd
        }
      case " ", "\t", "\u{0C}":
        if isPreformatted {
          line.append(scalar)
        } else if space == .none {
          space = .blank
        }
      case "\u{AD}", "\u{200B}", "\u{FEFF}": break
      default:
        // The end of a source line between two Chinese characters is no blank: word processors break
        // their pages anywhere.
        if space != .none, let last = line.last,
          space == .blank || !(last.value >= 0x2E80 && scalar.value >= 0x2E80)
        {
          line.append(" ")
        }
        space = .none
        if !mark.isEmpty {
          line.append(contentsOf: mark.unicodeScalars)
          mark = ""
        }
        line.append(scalar)
      }
    }
  }

  private mutating func endLine() {
    space = .none
    let text = TableFinder.trimmed(line)
    if !text.isEmpty { lines.append(String(line)) }
    line = String.UnicodeScalarView()
  }
}

extension BlockText {
  /// A row's cells with the lines in each.
  private typealias Row = [(element: MarkupElement, lines: [String])]

  private mutating func write(table: MarkupElement) {
    for caption in table.elements where caption.name == "caption" { writeBlock(caption) }
    let rows = Self.rows(of: table).filter { !isLeftOut($0) }.map { row in
      row.elements.filter { ["td", "th"].contains($0.name) && !isLeftOut($0) }.map { cell in
        (element: cell, lines: BlockText.content(of: cell, isLeftOut))
      }
    }
    if Self.isLayout(rows, holding: table) {
      lines += rows.flatMap { $0.flatMap(\.lines) }
      return
    }
    lines += SpannedTable.lines(
      rows.map { row in
        row.map { cell in
          SpannedCell(
            text: cell.lines.joined(separator: " "), down: Self.span(cell.element, "rowspan"),
            across: Self.span(cell.element, "colspan"))
        }
      })
  }

  private static func content(
    of element: MarkupElement, _ isLeftOut: @escaping (MarkupElement) -> Bool
  ) -> [String] {
    var writer = BlockText(isLeftOut)
    writer.writeContent(of: element)
    writer.endLine()
    return writer.lines
  }

  private static func span(_ cell: MarkupElement, _ key: String) -> Int {
    let value = cell.attributes[key].flatMap { Int($0.filter { $0 != " " }) } ?? 1
    return min(max(value, 1), SpannedTable.maximumWidth)
  }

  /// The rows of a table, those of its foot last.
  static func rows(of table: MarkupElement) -> [MarkupElement] {
    var rows: [MarkupElement] = []
    var foot: [MarkupElement] = []
    for part in table.elements {
      switch part.name {
      case "tr": rows.append(part)
      case "thead", "tbody": rows += part.elements.filter { $0.name == "tr" }
      case "tfoot": foot += part.elements.filter { $0.name == "tr" }
      default: break
      }
    }
    return rows + foot
  }

  /// Whether a table only places things on the page: a cell holds a table of values, no row has two
  /// cells with something in them, or the only row holds paragraphs.
  private static func isLayout(_ rows: [Row], holding table: MarkupElement) -> Bool {
    if rows.contains(where: { $0.contains { $0.element.all("table").contains(where: holdsValues) } }
    ) {
      return true
    }
    let filled = rows.filter { $0.count { !$0.lines.isEmpty } > 1 }
    if filled.isEmpty { return true }
    let longest = rows.flatMap { $0.map { $0.lines.count } }.max() ?? 0
    if filled.count == 1 { return longest > 1 && rows.count < 3 }
    // Label and text side by side on many lines, as where a menu stands beside the article.
    return filled.count < 3 && longest > 12
  }

  /// Whether a table has values in rows and columns, or one in it has.
  static func holdsValues(_ table: MarkupElement) -> Bool {
    let wide = rows(of: table).count { row in
      row.elements.count { ["td", "th"].contains($0.name) } > 1
    }
    return wide > 1 || table.all("table").contains(where: holdsValues)
  }
}
