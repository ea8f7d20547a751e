internal import Answers
public import Planning

/// Which layers are laid over each other, and how.
public struct OverlayRequest: Sendable {
  /// `parcels`, or the name of a reference layer.
  public var first: String
  /// Likewise; the same for what overlaps within a layer.
  public var second: String
  /// The moment asked about.
  public var moment = Moment.now
  /// Pairs with more than this area in common are told, in square metres.
  public var minimumArea = 1.0
  /// When a pair is a sliver.
  public var slivers = PlaceQuestion.usual.slivers
  /// The fields that tell the features of the first and the second layer; `nil` to find one.
  public var idFields: (first: String?, second: String?) = (nil, nil)
  /// The fields of land-use codes; `nil` to find one.
  public var useFields: (first: String?, second: String?) = (nil, nil)
  /// Whether uses are told.
  public var wantsUses = false

  /// Two layers.
  public init(_ first: String, _ second: String) {
    self.first = first
    self.second = second
  }
}
