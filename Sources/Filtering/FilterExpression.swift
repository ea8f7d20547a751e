public import Planning
public import SimpleFeatures

/// A filter as a tree, read from CQL2 text.
///
/// Its answer for one feature has three values: true, false, and unknown where a value that counts
/// is missing. A feature passes where the answer is true.
///
/// Source: OGC 21-065r2, Common Query Language (CQL2).
public indirect enum FilterExpression: Hashable, Sendable {
  /// TRUE or FALSE.
  case constant(Bool)
  /// All must hold.
  case and([FilterExpression])
  /// One must hold.
  case or([FilterExpression])
  /// Must not hold.
  case not(FilterExpression)
  /// Two values against each other.
  case comparison(FilterOperand, FilterSign, FilterOperand)
  /// A value, and the two that it lies between, both included.
  case between(FilterOperand, FilterOperand, FilterOperand)
  /// A value that is one of some.
  case among(FilterOperand, FilterList)
  /// A text and its pattern.
  case like(FilterOperand, FilterPattern)
  /// A value that is missing.
  case isNull(FilterOperand)
  /// A text as people write it, whatever its spelling.
  case match(FilterMatch)
  /// Two shapes against each other.
  case spatial(SpatialPredicate)
}

/// A value in a filter: of a property, or written out.
public indirect enum FilterOperand: Hashable, Sendable {
  /// The value of a property.
  case property(String)
  /// The value of the first of some properties that has one.
  case first(of: [String])
  /// A written value.
  case value(FilterDatum)
  /// A text without regard to capitals (CASEI).
  case caseInsensitive(FilterOperand)

  /// The names of the properties that it is read from.
  public var properties: [String] {
    switch self {
    case .property(let name): [name]
    case .first(let names): names
    case .value: []
    case .caseInsensitive(let inner): inner.properties
    }
  }
}

/// The sign of a comparison.
public enum FilterSign: String, Hashable, Sendable, CaseIterable {
  /// The same.
  case equal = "="
  /// Not the same.
  case notEqual = "<>"
  /// Less.
  case less = "<"
  /// More.
  case greater = ">"
  /// Less or the same.
  case atMost = "<="
  /// More or the same.
  case atLeast = ">="

  /// The sign that says the same of two values the other way round.
  public var exchanged: FilterSign {
    switch self {
    case .less: .greater
    case .greater: .less
    case .atMost: .atLeast
    case .atLeast: .atMost
    case .equal, .notEqual: self
    }
  }
}

/// The values behind IN.
public struct FilterList: Hashable, Sendable {
  /// The values, as written.
  public let items: [FilterOperand]
  /// The same as a set, where all are written values: a list may have thousands.
  let values: Set<FilterDatum>?

  init(_ items: [FilterOperand]) {
    self.items = items
    var values: Set<FilterDatum> = []
    for item in items {
      // Numbers are left out: 1 and 1.0 are one number.
      guard case .value(.text(let text)) = item else {
        self.values = nil
        return
      }
      values.insert(.text(text))
    }
    self.values = values
  }
}

/// A question about two shapes, such as `S_INTERSECTS(geometry, BBOX(…))`.
///
/// The one who has the shapes answers it. Heights take no part, as in OGC 06-103r4.
public struct SpatialPredicate: Hashable, Sendable {
  /// How the first lies to the second.
  public enum Relation: String, Hashable, Sendable, CaseIterable {
    case intersects = "s_intersects"
    case equals = "s_equals"
    case disjoint = "s_disjoint"
    case touches = "s_touches"
    case within = "s_within"
    case overlaps = "s_overlaps"
    case crosses = "s_crosses"
    case contains = "s_contains"
  }

  /// One of the two shapes.
  public enum Operand: Hashable, Sendable {
    /// The shape of a property.
    case property(String)
    /// A written shape; its numbers in the order of the text.
    case geometry(Geometry)
    /// A written box: west, south, east, north.
    case box(Envelope)
  }

  /// How the first lies to the second.
  public let relation: Relation
  /// The first shape.
  public let first: Operand
  /// The second shape.
  public let second: Operand

  /// A box that the property's shape must meet for the answer to be true.
  var envelope: Envelope? {
    guard relation != .disjoint else { return nil }
    switch (first, second) {
    case (.property, .geometry(let geometry)), (.geometry(let geometry), .property):
      return geometry.envelope
    case (.property, .box(let box)), (.box(let box), .property): return box
    default: return nil
    }
  }
}

extension FilterExpression {
  /// The properties that it asks for, each once, in the order they are written.
  public var properties: [String] {
    var names: [String] = []
    collect(&names)
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  private func collect(_ names: inout [String]) {
    switch self {
    case .constant: break
    case .and(let parts), .or(let parts): for part in parts { part.collect(&names) }
    case .not(let part): part.collect(&names)
    case .comparison(let a, _, let b): names += [a, b].flatMap(\.properties)
    case .between(let a, let b, let c): names += [a, b, c].flatMap(\.properties)
    case .among(let a, let list): names += ([a] + list.items).flatMap(\.properties)
    case .like(let a, _), .isNull(let a): names += a.properties
    case .match(let match): names += match.properties
    case .spatial(let predicate):
      for case .property(let name) in [predicate.first, predicate.second] { names.append(name) }
    }
  }

  /// The conditions that must hold each for itself, for a search in front of the exact one.
  public var conjuncts: [FilterExpression] {
    guard case .and(let parts) = self else { return [self] }
    return parts.flatMap(\.conjuncts)
  }

  /// Whether it asks about shapes.
  public var asksForShapes: Bool { any { if case .spatial = $0 { true } else { false } } }

  /// Whether it asks for a township.
  public var asksForTownships: Bool {
    any { if case .match(let match) = $0 { match.spelling == .township } else { false } }
  }

  private func any(_ holds: (FilterExpression) -> Bool) -> Bool {
    switch self {
    case .and(let parts), .or(let parts): parts.contains { $0.any(holds) }
    case .not(let part): part.any(holds)
    default: holds(self)
    }
  }

  /// The same, a township meaning those merged into it as well.
  public func resolved(_ townships: TownshipNames) -> FilterExpression {
    switch self {
    case .and(let parts): return .and(parts.map { $0.resolved(townships) })
    case .or(let parts): return .or(parts.map { $0.resolved(townships) })
    case .not(let part): return .not(part.resolved(townships))
    case .match(var match) where match.spelling == .township:
      match.keys = match.keys.flatMap { townships.names(of: $0) }
      return .match(match)
    default: return self
    }
  }

  /// A box that every feature which passes must meet, for a search by boxes in front of the exact
  /// one; `nil` where the filter sets none.
  ///
  /// It is in the coordinate system of the filter's shapes.
  public var envelope: Envelope? {
    switch self {
    case .spatial(let predicate): return predicate.envelope
    case .and(let parts):
      // One of them is enough; the smallest leaves the least to look at.
      return parts.compactMap(\.envelope).min { $0.width * $0.height < $1.width * $1.height }
    case .or(let parts):
      let boxes = parts.map(\.envelope)
      guard let first = boxes.first ?? nil else { return nil }
      return boxes.dropFirst().reduce(first) { all, box in
        all.flatMap { all in box.map { all.union($0) } }
      }
    default: return nil
    }
  }
}
