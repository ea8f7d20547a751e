/// A table of text cells, each row with its line in the source.
struct Table {
  /// What stands in the lower parts of a cell that spans rows.
  static let merged = "↑"

  /// One row.
  struct Row {
    /// The cells as printed, trimmed of space.
    var cells: [String]
    /// The line, counted from 1.
    var line: Int

    /// Whether nothing is printed in it.
    var isBlank: Bool { cells.allSatisfy(Table.isBlank) }

    /// The cells with something of their own in them.
    var filled: [String] { cells.filter { !Table.isBlank($0) } }

    /// What a cell itself prints, nothing where it only repeats the one above.
    func text(_ column: Int) -> String {
      guard let cell = cells[safe: column], !Table.isBlank(cell) else { return "" }
      return cell
    }
  }

  var rows: [Row]
  /// The text lines right above, nearest last: title, number, unit.
  var caption: [String] = []
  /// The notes right below: 注：….
  var notes: [String] = []

  /// What stands on several lines of one cell as one text; a numbered line begins a clause.
  static func text(ofLines lines: some Sequence<some StringProtocol>) -> String {
    lines.reduce(into: "") { text, line in
      let isClause = Prose.startsClause(SourceLine(number: 0, text: line))
      let isOpen = text.isEmpty || "。;；,，:：".contains(text.last ?? "。")
      text += (isClause && !isOpen ? "；" : "") + line
    }
  }

  /// Whether a cell says nothing of its own.
  static func isBlank(_ cell: String) -> Bool { cell.isEmpty || cell == merged }

  /// Whether a cell is printed as the same as the one above it.
  static func isDitto(_ cell: String) -> Bool {
    ["〃", "同上", "″", "同前", "\"", "＂"].contains(cell)
  }
}
