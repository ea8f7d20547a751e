/// A cell of a table in a document, which may span rows and columns.
struct SpannedCell {
  var text: String
  /// How many rows it spans.
  var down = 1
  /// How many columns it spans.
  var across = 1
}

/// Writes tables with spans as lines with tabs.
enum SpannedTable {
  /// More columns than any table for people has.
  static let maximumWidth = 400

  /// A line a row: a cell that spans columns leaves blanks behind it, one that spans rows a mark that
  /// the cell repeats the one above.
  static func lines(_ rows: [[SpannedCell]]) -> [String] {
    var carried: [Int: (left: Int, mark: String)] = [:]
    return rows.map { cells in
      var texts: [String] = []
      func skipCarried() {
        while let span = carried[texts.count], span.left > 0 {
          carried[texts.count] = (span.left - 1, span.mark)
          texts.append(span.mark)
        }
      }
      for cell in cells where texts.count < maximumWidth {
        skipCarried()
        for offset in 0..<min(max(1, cell.across), maximumWidth) {
          let mark = offset == 0 && !cell.text.isEmpty ? Table.merged : ""
          if cell.down > 1 { carried[texts.count] = (cell.down - 1, mark) }
          texts.append(offset == 0 ? oneLine(cell.text) : "")
        }
      }
      skipCarried()
      return texts.joined(separator: "\t")
    }
  }

  /// A text that stays in its cell.
  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { (0x09...0x0D).contains($0) }) else { return text }
    return String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}
