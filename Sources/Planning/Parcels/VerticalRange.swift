public import Characters

/// Between which levels a piece of land lies, in metres above a datum.
public struct VerticalRange: Hashable, Sendable {
  /// The lower level; `nil` where none is stated.
  public var lower: Double?
  /// The upper level; `nil` where none is stated.
  public var upper: Double?
  /// The vertical datum as printed (1985国家高程基准).
  public var datum: String?

  /// A range.
  public init(lower: Double?, upper: Double?, datum: String?) {
    self.lower = lower
    self.upper = upper
    self.datum = datum
  }
}

extension VerticalRange: JSONRecord {
  /// A range without ends.
  public static var blank: VerticalRange { VerticalRange(lower: nil, upper: nil, datum: nil) }

  /// Reads or writes what is stated.
  public mutating func exchange(_ json: inout JSONExchange) throws {
    try json("min_m", &lower)
    try json("max_m", &upper)
    try json("datum", &datum)
  }
}
