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
  /// Two shapes against each other.
  case spatial(SpatialPredicate)
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
    case .comparison(let a, _, let b): names += [a, b].compactMap(\.property)
    case .between(let a, let b, let c): names += [a, b, c].compactMap(\.property)
    case .among(let a, let list): names += ([a] + list.items).compactMap(\.property)
    case .like(let a, _), .isNull(let a): names += [a].compactMap(\.property)
    case .spatial(let predicate):
      for case .property(let name) in [predicate.first, predicate.second] { names.append(name) }
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
