/// How near is near, and what is told, where a layer is checked for tiling the land.
public struct CoverageOptions: Hashable, Sendable {
  /// Overlaps of more than this area are told, in the square of the coordinates' unit.
  public var minimumOverlap: Double
  /// Points no farther apart than this are one, and a vertex no farther than this from an edge lies
  /// on it: by default the millimetre to which surveys are rounded.
  public var vertexTolerance: Double
  /// A vertex that lies off a neighbour's edge by no more than this is a near miss.
  public var nearMissDistance: Double
  /// Gaps of more than this area are not told: a lake that is nobody's parcel. All are told where it
  /// is not said.
  public var maximumGapArea: Double?
  /// The features whose shape is not valid, in ascending order; where it is not said every shape is
  /// judged here.
  public var invalid: [Int]?
  /// The number of threads; as many as there are cores where it is not said.
  public var workers: Int?

  /// Options.
  public init(
    minimumOverlap: Double = 0, vertexTolerance: Double = 0.001, nearMissDistance: Double = 0.05,
    maximumGapArea: Double? = nil, invalid: [Int]? = nil, workers: Int? = nil
  ) {
    self.minimumOverlap = minimumOverlap
    self.vertexTolerance = vertexTolerance
    self.nearMissDistance = nearMissDistance
    self.maximumGapArea = maximumGapArea
    self.invalid = invalid
    self.workers = workers
  }
}
