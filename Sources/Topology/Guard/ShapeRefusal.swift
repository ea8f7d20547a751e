/// A shape that is not given to GEOS: why, and where where one place is to blame.
public struct ShapeRefusal: Error, Hashable, Sendable {
  /// Why.
  public var reason: ShapeReason
  /// Easting or longitude of the vertex that is to blame.
  public var x: Double?
  /// Its northing or latitude.
  public var y: Double?

  /// A refusal.
  public init(_ reason: ShapeReason, x: Double? = nil, y: Double? = nil) {
    self.reason = reason
    self.x = x
    self.y = y
  }
}
