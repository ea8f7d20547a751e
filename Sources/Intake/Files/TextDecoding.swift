import Characters
import Planning

/// The text and the lines of a file that is read whole.
enum TextDecoding {
  /// The text of some bytes.
  ///
  /// A document goes into the register whole or not at all: bytes that are no text are refused with
  /// their place, and nothing is replaced silently.
  static func text(_ bytes: [UInt8], file: String) throws(IntakeError) -> String {
    guard !bytes.isEmpty else { throw IntakeError(.empty, file: file) }
    do { return try TextDecoder.text(bytes) } catch { throw IntakeError(error, file: file) }
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
