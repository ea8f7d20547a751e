import Exchange
import Terms

/// Rows under a header, aligned for Chinese and Latin text, cut to a width.
struct TextTable {
  /// How a column behaves.
  struct Column {
    let title: String
    var alignsRight = false
    /// Whether the column may be cut where the table is too wide.
    var shrinks = false

    static func text(_ title: String) -> Column { Column(title: title) }
    static func words(_ title: String) -> Column { Column(title: title, shrinks: true) }
    static func number(_ title: String) -> Column { Column(title: title, alignsRight: true) }
  }

  private static let gap = 2
  /// A column that shrinks keeps so many columns of the terminal.
  private static let least = 10

  let columns: [Column]
  private var rows: [[String]] = []

  init(_ columns: [Column]) {
    self.columns = columns
  }

  mutating func append(_ cells: [String?]) {
    rows.append(cells.map { DisplayWidth.printable($0 ?? "") })
  }

  /// The lines of the table; columns that are empty in every row are left out.
  ///
  /// - Parameter width: the columns of the terminal, `nil` for as wide as it gets.
  func lines(width: Int?) -> [String] {
    let used = columns.indices.filter { index in rows.contains { !$0[index].isEmpty } }
    guard !used.isEmpty else { return [] }
    let header = columns.map(\.title)
    var widths = columns.indices.map { index in
      ([header] + rows).map { DisplayWidth.of($0[index]) }.max() ?? 0
    }
    if let width { shrink(&widths, used, to: width) }
    return ([header] + rows).map { line($0, used, widths) }
  }

  private func shrink(_ widths: inout [Int], _ used: [Int], to width: Int) {
    var excess = used.reduce(0) { $0 + widths[$1] } + TextTable.gap * (used.count - 1) - width
    while excess > 0 {
      let candidates = used.filter { columns[$0].shrinks && widths[$0] > TextTable.least }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
      excess -= 1
    }
  }

  private func line(_ cells: [String], _ used: [Int], _ widths: [Int]) -> String {
    var line = ""
    for (position, index) in used.enumerated() {
      if position > 0 { line += String(repeating: " ", count: TextTable.gap) }
      let cell = DisplayWidth.truncated(cells[index], to: widths[index])
      line += DisplayWidth.padded(
        cell, to: widths[index], alignRight: columns[index].alignsRight)
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}

/// Named values below one another: labels in one column, values in the next, long ones wrapped.
struct FieldBlock {
  private var fields: [(label: String, lines: [String])] = []

  /// Adds a value; `nil` and empty ones are left out.
  mutating func append(_ label: Words, _ value: String?) {
    append(label.text, value)
  }

  /// Adds a value under a label that is the document's own.
  mutating func append(_ label: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    fields.append((DisplayWidth.printable(label), [DisplayWidth.printable(value)]))
  }

  /// Adds several values, each on lines of its own.
  mutating func append(_ label: Words, _ values: [String]) {
    guard !values.isEmpty else { return }
    fields.append((label.text, values.map { DisplayWidth.printable($0) }))
  }

  /// The lines of the block, two columns in.
  func lines(width: Int?) -> [String] {
    let widest = fields.map { DisplayWidth.of($0.label) }.max() ?? 0
    let room = width.map { max(12, $0 - widest - 4) } ?? Int.max
    return fields.flatMap { field -> [String] in
      let wrapped = field.lines.flatMap { DisplayWidth.wrapped($0, to: room) }
      return wrapped.enumerated().map { index, text in
        "  " + DisplayWidth.padded(index == 0 ? field.label : "", to: widest) + "  " + text
      }
    }
  }
}
