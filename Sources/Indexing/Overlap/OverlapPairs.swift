/// Pairs of features that have land in common, and how much, in columns: pair `i` is the feature
/// `first[i]` of one layer and `second[i]` of the other. Pairs ascend by first, then by second.
public struct OverlapPairs: Hashable, Sendable {
  /// A pair that could not be measured.
  public struct Failure: Hashable, Sendable {
    /// The feature of the first layer, counted from 0.
    public var first: Int
    /// The feature of the second layer.
    public var second: Int
    /// What GEOS says of it.
    public var message: String

    /// A failure.
    public init(first: Int, second: Int, message: String) {
      self.first = first
      self.second = second
      self.message = message
    }
  }

  /// The features of the first layer, counted from 0.
  public var first: [Int32] = []
  /// The features of the second layer.
  public var second: [Int32] = []
  /// The area each pair has in common, in the square of the coordinates' unit.
  public var areas: [Double] = []
  /// How many pairs the fast path left to GEOS.
  public var fallbackCount = 0
  /// The pairs that could not be measured.
  public var failures: [Failure] = []

  /// No pairs.
  public init() {}

  /// The number of pairs.
  public var count: Int { areas.count }
}
