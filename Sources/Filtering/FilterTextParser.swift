internal import Planning

/// Reads the words of a filter into its tree, by recursive descent after the grammar of CQL2.
///
/// An opening bracket may begin a condition or a value; what stands in it decides, so nothing is
/// read twice.
struct FilterTextParser {
  let properties: FilterProperties?
  var cursor: FilterCursor
  /// Whether a comma ends a value.
  private(set) var isInList = false

  init(_ text: String, properties: FilterProperties?) {
    self.properties = properties
    cursor = FilterCursor(text)
  }

  private enum Node {
    case condition(FilterExpression)
    case operand(WrittenOperand)
  }

  // MARK: Moving

  var token: FilterToken { cursor.token }
  var next: FilterToken { cursor.next }
  mutating func advance() { cursor.advance() }
  mutating func accept(_ word: String) -> Bool { cursor.accept(word) }
  mutating func expect(_ word: String) throws(FilterError) { try cursor.expect(word) }
  mutating func enter() throws(FilterError) { try cursor.enter() }
  mutating func leave() { cursor.leave() }

  func unexpected(_ expected: [String]) -> FilterError { cursor.unexpected(expected) }

  func notSupported(_ feature: String, at offset: Int) -> FilterError {
    cursor.notSupported(feature, at: offset)
  }

  private var signs: [String] { FilterSign.allCases.map(\.rawValue) }

  // MARK: Conditions

  mutating func filter() throws(FilterError) -> FilterExpression {
    let node = try disjunction()
    try refuseArithmetic()
    guard token.kind == .end else { throw unexpected(["AND", "OR"]) }
    return try condition(node)
  }

  private mutating func disjunction() throws(FilterError) -> Node {
    let first = try conjunction()
    guard token.is("OR") else { return first }
    var parts = [try condition(first)]
    while accept("OR") { parts.append(try condition(try conjunction())) }
    return .condition(.or(parts))
  }

  private mutating func conjunction() throws(FilterError) -> Node {
    let first = try factor()
    guard token.is("AND") else { return first }
    var parts = [try condition(first)]
    while accept("AND") { parts.append(try condition(try factor())) }
    return .condition(.and(parts))
  }

  private mutating func factor() throws(FilterError) -> Node {
    guard token.is("NOT") else { return try predicate() }
    try enter()
    defer { leave() }
    advance()
    return .condition(.not(try condition(try factor())))
  }

  /// A node that must be a condition: a bare TRUE is one, a bare property is not.
  private func condition(_ node: Node) throws(FilterError) -> FilterExpression {
    switch node {
    case .condition(let condition): return condition
    case .operand(let operand):
      if case .value(.boolean(let value)) = operand.value { return .constant(value) }
      throw unexpected(signs + ["LIKE", "BETWEEN", "IN", "IS"])
    }
  }

  private mutating func predicate() throws(FilterError) -> Node {
    if let spatial = try spatialPredicate() { return .condition(.spatial(spatial)) }
    guard !(token.kind == .sign && token.text == "(") else {
      try enter()
      let start = token.offset
      advance()
      let inner = try disjunction()
      try refuseArithmetic()
      if token.is(",") { throw notSupported("array", at: start) }
      try expect(")")
      leave()
      guard case .operand(let operand) = inner else { return inner }
      return try compared(operand)
    }
    return try compared(try operand())
  }

  /// What stands behind a value: a comparison, LIKE, BETWEEN, IN, IS NULL, or nothing.
  private mutating func compared(_ first: WrittenOperand) throws(FilterError) -> Node {
    try refuseArithmetic()
    if let property = first.property, let found = try wordsOnly(property) {
      return .condition(found)
    }
    if token.is("~") {
      guard let property = first.property, property.kind == .text else { throw unexpected(signs) }
      advance()
      return .condition(try containing(property))
    }
    if token.kind == .sign, let sign = FilterSign(rawValue: token.text) {
      advance()
      if let property = first.property, let found = try plain(property, sign) {
        return .condition(found)
      }
      let second = try scalar()
      try check(first, against: second)
      let isEquality = sign == .equal || sign == .notEqual
      if !isEquality, first.kind == .boolean || second.kind == .boolean {
        throw FilterError(
          .unexpected, seen: sign.rawValue, at: first.offset, expected: ["=", "<>"])
      }
      return .condition(.comparison(first.value, sign, second.value))
    }
    if accept("IS") {
      let isNegated = accept("NOT")
      try expect("NULL")
      return .condition(isNegated ? .not(.isNull(first.value)) : .isNull(first.value))
    }
    let isNegated = accept("NOT")
    guard let found = try listed(first) else {
      guard !isNegated else { throw unexpected(["LIKE", "BETWEEN", "IN"]) }
      return .operand(first)
    }
    return .condition(isNegated ? .not(found) : found)
  }

  private mutating func listed(_ first: WrittenOperand) throws(FilterError) -> FilterExpression? {
    if accept("LIKE") {
      try require([.text], of: first)
      return .like(first.value, try pattern())
    }
    if accept("BETWEEN") {
      try require([.number, .date, .timestamp], of: first)
      let low = try dayOrScalar(first.property, \.first)
      try expect("AND")
      let high = try dayOrScalar(first.property, \.last)
      for end in [low, high] {
        try require([.number, .date, .timestamp], of: end)
        try check(first, against: end)
      }
      try check(low, against: high)
      return .between(first.value, low.value, high.value)
    }
    guard accept("IN") else { return nil }
    return try list(first)
  }

  /// The values behind IN.
  mutating func list(_ first: WrittenOperand) throws(FilterError) -> FilterExpression {
    try expect("(")
    isInList = true
    defer { isInList = false }
    var items: [FilterOperand] = []
    var others: [FilterExpression] = []
    repeat {
      if let property = first.property, let found = try plain(property, .equal) {
        switch found {
        case .comparison(first.value, .equal, let item): items.append(item)
        case .among(first.value, let list): items += list.items
        default: others.append(found)
        }
        continue
      }
      let item = try scalar()
      try check(first, against: item)
      items.append(item.value)
    } while accept(",")
    guard accept(")") else { throw unexpected([",", ")"]) }
    guard !others.isEmpty else { return .among(first.value, FilterList(items)) }
    if !items.isEmpty { others.append(.among(first.value, FilterList(items))) }
    return others.count == 1 ? others[0] : .or(others)
  }

  /// The text behind LIKE, in CASEI or not.
  private mutating func pattern() throws(FilterError) -> FilterPattern {
    if token.is("CASEI"), next.is("(") {
      try enter()
      defer { leave() }
      advance()
      advance()
      let inner = try pattern()
      try expect(")")
      guard let folded = FilterPattern(inner.text, isCaseInsensitive: true) else {
        throw unexpected(["'…'"])
      }
      return folded
    }
    if token.is("ACCENTI") { throw notSupported("ACCENTI", at: token.offset) }
    let written = token
    guard written.kind == .text else { throw unexpected(["'…'"]) }
    advance()
    guard let pattern = FilterPattern(written.text, isCaseInsensitive: false) else {
      throw FilterError(
        .badLiteral, seen: written.text, at: written.offset, expected: ["\\%", "\\_", "\\\\"])
    }
    return pattern
  }

  /// A value that may stand in brackets.
  mutating func scalar() throws(FilterError) -> WrittenOperand {
    guard token.kind == .sign, token.text == "(" else {
      let operand = try operand()
      try refuseArithmetic()
      return operand
    }
    try enter()
    defer { leave() }
    advance()
    let operand = try scalar()
    if token.is(",") { throw notSupported("array", at: operand.offset) }
    try expect(")")
    try refuseArithmetic()
    return operand
  }

  /// Arithmetic is part of CQL2 but not of what is answered here.
  func refuseArithmetic() throws(FilterError) {
    let isSign = token.kind == .sign && "+-*/%^".contains(token.text)
    guard isSign || token.is("DIV") else { return }
    throw notSupported("arithmetic", at: token.offset)
  }
}

/// Values: properties, texts, numbers, days, functions.
extension FilterTextParser {
  mutating func operand() throws(FilterError) -> WrittenOperand {
    let first = token
    switch first.kind {
    case .text:
      advance()
      return WrittenOperand(
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
        return WrittenOperand(
          value: .value(.boolean(value)), kind: .boolean, offset: first.offset, seen: first.text)
      }
      if next.kind == .sign, next.text == "(", !FilterKeywords.reserved.contains(first.keyword) {
        return try function()
      }
      return try property()
    case .sign, .invalid, .end: throw unexpected(["property", "value"])
    }
  }

  mutating func property() throws(FilterError) -> WrittenOperand {
    let name = token
    guard name.kind == .quoted || name.kind == .word,
      !FilterKeywords.reserved.contains(name.keyword)
    else { throw unexpected(["property", "value"]) }
    advance()
    guard let properties else {
      return WrittenOperand(
        value: .property(name.text), kind: nil, offset: name.offset, seen: name.text)
    }
    guard let known = properties[name.text] else {
      throw properties.unknown(name.text, at: name.offset)
    }
    return WrittenOperand(
      value: known.operand, kind: known.kind, offset: name.offset, seen: name.text,
      property: known, measure: known.measure)
  }

  private mutating func number(
    isNegative: Bool, from first: FilterToken
  ) throws(FilterError) -> WrittenOperand {
    var written = (isNegative ? "-" : "") + token.text
    var unit = token.unit
    var end = token.offset + token.text.count
    advance()
    // 12,000: in a list it would be two numbers.
    while !isInList, cursor.depth == 0, unit == nil, token.is(","), token.offset == end,
      next.kind == .number, next.offset == end + 1, next.text.count == 3
    {
      written += next.text
      unit = next.unit
      end = next.offset + 3
      advance()
      advance()
    }
    guard let real = Double(written), real.isFinite else {
      throw FilterError(.badLiteral, seen: written, at: first.offset, expected: ["number"])
    }
    let value: FilterDatum =
      unit.map { .real($0.value(of: written, real)) } ?? Int64(written).map { .integer($0) }
      ?? .real(real)
    return WrittenOperand(
      value: .value(value), kind: .number, offset: first.offset, seen: written + (unit?.word ?? ""),
      measure: unit?.measure)
  }

  /// What looks like a function: CASEI, DATE, TIMESTAMP; everything else is refused by its name.
  private mutating func function() throws(FilterError) -> WrittenOperand {
    let name = token
    switch name.keyword {
    case "CASEI":
      try enter()
      defer { leave() }
      advance()
      advance()
      let inner = try scalar()
      try require([.text], of: inner)
      try expect(")")
      return WrittenOperand(
        value: .caseInsensitive(inner.value), kind: .text, offset: name.offset, seen: inner.seen)
    case "DATE":
      let text = try quotedArgument()
      guard let date = CalendarDate(iso: text) else {
        throw FilterError(.badLiteral, seen: text, at: name.offset, expected: ["YYYY-MM-DD"])
      }
      return WrittenOperand(
        value: .value(.date(date)), kind: .date, offset: name.offset, seen: text)
    case "TIMESTAMP":
      let text = try quotedArgument()
      guard let instant = FilterInstant(text) else {
        throw FilterError(
          .badLiteral, seen: text, at: name.offset, expected: ["YYYY-MM-DDTHH:MM:SSZ"])
      }
      return WrittenOperand(
        value: .value(.timestamp(instant)), kind: .timestamp, offset: name.offset, seen: text)
    default:
      throw notSupported(
        FilterKeywords.isFunction(name.keyword) ? name.keyword : name.text, at: name.offset)
    }
  }

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

  func require(_ kinds: [FilterKind], of operand: WrittenOperand) throws(FilterError) {
    guard let kind = operand.kind, !kinds.contains(kind) else { return }
    throw FilterError(
      .wrongKind, seen: operand.seen, at: operand.offset, expected: kinds.map(\.rawValue))
  }

  /// Two values that are compared must be of one kind.
  func check(_ first: WrittenOperand, against second: WrittenOperand) throws(FilterError) {
    if second.property?.columns.isEmpty == true {
      throw FilterError(.unexpected, seen: second.seen, at: second.offset, expected: ["value"])
    }
    if first.kind == .shape { throw comparedShape(first) }
    if second.kind == .shape { throw comparedShape(second) }
    if let one = first.kind, let other = second.kind, one != other {
      throw FilterError(.wrongKind, seen: second.seen, at: second.offset, expected: [one.rawValue])
    }
    for (one, other) in [(first, second), (second, first)]
    where one.property != nil && other.property == nil {
      guard let measure = other.measure, measure != one.measure else { continue }
      throw FilterError(
        .wrongKind, seen: other.seen, at: other.offset,
        expected: one.measure?.examples ?? ["number"])
    }
  }

  private func comparedShape(_ operand: WrittenOperand) -> FilterError {
    FilterError(
      .wrongKind, seen: operand.seen, at: operand.offset, expected: ["S_INTERSECTS", "IS NULL"])
  }
}

/// Questions about shapes.
extension FilterTextParser {
  /// `S_INTERSECTS(geometry, …)`; `nil` where none begins here.
  mutating func spatialPredicate() throws(FilterError) -> SpatialPredicate? {
    guard token.kind == .word, next.kind == .sign, next.text == "(" else { return nil }
    guard let relation = SpatialPredicate.Relation(rawValue: token.keyword.lowercased()) else {
      guard token.keyword.hasPrefix("S_") else { return nil }
      throw notSupported(token.keyword, at: token.offset)
    }
    advance()
    advance()
    let first = try shape()
    try expect(",")
    let second = try shape()
    try expect(")")
    return SpatialPredicate(relation: relation, first: first, second: second)
  }

  private mutating func shape() throws(FilterError) -> SpatialPredicate.Operand {
    if token.is("BBOX") { return .box(try cursor.box()) }
    if token.is("ENVELOPE"), next.is("(") {
      // Its numbers stand in one order in one program and in another in the next.
      throw FilterError(
        .notSupported, seen: "ENVELOPE", at: token.offset, expected: ["BBOX"])
    }
    if token.kind == .word, FilterCursor.types[token.keyword] != nil {
      return .geometry(try cursor.geometry())
    }
    if token.kind == .word, next.kind == .sign, next.text == "(" {
      throw notSupported(token.text, at: token.offset)
    }
    let property = try property()
    try require([.shape], of: property)
    guard case .property(let name) = property.value else { throw unexpected(["property"]) }
    return .property(name)
  }
}
