/// Reads comma-separated values by RFC 4180, with CR LF, LF or CR at the end of lines.
enum CSVReader {
  /// The rows, the header among them; a byte order mark is passed over, an empty line is no row.
  static func rows(of text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var wasQuoted = false

    func endCell() {
      row.append(String(decoding: cell, as: UTF8.self))
      cell.removeAll(keepingCapacity: true)
      wasQuoted = false
    }
    func endRow() {
      if row.isEmpty, cell.isEmpty, !wasQuoted { return }
      endCell()
      rows.append(row)
      row.removeAll(keepingCapacity: true)
    }

    let bytes = Array(text.utf8)
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\"") where isQuoted:
        if index < bytes.count, bytes[index] == byte {
          cell.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      case _ where isQuoted: cell.append(byte)
      case UInt8(ascii: "\"") where cell.isEmpty:
        isQuoted = true
        wasQuoted = true
      case UInt8(ascii: ","): endCell()
      case UInt8(ascii: "\r"), UInt8(ascii: "\n"): endRow()
      default: cell.append(byte)
      }
    }
    endRow()
    return rows
  }
}
