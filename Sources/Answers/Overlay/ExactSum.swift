/// A sum of many numbers whose rounding errors are kept beside and added at the end.
///
/// Source: A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, 1974.
public struct ExactSum: Hashable, Sendable {
  private var sum = 0.0
  private var error = 0.0

  /// Nothing yet.
  public init() {}

  /// Adds a number.
  public mutating func add(_ value: Double) {
    let next = sum + value
    error += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
    sum = next
  }

  /// The sum, rounded once.
  public var value: Double { sum + error }

  /// The sum of some numbers.
  public static func of(_ values: some Sequence<Double>) -> Double {
    var sum = ExactSum()
    for value in values { sum.add(value) }
    return sum.value
  }
}
