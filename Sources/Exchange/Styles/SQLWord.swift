/// Names and texts as SQL and QGIS expressions write them.
enum SQLWord {
  /// A column's name in double quotes.
  static func name(_ name: String) -> String {
    "\"\(name.replacing("\"", with: "\"\""))\""
  }

  /// A text in single quotes. A backslash is doubled, which QGIS takes for an escape.
  static func text(_ text: String) -> String {
    "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "''"))'"
  }
}
