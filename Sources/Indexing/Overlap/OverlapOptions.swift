/// Which pairs are told, and how many threads look for them.
public struct OverlapOptions: Hashable, Sendable {
  /// Pairs with more than this area in common are told.
  public var minimumArea: Double
  /// The number of threads; as many as there are cores where it is not said.
  public var workers: Int?

  /// Options.
  public init(minimumArea: Double = 0, workers: Int? = nil) {
    self.minimumArea = minimumArea
    self.workers = workers
  }
}
