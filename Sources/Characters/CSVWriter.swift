/// Comma-separated values by RFC 4180: UTF-8, lines end in CR LF, quotes where they are needed.
public struct CSVWriter: Sendable {
  /// What is done to text that a spreadsheet would take for a formula.
  public enum Formulas: Sendable {
    /// Kept: for files that are read back.
    case kept
    /// An apostrophe is put before it: for people.
    case neutralised
  }

  /// The text written so far.
  public private(set) var text: String
  private let formulas: Formulas

  /// An empty table.
  ///
  /// - Parameters:
  ///   - byteOrderMark: whether to begin with U+FEFF, by which Excel knows UTF-8.
  ///   - formulas: what is done to text that looks like a formula.
  public init(byteOrderMark: Bool = false, formulas: Formulas) {
    text = byteOrderMark ? "\u{FEFF}" : ""
    self.formulas = formulas
  }

  /// Adds a row; `nil` is an empty cell.
  public mutating func append(_ row: [String?]) {
    text += row.map { CSVWriter.cell($0 ?? "", formulas) }.joined(separator: ",")
    text += "\r\n"
  }

  /// A cell's text, in quotes where it needs them.
  public static func cell(_ value: String, _ formulas: Formulas) -> String {
    // Letters and digits, as most numbers of parcels are, need nothing.
    if value.utf8.allSatisfy({ isPlain($0) }) { return value }
    var value = value
    if formulas == .neutralised, let first = value.unicodeScalars.first,
      formulaStarts.contains(first), Double(value) == nil
    {
      value = "'" + value
    }
    guard value.unicodeScalars.contains(where: { special.contains($0) }) else {
      return value
    }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠",
  ]
  private static let special: Set<Unicode.Scalar> = [",", "\"", "\r", "\n"]
}
