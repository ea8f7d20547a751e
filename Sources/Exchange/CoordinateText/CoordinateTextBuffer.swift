import Characters
import Planning

/// The bytes of a coordinate text that are not handed over yet.
struct CoordinateTextBuffer {
  private(set) var bytes: [UInt8] = []
  let encoding: CoordinateTextOptions.Encoding

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12,
  ]

  init(encoding: CoordinateTextOptions.Encoding) {
    self.encoding = encoding
  }

  /// The bytes so far, after which there are none.
  mutating func take() -> [UInt8] {
    let taken = bytes
    bytes.removeAll(keepingCapacity: true)
    return taken
  }

  mutating func append(byte: UInt8) { bytes.append(byte) }

  /// Ends a line; the format's are CRLF.
  mutating func endLine() {
    bytes.append(0x0D)
    bytes.append(0x0A)
  }

  /// Text as one field: no comma and no line's end in it.
  ///
  /// - Returns: whether the text had to be changed: commas become full-width ones, ends of lines
  ///   blanks.
  /// - Throws: ``CoordinateTextFault/unencodable(character:field:)``.
  mutating func append(field text: String, of field: String) throws(CoordinateTextFault) -> Bool {
    guard text.utf8.contains(where: { $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      try append(text, of: field)
      return false
    }
    var changed = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      changed.append(scalar == "," ? "，" : scalar == "\n" || scalar == "\r" ? " " : scalar)
    }
    try append(String(changed), of: field)
    return true
  }

  /// Text as it is.
  mutating func append(_ text: String, of field: String) throws(CoordinateTextFault) {
    guard encoding != .utf8 else {
      bytes += text.utf8
      return
    }
    let isGBK = encoding == .gbk
    guard let character = GB18030.append(text, to: &bytes, gbkOnly: isGBK) else { return }
    throw .unencodable(character: String(Character(character)), field: field)
  }

  mutating func append(_ number: Int) {
    var rest = number.magnitude
    if number < 0 { bytes.append(0x2D) }
    let start = bytes.count
    repeat {
      bytes.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    reverse(from: start)
  }

  /// A finite number with so many decimals, 0 to 12.
  mutating func append(_ number: Double, decimals: Int) {
    let scaled = (number.magnitude * Self.powers[decimals]).rounded()
    guard scaled < 9e15 else {
      bytes += NumberText.decimal(number, places: decimals, keep: decimals).utf8
      return
    }
    var rest = UInt64(scaled)
    if number < 0, rest > 0 { bytes.append(0x2D) }
    let start = bytes.count
    for _ in 0..<decimals {
      bytes.append(0x30 + UInt8(rest % 10))
      rest /= 10
    }
    if decimals > 0 { bytes.append(0x2E) }
    repeat {
      bytes.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    reverse(from: start)
  }

  private mutating func reverse(from start: Int) {
    var (low, high) = (start, bytes.count - 1)
    while low < high {
      bytes.swapAt(low, high)
      low += 1
      high -= 1
    }
  }
}
