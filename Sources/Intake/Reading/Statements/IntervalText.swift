import Planning

/// Intervals in words, for remarks.
enum IntervalText {
  /// `≤2.5`, `>1.0, ≤2.5`, `2.0`.
  static func text(_ interval: Interval) -> String {
    if let value = interval.undirected { return "\(value)" }
    if interval.lower == interval.upper, let value = interval.lower?.value { return "\(value)" }
    let low = interval.lower.map { "\($0.inclusive ? "≥" : ">")\($0.value)" }
    let high = interval.upper.map { "\($0.inclusive ? "≤" : "<")\($0.value)" }
    return [low, high].compactMap { $0 }.joined(separator: ", ")
      + (interval.isPer100SquareMetres ? "/100 m²" : "")
  }
}
