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

  func grammar(_ cell: String) -> Grammar {
    let prose = Prose([SourceLine(number: 1, text: cell)])
    return Grammar(prose, vocabulary: vocabulary, useNames: useNames, date: date)
  }

  /// An area; the unit of the heading holds where the cell prints none.
  func area(_ cell: String, unit: AreaUnit?) -> StatedArea? {
    // 净用地18亩: a word that says what is measured stands before.
    let head = cell.prefix { !$0.isNumber }
    let isNamed = head.count <= 8 && head.ends(withAnyOf: "用地 净地 面积 用地面积 实测")
    let grammar = grammar(isNamed ? String(cell[head.endIndex...]) : cell)
    guard let read = grammar.area(at: 0, unit: unit) else { return nil }
    switch grammar.kind(read.end) {
    // The same in another unit may stand behind: `20000（30亩）`, `20000/30`.
    case nil, .close, .open, .slash: return read.area
    default: return nil
    }
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
    let read = bounds(cell, column: indicator, sign: sign, isPer100: isPer100)
    guard read.values.count == 1, let value = read.values.first, value.indicator == indicator,
      !isWhole || read.isWhole
    else { return nil }
    return value.interval
  }

  /// The bounds that a cell states.
  struct Bounds {
    var values: [(indicator: Indicator, interval: Interval, previous: Interval?)] = []
    /// Whether nothing with a number was left over.
    var isWhole = true
    /// Whether it gives one indicator two values, for parts of the land perhaps: then none is taken.
    var isContradictory = false
    /// Whether the cell says that nothing is asked.
    var isUnlimited = false
  }

  /// All bounds of a cell, which may name its indicators, repeat that of its column, or write letters
  /// for them.
  ///
  /// - Parameters:
  ///   - column: the indicator that the heading names, `nil` where the cell names all by itself.
  ///   - sign: which end a bare number is, where the heading or a note says so.
  func bounds(
    _ cell: String, column: Indicator?, sign: BoundSign?, isPer100: Bool = false
  ) -> Bounds {
    let grammar = grammar(cell)
    var read = Bounds()
    var name = column
    var place = 0
    var doubtful: Set<Indicator> = []
    func put(_ indicator: Indicator, _ phrase: Grammar.IntervalPhrase, from start: Int) {
      defer { place = max(phrase.end, place + 1) }
      guard var interval = phrase.interval else {
        read.isUnlimited = true
        return
      }
      if let sign, indicator == column, let bare = grammar.quantity(at: start),
        interval == Interval(bare: grammar.scaled(bare, for: indicator), of: indicator)
      {
        interval = grammar.signed(interval, by: sign)
      }
      if isPer100, indicator == column { interval.isPer100SquareMetres = true }
      if let known = read.values.firstIndex(where: { $0.indicator == indicator }) {
        if let joined = read.values[known].interval.joined(interval) {
          read.values[known].interval = joined
        } else {
          doubtful.insert(indicator)
        }
      } else {
        read.values.append((indicator, interval, phrase.previous))
      }
    }
    while let kind = grammar.kind(place) {
      switch kind {
      case .indicator(let named):
        name = named
        guard let phrase = grammar.interval(of: named, at: place + 1) else {
          place += 1
          continue
        }
        put(named, phrase, from: grammar.skippingFillers(place + 1))
      case .number, .dashed, .comparison, .keyword(.unlimited), .keyword(.from),
        .keyword(.adjustTo),
        .places:
        if let leading = grammar.leadingInterval(at: place) {
          put(
            leading.indicator, .init(interval: leading.interval, previous: nil, end: leading.end),
            from: leading.end)
          name = nil
        } else if let own = name, let phrase = grammar.interval(of: own, at: place) {
          put(own, phrase, from: place)
        } else {
          if case .number = kind { read.isWhole = false }
          if case .dashed = kind { read.isWhole = false }
          place += 1
        }
      case .otherIndicator, .areaLabel:
        // What follows is of something else, up to the next stop.
        name = nil
        place += 1
      case .sentenceEnd, .comma, .listComma, .softBreak, .paragraph:
        // Behind a stop a number without name is an ordinal, but under the heading of an indicator.
        if column == nil || read.values.isEmpty { name = column }
        place += 1
      case .identifier:
        if !isLetter(grammar, at: place) { read.isWhole = false }
        place += 1
      default: place += 1
      }
    }
    if !doubtful.isEmpty {
      read.isWhole = false
      read.isContradictory = true
      read.values.removeAll { doubtful.contains($0.indicator) }
    }
    return read
  }

  /// A letter beside a sign stands for what the heading names.
  private func isLetter(_ grammar: Grammar, at index: Int) -> Bool {
    if case .comparison = grammar.kind(index + 1) { return true }
    return !grammar.plain(index).unicodeScalars.contains(where: \.isDigit)
  }

  /// Whether a text is a bound: `≤2.0`, `R≥1.2`, `不大于30%`.
  static func isBound(_ text: String) -> Bool {
    text.mentions(anyOf: "≤ ≥ < > 不大于 不小于 不高于 不低于 不超过")
      && text.unicodeScalars.contains(where: \.isDigit)
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
    let uses = grammar.shared(
      grammar.uses(names: names, codes: codes), phrase?.shares ?? [:])
    return (uses, true, phrase?.printed)
  }

  /// Land uses from names and codes that were told apart already.
  func uses(names: [String], codes: [String]) -> [LandUse] {
    grammar("").uses(names: names, codes: codes)
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

  /// How far an act has come, where a cell tells it.
  static func stage(_ cell: String) -> ActStage? {
    let text = SourceLine(number: 1, text: cell).compact
    return ActStage.cells.first { $0.pattern.matches(text) }?.stage
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
