import Foundation
import Planning

/// Turns bytes into text: UTF-8, UTF-16 with or without a mark, else GB18030.
enum TextDecoding {
  /// The text of some bytes.
  ///
  /// The order is: byte-order mark, zero bytes in every other place (UTF-16 without a mark), strict
  /// UTF-8, GB18030. Bytes that are none of these are refused; nothing is replaced silently.
  static func text(_ bytes: [UInt8], file: String) throws(IntakeError) -> String {
    guard !bytes.isEmpty else { throw IntakeError(.empty, file: file) }
    let evidence = TextEncoding.Evidence(bytes)
    guard !evidence.isNoText else { throw IntakeError(.notText, file: file) }
    let unmarked = evidence.markLength == 0 ? bytes : Array(bytes.dropFirst(evidence.markLength))
    switch evidence.encoding {
    case .utf8: return try utf8(unmarked, file: file)
    case .utf16(let littleEndian):
      return try utf16(unmarked, littleEndian: littleEndian, file: file)
    case .gb18030, nil: break
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return try gb18030(bytes, file: file)
  }

  private static func utf8(_ bytes: [UInt8], file: String) throws(IntakeError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw IntakeError(isCut(bytes) ? .truncated : .notText, file: file)
    }
    return text
  }

  private static func utf16(
    _ bytes: [UInt8], littleEndian: Bool, file: String
  ) throws(IntakeError) -> String {
    guard bytes.count.isMultiple(of: 2) else { throw IntakeError(.truncated, file: file) }
    let units = stride(from: 0, to: bytes.count, by: 2).map { index in
      littleEndian
        ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
        : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw IntakeError(.notText, file: file)
    }
    return text
  }

  private static func gb18030(_ bytes: [UInt8], file: String) throws(IntakeError) -> String {
    // kCFStringEncodingGB_18030_2000 as Foundation's encodings count it.
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    guard !bytes.contains(0), let text = String(data: Data(bytes), encoding: encoding) else {
      // A UTF-8 text that only lacks its end is told apart from bytes that are no text at all.
      throw IntakeError(isCut(bytes) ? .truncated : .notText, file: file)
    }
    let scalars = text.unicodeScalars
    let strange = scalars.count(where: {
      $0.value < 0x20 && !$0.isSpace && $0.value != 0x0A || $0.value == 0xFFFD
        || (0xE000...0xF8FF).contains($0.value)
    })
    guard strange * 50 <= scalars.count else { throw IntakeError(.notText, file: file) }
    return text
  }

  /// Whether the bytes are UTF-8 but for a broken last character.
  private static func isCut(_ bytes: [UInt8]) -> Bool {
    for count in 1...3 where bytes.count > count {
      if String(validating: bytes.dropLast(count), as: UTF8.self) != nil { return true }
    }
    return false
  }

  /// The lines of a text, counted from 1; LF, CRLF and CR end a line, a form feed a page.
  static func lines(_ text: String) -> [SourceLine] {
    var lines: [SourceLine] = []
    var current: [Unicode.Scalar] = []
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" {
        if scalar == "\n", previous == "\r" {
          previous = scalar
          continue
        }
        lines.append(SourceLine(number: lines.count + 1, printed: current))
        current.removeAll(keepingCapacity: true)
      } else {
        current.append(scalar)
      }
      previous = scalar
    }
    if !current.isEmpty { lines.append(SourceLine(number: lines.count + 1, printed: current)) }
    return lines
  }
}
