/// Headings that the user explains: `编码=地块编号`, the printed one and one that the grammar knows.
enum StatedHeadings {
  /// The rows with the known heading in place of the printed one, in the first row that has any.
  ///
  /// Widths of characters and blanks in the printed heading do not matter.
  static func applied(_ headings: [String: String], to rows: [Table.Row]) -> [Table.Row] {
    guard !headings.isEmpty else { return rows }
    var known: [String: String] = [:]
    for (printed, meaning) in headings { known[plain(printed)] = meaning }
    var rows = rows
    for index in rows.indices.prefix(12)
    where rows[index].cells.contains(where: { known[plain($0)] != nil }) {
      rows[index].cells = rows[index].cells.map { known[plain($0)] ?? $0 }
      break
    }
    return rows
  }

  private static func plain(_ heading: String) -> String {
    SourceLine(number: 0, text: heading).compact
  }
}
