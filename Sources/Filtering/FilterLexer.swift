/// One word or sign of a filter's text.
struct FilterToken: Hashable {
  enum Kind: Hashable {
    /// A bare word: a property, a keyword, a function.
    case word
    /// A property in double quotes.
    case quoted
    /// A text in single quotes.
    case text
    case number
    case sign
    case end
  }

  let kind: Kind
  /// What it says, quotes taken off.
  let text: String
  /// Where it begins, in characters from 0.
  let offset: Int
  /// The word in capitals, by which keywords are told; empty of other kinds.
  let keyword: String

  init(_ kind: Kind, _ text: String, at offset: Int) {
    self.kind = kind
    self.text = text
    self.offset = offset
    keyword = kind == .word ? text.uppercased() : ""
  }

  /// Whether it is a sign or a keyword.
  func `is`(_ word: String) -> Bool { kind == .sign ? text == word : keyword == word }
}

/// Cuts a filter's text into words and signs.
struct FilterLexer {
  private let scalars: [Unicode.Scalar]
  private var place = 0

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The words and signs of a text, an end behind them.
  static func tokens(of text: String) throws(FilterError) -> [FilterToken] {
    var lexer = FilterLexer(text)
    var tokens: [FilterToken] = []
    while let token = try lexer.next() { tokens.append(token) }
    tokens.append(FilterToken(.end, "", at: lexer.scalars.count))
    return tokens
  }

  private func scalar(_ index: Int) -> Unicode.Scalar? {
    index < scalars.count ? scalars[index] : nil
  }

  private mutating func next() throws(FilterError) -> FilterToken? {
    while let scalar = scalar(place), scalar.properties.isWhitespace { place += 1 }
    guard let first = scalar(place) else { return nil }
    let start = place
    if first == "'" || first == "\"" { return try quoted(by: first) }
    if isDigit(first) || first == "." && scalar(place + 1).map(isDigit) == true {
      return try number()
    }
    if FilterLexer.beginsName(first) {
      while let scalar = scalar(place), FilterLexer.continuesName(scalar) { place += 1 }
      return FilterToken(.word, string(start..<place), at: start)
    }
    for sign in ["<>", "<=", ">="] where string(start..<min(start + 2, scalars.count)) == sign {
      place += 2
      return FilterToken(.sign, sign, at: start)
    }
    guard "(),=<>+-*/%^".unicodeScalars.contains(first) else {
      throw FilterError(
        .unexpected, seen: String(first), at: start, expected: FilterLexer.meant(by: first))
    }
    place += 1
    return FilterToken(.sign, String(first), at: start)
  }

  /// A text or a name in quotes; the quote is doubled inside, in texts also behind a `\`.
  private mutating func quoted(by quote: Unicode.Scalar) throws(FilterError) -> FilterToken {
    let start = place
    var content = String.UnicodeScalarView()
    place += 1
    while let scalar = scalar(place) {
      place += 1
      if scalar == quote {
        guard self.scalar(place) == quote else {
          let kind: FilterToken.Kind = quote == "'" ? .text : .quoted
          return FilterToken(kind, String(content), at: start)
        }
        place += 1
      } else if scalar == "\\", quote == "'", self.scalar(place) == "'" {
        content.append("'")
        place += 1
        continue
      }
      content.append(scalar)
    }
    throw FilterError(.unexpected, seen: "", at: place, expected: [String(quote)])
  }

  private mutating func number() throws(FilterError) -> FilterToken {
    let start = place
    while scalar(place).map(isDigit) == true { place += 1 }
    if scalar(place) == "." {
      place += 1
      while scalar(place).map(isDigit) == true { place += 1 }
    }
    if scalar(place) == "e" || scalar(place) == "E" {
      let sign = scalar(place + 1) == "+" || scalar(place + 1) == "-" ? 1 : 0
      if scalar(place + 1 + sign).map(isDigit) == true {
        place += 1 + sign
        while scalar(place).map(isDigit) == true { place += 1 }
      }
    }
    if let next = scalar(place), FilterLexer.continuesName(next) {
      var end = place
      while let next = scalar(end), FilterLexer.continuesName(next) { end += 1 }
      throw FilterError(
        .unexpected, seen: string(start..<end), at: start, expected: ["'\(string(start..<end))'"])
    }
    return FilterToken(.number, string(start..<place), at: start)
  }

  private func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  // MARK: Names

  /// Source: the production `identifierStart` of CQL2, without the marks of CJK punctuation and of
  /// full width, which in a bare name are slips of the input method.
  private static func beginsName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3A, 0x5F, 0x41...0x5A, 0x61...0x7A: true
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFE: true
    case 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF: true
    case 0x3005...0x3007, 0x3021...0x302F, 0x3031...0xD7FF: true
    case 0xF900...0xFDCF, 0xFDF0...0xFDFF, 0xFE70...0xFEFE: true
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF66...0xFFDC: true
    case 0x10000...0xEFFFF: true
    default: false
    }
  }

  private static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E, 0x30...0x39, 0x300...0x36F, 0x203F...0x2040, 0xFF10...0xFF19: true
    default: beginsName(scalar)
    }
  }

  /// What was probably meant by a sign of an input method or of another language.
  private static func meant(by scalar: Unicode.Scalar) -> [String] {
    switch scalar {
    case "，", "、": [","]
    case "（": ["("]
    case "）": [")"]
    case "＝": ["="]
    case "＞": [">"]
    case "＜": ["<"]
    case "≥": [">="]
    case "≤": ["<="]
    case "≠", "!": ["<>"]
    case "“", "”", "‘", "’": ["'"]
    case "%", "％": ["%"]
    default: []
    }
  }
}
