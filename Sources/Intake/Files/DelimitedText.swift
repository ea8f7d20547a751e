/// Rows of a text with separated values (RFC 4180): quotes, doubled quotes, line ends inside quotes.
enum DelimitedText {
  /// The rows, each with the line it begins on.
  static func rows(_ text: String, separator: Unicode.Scalar) -> [Table.Row] {
    var rows: [Table.Row] = []
    var cells: [String] = []
    var cell: [Unicode.Scalar] = []
    var isQuoted = false
    var line = 1
    var start = 1
    var pendingQuote = false
    func close() {
      cells.append(TableFinder.trimmed(cell.filter { $0 != "\n" && $0 != "\r" }))
      cell.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      if scalar == "\n" { line += 1 }
      if isQuoted {
        if pendingQuote {
          pendingQuote = false
          if scalar == "\"" {
            cell.append(scalar)
            continue
          }
          isQuoted = false
        } else if scalar == "\"" {
          pendingQuote = true
          continue
        } else {
          cell.append(scalar)
          continue
        }
      }
      switch scalar {
      case "\"" where cell.allSatisfy(\.isSpace):
        cell.removeAll()
        isQuoted = true
      case separator: close()
      case "\r": continue
      case "\n":
        close()
        rows.append(Table.Row(cells: cells, line: start))
        cells = []
        start = line
      default: cell.append(scalar)
      }
    }
    if !cell.isEmpty || !cells.isEmpty {
      close()
      rows.append(Table.Row(cells: cells, line: start))
    }
    return rows
  }
}
