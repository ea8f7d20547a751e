internal import Planning

/// How texts are compared that people write without quotes.
public enum FilterSpelling: Hashable, Sendable {
  /// By what is left without spaces, quotation marks, width and capitals.
  case text
  /// A parcel's number, whatever its spelling.
  case number
  /// A plan's name, whatever a document adds to it.
  case plan
  /// A document's number, whatever its spelling.
  case document
  /// A land use: the beginning of a code, or a part of a name. Of a mixed use any part counts.
  case use
  /// A township: the first text that names one at all decides.
  case township
}

/// A text as people write it against the values of properties.
public struct FilterMatch: Hashable, Sendable {
  /// How the two lie to each other.
  public enum Relation: Hashable, Sendable {
    /// They are the same.
    case same
    /// The value has the text in it.
    case contains
    /// The value is like a text with `*`.
    case like(FilterPattern)
  }

  /// What is compared; of a land use its codes, then its names.
  public let properties: [String]
  /// How.
  public let spelling: FilterSpelling
  /// How the two lie to each other.
  public let relation: Relation
  /// The text as it is compared; several of which one must match; none where nothing is left of it.
  public internal(set) var keys: [String]

  init(
    _ properties: [String], _ spelling: FilterSpelling, contains: Bool = false, _ written: String
  ) {
    var text = written
    // The beginning of a code is meant without the star as well.
    if spelling == .use, text.hasSuffix("*") { text.removeLast() }
    let normalized = SearchText.normalized(text)
    self.properties = properties
    self.spelling = spelling
    if contains || spelling == .township {
      (relation, keys) = (contains ? .contains : .same, [normalized.filter { $0 != "*" }])
    } else if normalized.contains("*") {
      (relation, keys) = (.like(FilterPattern(stars: normalized)), [])
    } else {
      relation = .same
      keys = [FilterMatch.key(text, spelling)].compactMap(\.self)
    }
  }

  private static func key(_ text: String, _ spelling: FilterSpelling) -> String? {
    switch spelling {
    case .number: PlotKey.ofNumber(text)
    case .plan: PlanName.key(text)
    case .document: SearchText.normalized(DocumentKey.of(number: text))
    case .text, .use, .township: SearchText.normalized(text)
    }
  }

  /// The answer for the values of the properties; unknown where all are missing.
  func holds(_ values: [FilterDatum]) -> Bool? {
    let texts = values.map { value -> String? in
      if case .text(let text) = value { text } else { nil }
    }
    guard texts.contains(where: { $0 != nil }) else { return nil }
    switch spelling {
    case .use: return holds(codes: texts.first ?? nil, names: texts.dropFirst().compactMap(\.self))
    case .township: return holds(places: texts.compactMap { $0.map(SearchText.normalized) })
    default: return texts.compactMap(\.self).contains(where: holds)
    }
  }

  private func holds(_ text: String) -> Bool {
    switch relation {
    case .same: FilterMatch.key(text, spelling).map(keys.contains) ?? false
    case .contains:
      keys.contains { key in SearchText.normalized(text).contains(key) }
    case .like(let pattern): pattern.matches(SearchText.normalized(text))
    }
  }

  /// Codes stand in one text with `/` between.
  private func holds(codes: String?, names: [String]) -> Bool {
    for code in (codes ?? "").split(separator: "/").map(SearchText.normalized) {
      switch relation {
      case .same: if keys.contains(where: code.hasPrefix) { return true }
      default: if holds(code) { return true }
      }
    }
    return names.map(SearchText.normalized).contains { name in
      if case .like = relation { holds(name) } else { keys.contains { name.contains($0) } }
    }
  }

  private func holds(places: [String]) -> Bool? {
    let naming = places.first(where: TownshipNames.isNamed)
    let found = (naming.map { [$0] } ?? places).contains { text in
      keys.contains { text.contains($0) }
    }
    return found ? true : naming == nil ? nil : false
  }
}
