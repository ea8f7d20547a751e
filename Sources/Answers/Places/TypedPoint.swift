/// A point as people type it: two numbers with a comma between, `111.18,37.34`. Which of them is
/// which, and in which coordinate system, is told by their size.
public struct TypedPoint: Hashable, Sendable {
  /// The first number.
  public var first: Double
  /// The second number.
  public var second: Double

  /// The point of a text; `nil` where it is not two plain numbers.
  public init?(_ text: String) {
    let parts = text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "," || $0 == "，" })
    let numbers = parts.compactMap { part -> Double? in
      let digits = part.filter { !$0.isWhitespace }
      guard !digits.isEmpty, digits.allSatisfy({ "+-.0123456789".contains($0) }) else { return nil }
      return Double(digits)
    }
    guard parts.count == 2, numbers.count == 2 else { return nil }
    (first, second) = (numbers[0], numbers[1])
  }
}
