internal import Planning
internal import Terms

/// One word or sign of a filter's text.
struct FilterToken {
  enum Kind: Hashable {
    /// A bare word: a property, a keyword, a function.
    case word
    /// A property in double quotes.
    case quoted
    /// A text in single quotes.
    case text
    case number
    case sign
    /// What is no word of the language; it is wrong only where it is read as one.
    case invalid(FilterError)
    case end
  }

  let kind: Kind
  /// What it says, quotes taken off; of a sign its usual form.
  let text: String
  /// The unit behind a number.
  let unit: FilterUnit?
  /// Where it begins, in characters from 0.
  let offset: Int
  /// The word in capitals, by which keywords are told; empty of other kinds.
  let keyword: String

  init(_ kind: Kind, _ text: String, unit: FilterUnit? = nil, at offset: Int) {
    self.kind = kind
    self.text = text
    self.unit = unit
    self.offset = offset
    keyword = kind == .word ? FilterLexer.keyword(text) : ""
  }

  /// Whether it is a sign or a keyword.
  func `is`(_ word: String) -> Bool { kind == .sign ? text == word : keyword == word }
}

/// Cuts a filter's text into words and signs, as they are asked for.
struct FilterLexer {
  private let scalars: [Unicode.Scalar]
  private var place = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The next word or sign; behind the last an end, as often as one asks.
  mutating func next() -> FilterToken {
    while let scalar = scalar(place), scalar.properties.isWhitespace { place += 1 }
    guard let first = scalar(place) else { return FilterToken(.end, "", at: scalars.count) }
    let start = place
    if let closing = FilterLexer.quotes[first] { return quoted(by: first, closing) }
    if digit(first) != nil || first == "." && scalar(place + 1).flatMap(digit) != nil {
      return number()
    }
    if FilterLexer.beginsName(first) {
      while let scalar = scalar(place), FilterLexer.continuesName(scalar) { place += 1 }
      return FilterToken(.word, string(start..<place), at: start)
    }
    for (written, word) in [("&&", "AND"), ("||", "OR")]
    where string(start..<min(start + 2, scalars.count)) == written {
      place += 2
      return FilterToken(.word, word, at: start)
    }
    place += 1
    let sign = FilterLexer.signs[first] ?? String(first)
    if let second = scalar(place).map({ FilterLexer.signs[$0] ?? String($0) }),
      let both = FilterLexer.pairs[sign + second]
    {
      place += 1
      return FilterToken(.sign, both, at: start)
    }
    guard FilterLexer.allSigns.contains(sign) else {
      return invalid(String(first), at: start, expected: sign == "!" ? ["<>"] : [])
    }
    return FilterToken(.sign, sign, at: start)
  }

  /// A value that stands without quotes: what is there up to the next AND or OR, to the bracket that
  /// closes what was opened before it, or, in a list, to the comma.
  ///
  /// - Parameter offset: where it begins.
  func bare(from offset: Int, inList: Bool) -> (text: String, end: Int) {
    var depth = 0
    var end = offset
    while let scalar = scalar(end) {
      let sign = FilterLexer.signs[scalar] ?? String(scalar)
      if sign == ")" {
        if depth == 0 { break }
        depth -= 1
      } else if sign == "(" {
        depth += 1
      } else if inList, depth == 0, sign == "," {
        break
      } else if scalar.properties.isWhitespace, isJoint(behind: end) {
        break
      }
      end += 1
    }
    let text = string(offset..<end)
    let kept = text.reversed().drop { $0.isWhitespace }.reversed()
    return (String(kept), end)
  }

  /// Goes to a place in the text.
  mutating func move(to offset: Int) { place = offset }

  /// Whether behind the blanks at a place AND or OR joins what follows.
  private func isJoint(behind start: Int) -> Bool {
    var begin = start
    while let scalar = scalar(begin), scalar.properties.isWhitespace { begin += 1 }
    var end = begin
    while let scalar = scalar(end), !scalar.properties.isWhitespace, end < begin + 4,
      FilterLexer.signs[scalar] ?? "" != "(", scalar != "("
    {
      end += 1
    }
    return FilterLexer.joints.contains(FilterLexer.keyword(string(begin..<end)))
  }

  private func scalar(_ index: Int) -> Unicode.Scalar? {
    index < scalars.count ? scalars[index] : nil
  }

  private func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private func invalid(
    _ seen: String, at offset: Int, expected: [String] = []
  ) -> FilterToken {
    FilterToken(
      .invalid(FilterError(.unexpected, seen: seen, at: offset, expected: expected)), seen,
      at: offset)
  }

  /// A text or a name in quotes; the quote is doubled inside, in texts also behind a `\`.
  private mutating func quoted(
    by opening: Unicode.Scalar, _ closing: Unicode.Scalar
  ) -> FilterToken {
    let start = place
    let isText = opening == "'" || opening == "‘"
    var content = String.UnicodeScalarView()
    place += 1
    while let scalar = scalar(place) {
      place += 1
      if scalar == closing {
        guard opening == closing, self.scalar(place) == closing else {
          return FilterToken(isText ? .text : .quoted, String(content), at: start)
        }
        place += 1
      } else if scalar == "\\", isText, self.scalar(place) == closing {
        content.append(closing)
        place += 1
        continue
      }
      content.append(scalar)
    }
    return FilterToken(
      .invalid(FilterError(.unexpected, seen: "", at: place, expected: [String(closing)])),
      String(opening), at: start)
  }

  /// A number, of half or full width, with the unit behind it.
  private mutating func number() -> FilterToken {
    let start = place
    var written = ""
    func digits() {
      while let value = scalar(place).flatMap(digit) {
        written += "\(value)"
        place += 1
      }
    }
    digits()
    if scalar(place) == "." || scalar(place) == "．" {
      written += "."
      place += 1
      digits()
    }
    if scalar(place) == "e" || scalar(place) == "E" {
      let sign = scalar(place + 1) == "+" || scalar(place + 1) == "-" ? 1 : 0
      if scalar(place + 1 + sign).flatMap(digit) != nil {
        written += string(place..<place + 1 + sign)
        place += 1 + sign
        digits()
      }
    }
    let end = place
    let unit = unit()
    if unit == nil, let next = scalar(end), FilterLexer.continuesName(next) {
      while let next = scalar(place), FilterLexer.continuesName(next) { place += 1 }
      return invalid(string(start..<place), at: start, expected: ["text"])
    }
    return FilterToken(.number, written, unit: unit, at: start)
  }

  /// The unit at the place, where one is there.
  private mutating func unit() -> FilterUnit? {
    var begin = place
    while let scalar = scalar(begin), scalar.properties.isWhitespace { begin += 1 }
    var end = begin
    if let scalar = scalar(begin), FilterLexer.signs[scalar] ?? String(scalar) == "%" {
      // Between two values it is arithmetic.
      guard isEnd(behind: begin + 1) else { return nil }
      end += 1
    } else {
      while let scalar = scalar(end), FilterLexer.continuesName(scalar) || scalar == "²" {
        end += 1
      }
    }
    guard end > begin, let unit = FilterUnit(word: string(begin..<end)) else { return nil }
    place = end
    return unit
  }

  /// Whether no value stands at a place.
  private func isEnd(behind start: Int) -> Bool {
    var begin = start
    while let scalar = scalar(begin), scalar.properties.isWhitespace { begin += 1 }
    guard let scalar = scalar(begin) else { return true }
    let sign = FilterLexer.signs[scalar] ?? String(scalar)
    return sign == ")" || sign == "," || begin > start && isJoint(behind: start)
  }

  private func digit(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar.value {
    case 0x30...0x39: scalar.value - 0x30
    case 0xFF10...0xFF19: scalar.value - 0xFF10
    default: nil
    }
  }

  // MARK: Words and signs

  /// A word as keywords are compared, the Chinese ones among them.
  static func keyword(_ word: String) -> String {
    switch word {
    case "且", "并且", "并", "&&": "AND"
    case "或", "或者", "||": "OR"
    default: word.uppercased()
    }
  }

  private static let joints: Set<String> = ["AND", "OR"]

  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = [
    "'": "'", "\"": "\"", "“": "”", "‘": "’",
  ]

  /// The signs of Chinese input methods and of textbooks, as those of the standard.
  private static let signs: [Unicode.Scalar: String] = [
    "，": ",", "、": ",", "（": "(", "）": ")", "＝": "=", "＞": ">", "＜": "<", "≥": ">=", "≤": "<=",
    "≠": "<>", "！": "!", "～": "~", "％": "%",
  ]

  private static let pairs = [
    "<>": "<>", "<=": "<=", ">=": ">=", "!=": "<>",
  ]

  private static let allSigns: Set<String> = [
    "(", ")", ",", "=", "<>", "<", ">", "<=", ">=", "~", "+", "-", "*", "/", "%", "^",
  ]

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
}

/// The unit of a number.
struct FilterUnit {
  let word: String
  let measure: FilterMeasure?
  private let area: AreaUnit?
  private let factor: Double

  /// The unit that a word names.
  init?(word: String) {
    self.word = word
    area = AreaUnit(symbol: word)
    switch word {
    case _ where area != nil: (measure, factor) = (.area, 1)
    case "元": (measure, factor) = (.money, 1)
    case "万元": (measure, factor) = (.money, 10_000)
    case "亿元": (measure, factor) = (.money, 100_000_000)
    case "万": (measure, factor) = (nil, 10_000)
    case "亿": (measure, factor) = (nil, 100_000_000)
    case "米", "m": (measure, factor) = (.length, 1)
    case "%", "％": (measure, factor) = (.percent, 1)
    default: return nil
    }
  }

  /// A written number in square metres, yuan, metres or percent; rounded once, where it is an area.
  func value(of digits: String, _ number: Double) -> Double {
    guard let area else { return number * factor }
    let (numerator, denominator) = area.squareMetres
    return StatedArea(digits: digits, unit: area)?.squareMetres ?? number * numerator / denominator
  }
}
