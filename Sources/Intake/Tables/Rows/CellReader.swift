import Foundation
import Planning
import Terms

/// Reads the text of one cell with the grammar of running text.
struct CellReader {
  let vocabulary: LandUseVocabulary
  let useNames: PhraseTable<Token.Kind>
  let date: CalendarDate?

  /// Whether a cell says that there is nothing: blank, a dash, a slash, 无.
  static func isNothing(_ cell: String) -> Bool { nothing.contains(cell) }

  private static let nothing: Set<String> = [
    "", Table.merged, "-", "--", "---", "—", "——", "－", "/", "／", "无", "\\", "一", "暂无", "不涉及", "…",
    "～", "*", "不作要求", "不限", "不控制", "不作规定", "/\u{3000}",
  ]

  private func grammar(_ cell: String) -> Grammar {
    let prose = Prose([SourceLine(number: 1, text: cell)])
    return Grammar(prose, vocabulary: vocabulary, useNames: useNames, date: date)
  }

  /// An area; the unit of the heading holds where the cell prints none.
  func area(_ cell: String, unit: AreaUnit?) -> StatedArea? {
    let grammar = grammar(cell)
    guard let read = grammar.area(at: 0, unit: unit) else { return nil }
    guard let rest = grammar.kind(read.end), rest != .close else { return read.area }
    return grammar.kind(read.end) == .open ? read.area : nil
  }

  /// An interval; the sign of the heading holds where the cell prints a bare number.
  ///
  /// - Parameters:
  ///   - isPer100: whether the heading says that numbers are per 100 m².
  ///   - isWhole: whether the cell must say nothing else.
  func interval(
    _ cell: String, of indicator: Indicator, sign: BoundSign?, isPer100: Bool,
    isWhole: Bool = false
  ) -> Interval? {
    var read = interval(cell, of: indicator, sign: sign, isWhole: isWhole)
    if isPer100 { read?.isPer100SquareMetres = true }
    return read
  }

  private func interval(
    _ cell: String, of indicator: Indicator, sign: BoundSign?, isWhole: Bool
  ) -> Interval? {
    let grammar = grammar(CellReader.named(cell, indicator))
    if let sign, let value = grammar.quantity(at: 0),
      grammar.kind(grammar.skippingUnit(value.end, for: indicator)) == nil
        || grammar.kind(value.end) == .metre
    {
      guard let bare = grammar.bounds(of: indicator, at: 0)?.interval else { return nil }
      return grammar.signed(bare, by: sign)
    }
    let leading = grammar.leadingInterval(at: 0).flatMap {
      $0.indicator == indicator ? (interval: $0.interval, end: $0.end) : nil
    }
    if let leading { return isWhole && grammar.kind(leading.end) != nil ? nil : leading.interval }
    guard let read = grammar.interval(of: indicator, at: 0) else { return nil }
    return isWhole && grammar.kind(read.end) != nil ? nil : read.interval
  }

  /// A cell with the letter that stands for the indicator written out: `1.2≤R≤2.0`, `R≥1.5`.
  private static func named(_ cell: String, _ indicator: Indicator) -> String {
    let text = SourceLine(number: 1, text: cell).compact
    let letters = text.unicodeScalars.contains { $0.isLatin }
    guard letters else { return cell }
    let signs = "≤≥<>=".unicodeScalars
    let scalars = Array(text.unicodeScalars)
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      var end = index
      while end < scalars.count, scalars[end].isLatin { end += 1 }
      let touchesSign =
        index > 0 && signs.contains(scalars[index - 1])
        || end < scalars.count && signs.contains(scalars[end])
      if end > index, touchesSign, index == 0 || !scalars[index - 1].isDigit {
        // In front the heading says it already.
        if index > 0 { result += Array(indicator.name[.zh].unicodeScalars) }
        index = end
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    return String(result)
  }

  /// Land uses from a name and a code cell, either of which may hold both.
  func uses(name: String, code: String) -> (uses: [LandUse], hasCode: Bool, text: String?)? {
    let grammar = grammar(name)
    let phrase = name.isEmpty ? nil : grammar.landUse(at: 0, isLabelled: true)
    let codes = LandUseCode.codes(in: SourceLine(number: 1, text: code).compact)
    if codes.isEmpty {
      guard let phrase, grammar.kind(phrase.end) == nil || phrase.hasCode || name.count <= 30 else {
        return nil
      }
      // A cell that only names a use the grammar does not know is still its name.
      if grammar.kind(phrase.end) != nil, !phrase.hasCode {
        let whole = name.filter { !$0.isWhitespace }
        return (grammar.uses(names: [whole], codes: []), false, whole)
      }
      return (phrase.uses, phrase.hasCode, phrase.printed)
    }
    let names = phrase.map { $0.uses.compactMap(\.name) } ?? []
    return (grammar.uses(names: names, codes: codes), true, phrase?.printed)
  }

  /// Land uses from names and codes that were told apart already.
  func uses(names: [String], codes: [String]) -> [LandUse] {
    grammar("").uses(names: names, codes: codes)
  }

  /// A sum of money in yuan; the unit of the heading holds where the cell prints none.
  func amount(_ cell: String, unit: Double) -> Double? {
    let grammar = grammar(cell)
    guard case .number(let value) = grammar.kind(0) else { return nil }
    var factor = unit
    if case .money(let printed) = grammar.kind(1) { factor = printed }
    return (value * factor * 100).rounded() / 100
  }

  /// The one parcel that a line names, `nil` where it names none or several.
  func parcel(in line: String) -> String? {
    let grammar = grammar(line)
    for index in grammar.tokens.indices {
      guard let phrase = grammar.parcels(at: index), phrase.isCertain else { continue }
      return phrase.ids.count == 1 ? phrase.ids[0] : nil
    }
    return nil
  }

  /// How land is supplied.
  static func mode(_ cell: String) -> TransactionKind? {
    TransactionKind.cells.first { cell.has($0.word) }?.kind
  }

  /// A whole number.
  static func integer(_ cell: String) -> Int? {
    Int(String(SourceLine(number: 1, text: cell).compact.prefix { $0.isASCII && $0.isNumber }))
  }
}
