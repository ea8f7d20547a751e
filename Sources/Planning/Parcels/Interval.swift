/// A range of numbers, open or closed at each end, possibly without an end.
public struct Interval: Hashable, Sendable {
  /// One end of an interval.
  public struct Bound: Hashable, Sendable {
    /// The number at this end.
    public var value: Double
    /// Whether the number itself belongs to the interval.
    public var inclusive: Bool

    /// An end.
    public init(_ value: Double, inclusive: Bool) {
      self.value = value
      self.inclusive = inclusive
    }
  }

  /// The lower end, `nil` where there is none.
  public var lower: Bound?
  /// The upper end, `nil` where there is none.
  public var upper: Bound?

  /// An interval.
  public init(lower: Bound? = nil, upper: Bound? = nil) {
    self.lower = lower
    self.upper = upper
  }

  /// The interval that holds one number.
  public static func exactly(_ value: Double) -> Interval {
    Interval(lower: Bound(value, inclusive: true), upper: Bound(value, inclusive: true))
  }

  /// Whether no number can lie inside.
  public var isEmpty: Bool {
    guard let lower, let upper else { return false }
    return lower.value > upper.value
      || (lower.value == upper.value && !(lower.inclusive && upper.inclusive))
  }

  /// Whether a number lies inside.
  public func contains(_ number: Double) -> Bool {
    if let lower, number < lower.value || (number == lower.value && !lower.inclusive) {
      return false
    }
    if let upper, number > upper.value || (number == upper.value && !upper.inclusive) {
      return false
    }
    return true
  }
}

extension Interval: Codable {
  enum CodingKeys: String, CodingKey {
    case min, max
    case minInclusive = "min_inclusive"
    case maxInclusive = "max_inclusive"
  }

  /// Reads an interval; an end without its inclusive flag is inclusive.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    lower = try container.decodeIfPresent(Double.self, forKey: .min).map {
      Bound($0, inclusive: try container.decodeIfPresent(Bool.self, forKey: .minInclusive) ?? true)
    }
    upper = try container.decodeIfPresent(Double.self, forKey: .max).map {
      Bound($0, inclusive: try container.decodeIfPresent(Bool.self, forKey: .maxInclusive) ?? true)
    }
  }

  /// Writes the ends there are.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    if let lower {
      try container.encode(lower.value, forKey: .min)
      try container.encode(lower.inclusive, forKey: .minInclusive)
    }
    if let upper {
      try container.encode(upper.value, forKey: .max)
      try container.encode(upper.inclusive, forKey: .maxInclusive)
    }
  }
}
