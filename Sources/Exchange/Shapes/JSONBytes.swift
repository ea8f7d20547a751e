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
    case .text(let text): append(text: text, to: &bytes)
    }
  }

  /// Appends a text in quotes.
  static func append(text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\"")]
      case UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
      case 0x0A: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case 0x0D: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      case 0x09: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case 0..<0x20:
        bytes += [
          UInt8(ascii: "\\"), UInt8(ascii: "u"), 48, 48, 48 + byte >> 4, hexadecimal(byte & 15),
        ]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? 48 + digit : 87 + digit
  }
}
