internal import Characters
internal import SimpleFeatures

/// JSON values as bytes, for texts that are too long for anything between.
enum JSONBytes {
  /// Appends a value; a number that is not finite becomes `null`.
  static func append(_ value: FieldValue, isFlag: Bool = false, to bytes: inout [UInt8]) {
    switch value {
    case .none: bytes += "null".utf8
    case .integer(let number) where isFlag: bytes += (number == 0 ? "false" : "true").utf8
    case .integer(let number): bytes += String(number).utf8
    case .real(let number):
      // With `.0`, so that a reader who guesses types takes the column for what it is.
      let text = number.isFinite ? FieldValue.real(number).text ?? "null" : "null"
      bytes += text.utf8
      if number.isFinite, !text.utf8.contains(where: { $0 == 46 || $0 == 101 }) {
        bytes += ".0".utf8
      }
    case .text(let text): JSONText.append(text, to: &bytes)
    }
  }
}
