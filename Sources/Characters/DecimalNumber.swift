/// Reads decimal numbers from text, each to the nearest double.
public enum DecimalNumber {
  /// Powers of ten that are doubles without rounding.
  private static let exactPowers: [Double] = (0...22).reduce(into: []) { powers, exponent in
    powers.append(exponent == 0 ? 1 : powers[exponent - 1] * 10)
  }

  /// Reads the number that begins at `place`, and moves the place behind it.
  ///
  /// - Parameter asJSON: whether only what RFC 8259 §6 allows is a number: no `+`, no `.5`, no
  ///   `5.`, no `007`.
  /// - Returns: the number; infinite where it is too large for a double; `nil`, the place unmoved,
  ///   where there is none.
  @inlinable
  public static func read(
    _ bytes: Span<UInt8>, at place: inout Int, asJSON: Bool = false
  ) -> Double? {
    let start = place
    var index = place
    let end = bytes.count
    var isNegative = false
    if index < end, bytes[index] == 0x2D || (bytes[index] == 0x2B && !asJSON) {
      isNegative = bytes[index] == 0x2D
      index += 1
    }
    var digits: UInt64 = 0
    let firstDigit = index
    while index < end, bytes[index] &- 0x30 <= 9 {
      digits = digits &* 10 &+ UInt64(bytes[index] &- 0x30)
      index += 1
    }
    var count = index - firstDigit
    if asJSON && (count == 0 || (count > 1 && bytes[firstDigit] == 0x30)) { return nil }
    var exponent = 0
    if index < end, bytes[index] == 0x2E {
      index += 1
      let firstDecimal = index
      while index < end, bytes[index] &- 0x30 <= 9 {
        digits = digits &* 10 &+ UInt64(bytes[index] &- 0x30)
        index += 1
      }
      exponent = firstDecimal - index
      count -= exponent
      if asJSON && exponent == 0 { return nil }
    }
    guard count > 0 else { return nil }
    if index < end, bytes[index] | 0x20 == 0x65 {
      var behind = index + 1
      var isSmall = false
      if behind < end, bytes[behind] == 0x2B || bytes[behind] == 0x2D {
        isSmall = bytes[behind] == 0x2D
        behind += 1
      }
      let firstPower = behind
      var power = 0
      while behind < end, bytes[behind] &- 0x30 <= 9 {
        if power < 100_000 { power = power * 10 + Int(bytes[behind] &- 0x30) }
        behind += 1
      }
      if behind > firstPower {
        exponent += isSmall ? -power : power
        index = behind
      } else if asJSON {
        return nil
      }
    }
    place = index
    // Up to 2^53 the digits are a double as they are, and so are the powers up to 10^22: one
    // operation rounds once (Clinger, How to read floating point numbers accurately, 1990).
    if count <= 19 && digits <= 1 << 53 && exponent >= -22 && exponent <= 22 {
      let value = scaled(Double(digits), by: exponent)
      return isNegative ? -value : value
    }
    return slow(bytes, start..<index)
  }

  @usableFromInline
  static func scaled(_ value: Double, by exponent: Int) -> Double {
    exponent < 0 ? value / exactPowers[-exponent] : value * exactPowers[exponent]
  }

  /// The number by the standard library, which rounds rightly whatever its length.
  @usableFromInline
  static func slow(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    for index in range { text.append(bytes[index]) }
    return Double(String(decoding: text, as: UTF8.self))
  }
}
