/// Series of parcel numbers.
enum ParcelNumbers {
  /// The numbers from one to another, `B01…B04`, `A-01…A-05`; `nil` where they are no series of at
  /// most 99.
  static func range(from first: String, through last: String) -> [String]? {
    if let a = ordinal(first), let b = ordinal(last), b > a { return (a...b).map(numeral) }
    guard let a = split(first), let b = split(last) else { return nil }
    guard b.prefix == a.prefix || b.prefix.isEmpty, b.value > a.value, b.value - a.value < 99 else {
      return nil
    }
    return (a.value...b.value).map { value in
      let digits = String(value)
      let padding = String(repeating: "0", count: max(0, a.width - digits.count))
      return a.prefix + padding + digits
    }
  }

  /// 一 to 九十九.
  private static func ordinal(_ text: String) -> Int? {
    guard text.unicodeScalars.allSatisfy(Numerals.isNumeral) else { return nil }
    return Numerals.count(Array(text.unicodeScalars))
  }

  private static func numeral(_ value: Int) -> String {
    let digits = Array("零一二三四五六七八九")
    guard value >= 10 else { return String(digits[value]) }
    let tens = value >= 20 ? String(digits[value / 10]) : ""
    let units = value % 10 == 0 ? "" : String(digits[value % 10])
    return tens + "十" + units
  }

  static func split(_ text: String) -> (prefix: String, value: Int, width: Int)? {
    let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, let value = Int(String(digits.reversed())) else { return nil }
    return (String(text.dropLast(digits.count)), value, digits.count)
  }
}
