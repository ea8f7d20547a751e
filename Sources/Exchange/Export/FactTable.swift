import Characters
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
    let records = try lines.map(record)
    let keys = Set(records.flatMap(\.keys))
    let columns = leading.filter(keys.contains) + keys.subtracting(leading).sorted()
    var csv = CSVWriter(byteOrderMark: byteOrderMark, formulas: .kept)
    csv.append(columns)
    for record in records { csv.append(columns.map { record[$0] }) }
    return Data(csv.text.utf8)
  }

  /// The records of a CSV as JSON, each on one line.
  static func lines(of text: String) throws -> [Data] {
    let rows = SeparatedRows.rows(of: text, separator: UInt8(ascii: ","))
      .filter { $0.ends.count > 1 || !$0.bytes.isEmpty }
    guard let header = rows.first else { return [] }
    if let cut = rows.last, cut.isCut {
      throw ExportFault(
        record: nil, reason: "the quotation mark in the row of line \(cut.line) is never closed")
    }
    let keys = try header.ends.indices.map { try JSONText.line(header.text($0)) }
    return try rows.dropFirst().map { row in
      var line = Data("{".utf8)
      for (column, key) in zip(row.ends.indices, keys) where !row.cell(column).isEmpty {
        let cell = row.text(column)
        if line.count > 1 { line.append(UInt8(ascii: ",")) }
        line.append(key)
        line.append(UInt8(ascii: ":"))
        line.append(JSONCursor.isValue(cell) ? Data(cell.utf8) : try JSONText.line(cell))
      }
      line.append(UInt8(ascii: "}"))
      return line
    }
  }

  /// The cells of a record, by column.
  private static func record(_ line: Data) throws -> [String: String] {
    let bytes = Array(line)
    var record: [String: String] = [:]
    for (key, value) in try JSONCursor.members(of: bytes) {
      guard bytes[value.lowerBound] == UInt8(ascii: "\"") else {
        record[key] = String(decoding: bytes[value], as: UTF8.self)
        continue
      }
      let text = try JSONCursor.text(of: value.dropFirst().dropLast(), bytes.span)
      let isPlain = !text.isEmpty && !JSONCursor.isValue(text)
      record[key] = isPlain ? text : String(decoding: bytes[value], as: UTF8.self)
    }
    return record
  }
}
