/// Numbers as people write them: no float noise, no digits that were not there.
public enum NumberText {
  /// A number with at most so many decimals, rounded half up on the digits that the number is
  /// printed with (2.675 becomes 2.68), without zeros at the end beyond `keep` decimals.
  ///
  /// - Parameters:
  ///   - number: any number; what is not finite is written as `–`.
  ///   - places: the decimals to round to.
  ///   - keep: the decimals to write even where they are zeros.
  public static func decimal(_ number: Double, places: Int, keep: Int = 0) -> String {
    guard number.isFinite else { return "–" }
    var (digits, scale) = shortest(number.magnitude)
    if scale > places {
      let dropped = scale - places
      let rounds = digits.count >= dropped && digits[digits.count - dropped] >= 5
      digits.removeLast(min(dropped, digits.count))
      if rounds { increment(&digits) }
      scale = places
    }
    while digits.count > scale, digits.first == 0 { digits.removeFirst() }
    let zeros = max(0, scale + 1 - digits.count)
    if zeros > 0 { digits.insert(contentsOf: repeatElement(0, count: zeros), at: 0) }
    while scale > keep, digits.last == 0 {
      digits.removeLast()
      scale -= 1
    }
    if scale < keep {
      digits += repeatElement(0, count: keep - scale)
      scale = keep
    }
    let isZero = digits.allSatisfy { $0 == 0 }
    var bytes: [UInt8] = number < 0 && !isZero ? [UInt8(ascii: "-")] : []
    for (place, digit) in digits.enumerated() {
      if place == digits.count - scale { bytes.append(UInt8(ascii: ".")) }
      bytes.append(UInt8(ascii: "0") + digit)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A number with all the digits it has.
  public static func plain(_ number: Double) -> String { decimal(number, places: 12) }

  /// The digits of the shortest decimal that is the number, and how many stand behind the point.
  private static func shortest(_ number: Double) -> (digits: [UInt8], scale: Int) {
    var (digits, scale, exponent): ([UInt8], Int, Int) = ([], 0, 0)
    var (isFraction, isExponent, isNegative) = (false, false, false)
    for byte in number.description.utf8 {
      switch byte {
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "e"): isExponent = true
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "+"): break
      default:
        let digit = byte - UInt8(ascii: "0")
        if isExponent {
          exponent = 10 * exponent + Int(digit)
        } else {
          digits.append(digit)
          if isFraction { scale += 1 }
        }
      }
    }
    scale -= isNegative ? -exponent : exponent
    if scale < 0 {
      digits += repeatElement(0, count: -scale)
      scale = 0
    }
    return (digits, scale)
  }

  private static func increment(_ digits: inout [UInt8]) {
    for index in digits.indices.reversed() {
      guard digits[index] == 9 else {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
  }
}
