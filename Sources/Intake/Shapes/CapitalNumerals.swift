/// Sums of money in the capital numerals of cheques and decisions: 人民币壹仟贰佰肆拾万元整.
enum CapitalNumerals {
  private static let digits: [Unicode.Scalar: Double] = [
    "零": 0, "〇": 0, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
    "两": 2, "弍": 2, "参": 3,
  ]
  private static let units: [Unicode.Scalar: Double] = [
    "拾": 10, "佰": 100, "仟": 1000, "十": 10, "百": 100, "千": 1000,
  ]

  /// The sum that begins at a place, in yuan, with its length; `nil` where none does.
  static func yuan(
    in text: [Unicode.Scalar], at start: Int
  ) -> (value: Double, length: Int)? {
    guard let first = text[safe: start], let digit = digits[first], digit > 0 else { return nil }
    var total = 0.0
    var section = 0.0
    var pending = 0.0
    var cents = 0.0
    var isYuan = false
    var index = start
    loop: while let scalar = text[safe: index] {
      if let digit = digits[scalar] {
        pending = digit
      } else if let unit = units[scalar] {
        section += (pending == 0 ? 1 : pending) * unit
        pending = 0
      } else {
        switch scalar {
        case "万":
          total += (section + pending) * 10_000
          section = 0
          pending = 0
        case "亿":
          total = (total + section + pending) * 100_000_000
          section = 0
          pending = 0
        case "元", "圆":
          isYuan = true
          total += section + pending
          section = 0
          pending = 0
        case "角" where isYuan:
          cents += pending * 10
          pending = 0
        case "分" where isYuan:
          cents += pending
          pending = 0
        case "整" where isYuan: break
        default: break loop
        }
      }
      index += 1
    }
    guard isYuan, index - start >= 3 else { return nil }
    return (total + cents / 100, index - start)
  }
}
