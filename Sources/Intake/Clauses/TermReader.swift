import Foundation
import Planning
import Terms

/// Reads for how many years land is given: 出让年限50年, 出让年限分别为住宅70年、商业40年.
struct TermReader {
  /// A term at a place.
  struct Term {
    var term: UseTerm
    var place: Int
  }

  let grammar: Grammar
  private var text: [Unicode.Scalar] { grammar.prose.plain }

  /// The terms of some clauses of one sentence.
  ///
  /// A clause without the label goes on with the list of the one before: 住宅出让年限70年,商业40年.
  func terms(in clauses: [Clause]) -> [Term] {
    var terms: [Term] = []
    var isOpen = false
    for clause in clauses where !clause.isConditional {
      let labels = clause.words.filter {
        $0.part == .label(.term) || isRent($0.part)
      }
      var start = clause.range.lowerBound
      var found = false
      var index = grammar.token(at: start)
      while let token = grammar.tokens[safe: index],
        token.range.lowerBound < clause.range.upperBound
      {
        defer { index += 1 }
        guard let years = years(at: index, until: clause.range.upperBound) else { continue }
        let label = labels.last { $0.range.upperBound <= token.range.lowerBound }
        guard isOpen || label != nil, start <= token.range.lowerBound else { continue }
        let from = max(start, label?.range.upperBound ?? start)
        let use =
          useName(from..<token.range.lowerBound)
          ?? label.flatMap { useName(start..<max(start, $0.range.lowerBound)) }
        start = years.end
        // A clause of its own that is no use with its years ends the list.
        let isNamed = use != nil
        guard label != nil || isNamed else { continue }
        if let label, isRent(label.part), from != token.range.lowerBound { continue }
        if isBound(from..<token.range.lowerBound) { continue }
        terms.append(
          Term(term: UseTerm(landUseName: use, years: years.value), place: token.range.lowerBound))
        found = true
      }
      isOpen = found || !labels.isEmpty && !labels.allSatisfy { isRent($0.part) }
    }
    return terms
  }

  /// 租赁5年: the word of the way stands for the label.
  private func isRent(_ part: ClauseWord) -> Bool {
    if case .mode(let kind) = part { return kind.precedesItsTerm }
    return false
  }

  /// A whole number of years, not a date, an age or a limit of time: 50年.
  private func years(at index: Int, until end: Int) -> (value: Double, end: Int)? {
    guard let token = grammar.tokens[safe: index] else { return nil }
    var value: Double?
    var next = token.range.upperBound
    if case .number(let number) = grammar.kind(index) { value = number }
    if value == nil, let first = text[safe: token.range.lowerBound], Numerals.isNumeral(first),
      !Numerals.isNumeral(text[safe: token.range.lowerBound - 1] ?? " ")
    {
      next = token.range.lowerBound
      while let scalar = text[safe: next], Numerals.isNumeral(scalar) { next += 1 }
      value = Numerals.count(text[token.range.lowerBound..<next]).map(Double.init)
    }
    guard let value, value > 0, value <= 99, text[safe: next] == "年", next < end else { return nil }
    // 70/40年: which use has which is not said here.
    if let before = text[safe: token.range.lowerBound - 1], "/-~".unicodeScalars.contains(before) {
      return nil
    }
    if let behind = text[safe: next + 1], "月内后前来以度底初第之".unicodeScalars.contains(behind) {
      return nil
    }
    return (value, next + 1)
  }

  /// 不超过45年, 已满2年: no term but a bound or what has passed.
  private func isBound(_ range: Range<Int>) -> Bool {
    String(text[range]).mentions(anyOf: "不超过 超过 最长 满 闲置 已 剩余 不少于 不得 每")
  }

  private func useName(_ range: Range<Int>) -> String? {
    guard range.lowerBound < range.upperBound else { return nil }
    var words = Substring(String(text[range]))
    for mark in ["年限", "分别", "规划用途", "土地用途", "用途"] {
      if let end = words.range(of: mark, options: .backwards) { words = words[end.upperBound...] }
    }
    words = words.drop { "、,:;()/为是的及和与其中按约设定由".contains($0) }
    while let last = words.last, "为是:(的约、".contains(last) { words = words.dropLast() }
    guard (2...24).contains(words.count), !words.contains(where: \.isNumber) else { return nil }
    let isUse =
      words.hasSuffix("用地")
      || words.mentions(
        anyOf: "住宅 居住 商业 商服 商务 工业 仓储 物流 办公 科研 教育 文化 医疗 体育 旅馆 酒店 餐饮 零售 批发 娱乐 公共 公用 停车 旅游 综合 其他")
    return isUse ? String(words) : nil
  }
}
