import Foundation

/// An export as CSV: one row a record, nested values as JSON in their cells.
///
/// A cell that reads as JSON is that JSON; any other cell is its text. So a text that happens to
/// read as JSON (a parcel numbered 12, an empty name) stands in quotes: `"12"`.
enum FactTable {
  /// The columns that come first; the others follow in alphabetical order.
  private static let leading = [
    "record", "of", "number", "title", "date", "kind", "parcel_id", "name", "land_use", "area_m2",
    "area_text", "indicators", "document", "file", "line_start", "line_end",
  ]

  /// The records as CSV.
  static func csv(of lines: [Data], byteOrderMark: Bool) throws -> Data {
    let decoder = JSONDecoder()
    let records = try lines.map { try decoder.decode([String: JSONValue].self, from: $0) }
    let keys = Set(records.flatMap(\.keys))
    let columns = leading.filter(keys.contains) + keys.subtracting(leading).sorted()
    var csv = CSVWriter(byteOrderMark: byteOrderMark, formulas: .kept)
    csv.append(columns)
    for record in records {
      csv.append(try columns.map { column in try record[column].map(cell) })
    }
    return Data(csv.text.utf8)
  }

  /// The records of a CSV as JSON, each on one line.
  static func lines(of text: String) throws -> [Data] {
    var rows = CSVReader.rows(of: text)[...]
    guard let columns = rows.popFirst() else { return [] }
    return try rows.map { row in
      var record: [String: JSONValue] = [:]
      for (column, cell) in zip(columns, row) where !cell.isEmpty {
        record[column] = json(cell) ?? .text(cell)
      }
      return try JSONText.line(record)
    }
  }

  private static func cell(_ value: JSONValue) throws -> String {
    if case .text(let text) = value, !text.isEmpty, json(text) == nil { return text }
    return String(decoding: try JSONText.line(value), as: UTF8.self)
  }

  /// The JSON that a cell reads as, or `nil`.
  private static func json(_ cell: String) -> JSONValue? {
    guard let first = cell.unicodeScalars.first(where: { !$0.properties.isWhitespace }),
      first.isASCII, "{[\"-0123456789tfn".unicodeScalars.contains(first)
    else { return nil }
    return try? JSONDecoder().decode(JSONValue.self, from: Data(cell.utf8))
  }
}
