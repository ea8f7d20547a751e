public import Planning

/// What two layers have in common: pairs of features with their areas, in columns.
public struct OverlayAnswer: Hashable, Sendable {
  /// Whether something was found: `notChecked` where one of the layers has nothing that could be
  /// measured.
  public var verdict: LookupAnswer.Verdict
  /// The moment asked about, as the answer tells it.
  public var moment: Moment
  /// The coordinate system of the areas.
  public var epsg: Int
  /// The first layer.
  public var first: OverlayLayer
  /// The second layer; the first itself where a layer is laid over itself.
  public var second: OverlayLayer
  /// Pairs with more than this area in common are told, in square metres.
  public var minimumArea: Double
  /// The features of the first layer, pair by pair, ascending.
  public var firstFeatures: [Int32] = []
  /// The features of the second layer, ascending for each of the first.
  public var secondFeatures: [Int32] = []
  /// The area that each pair has in common, in square metres.
  public var areas: [Double] = []
  /// The pairs that are slivers, ascending.
  public var slivers: [Int] = []
  /// How many pairs were left to the geometry library, because their boundaries contradict each other
  /// or nobody knows that they are valid.
  public var fallbackCount = 0
  /// Pairs that could not be measured, as ids of both and what the geometry library says.
  public var failures: [String] = []

  /// An overlay without pairs.
  public init(
    verdict: LookupAnswer.Verdict, moment: Moment, epsg: Int, first: OverlayLayer,
    second: OverlayLayer, minimumArea: Double
  ) {
    self.verdict = verdict
    self.moment = moment
    self.epsg = epsg
    self.first = first
    self.second = second
    self.minimumArea = minimumArea
  }

  /// The number of pairs.
  public var count: Int { areas.count }

  /// The ids of a pair.
  public func ids(_ pair: Int) -> (first: String, second: String) {
    (first.ids[Int(firstFeatures[pair])], second.ids[Int(secondFeatures[pair])])
  }

  /// Which share of each feature a pair has in common, in percent.
  public func shares(_ pair: Int) -> (first: Double, second: Double) {
    let (a, b) = (first.areas[Int(firstFeatures[pair])], second.areas[Int(secondFeatures[pair])])
    return (100 * areas[pair] / a, 100 * areas[pair] / b)
  }
}
