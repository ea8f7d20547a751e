/// What is unknown fulfils no comparison, not even `!=`.
extension Comparison {
  func holds(number: Double?) -> Bool {
    guard let number, case .number(let limit) = value else { return false }
    return holds(number, limit)
  }

  func holds(date: CalendarDate?) -> Bool {
    guard let date, case .date(let limit) = value else { return false }
    return holds(date, limit)
  }

  private func holds<Value: Comparable>(_ value: Value, _ limit: Value) -> Bool {
    switch comparison {
    case .equal: value == limit
    case .notEqual: value != limit
    case .less: value < limit
    case .atMost: value <= limit
    case .greater: value > limit
    case .atLeast: value >= limit
    case .contains: false
    }
  }

  /// Words, by what is left after normalisation.
  func holds(text: String?) -> Bool {
    guard let text, case .text(let wanted) = value else { return false }
    let (have, want) = (SearchText.normalized(text), SearchText.normalized(wanted))
    return comparison == .contains ? have.contains(want) : (have == want) == (comparison == .equal)
  }

  func holds(key: String) -> Bool {
    guard case .text(let wanted) = value else { return false }
    return (key == wanted) != (comparison == .notEqual)
  }

  func holds(anyOf keys: [String]) -> Bool {
    guard !keys.isEmpty, case .text(let wanted) = value else { return false }
    let found = keys.contains { $0.lowercased() == wanted.lowercased() }
    return found == (comparison == .equal)
  }

  func holds(kind: TransactionKind) -> Bool {
    guard case .text(let wanted) = value else { return false }
    return FilterWords.transaction(kind, isMeantBy: wanted) != (comparison == .notEqual)
  }

  /// A parcel's number, whatever its spelling.
  func holds(number: String?) -> Bool {
    guard let number, let have = PlotKey.ofNumber(number), case .text(let wanted) = value,
      let want = PlotKey.ofNumber(wanted)
    else { return false }
    return comparison == .contains ? have.contains(want) : (have == want) == (comparison == .equal)
  }

  /// A plan's name, whatever a document adds to it.
  func holds(plan: String?) -> Bool {
    guard let plan, case .text(let wanted) = value else { return false }
    if comparison == .contains { return holds(text: plan) }
    return (PlanName.key(plan) == PlanName.key(wanted)) == (comparison == .equal)
  }

  /// A document's number, whatever its spelling.
  func holds(document: String?) -> Bool {
    guard let document, case .text(let wanted) = value else { return false }
    let (have, want) = (DocumentKey.of(number: document), DocumentKey.of(number: wanted))
    return Comparison(field: field, comparison: comparison, value: .text(want)).holds(text: have)
  }

  /// A land use: the beginning of a code, or a part of a name. Of a mixed use any part counts.
  func holds(uses: [LandUse]) -> Bool {
    let uses = uses.filter { $0.code != nil || $0.name != nil }
    guard !uses.isEmpty, case .text(let wanted) = value else { return false }
    let want = SearchText.normalized(wanted)
    let found = uses.contains { use in
      if let code = use.code.map(SearchText.normalized) {
        if comparison == .contains ? code.contains(want) : code.hasPrefix(want) { return true }
      }
      return use.name.map { SearchText.normalized($0).contains(want) } ?? false
    }
    return found != (comparison == .notEqual)
  }

  /// A township: the first text that names one at all decides.
  func holds(townshipIn texts: [String?], names: TownshipNames) -> Bool {
    guard case .text(let wanted) = value else { return false }
    let candidates = names.names(of: wanted)
    let texts = texts.compactMap { $0.map(SearchText.normalized) }
    for text in texts where TownshipNames.isNamed(in: text) {
      let found = candidates.contains { text.contains($0) }
      return found != (comparison == .notEqual)
    }
    return comparison != .notEqual
      && texts.contains { text in candidates.contains { text.contains($0) } }
  }
}
