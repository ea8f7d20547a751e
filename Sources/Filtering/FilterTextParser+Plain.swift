internal import Planning

/// What people write beside CQL2: values without quotes, days without DATE, words for values, `~`.
///
/// A text in single quotes is meant to the letter, as the standard has it; without them it is meant
/// in any spelling.
extension FilterTextParser {
  /// A property that is no value, such as a township, against a word; `nil` of other properties.
  mutating func wordsOnly(
    _ property: FilterProperties.Property
  ) throws(FilterError) -> FilterExpression? {
    guard property.columns.isEmpty, !token.is("IS") else { return nil }
    let isNegated = accept("NOT")
    guard !token.is("IN") else {
      advance()
      let found = try list(
        WrittenOperand(
          value: property.operand, kind: .text, offset: token.offset, seen: property.name,
          property: property))
      return isNegated ? .not(found) : found
    }
    guard !isNegated, token.is("=") || token.is("<>") || token.is("~") else {
      throw unexpected(isNegated ? ["IN"] : ["=", "<>", "~", "IN", "IS"])
    }
    guard token.is("~") else { return nil }
    advance()
    return try containing(property)
  }

  /// What stands behind `~`: words that the value has in it.
  mutating func containing(
    _ property: FilterProperties.Property
  ) throws(FilterError) -> FilterExpression {
    let text: String
    if token.kind == .text || token.kind == .quoted {
      text = token.text
      advance()
    } else {
      text = try bareText()
    }
    return .match(FilterMatch(property.spelled, property.spelling, contains: true, text))
  }

  /// A property against a value as people write it; `nil` where it is for CQL2 to read.
  mutating func plain(
    _ property: FilterProperties.Property, _ sign: FilterSign
  ) throws(FilterError) -> FilterExpression? {
    switch property.kind {
    case .date:
      return try plainDays()?.comparison(property.operand, sign)
    case .boolean:
      guard token.is("是") || token.is("否") else { return nil }
      let flag = token.is("是")
      advance()
      return .comparison(property.operand, sign, .value(.boolean(flag)))
    case .number:
      if case .invalid(let error) = token.kind, error.seen.first?.isNumber == true {
        throw FilterError(
          .badLiteral, seen: error.seen, at: error.offset,
          expected: property.measure?.examples ?? ["number"])
      }
      return nil
    case .text: return try plainText(property, sign)
    case .timestamp, .shape, nil: return nil
    }
  }

  private mutating func plainText(
    _ property: FilterProperties.Property, _ sign: FilterSign
  ) throws(FilterError) -> FilterExpression? {
    let isEquality = sign == .equal || sign == .notEqual
    if token.kind == .text {
      let word = token
      if let vocabulary = property.vocabulary, isEquality,
        !word.text.utf8.allSatisfy({ $0 < 0x80 }),
        let keys = vocabulary.meaning(word.text)
      {
        advance()
        return among(property, sign, keys)
      }
      guard property.columns.isEmpty, isEquality else { return nil }
      advance()
      return matching(property, sign, word.text)
    }
    if let vocabulary = property.vocabulary, isEquality {
      // Words of a few can be told from names of properties.
      guard isBareText || token.kind == .quoted else { return nil }
      let (text, end) = cursor.bare(inList: isInList)
      let offset = token.offset
      let word = token.kind == .quoted ? token.text : text
      if vocabulary.meaning(word) == nil, let other = properties?[word], other.kind == .text,
        other.name == word
      {
        return nil
      }
      guard let keys = vocabulary.meaning(word) else {
        throw FilterError(
          .unknownValue, seen: word, at: offset, expected: vocabulary.keys,
          titles: vocabulary.titles, nearest: vocabulary.nearest(to: word))
      }
      if token.kind == .quoted { advance() } else { cursor.skip(to: end) }
      return among(property, sign, keys)
    }
    if token.kind == .quoted {
      guard properties?[token.text] == nil else { return nil }
      let text = token.text
      advance()
      return matching(property, sign, text)
    }
    guard isBareText else { return nil }
    let (text, _) = cursor.bare(inList: isInList)
    if let other = properties?[text], other.name == text { return nil }
    return matching(property, sign, try bareText())
  }

  private func matching(
    _ property: FilterProperties.Property, _ sign: FilterSign, _ text: String
  ) -> FilterExpression {
    let match = FilterExpression.match(FilterMatch(property.spelled, property.spelling, text))
    return switch sign {
    case .equal: match
    case .notEqual: .not(match)
    default: .comparison(property.operand, sign, .value(.text(text)))
    }
  }

  /// A property against some of the few values that it can have.
  private func among(
    _ property: FilterProperties.Property, _ sign: FilterSign, _ keys: [String]
  ) -> FilterExpression {
    if keys.count == 1 {
      return .comparison(property.operand, sign, .value(.text(keys[0])))
    }
    let found = FilterExpression.among(
      property.operand, FilterList(keys.map { .value(.text($0)) }))
    return sign == .equal ? found : .not(found)
  }

  // MARK: Values without quotes

  /// Whether a text may begin here that stands without quotes.
  private var isBareText: Bool {
    switch token.kind {
    case .number: true
    case .sign: ["*", "-", "+", "/"].contains(token.text)
    case .invalid(let error): !error.seen.isEmpty
    case .word:
      !FilterKeywords.reserved.contains(token.keyword) && !token.is("TRUE") && !token.is("FALSE")
        && !(next.is("(") && FilterKeywords.isFunction(token.keyword))
    case .quoted, .text, .end: false
    }
  }

  private mutating func bareText() throws(FilterError) -> String {
    guard isBareText else { throw unexpected(["value"]) }
    let (text, end) = cursor.bare(inList: isInList)
    cursor.skip(to: end)
    return text
  }

  /// One end of a range: of days without DATE the first or the last.
  mutating func dayOrScalar(
    _ property: FilterProperties.Property?, _ end: KeyPath<FilterDays, CalendarDate>
  ) throws(FilterError) -> WrittenOperand {
    let (offset, seen) = (token.offset, token.text)
    guard let property, property.kind == .date, let days = try plainDays() else {
      return try scalar()
    }
    return WrittenOperand(
      value: .value(.date(days[keyPath: end])), kind: .date, offset: offset, seen: seen)
  }

  private mutating func plainDays() throws(FilterError) -> FilterDays? {
    let (text, end) = cursor.bare(inList: isInList)
    guard text.unicodeScalars.first.map({ ("0"..."9").contains($0) }) == true else { return nil }
    guard let days = FilterDays(text) else {
      throw FilterError(
        .badLiteral, seen: text, at: token.offset, expected: ["2025", "2025-06", "2025-06-30"])
    }
    cursor.skip(to: end)
    return days
  }
}

/// The days that `2025`, `2025-06`, `2025-06-30` or `2025年6月30日` means.
struct FilterDays {
  let first: CalendarDate
  let last: CalendarDate

  init?(_ text: String) {
    var fields: [Int] = []
    for field in text.split(whereSeparator: { "-/.年月日".contains($0) }) {
      guard let number = Int(field) else { return nil }
      fields.append(number)
    }
    guard (1...3).contains(fields.count), (1000...9999).contains(fields[0]) else { return nil }
    let months = fields.count == 1 ? 1...12 : fields[1]...fields[1]
    let days = fields.count == 3 ? [fields[2]] : [1, 28, 29, 30, 31]
    func day(_ month: Int, _ day: Int) -> CalendarDate? {
      CalendarDate(year: fields[0], month: month, day: day)
    }
    guard let first = day(months.lowerBound, days[0]),
      let last = days.compactMap({ day(months.upperBound, $0) }).last
    else { return nil }
    (self.first, self.last) = (first, last)
  }

  /// A value compared with them: with a year or a month any of its days is the same.
  func comparison(_ value: FilterOperand, _ sign: FilterSign) -> FilterExpression {
    let (first, last) = (FilterOperand.value(.date(first)), FilterOperand.value(.date(last)))
    switch sign {
    case .less, .atLeast: return .comparison(value, sign, first)
    case .greater, .atMost: return .comparison(value, sign, last)
    case .equal, .notEqual:
      if first == last { return .comparison(value, sign, first) }
      let inside = FilterExpression.between(value, first, last)
      return sign == .equal ? inside : .not(inside)
    }
  }
}
