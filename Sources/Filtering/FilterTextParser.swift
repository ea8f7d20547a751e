/// Reads the words of a filter into its tree, by recursive descent after the grammar of CQL2.
///
/// An opening bracket may begin a condition or a value; what stands in it decides, so nothing is
/// read twice.
struct FilterTextParser {
  /// How deep brackets, NOT and CASEI may stand in one another.
  static let greatestDepth = 64

  let tokens: [FilterToken]
  let properties: FilterProperties?
  var place = 0
  var depth = 0

  init(tokens: [FilterToken], properties: FilterProperties?) {
    self.tokens = tokens
    self.properties = properties
  }

  /// A value with what is known of it and where it stands.
  struct Operand {
    var value: FilterOperand
    var kind: FilterKind?
    var offset: Int
    /// The text as written, for messages.
    var seen: String
  }

  private enum Node {
    case condition(FilterExpression)
    case operand(Operand)
  }

  // MARK: Moving

  var token: FilterToken { tokens[place] }

  var next: FilterToken { tokens[min(place + 1, tokens.count - 1)] }

  mutating func advance() { if place < tokens.count - 1 { place += 1 } }

  /// Goes behind a sign or keyword, where it is there.
  mutating func accept(_ word: String) -> Bool {
    guard token.is(word) else { return false }
    advance()
    return true
  }

  mutating func expect(_ word: String) throws(FilterError) {
    guard accept(word) else { throw unexpected([word]) }
  }

  func unexpected(_ expected: [String]) -> FilterError {
    FilterError(.unexpected, seen: token.text, at: token.offset, expected: expected)
  }

  func notSupported(_ feature: String, at offset: Int) -> FilterError {
    FilterError(.notSupported, seen: feature, at: offset)
  }

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
    defer { depth -= 1 }
    advance()
    return .condition(.not(try condition(try factor())))
  }

  mutating func enter() throws(FilterError) {
    depth += 1
    guard depth <= FilterTextParser.greatestDepth else {
      throw FilterError(
        .tooDeep, seen: token.text, at: token.offset,
        expected: ["\(FilterTextParser.greatestDepth)"])
    }
  }

  /// A node that must be a condition: a bare TRUE is one, a bare property is not.
  private func condition(_ node: Node) throws(FilterError) -> FilterExpression {
    switch node {
    case .condition(let condition): return condition
    case .operand(let operand):
      if case .value(.boolean(let value)) = operand.value { return .constant(value) }
      throw unexpected(FilterSign.allCases.map(\.rawValue) + ["LIKE", "BETWEEN", "IN", "IS"])
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
      depth -= 1
      guard case .operand(let operand) = inner else { return inner }
      return try compared(operand)
    }
    return try compared(try operand())
  }

  /// What stands behind a value: a comparison, LIKE, BETWEEN, IN, IS NULL, or nothing.
  private mutating func compared(_ first: Operand) throws(FilterError) -> Node {
    try refuseArithmetic()
    if token.kind == .sign, let sign = FilterSign(rawValue: token.text) {
      advance()
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

  private mutating func listed(_ first: Operand) throws(FilterError) -> FilterExpression? {
    if accept("LIKE") {
      try require([.text], of: first)
      return .like(first.value, try pattern())
    }
    if accept("BETWEEN") {
      try require([.number, .date, .timestamp], of: first)
      let low = try scalar()
      try expect("AND")
      let high = try scalar()
      for end in [low, high] {
        try require([.number, .date, .timestamp], of: end)
        try check(first, against: end)
      }
      try check(low, against: high)
      return .between(first.value, low.value, high.value)
    }
    guard accept("IN") else { return nil }
    try expect("(")
    var items: [FilterOperand] = []
    repeat {
      let item = try scalar()
      try check(first, against: item)
      items.append(item.value)
    } while accept(",")
    guard accept(")") else { throw unexpected([",", ")"]) }
    return .among(first.value, FilterList(items))
  }

  /// The text behind LIKE, in CASEI or not.
  private mutating func pattern() throws(FilterError) -> FilterPattern {
    if token.is("CASEI"), next.is("(") {
      try enter()
      defer { depth -= 1 }
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
  mutating func scalar() throws(FilterError) -> Operand {
    guard token.kind == .sign, token.text == "(" else {
      let operand = try operand()
      try refuseArithmetic()
      return operand
    }
    try enter()
    defer { depth -= 1 }
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
