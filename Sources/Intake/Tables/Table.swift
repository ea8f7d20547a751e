/// A table of text cells, each row with its line in the source.
struct Table {
  /// One row.
  struct Row {
    /// The cells as printed, trimmed of space.
    var cells: [String]
    /// The line, counted from 1.
    var line: Int

    /// Whether nothing is printed in it.
    var isBlank: Bool { cells.allSatisfy(\.isEmpty) }

    /// The cells with something in them.
    var filled: [String] { cells.filter { !$0.isEmpty } }
  }

  var rows: [Row]
  /// The text lines right above, nearest last: title, number, unit.
  var caption: [String] = []
}
