internal import Characters

/// Comma-separated text as rows of fields, after RFC 4180.
///
/// For the tables that the program carries in itself: no column types, no other separators.
enum CSVText {
  /// The rows of a table of Data/vocabularies, which the program carries in itself.
  static func rows(ofTable name: String) -> [[String]] {
    rows(of: Resource.text("Data/vocabularies/\(name).csv") ?? "")
  }

  /// The rows below the header, each with its fields; empty lines are left out.
  static func rows(of text: String) -> [[String]] {
    let bytes = Array(text.utf8)
    var rows: [[String]] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var start = 0
    var index = 0
    var isQuoted = false
    let quote = UInt8(ascii: "\"")
    let comma = UInt8(ascii: ",")
    let newline = UInt8(ascii: "\n")

    func closeField() {
      if field.isEmpty {
        fields.append(String(decoding: bytes[start..<index], as: UTF8.self))
      } else {
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
      }
      start = index + 1
    }
    func closeRow() {
      closeField()
      if fields.count > 1 { rows.append(fields) }
      fields.removeAll(keepingCapacity: true)
    }

    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted {
        if byte != quote {
          field.append(byte)
        } else if index + 1 < bytes.count, bytes[index + 1] == quote {
          field.append(quote)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == quote {
        isQuoted = true
      } else if byte == comma {
        closeField()
      } else if byte == newline {
        closeRow()
      }
      index += 1
    }
    if start < bytes.count || !fields.isEmpty { closeRow() }
    return Array(rows.dropFirst())
  }
}
