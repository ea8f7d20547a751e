public import Characters
public import Terms

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

  /// The number where the document prints one alone and nothing says which end it is: then there is
  /// no end, and no rule holds against it.
  public var undirected: Double?

  /// Whether the numbers are per 100 m² of floor area.
  public var isPer100SquareMetres = false

  /// An interval.
  public init(lower: Bound? = nil, upper: Bound? = nil) {
    self.lower = lower
    self.upper = upper
  }

  /// A number of which nothing says whether it is the least or the greatest.
  public static func undirected(_ value: Double) -> Interval {
    var interval = Interval()
    interval.undirected = value
    return interval
  }

  /// The number at the end that a column holds, where it holds such numbers.
  public func value(in column: IndicatorColumn) -> Double? {
    guard isPer100SquareMetres == column.isPer100SquareMetres else { return nil }
    return (column.end == .lower ? lower : upper)?.value
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

extension Interval: JSONRecord {
  /// An interval without ends.
  public static var blank: Interval { Interval() }

  /// Reads or writes the ends there are; one without its inclusive flag is inclusive.
  public mutating func exchange(_ json: inout JSONExchange) throws {
    try Interval.exchange(&lower, "min", &json)
    try Interval.exchange(&upper, "max", &json)
    try json("value", &undirected)
    try json("per_100_m2", &isPer100SquareMetres, leftOut: !isPer100SquareMetres)
  }

  private static func exchange(
    _ bound: inout Bound?, _ name: String, _ json: inout JSONExchange
  ) throws {
    var (value, inclusive) = (bound?.value, bound?.inclusive)
    try json(name, &value)
    try json("\(name)_inclusive", &inclusive)
    bound = value.map { Bound($0, inclusive: inclusive ?? true) }
  }
}
