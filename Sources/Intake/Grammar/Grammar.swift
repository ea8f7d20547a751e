import Planning

/// The grammar of land documents over the tokens of one document.
///
/// Each `…(at:)` function reads one phrase from a token on and returns it with the index of the
/// token behind it, or `nil` where the phrase is not there. They read and never move.
struct Grammar {
  let prose: Prose
  let tokens: [Token]
  let vocabulary: LandUseVocabulary
  /// The document's day, which decides the scheme of bare codes.
  let date: CalendarDate?

  init(
    _ prose: Prose, vocabulary: LandUseVocabulary, useNames: PhraseTable<Token.Kind>,
    date: CalendarDate?
  ) {
    self.prose = prose
    self.vocabulary = vocabulary
    self.date = date
    tokens = Symbols.settled(Lexer.tokens(of: prose, useNames: useNames), of: prose)
  }

  /// The kind of a token, `nil` behind the end.
  func kind(_ index: Int) -> Token.Kind? { tokens[safe: index]?.kind }

  /// The text of a token as printed.
  func text(_ index: Int) -> String {
    guard let token = tokens[safe: index] else { return "" }
    return prose.text(token.range)
  }

  /// The text of a token in one spelling.
  func plain(_ index: Int) -> String {
    guard let token = tokens[safe: index] else { return "" }
    return String(prose.plain[token.range])
  }

  /// The text of some tokens as printed.
  func text(_ range: Range<Int>) -> String {
    guard let first = tokens[safe: range.lowerBound], let last = tokens[safe: range.upperBound - 1],
      range.lowerBound < range.upperBound
    else { return "" }
    return prose.text(first.range.lowerBound..<last.range.upperBound)
  }

  /// The line a token lies on.
  func line(_ index: Int) -> Int {
    guard let token = tokens[safe: min(index, tokens.count - 1)] else { return 1 }
    return prose.lines(of: token.range.lowerBound..<token.range.lowerBound + 1).first
  }

  /// The first token from `index` on that is not a soft break.
  func skippingBreaks(_ index: Int) -> Int {
    var index = index
    while kind(index) == .softBreak { index += 1 }
    return index
  }

  /// Skips words that stand between a label and its value and change nothing.
  func skippingFillers(_ index: Int) -> Int {
    var index = index
    while let kind = kind(index) {
      switch kind {
      case .softBreak, .colon, .keyword(.copula), .keyword(.filler), .keyword(.each): index += 1
      default: return index
      }
    }
    return index
  }

  /// The index behind the bracket that closes the one at `index`, `nil` where none does within reach.
  func closing(_ index: Int) -> Int? {
    var depth = 0
    for place in index..<min(tokens.count, index + 80) {
      switch tokens[place].kind {
      case .open: depth += 1
      case .close:
        depth -= 1
        if depth == 0 { return place + 1 }
      case .paragraph: return nil
      default: break
      }
    }
    return nil
  }
}
