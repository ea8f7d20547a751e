internal import Planning

/// Values: properties, texts, numbers, days, functions.
extension FilterTextParser {
  private static let reserved: Set<String> = [
    "AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "DIV",
  ]

  mutating func operand() throws(FilterError) -> Operand {
    let first = token
    switch first.kind {
    case .text:
      advance()
      return Operand(
        value: .value(.text(first.text)), kind: .text, offset: first.offset, seen: first.text)
    case .number: return try number(isNegative: false, from: first)
    case .sign where first.text == "-" || first.text == "+":
      advance()
      guard token.kind == .number else { throw notSupported("arithmetic", at: first.offset) }
      return try number(isNegative: first.text == "-", from: first)
    case .quoted: return try property()
    case .word:
      if let value = first.is("TRUE") ? true : first.is("FALSE") ? false : nil {
        advance()
        return Operand(
          value: .value(.boolean(value)), kind: .boolean, offset: first.offset, seen: first.text)
      }
      if next.kind == .sign, next.text == "(", !FilterTextParser.reserved.contains(first.keyword) {
        return try function()
      }
      return try property()
    case .sign, .end: throw unexpected(["property", "value"])
    }
  }

  mutating func property() throws(FilterError) -> Operand {
    let name = token
    guard name.kind == .quoted || name.kind == .word,
      !FilterTextParser.reserved.contains(name.keyword)
    else { throw unexpected(["property", "value"]) }
    advance()
    guard let properties else {
      return Operand(
        value: .property(name.text), kind: nil, offset: name.offset, seen: name.text)
    }
    guard let known = properties[name.text] else {
      throw FilterError(
        .unknownProperty, seen: name.text, at: name.offset,
        expected: properties.nearest(to: name.text))
    }
    return Operand(
      value: .property(known.name), kind: known.kind, offset: name.offset, seen: name.text)
  }

  private mutating func number(
    isNegative: Bool, from first: FilterToken
  ) throws(FilterError) -> Operand {
    let written = (isNegative ? "-" : "") + token.text
    advance()
    guard let real = Double(written), real.isFinite else {
      throw FilterError(.badLiteral, seen: written, at: first.offset, expected: ["number"])
    }
    let value: FilterDatum = Int64(written).map { .integer($0) } ?? .real(real)
    return Operand(value: .value(value), kind: .number, offset: first.offset, seen: written)
  }

  /// What looks like a function: CASEI, DATE, TIMESTAMP; everything else is refused by its name.
  private mutating func function() throws(FilterError) -> Operand {
    let name = token
    switch name.keyword {
    case "CASEI":
      try enter()
      defer { depth -= 1 }
      advance()
      advance()
      let inner = try scalar()
      try require([.text], of: inner)
      try expect(")")
      return Operand(
        value: .caseInsensitive(inner.value), kind: .text, offset: name.offset, seen: inner.seen)
    case "DATE":
      let text = try quotedArgument()
      guard let date = CalendarDate(iso: text) else {
        throw FilterError(.badLiteral, seen: text, at: name.offset, expected: ["YYYY-MM-DD"])
      }
      return Operand(value: .value(.date(date)), kind: .date, offset: name.offset, seen: text)
    case "TIMESTAMP":
      let text = try quotedArgument()
      guard let instant = FilterInstant(text) else {
        throw FilterError(
          .badLiteral, seen: text, at: name.offset, expected: ["YYYY-MM-DDTHH:MM:SSZ"])
      }
      return Operand(
        value: .value(.timestamp(instant)), kind: .timestamp, offset: name.offset, seen: text)
    default:
      throw notSupported(
        name.keyword.hasPrefix("T_") || name.keyword.hasPrefix("A_")
          || FilterTextParser.named.contains(name.keyword) ? name.keyword : name.text,
        at: name.offset)
    }
  }

  private static let named: Set<String> = ["ACCENTI", "INTERVAL", "BBOX", "ENVELOPE"]

  private mutating func quotedArgument() throws(FilterError) -> String {
    advance()
    try expect("(")
    let text = token
    guard text.kind == .text else { throw unexpected(["'…'"]) }
    advance()
    try expect(")")
    return text.text
  }

  // MARK: Kinds

  func require(_ kinds: [FilterKind], of operand: Operand) throws(FilterError) {
    guard let kind = operand.kind, !kinds.contains(kind) else { return }
    throw FilterError(
      .wrongKind, seen: operand.seen, at: operand.offset, expected: kinds.map(\.rawValue))
  }

  /// Two values that are compared must be of one kind.
  func check(_ first: Operand, against second: Operand) throws(FilterError) {
    if first.kind == .shape { throw comparedShape(first) }
    if second.kind == .shape { throw comparedShape(second) }
    guard let one = first.kind, let other = second.kind, one != other else { return }
    throw FilterError(.wrongKind, seen: second.seen, at: second.offset, expected: [one.rawValue])
  }

  private func comparedShape(_ operand: Operand) -> FilterError {
    FilterError(
      .wrongKind, seen: operand.seen, at: operand.offset, expected: ["S_INTERSECTS", "IS NULL"])
  }
}
