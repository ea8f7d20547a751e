/// What a shape may be at most before it is given to GEOS.
public struct ShapeLimits: Hashable, Sendable {
  /// The farthest from zero that a coordinate may be, in the units of the coordinate system. With a
  /// zone prefix an easting is under 1.2e8 in theory and under 4.6e7 in China.
  public var coordinate = 1e8
  /// The nearest to zero that a coordinate may be, other than zero. Products of smaller ones vanish.
  public var leastCoordinate = 1e-100
  /// The least width or height of a line or ring that has any. At 1e-9 a degree is 0.1 mm; in metres
  /// it is under the spacing of doubles at any easting.
  public var leastExtent = 1e-9
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
