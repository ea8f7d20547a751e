internal import Characters
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
    var rows = CSVReader.rows(of: text)[...]
    guard let columns = rows.popFirst() else { return [] }
    let keys = try columns.map { try JSONText.line($0) }
    return try rows.map { row in
      var line = Data("{".utf8)
      for (key, cell) in zip(keys, row) where !cell.isEmpty {
        if line.count > 1 { line.append(UInt8(ascii: ",")) }
        line.append(key)
        line.append(UInt8(ascii: ":"))
        line.append(JSONScanner.isValue(cell) ? Data(cell.utf8) : try JSONText.line(cell))
      }
      line.append(UInt8(ascii: "}"))
      return line
    }
  }

  /// The cells of a record, by column.
  private static func record(_ line: Data) throws -> [String: String] {
    let bytes = Array(line)
    guard let members = JSONScanner.members(of: bytes) else {
      throw ExportFault(record: nil, reason: "a record is no JSON object")
    }
    var record: [String: String] = [:]
    for (key, value) in members {
      let json = bytes[value]
      let isText = json.first == UInt8(ascii: "\"")
      let text = isText ? try string(json) : nil
      let isPlain = text.map { !$0.isEmpty && !JSONScanner.isValue($0) } ?? false
      record[try string(bytes[key])] =
        isPlain ? text : String(decoding: json, as: UTF8.self)
    }
    return record
  }

  /// The text that a JSON string stands for.
  private static func string(_ json: ArraySlice<UInt8>) throws -> String {
    guard json.contains(UInt8(ascii: "\\")) else {
      return String(decoding: json.dropFirst().dropLast(), as: UTF8.self)
    }
    return try JSONDecoder().decode(String.self, from: Data(json))
  }
}
