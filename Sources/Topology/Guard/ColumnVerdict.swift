/// What the guard says of a column of shapes. Only what is out of order is listed, in order.
public struct ColumnVerdict: Hashable, Sendable {
  /// A feature whose shape must not be given to GEOS.
  public struct Refused: Hashable, Sendable {
    /// The feature, counted from 0.
    public var feature: Int
    /// Why, and where.
    public var refusal: ShapeRefusal
  }

  /// A feature whose shape has parts without a vertex.
  public struct EmptyParts: Hashable, Sendable {
    /// The feature, counted from 0.
    public var feature: Int
    /// How many parts and holes.
    public var count: Int
  }

  /// The features that are refused. One without any vertex is among them.
  public var refused: [Refused] = []
  /// The features that lose empty parts.
  public var emptyParts: [EmptyParts] = []

  /// Nothing is out of order.
  public init() {}
}
