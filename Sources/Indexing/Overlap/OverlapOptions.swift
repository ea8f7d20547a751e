internal import SimpleFeatures

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
