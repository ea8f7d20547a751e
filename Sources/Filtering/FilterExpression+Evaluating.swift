extension FilterExpression {
  /// The answer for one feature; `nil` where it is unknown.
  ///
  /// - Parameters:
  ///   - property: the value of a property by its name.
  ///   - shape: the answer to a question about shapes; `nil` where it is unknown, as for a feature
  ///     without shape. Without it every such question is unknown.
  public func evaluate<Failure: Error>(
    property: (String) throws(Failure) -> FilterDatum,
    shape: (SpatialPredicate) throws(Failure) -> Bool?
  ) throws(Failure) -> Bool? {
    switch self {
    case .constant(let value): return value
    case .and(let parts):
      var isKnown = true
      for part in parts {
        switch try part.evaluate(property: property, shape: shape) {
        case false?: return false
        case nil: isKnown = false
        default: break
        }
      }
      return isKnown ? true : nil
    case .or(let parts):
      var isKnown = true
      for part in parts {
        switch try part.evaluate(property: property, shape: shape) {
        case true?: return true
        case nil: isKnown = false
        default: break
        }
      }
      return isKnown ? false : nil
    case .not(let part):
      return try part.evaluate(property: property, shape: shape).map { !$0 }
    case .comparison(let a, let sign, let b):
      return sign.holds(try a.value(property), try b.value(property))
    case .between(let value, let low, let high):
      let value = try value.value(property)
      let isAbove = FilterSign.atLeast.holds(value, try low.value(property))
      if isAbove == false { return false }
      let isBelow = FilterSign.atMost.holds(value, try high.value(property))
      return isBelow == false ? false : isAbove == nil ? nil : isBelow
    case .among(let value, let list): return try list.holds(try value.value(property), property)
    case .like(let operand, let pattern):
      guard case .text(let text) = try operand.value(property) else { return nil }
      return pattern.matches(text)
    case .isNull(let operand): return try operand.value(property) == .missing
    case .match(let match):
      var values: [FilterDatum] = []
      for name in match.properties { values.append(try property(name)) }
      return match.holds(values)
    case .spatial(let predicate): return try shape(predicate)
    }
  }
}

extension FilterOperand {
  func value<Failure: Error>(
    _ property: (String) throws(Failure) -> FilterDatum
  ) throws(Failure) -> FilterDatum {
    switch self {
    case .property(let name): return try property(name)
    case .first(let names):
      for name in names {
        let value = try property(name)
        if value != .missing { return value }
      }
      return .missing
    case .value(let value): return value
    case .caseInsensitive(let inner):
      guard case .text(let text) = try inner.value(property) else { return .missing }
      return .text(CaseFolding.folded(text))
    }
  }
}

extension FilterList {
  /// Whether a value is one of the list; unknown where it is none but the list has an unknown one.
  func holds<Failure: Error>(
    _ value: FilterDatum, _ property: (String) throws(Failure) -> FilterDatum
  ) throws(Failure) -> Bool? {
    if value == .missing { return nil }
    if let values {
      guard case .text = value else { return nil }
      return values.contains(value)
    }
    var isKnown = true
    for item in items {
      switch FilterSign.equal.holds(value, try item.value(property)) {
      case true?: return true
      case nil: isKnown = false
      default: break
      }
    }
    return isKnown ? false : nil
  }
}

extension FilterSign {
  /// Whether a comparison holds; unknown where a value is missing or the two are of two kinds.
  func holds(_ a: FilterDatum, _ b: FilterDatum) -> Bool? {
    switch (a, b) {
    case (.integer(let a), .integer(let b)): return holds(a, b)
    case (.real(let a), .real(let b)): return holds(a, b)
    case (.integer(let a), .real(let b)): return holds(FilterSign.order(a, b))
    case (.real(let a), .integer(let b)):
      return holds(FilterSign.order(b, a).map { -$0 })
    case (.text(let a), .text(let b)): return holds(a, b)
    case (.date(let a), .date(let b)): return holds(a, b)
    case (.timestamp(let a), .timestamp(let b)): return holds(a, b)
    case (.boolean(let a), .boolean(let b)):
      return self == .equal ? a == b : self == .notEqual ? a != b : nil
    default: return nil
    }
  }

  private func holds<Value: Comparable>(_ a: Value, _ b: Value) -> Bool {
    switch self {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .greater: a > b
    case .atMost: a <= b
    case .atLeast: a >= b
    }
  }

  private func holds(_ order: Int?) -> Bool? {
    order.map { holds($0, 0) }
  }

  /// Whether a whole number is below, at or above another number: -1, 0, 1; exactly, since not
  /// every whole number is a `Double`.
  private static func order(_ whole: Int64, _ number: Double) -> Int? {
    guard !number.isNaN else { return nil }
    guard let floor = Int64(exactly: number.rounded(.down)) else { return number > 0 ? -1 : 1 }
    if whole != floor { return whole < floor ? -1 : 1 }
    return number == number.rounded(.down) ? 0 : -1
  }
}
