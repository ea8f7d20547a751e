/// What a layer's index found.
public struct FeatureMatches: Hashable, Sendable {
  /// The features, counted from 0, in ascending order.
  public var features: [Int] = []
  /// The features of which it cannot be said, in ascending order: GEOS must not see their shape, it
  /// fails on it, or whoever made the index said that it is of no use.
  public var notChecked: [Int] = []

  /// Nothing was found.
  public init(features: [Int] = [], notChecked: [Int] = []) {
    self.features = features
    self.notChecked = notChecked
  }
}

/// A feature and how far it is.
public struct FeatureNeighbour: Hashable, Sendable {
  /// The feature, counted from 0.
  public var feature: Int
  /// The distance of the nearest points in the unit of the coordinates; 0 where they meet.
  public var distance: Double

  /// A neighbour.
  public init(feature: Int, distance: Double) {
    self.feature = feature
    self.distance = distance
  }
}

/// Features by their distance.
public struct FeatureNeighbours: Hashable, Sendable {
  /// The nearest first; of one distance the lower feature first.
  public var neighbours: [FeatureNeighbour] = []
  /// The features of which it cannot be said, in ascending order.
  public var notChecked: [Int] = []

  /// Nothing was found.
  public init() {}
}
