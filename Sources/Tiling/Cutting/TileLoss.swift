/// What a tile does not show of the features that meet it.
public struct TileLoss: Hashable, Sendable {
  /// Features left out because they are too small: below the least area or length, or without area
  /// or length once rounded.
  public var featuresTooSmall = 0
  /// Features left out because the tile would have too many.
  public var featuresOverLimit = 0
  /// Features left out because a coordinate is no number or farther out than 10¹² m.
  public var featuresNotFinite = 0
  /// Parts and holes, below the least area or length, of features that are shown.
  public var partsTooSmall = 0
  /// Vertices left out by simplification and by rounding, of features that are shown. Those that
  /// were cut off with the rest of a feature are not among them.
  public var verticesRemoved = 0

  /// Nothing lost.
  public init() {}

  /// Adds what another stretch of the same tile lost.
  public static func += (sum: inout TileLoss, other: TileLoss) {
    sum.featuresTooSmall += other.featuresTooSmall
    sum.featuresOverLimit += other.featuresOverLimit
    sum.featuresNotFinite += other.featuresNotFinite
    sum.partsTooSmall += other.partsTooSmall
    sum.verticesRemoved += other.verticesRemoved
  }
}
