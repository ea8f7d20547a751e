/// Why a shape is not valid, and where.
public struct ValidityFault: Hashable, Sendable {
  /// Why.
  public var reason: ShapeReason
  /// Easting or longitude of the place.
  public var x: Double?
  /// Northing or latitude of the place.
  public var y: Double?

  /// A fault.
  public init(_ reason: ShapeReason, x: Double? = nil, y: Double? = nil) {
    self.reason = reason
    self.x = x
    self.y = y
  }
}
