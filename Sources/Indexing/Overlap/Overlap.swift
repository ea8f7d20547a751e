public import SimpleFeatures

/// How much of the features of one layer lies on those of another.
public enum Overlap {
  /// The pairs of features of two layers that have land in common.
  ///
  /// Only areas take part. The result depends neither on the order of the features nor on the number
  /// of threads. Areas are exact but for rounding, about 1e-12 of a square unit for parcels; what is
  /// less than rounding alone may make is no overlap. See Documentation/Overlay.md.
  ///
  /// - Throws: `TopologyFault` where GEOS has no memory; a pair that cannot be measured is listed.
  public static func pairs(
    _ first: GeometryColumn, _ second: GeometryColumn, options: OverlapOptions = .init()
  ) throws -> OverlapPairs {
    let workers = options.workerCount
    let origin = LayerIndex.origin(of: first, second)
    let firstIndex = try LayerIndex(
      of: first, origin: origin, knownInvalid: options.invalidFirst, workers: workers)
    let secondIndex = try LayerIndex(
      of: second, origin: origin, knownInvalid: options.invalidSecond, workers: workers)
    // The layer of more features is walked and the other searched: many small steps share out well.
    guard second.count > first.count else {
      return try OverlapSearch(
        walked: first, firstIndex, searched: second, secondIndex, options: options
      ).pairs()
    }
    return try OverlapSearch(
      walked: second, secondIndex, searched: first, firstIndex, options: options
    ).pairs().exchanged(firstCount: first.count)
  }

  /// The pairs of features of one layer that have land in common, each once, the lower first.
  ///
  /// Of the options ``OverlapOptions/invalidFirst`` tells the invalid features.
  public static func pairs(
    within layer: GeometryColumn, options: OverlapOptions = .init()
  ) throws -> OverlapPairs {
    let index = try LayerIndex(
      of: layer, origin: LayerIndex.origin(of: layer), knownInvalid: options.invalidFirst,
      workers: options.workerCount)
    return try OverlapSearch(within: layer, index, options: options).pairs()
  }
}

/// Which pairs are told, what is known of the shapes, and how many threads look at them.
public struct OverlapOptions: Hashable, Sendable {
  /// Pairs with more than this area in common are told.
  public var minimumArea: Double
  /// The number of threads; as many as there are cores where it is not said.
  public var workers: Int?
  /// The features of the first layer whose shape is not valid, in ascending order: they are left to
  /// GEOS. Where it is not said every shape is judged here, a fifth of a second for 190,000 parcels.
  public var invalidFirst: [Int]?
  /// The features of the second layer whose shape is not valid.
  public var invalidSecond: [Int]?

  /// Options.
  public init(
    minimumArea: Double = 0, workers: Int? = nil, invalidFirst: [Int]? = nil,
    invalidSecond: [Int]? = nil
  ) {
    self.minimumArea = minimumArea
    self.workers = workers
    self.invalidFirst = invalidFirst
    self.invalidSecond = invalidSecond
  }

  /// The number of threads, also where it is not said.
  var workerCount: Int { max(1, workers ?? ProcessorCount.available) }
}

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
