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

extension OverlapPairs {
  /// Adds a pair.
  @inline(__always)
  mutating func append(_ first: Int, _ second: Int, _ area: Double) {
    self.first.append(Int32(truncatingIfNeeded: first))
    self.second.append(Int32(truncatingIfNeeded: second))
    areas.append(area)
  }

  /// Adds pairs that come after all these.
  mutating func append(_ other: OverlapPairs) {
    first += other.first
    second += other.second
    areas += other.areas
    fallbackCount += other.fallbackCount
    failures += other.failures
  }

  /// The pairs with first and second exchanged, in the order of the new first.
  ///
  /// - Parameter firstCount: the number of features of the layer that is now the first.
  func exchanged(firstCount: Int) -> OverlapPairs {
    var pairs = self
    swap(&pairs.first, &pairs.second)
    pairs.failures = failures.map {
      Failure(first: $0.second, second: $0.first, message: $0.message)
    }
    return pairs.orderedByFirst(count: firstCount)
  }

  /// The pairs in the order of the first; those of one first keep theirs.
  ///
  /// - Parameter count: the number of features of the first layer.
  func orderedByFirst(count featureCount: Int) -> OverlapPairs {
    // Where the pairs of each feature begin.
    var places = Array(repeating: 0, count: featureCount + 1)
    for feature in first { places[Int(feature) + 1] += 1 }
    for feature in 0..<featureCount { places[feature + 1] += places[feature] }
    var pairs = self
    for index in 0..<count {
      let place = places[Int(first[index])]
      places[Int(first[index])] += 1
      pairs.first[place] = first[index]
      pairs.second[place] = second[index]
      pairs.areas[place] = areas[index]
    }
    pairs.failures.sort { ($0.first, $0.second) < ($1.first, $1.second) }
    return pairs
  }
}
