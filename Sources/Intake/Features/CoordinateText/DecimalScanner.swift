/// Reads decimal numbers from bytes, each as the nearest double.
///
/// A number of at most 15 digits times a power of ten up to 22 is exact after one division, for both
/// are doubles (Clinger 1990); any other goes through the standard library.
enum DecimalScanner {
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// Reads the number that begins at `index` and moves behind it; `nil` where there is none or it is
  /// not finite.
  @inline(__always)
  static func number(in bytes: [UInt8], at index: inout Int, end: Int) -> Double? {
    let start = index
    var position = index
    var isNegative = false
    if position < end, bytes[position] == 0x2D || bytes[position] == 0x2B {
      isNegative = bytes[position] == 0x2D
      position += 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var decimals = 0
    var hasPoint = false
    while position < end {
      let byte = bytes[position]
      if byte &- 0x30 < 10 {
        guard mantissa < 100_000_000_000_000 else {
          return long(in: bytes, from: start, at: &index, end: end)
        }
        mantissa = mantissa &* 10 &+ UInt64(byte &- 0x30)
        digits += 1
        if hasPoint { decimals += 1 }
      } else if byte == 0x2E, !hasPoint {
        hasPoint = true
      } else {
        break
      }
      position += 1
    }
    guard digits > 0 else { return nil }
    if decimals > 22 || position < end && bytes[position] | 0x20 == 0x65 {
      return long(in: bytes, from: start, at: &index, end: end)
    }
    index = position
    let magnitude = Double(mantissa) / powers[decimals]
    return isNegative ? -magnitude : magnitude
  }

  /// A number of many digits, or with an exponent.
  private static func long(
    in bytes: [UInt8], from start: Int, at index: inout Int, end: Int
  ) -> Double? {
    var position = start
    while position < end, isPartOfNumber(bytes[position]) { position += 1 }
    guard position - start <= 400,
      let value = Double(String(decoding: bytes[start..<position], as: UTF8.self)), value.isFinite
    else { return nil }
    index = position
    return value
  }

  private static func isPartOfNumber(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte == 0x2E || byte == 0x2B || byte == 0x2D || byte | 0x20 == 0x65
  }
}
