extension FilterParser {
  /// The days that `2025`, `2025-06`, `2025-06-30` or `2025年6月30日` means.
  static func days(_ text: String) -> ClosedRange<CalendarDate>? {
    var fields: [Int] = []
    for field in text.split(whereSeparator: { "-/.年月日".contains($0) }) {
      guard let number = Int(field) else { return nil }
      fields.append(number)
    }
    guard (1...3).contains(fields.count), (1000...9999).contains(fields[0]) else { return nil }
    if fields.count == 3 {
      return CalendarDate(year: fields[0], month: fields[1], day: fields[2]).map { $0...$0 }
    }
    let (first, last) = fields.count == 2 ? (fields[1], fields[1]) : (1, 12)
    guard let start = CalendarDate(year: fields[0], month: first, day: 1) else { return nil }
    let ends = (28...31).compactMap { CalendarDate(year: fields[0], month: last, day: $0) }
    return ends.last.map { start...$0 }
  }

  /// An area in square metres: a bare number is in square metres already.
  static func area(_ text: String) -> Double? {
    let text = text.filter { !$0.isWhitespace && $0 != "," }
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let unit = areaUnits[text.dropFirst(digits.count).lowercased()] else { return nil }
    return StatedArea(digits: digits, unit: unit)?.squareMetres
  }

  /// An amount in yuan.
  static func amount(_ text: String) -> Double? {
    let text = text.filter { !$0.isWhitespace && $0 != "," }
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let factor = moneyUnits[String(text.dropFirst(digits.count))] else { return nil }
    return Double(digits).map { $0 * factor }
  }

  private static let areaUnits: [String: AreaUnit] = [
    "": .squareMetre, "m2": .squareMetre, "m²": .squareMetre, "㎡": .squareMetre,
    "平方米": .squareMetre,
    "平米": .squareMetre, "公顷": .hectare, "ha": .hectare, "hm2": .hectare, "hm²": .hectare, "亩": .mu,
    "mu": .mu, "万平方米": .tenThousandSquareMetres, "万亩": .tenThousandMu,
    "平方公里": .squareKilometre, "km2": .squareKilometre, "km²": .squareKilometre,
  ]
  private static let moneyUnits: [String: Double] = [
    "": 1, "元": 1, "万": 10_000, "万元": 10_000, "亿": 100_000_000, "亿元": 100_000_000,
  ]
}
