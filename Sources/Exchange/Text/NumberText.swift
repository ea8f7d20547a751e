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
    while digits.count <= scale { digits.insert(0, at: 0) }
    while scale > keep, digits.last == 0 {
      digits.removeLast()
      scale -= 1
    }
    while scale < keep {
      digits.append(0)
      scale += 1
    }
    while digits.count > scale + 1, digits.first == 0 { digits.removeFirst() }
    let whole = digits.prefix(digits.count - scale).map(String.init).joined()
    let fraction = digits.suffix(scale).map(String.init).joined()
    let isZero = digits.allSatisfy { $0 == 0 }
    return (number < 0 && !isZero ? "-" : "") + whole + (scale > 0 ? "." + fraction : "")
  }

  /// A number with all the digits it has.
  public static func plain(_ number: Double) -> String { decimal(number, places: 12) }

  /// The digits of the shortest decimal that is the number, and how many stand behind the point.
  private static func shortest(_ number: Double) -> (digits: [Int], scale: Int) {
    let text = number.description
    let parts = text.split(separator: "e", maxSplits: 1)
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    let mantissa = parts.first.map(String.init) ?? "0"
    let halves = mantissa.split(separator: ".", maxSplits: 1)
    var digits = mantissa.compactMap(\.wholeNumberValue)
    var scale = (halves.count == 2 ? halves[1].count : 0) - exponent
    while scale < 0 {
      digits.append(0)
      scale += 1
    }
    return (digits, scale)
  }

  private static func increment(_ digits: inout [Int]) {
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
