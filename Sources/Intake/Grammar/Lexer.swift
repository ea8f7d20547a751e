import Planning

/// Cuts prose into the words of the grammar.
struct Lexer {
  private let prose: Prose
  private let useNames: PhraseTable<Token.Kind>
  private let numbers: [Int: Int]
  private var tokens: [Token] = []
  private var index = 0

  private init(_ prose: Prose, useNames: PhraseTable<Token.Kind>) {
    self.prose = prose
    self.useNames = useNames
    numbers = ParcelNumberScanner.lengths(in: prose)
  }

  /// The tokens of some prose.
  static func tokens(of prose: Prose, useNames: PhraseTable<Token.Kind>) -> [Token] {
    var lexer = Lexer(prose, useNames: useNames)
    lexer.run()
    return lexer.tokens
  }

  private mutating func run() {
    let text = prose.plain
    tokens.reserveCapacity(text.count)
    while index < text.count {
      switch prose.breaks[index] {
      case .none: break
      case .soft: emit(.softBreak, 0)
      case .paragraph: emit(.paragraph, 0)
      }
      if let length = numbers[index] {
        emit(.identifier, length)
      } else if text[index].isDigit || text[index].isLatin {
        run(text)
      } else if let name = useNames.match(text, at: index), !isLongerPhrase(than: name.length) {
        emit(name.value, name.length)
      } else if let phrase = Lexicon.phrases.match(text, at: index) {
        emit(phrase.value, phrase.length)
      } else {
        emit(.other, 1)
      }
    }
  }

  private func isLongerPhrase(than length: Int) -> Bool {
    guard let phrase = Lexicon.phrases.match(prose.plain, at: index) else { return false }
    return phrase.length > length
  }

  private mutating func emit(_ kind: Token.Kind, _ length: Int) {
    tokens.append(Token(kind: kind, range: index..<index + length))
    index += length
  }

  /// A number, a range, a unit or an identifier: a run of Latin letters and digits.
  private mutating func run(_ text: [Unicode.Scalar]) {
    let end = runEnd(text)
    if let length = numberLength(text, end: end) {
      number(text, length: length, end: end)
      return
    }
    if !text[index].isDigit, let unit = Lexicon.phrases.match(text, at: index),
      index + unit.length == end
    {
      emit(isUnit(unit.value) && !followsNumber ? .identifier : unit.value, unit.length)
      return
    }
    emit(.identifier, end - index)
  }

  private var followsNumber: Bool {
    switch tokens.last?.kind {
    case .number, .dashed: true
    case .open: true
    default: false
    }
  }

  private func isUnit(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .metre, .area: true
    default: false
    }
  }

  /// Where a run of letters and digits with inner dashes and points ends.
  private func runEnd(_ text: [Unicode.Scalar]) -> Int {
    var end = index
    while end < text.count {
      let scalar = text[end]
      if scalar.isDigit || scalar.isLatin {
        if end > index, prose.breaks[end] == .paragraph { break }
        end += 1
        continue
      }
      guard end > index, let next = text[safe: end + 1] else { break }
      let joins =
        switch scalar {
        case "-", "_": next.isDigit || next.isLatin
        case ".": text[end - 1].isDigit && next.isDigit
        case ",": isThousandsSeparator(text, at: end)
        default: false
        }
      guard joins else { break }
      end += 1
    }
    return end
  }

  /// A comma between groups of exactly three digits, printed as an ASCII comma.
  private func isThousandsSeparator(_ text: [Unicode.Scalar], at place: Int) -> Bool {
    guard prose.printed[place] == ",", text[place - 1].isDigit else { return false }
    let next = text[(place + 1)...].prefix { $0.isDigit }
    guard next.count == 3 else { return false }
    let after = text[safe: place + 4]
    if let after, after.isLatin || after == "-" { return false }
    let before = text[index..<place].reversed().prefix { $0.isDigit }.count
    return (1...3).contains(before)
  }

  /// How many scalars from `index` are one plain decimal number, given that the run ends at `end`;
  /// `nil` where the run is an identifier.
  private func numberLength(_ text: [Unicode.Scalar], end: Int) -> Int? {
    guard text[index].isDigit else { return nil }
    var place = index
    var points = 0
    while place < end, text[place].isDigit || text[place] == "." || text[place] == "," {
      if text[place] == "." { points += 1 }
      place += 1
    }
    guard points <= 1 else { return nil }
    if place == end { return place - index }
    if text[place] == "-" {
      var second = place + 1
      var secondPoints = 0
      while second < end, text[second].isDigit || text[second] == "." {
        if text[second] == "." { secondPoints += 1 }
        second += 1
      }
      guard second > place + 1, secondPoints <= 1 else { return nil }
      if second == end { return second - index }
      return unitEnds(text, at: second, end: end) ? second - index : nil
    }
    return unitEnds(text, at: place, end: end) ? place - index : nil
  }

  /// Whether the rest of a run is a unit glued to its number: `30m`, `5hm2`.
  private func unitEnds(_ text: [Unicode.Scalar], at place: Int, end: Int) -> Bool {
    guard let unit = Lexicon.phrases.match(text, at: place) else { return false }
    return isUnit(unit.value) && place + unit.length >= end
  }

  private mutating func number(_ text: [Unicode.Scalar], length: Int, end: Int) {
    let digits = text[index..<index + length].filter { $0 != "," }
    let parts = String(digits).split(separator: "-")
    if parts.count == 2, let low = Double(parts[0]), let high = Double(parts[1]) {
      emit(.dashed(low, high), length)
    } else if let value = Double(String(digits)) {
      emit(.number(value), length)
    } else {
      emit(.identifier, length)
    }
  }
}
