import Planning

/// Numbers and dates as Chinese texts write them.
enum Numerals {
  private static let digits: [Unicode.Scalar: Int] = [
    "〇": 0, "零": 0, "○": 0, "Ｏ": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6,
    "七": 7, "八": 8, "九": 9, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8,
    "玖": 9, "元": 1,
  ]

  /// A whole number below 100 in Chinese or Arabic digits: 十二, 二十, 3.
  static func count(_ text: some Collection<Unicode.Scalar>) -> Int? {
    guard !text.isEmpty, text.count <= 4 else { return nil }
    if text.allSatisfy(\.isDigit) { return Int(String(text)) }
    var value = 0
    var unit = 0
    var seen = false
    for scalar in text {
      if scalar == "十" {
        value += (seen ? unit : 1) * 10
        unit = 0
        seen = false
      } else if let digit = digits[scalar], scalar != "元", !seen {
        unit = digit
        seen = true
      } else {
        return nil
      }
    }
    return value + unit
  }

  /// Whether a scalar can stand in a Chinese number.
  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "十" || (digits[scalar] != nil && scalar != "元")
  }

  /// A day printed `2025年6月30日`, `二〇二四年三月五日`, `2025-06-30` or `2025.6.30`, and nothing
  /// else around it.
  static func date(_ compact: some StringProtocol) -> CalendarDate? {
    let scalars = Array(compact.unicodeScalars)
    guard let match = dateMatch(scalars, at: 0), match.length == scalars.count else { return nil }
    return match.date
  }

  /// The first day printed in a text.
  static func firstDate(in compact: some StringProtocol) -> CalendarDate? {
    let scalars = Array(compact.unicodeScalars)
    for index in scalars.indices {
      if index > 0, scalars[index - 1].isDigit { continue }
      if let match = dateMatch(scalars, at: index) { return match.date }
    }
    return nil
  }

  /// The day that is printed at a place, with its length.
  static func dateMatch(
    _ text: [Unicode.Scalar], at start: Int
  ) -> (date: CalendarDate, length: Int)? {
    var index = start
    func field(_ limit: Int) -> Int? {
      let begin = index
      while index < text.count, index - begin < limit,
        text[index].isDigit || isNumeral(text[index]) || text[index] == "元"
      {
        index += 1
      }
      guard index > begin else { return nil }
      let piece = text[begin..<index]
      if piece.count == 4, !piece.contains("十") {
        var value = 0
        for scalar in piece {
          guard let digit = scalar.isDigit ? Int(scalar.value) - 0x30 : digits[scalar] else {
            return nil
          }
          value = value * 10 + digit
        }
        return value
      }
      return piece.count == 1 && piece.first == "元" ? 1 : count(piece)
    }
    func take(_ marks: String) -> Bool {
      guard index < text.count, marks.unicodeScalars.contains(text[index]) else { return false }
      index += 1
      return true
    }
    guard let year = field(4), (1949...2100).contains(year) else { return nil }
    let isSpelled = index < text.count && text[index] == "年"
    guard take("年-./"), let month = field(3) else { return nil }
    guard take(isSpelled ? "月" : "-./"), let day = field(3) else { return nil }
    if isSpelled { _ = take("日号") }
    guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
    return (date, index - start)
  }
}
