/// Which features hold each of many points, in columns: those of point `i` stand at
/// `offsets[i] ..< offsets[i + 1]`, in ascending order.
public struct PointMatches: Hashable, Sendable {
  /// A feature of which it cannot be said whether it holds a point, because its shape is not valid.
  public struct Unchecked: Hashable, Sendable {
    /// The point, counted from 0.
    public var point: Int
    /// The feature whose box the point lies in.
    public var feature: Int
  }

  /// Where the features of each point begin, and last their number.
  public internal(set) var offsets: [Int32] = [0]
  /// The features of all points, counted from 0.
  public internal(set) var features: [Int32] = []
  /// Whether the point lies on the feature's boundary.
  public internal(set) var areOnBoundary: [Bool] = []
  /// What could not be asked, by point, then by feature.
  public internal(set) var unchecked: [Unchecked] = []

  /// No points.
  public init() {}

  /// The number of points.
  public var count: Int { offsets.count - 1 }

  /// The places of a point's features in ``features``.
  public func matches(of point: Int) -> Range<Int> {
    Int(offsets[point])..<Int(offsets[point + 1])
  }
}
