import Foundation
import Planning
import Terms

/// Reads the sums of a sentence, each with what it is: start, deal, deposit …
///
/// The nearest word before a sum says what it is (起始价1000万元,保证金200万元); a base of a percentage
/// (起始价的20%) is passed over. Where no word stands before it, what is done with the sum tells
/// (以…万元竞得), or the clause before (保证金按…收取,即200万元).
struct MoneyReader {
  /// A sum, as printed at a place.
  struct Sum {
    var kind: PriceKind
    var yuan: Double
    var place: Int
    /// 合计: it holds the others of its kind.
    var isTotal = false
    /// 其中: it is a part of another.
    var isPart = false
    /// Whether it was bid and accepted, not only asked for.
    var isBid = false
  }

  /// A number of money in the text, before it is known what it is.
  private struct Amount {
    var range: Range<Int>
    var yuan: Double
    var unit = Unit.whole
  }

  private enum Unit {
    case whole, perMu, other
  }

  let grammar: Grammar
  /// Whether the document takes land back: its sums are compensation.
  let takesBack: Bool

  private var text: [Unicode.Scalar] { grammar.prose.plain }

  /// The sums of some clauses of one sentence.
  func sums(in clauses: [Clause]) -> [Sum] {
    var sums: [Sum] = []
    var carried: PriceKind??
    var isPart = false
    var isAppraised = false
    for clause in clauses where !clause.isConditional {
      var start = clause.range.lowerBound
      let amounts = amounts(in: clause)
      for amount in amounts {
        let before = clause.words.filter {
          $0.range.lowerBound >= start && $0.range.upperBound <= amount.range.lowerBound
        }
        if before.contains(where: { $0.part == .including }) { isPart = true }
        let label = before.last { isMoney($0.part) && !isBase($0) }
        let behind = words(behind: amount, in: clause)
        var kind: PriceKind?
        if let label {
          kind = self.kind(of: label, isAppraised: isAppraised)
          carried = .some(kind)
        } else if let done = kindByDeed(amount, from: start, behind: behind) {
          kind = done
          carried = .some(kind)
        } else if isContinued(start..<amount.range.lowerBound) {
          kind = carried ?? nil
        } else {
          carried = nil
        }
        let perMu = before.contains { $0.part == .perMu } || amount.unit == .perMu
        let perOther = before.contains { $0.part == .perOther } || amount.unit == .other
        let isTotal = before.contains { $0.part == .total } || label.map(isTotal) == true
        if let price = kind, !perOther, !(perMu && price == .rent) {
          sums.append(
            Sum(
              kind: perMu ? .perMu : price, yuan: amount.yuan, place: amount.range.lowerBound,
              isTotal: isTotal, isPart: isPart && !isTotal,
              isBid: behind.contains { isWin($0.part) } || label.map(isBid) == true))
        }
        start = amount.range.upperBound
        // A bracket that lists the parts ends with its part of the sentence.
        if text[safe: start] == ")" { isPart = false }
      }
      if amounts.isEmpty,
        let subject = clause.words.first(where: { isMoney($0.part) && !isBase($0) })
      {
        carried = .some(kind(of: subject, isAppraised: isAppraised))
      }
      isAppraised = text(clause.range).has("评估") && amounts.isEmpty
      if clause.has(.including) && amounts.isEmpty { isPart = true }
    }
    return merged(sums)
  }

  // MARK: What a sum is

  private func isMoney(_ part: ClauseWord) -> Bool {
    switch part {
    case .label(.price), .otherMoney: true
    default: false
    }
  }

  private func isWin(_ part: ClauseWord) -> Bool { part == .wins || part == .stage(.concluded) }

  private func isBid(_ word: Clause.Word) -> Bool {
    text(word.range).mentions(anyOf: "成交 竞得 中标")
  }

  private func isTotal(_ word: Clause.Word) -> Bool { text(word.range).mentions(anyOf: "总 合计") }

  /// 起始价的20%: the price that a share is taken of is not the sum's label.
  private func isBase(_ word: Clause.Word) -> Bool {
    // 价款按评估价确定为…: nor is what it is set by.
    if word.range.lowerBound > 0, "按照据".unicodeScalars.contains(text[word.range.lowerBound - 1]) {
      return true
    }
    var index = word.range.upperBound
    guard text[safe: index] == "的" else { return false }
    index += 1
    while let scalar = text[safe: index], scalar.isDigit || scalar == "." { index += 1 }
    return text[safe: index] == "%" || String(text[index..<min(index + 3, text.count)]) == "百分之"
  }

  private func kind(of word: Clause.Word, isAppraised: Bool) -> PriceKind? {
    guard case .label(.price(let kind)) = word.part else { return nil }
    let name = text(word.range)
    if kind == .perMu, isAppraised { return nil }
    if kind == .deal {
      let isSale = name.mentions(anyOf: "出让 成交 竞得 中标 划拨")
      // In a decision that takes land back the price once paid for it is history, 价款 alone is paid now.
      if takesBack { return isSale ? nil : .compensation }
      // 经评估,土地总价…: what an appraisal found is not what is paid.
      if isAppraised, !isSale { return nil }
    }
    return kind
  }

  /// What is done with a sum that has no label: 以1.2亿元竞得, 以30万元回购.
  private func kindByDeed(
    _ amount: Amount, from start: Int, behind: [Clause.Word]
  ) -> PriceKind? {
    let before = text(start..<amount.range.lowerBound)
    let isPaidWith = before.hasSuffix("人民币") ? String(before.dropLast(3)) : before
    guard isPaidWith.ends(withAnyOf: "以 按 支付 以总价 以现金 以最高价 以最高报价 报价 为") else {
      return nil
    }
    for word in behind {
      switch word.part {
      case .wins, .stage(.concluded), .gives: return takesBack ? nil : .deal
      case .takesBack, .paid, .label(.price(.compensation)): return .compensation
      case .mode where !takesBack: return .deal
      default: continue
      }
    }
    return takesBack && isPaidWith.hasSuffix("支付") ? .compensation : nil
  }

  /// The words between a sum and the next comma.
  private func words(behind amount: Amount, in clause: Clause) -> [Clause.Word] {
    clause.words.filter { $0.range.lowerBound >= amount.range.upperBound }
  }

  /// Whether nothing but fillers stands between: (大写：…), 即…, ¥….
  private func isContinued(_ range: Range<Int>) -> Bool {
    var words = text(range)
    for filler in [
      "大写", "小写", "人民币", "RMB", "合计", "共计", "即", "计", "为", "约", "¥", "￥", "折合", "每亩", "(", ")", ":",
      "：",
    ] {
      words = words.replacingOccurrences(of: filler, with: "")
    }
    return words.isEmpty
  }

  /// Two writings of one sum are one; a sum of parts stands for them.
  private func merged(_ sums: [Sum]) -> [Sum] {
    var result: [Sum] = []
    for sum in sums
    where !result.contains(where: {
      $0.kind == sum.kind && abs($0.yuan - sum.yuan) < 0.5 && $0.place + 60 > sum.place
    }) {
      result.append(sum)
    }
    return result
  }

  // MARK: Numbers

  private func amounts(in clause: Clause) -> [Amount] {
    var amounts: [Amount] = []
    var index = firstToken(from: clause.range.lowerBound)
    while let token = grammar.tokens[safe: index], token.range.lowerBound < clause.range.upperBound
    {
      if let amount = amount(at: index, in: clause) { amounts.append(amount) }
      index += 1
    }
    var place = clause.range.lowerBound
    while place < clause.range.upperBound {
      if let sum = CapitalNumerals.yuan(in: text, at: place), sum.value > 1 {
        amounts.append(Amount(range: place..<place + sum.length, yuan: sum.value))
        place += sum.length
      } else {
        place += 1
      }
    }
    return amounts.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func amount(at index: Int, in clause: Clause) -> Amount? {
    guard case .number(let value) = grammar.kind(index), let token = grammar.tokens[safe: index]
    else { return nil }
    let next = grammar.skippingBreaks(index + 1)
    func rounded(_ unit: Double) -> Double { (value * unit * 100).rounded() / 100 }
    if case .money(let unit) = grammar.kind(next),
      let end = grammar.tokens[safe: next]?.range.upperBound
    {
      let tail = String(text[end..<min(end + 4, text.count)])
      let per: Unit =
        tail.hasPrefix("每亩") || tail.hasPrefix("/亩")
        ? .perMu
        : tail.hasPrefix("/") || tail.hasPrefix("每平") || tail.hasPrefix("每公") ? .other : .whole
      // 3.6万元/年 is a year's rent, whole.
      let isYearly = tail.hasPrefix("/年")
      return Amount(
        range: token.range.lowerBound..<end, yuan: rounded(unit), unit: isYearly ? .whole : per)
    }
    let unit = grammar.plain(next)
    if let factor = unit.hasPrefix("万元/") ? 10_000 : unit.hasPrefix("元/") ? 1 : nil as Double?,
      let end = grammar.tokens[safe: next]?.range.upperBound
    {
      let per: Unit = unit.hasSuffix("/亩") ? .perMu : unit.hasSuffix("/年") ? .whole : .other
      return Amount(range: token.range.lowerBound..<end, yuan: rounded(factor), unit: per)
    }
    // 成交价(万元):5430, the unit standing in the label.
    let start = token.range.lowerBound
    let head = text(max(clause.range.lowerBound, start - 8)..<start)
    for (mark, unit) in [("(万元):", 10_000.0), ("(元):", 1), ("(亿元):", 100_000_000)]
    where head.hasSuffix(mark) {
      return Amount(range: token.range, yuan: rounded(unit))
    }
    if head.hasSuffix("(万元/亩):") {
      return Amount(range: token.range, yuan: rounded(10_000), unit: .perMu)
    }
    return nil
  }

  private func firstToken(from place: Int) -> Int {
    grammar.token(at: place)
  }

  private func text(_ range: Range<Int>) -> String { String(text[range]) }
}

extension Grammar {
  /// The first token that begins at or behind a scalar.
  func token(at place: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
