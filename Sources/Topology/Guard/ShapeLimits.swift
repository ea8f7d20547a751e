/// What a shape may be at most before it is given to GEOS.
public struct ShapeLimits: Hashable, Sendable {
  /// The farthest from zero that a coordinate may be, in the units of the coordinate system. With a
  /// zone prefix an easting is under 1.2e8 in theory and under 4.6e7 in China.
  public var coordinate = 1e8
  /// The nearest to zero that a coordinate may be, other than zero. From 1e-162 on products vanish
  /// and GEOS reads through null pointers; what rounding leaves of a zero is near 1e-17.
  public var leastCoordinate = 1e-100
  /// The most vertices of one shape.
  public var vertices = 5_000_000
  /// The most parts and rings of one shape.
  public var parts = 500_000
  /// The most collections in one another.
  public var nesting = 16

  /// The limits for land: see Documentation/Topology.md for the reasons.
  public static let land = ShapeLimits()

  /// The limits for land.
  public init() {}
}
