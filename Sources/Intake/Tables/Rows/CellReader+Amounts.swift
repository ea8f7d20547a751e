import Foundation
import Planning
import Terms

/// Sums of money, terms of years, days, ticks and levels in cells.
extension CellReader {
  // MARK: Money

  /// A sum of money with its unit; the unit of the heading holds where the cell prints none.
  ///
  /// Of several sums in a cell the first of the wanted kind counts: a unit price, or not one.
  func money(_ cell: String, unit: MoneyUnit?) -> (yuan: Double, per: AreaUnit?)? {
    let plain = SourceLine(number: 1, text: cell).compact
    let sums = CellReader.sums(in: plain)
    if let capital = CellReader.capitals(in: plain), unit?.per == nil {
      return (capital, nil)
    }
    let wanted = unit?.per != nil
    let fits = sums.first { $0.unit.map { ($0.per != nil) == wanted } ?? (unit != nil) }
    guard let sum = fits ?? sums.first(where: { $0.unit != nil }) else {
      // A sum without any unit is yuan only where it can be nothing else.
      guard let bare = sums.first, bare.isAlone, bare.number >= 100_000 else { return nil }
      return (bare.number, nil)
    }
    guard let unit = sum.unit ?? unit else { return nil }
    return (unit.amount(sum.number), unit.per)
  }

  /// What a cell says that the land costs by the mu.
  func perMu(_ cell: String) -> Double? {
    CellReader.sums(in: SourceLine(number: 1, text: cell).compact).lazy
      .compactMap { sum in
        sum.unit.flatMap { $0.per == .mu ? $0.amount(sum.number) : nil }
      }.first
  }

  private typealias Sum = (number: Double, unit: MoneyUnit?, isAlone: Bool)

  /// The numbers of a text that can be money: no percentages, days, years or areas.
  private static func sums(in text: String) -> [Sum] {
    let scalars = Array(text.unicodeScalars)
    var sums: [Sum] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index].isDigit, index == 0 || !scalars[index - 1].isLatin else {
        index += 1
        continue
      }
      var end = index
      while end < scalars.count,
        scalars[end].isDigit
          || (scalars[end] == "." || scalars[end] == ",")
            && scalars[safe: end + 1]?.isDigit == true
      { end += 1 }
      let digits = scalars[index..<end].filter { $0 != "," }
      let number = Double(String(digits))
      let rest = scalars[end..<min(end + 8, scalars.count)]
      let behind = String(rest)
      let isAlone = index == 0 && end == scalars.count
      let isOther = behind.begins(withAnyOf: "% 年 月 日 亩 ㎡ 平方米 m2 公顷 - : 次 个 期 倍")
      if let number, !isOther {
        var unit: MoneyUnit?
        if behind.begins(withAnyOf: "元 万元 亿元 千元 万/ 万 亿") {
          let stop = behind.firstIndex(where: { ",;。、()".contains($0) }) ?? behind.endIndex
          unit =
            MoneyUnit(in: String(behind[..<stop]).replacing("万/", with: "万元/"))
            ?? (behind.hasPrefix("万") ? MoneyUnit(yuan: 10_000) : nil)
        }
        if unit != nil || index == 0 || behind.isEmpty || !isHan(scalars[safe: end]) {
          sums.append((number, unit, isAlone))
        }
      }
      index = end
    }
    return sums
  }

  private static func isHan(_ scalar: Unicode.Scalar?) -> Bool { scalar?.isHan ?? false }

  private static func capitals(in text: String) -> Double? {
    let scalars = Array(text.unicodeScalars)
    let start = text.hasPrefix("人民币") ? 3 : 0
    return CapitalNumerals.yuan(in: scalars, at: start)?.value
  }

  // MARK: Years

  /// Terms of years: `70年`, `住宅70年、商业40年`, `40/70`; bare numbers only where the heading says that
  /// they are years.
  ///
  /// - Parameter isYears: whether the heading says so.
  static func terms(_ cell: String, isYears: Bool) -> [UseTerm] {
    let scalars = Array(SourceLine(number: 1, text: cell).compact.unicodeScalars)
    var terms: [UseTerm] = []
    var start = 0
    var index = 0
    while index < scalars.count {
      guard scalars[index].isDigit else {
        index += 1
        continue
      }
      var end = index
      while end < scalars.count, scalars[end].isDigit || scalars[end] == "." { end += 1 }
      let isMarked = scalars[safe: end] == "年"
      if let years = Double(String(scalars[index..<end])), years > 0, years <= 100,
        isMarked || isYears && scalars[safe: end].map({ !$0.isHan && $0 != "%" }) ?? true
      {
        let name = termName(scalars[start..<index])
        terms.append(UseTerm(landUseName: name.isEmpty ? nil : name, years: years))
        start = isMarked ? end + 1 : end
      }
      index = max(end, index + 1)
    }
    return terms
  }

  /// A use in front of its years, without what joins them: `、商业用地(` is 商业用地.
  private static func termName(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var name = Substring(String(scalars))
    while let first = name.first, "、,;。/+)和及与其中:. ".contains(first) { name = name.dropFirst() }
    while let last = name.last, "(:为是-=、,；;".contains(last) { name = name.dropLast() }
    for word in ["使用年限", "出让年限", "年限", "最高"] {
      if name.hasSuffix(word) { name = name.dropLast(word.count) }
      if name.hasPrefix(word) { name = name.dropFirst(word.count) }
    }
    while let last = name.last, "(:为是、,".contains(last) { name = name.dropLast() }
    return name.unicodeScalars.contains(where: \.isHan) ? String(name) : ""
  }

  /// A cell of uses without the years behind each: `商业40年；住宅70年` is `商业、住宅`.
  static func withoutTerms(_ cell: String) -> String {
    let names = terms(cell, isYears: false).compactMap(\.landUseName)
    return names.isEmpty ? cell : names.joined(separator: "、")
  }

  // MARK: Days, ticks, levels

  /// A day; of a span its last one where that is what counts.
  static func day(_ cell: String, isEnd: Bool) -> CalendarDate? {
    let text = SourceLine(number: 1, text: cell).compact
    guard isEnd else { return Numerals.firstDate(in: text) }
    for mark in ["至", "~", "到", "—", "--"] {
      guard let range = text.firstRange(of: mark) else { continue }
      if let day = Numerals.firstDate(in: text[range.upperBound...]) { return day }
    }
    return Numerals.firstDate(in: text)
  }

  /// Whether a cell is ticked; `nil` where it holds something else.
  static func isTick(_ cell: String) -> Bool? {
    let text = SourceLine(number: 1, text: cell).compact
    if isNothing(cell) || ["否", "×", "x", "X", "0", "○", "□"].contains(text) { return false }
    let ticks = "√✓✔☑●■▲★◆是有1VvYy＊"
    return text.count == 1 && ticks.contains(text) ? true : nil
  }

  /// The numbers of a cell that gives levels: `-18.6米至-4.2米`, `58.0～71.5`.
  static func levels(_ cell: String) -> [Double] {
    let scalars = Array(SourceLine(number: 1, text: cell).compact.unicodeScalars)
    var levels: [Double] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index].isDigit else {
        index += 1
        continue
      }
      var end = index
      while end < scalars.count, scalars[end].isDigit || scalars[end] == "." { end += 1 }
      // A dash is a sign where no number stands before it.
      let isNegative =
        index > 0 && scalars[index - 1] == "-"
        && (index == 1
          || !(scalars[index - 2].isDigit || scalars[index - 2] == "m"
            || scalars[index - 2] == "米"))
      if let value = Double(String(scalars[index..<end])) {
        levels.append(isNegative ? -value : value)
      }
      index = end
    }
    return levels
  }
}
