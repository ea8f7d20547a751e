/// Reads comparisons as people write them.
struct FilterParser {
  var subject: RegisterFilter.Subject

  /// The comparisons of a text, between `AND`s that stand outside quotation marks.
  static func parts(of text: String) -> [String] {
    var parts: [[Substring]] = [[]]
    var quote: Character?
    for word in text.split(whereSeparator: \.isWhitespace) {
      if quote == nil, word.lowercased() == "and" || word == "且" || word == "并且" || word == "&&" {
        parts.append([])
        continue
      }
      for character in word where character == "\"" || character == "'" {
        quote = quote == nil ? character : quote == character ? nil : quote
      }
      parts[parts.count - 1].append(word)
    }
    return parts.map { $0.joined(separator: " ") }
  }

  /// One comparison, or the two that a year or a month makes.
  func comparisons(_ text: String) throws -> [Comparison] {
    let text = FilterParser.signs.reduce(text) { $0.replacing($1.written, with: $1.sign) }
    let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard let field = FilterField(word: String(name), subject: subject) else {
      let known = FilterField.fields(of: subject).map(\.rawValue)
      throw RegisterError(.badFilter, seen: name.isEmpty ? text : String(name), known: known)
    }
    let rest = text.dropFirst(name.count).drop(while: \.isWhitespace)
    let sign = rest.prefix { "=<>!~".contains($0) }
    let written = sign == "==" ? "=" : sign == "<>" ? "!=" : String(sign)
    guard let comparison = Comparison.Operator(rawValue: written),
      FilterParser.operators(of: field).contains(comparison)
    else {
      let seen = sign.isEmpty ? String(rest.prefix { !$0.isWhitespace }) : String(sign)
      throw RegisterError(
        .badFilter, seen: seen.isEmpty ? text : seen,
        known: FilterParser.operators(of: field).map(\.rawValue))
    }
    let value = FilterParser.unquoted(rest.dropFirst(sign.count))
    guard !value.isEmpty else {
      throw RegisterError(.badFilter, seen: text, known: FilterParser.examples(of: field))
    }
    return try typed(field, comparison, value)
  }

  private func typed(
    _ field: FilterField, _ comparison: Comparison.Operator, _ value: String
  ) throws -> [Comparison] {
    func single(_ value: FilterValue) -> [Comparison] {
      [Comparison(field: field, comparison: comparison, value: value)]
    }
    switch field.content {
    case .date:
      if let days = FilterParser.days(value) {
        return try dated(field, comparison, days, written: value)
      }
    case .area:
      if let area = FilterParser.area(value) { return single(.number(area)) }
    case .money:
      if let amount = FilterParser.amount(value) { return single(.number(amount)) }
    case .count:
      if let count = Double(value) { return single(.number(count)) }
    case .text:
      switch field {
      case .status:
        if let status = FilterWords.status(value) { return single(.text(status)) }
        throw RegisterError(.badFilter, seen: value, known: ParcelStatus.allCases.map(\.rawValue))
      case .kind:
        if let kind = FilterWords.kind(value, of: subject) { return single(.text(kind)) }
        throw RegisterError(.badFilter, seen: value, known: FilterWords.kinds(of: subject))
      case .scheme:
        let schemes = LandUseScheme.allCases.map(\.rawValue)
        guard schemes.contains(value.uppercased()) || value == LandUseScheme.unknown.rawValue else {
          throw RegisterError(.badFilter, seen: value, known: schemes)
        }
        return single(.text(value))
      default: return single(.text(value))
      }
    }
    throw RegisterError(.badFilter, seen: value, known: FilterParser.examples(of: field))
  }

  /// A comparison with a day, a month or a year.
  private func dated(
    _ field: FilterField, _ comparison: Comparison.Operator, _ days: ClosedRange<CalendarDate>,
    written: String
  ) throws -> [Comparison] {
    func one(_ comparison: Comparison.Operator, _ day: CalendarDate) -> Comparison {
      Comparison(field: field, comparison: comparison, value: .date(day))
    }
    switch comparison {
    case .less, .atLeast: return [one(comparison, days.lowerBound)]
    case .greater, .atMost: return [one(comparison, days.upperBound)]
    case .equal where days.lowerBound == days.upperBound: return [one(.equal, days.lowerBound)]
    case .equal: return [one(.atLeast, days.lowerBound), one(.atMost, days.upperBound)]
    default:
      guard days.lowerBound == days.upperBound else {
        throw RegisterError(.badFilter, seen: written, known: ["2025-06-30"])
      }
      return [one(comparison, days.lowerBound)]
    }
  }

  static func operators(of field: FilterField) -> [Comparison.Operator] {
    switch field.content {
    case .text where field == .status || field == .scheme: [.equal, .notEqual]
    case .text: [.equal, .notEqual, .contains]
    default: [.equal, .notEqual, .less, .atMost, .greater, .atLeast]
    }
  }

  private static func examples(of field: FilterField) -> [String] {
    switch field.content {
    case .date: ["2025", "2025-06", "2025-06-30"]
    case .area: ["10000", "15亩", "1公顷"]
    case .money: ["1000000", "100万元", "1亿元"]
    case .count: ["10"]
    case .text: []
    }
  }

  private static func unquoted(_ text: Substring) -> String {
    let text = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    let value = String(text)
    for quote in ["\"", "'"] where value.count >= 2 && value.hasPrefix(quote) {
      if value.hasSuffix(quote) { return String(value.dropFirst().dropLast()) }
    }
    return value
  }

  private static let signs: [(written: String, sign: String)] = [
    ("＝", "="), ("＞", ">"), ("＜", "<"), ("！", "!"), ("～", "~"), ("≥", ">="), ("≤", "<="),
    ("≠", "!="),
    ("“", "\""), ("”", "\""),
  ]
}
