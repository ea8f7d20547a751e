public import SimpleFeatures

/// A shape that may be given to GEOS, and what was left out of it.
public struct GuardedShape: Hashable, Sendable {
  /// The shape without empty parts. It may be empty as a whole.
  public var geometry: Geometry
  /// How many parts, holes and members without a vertex were left out.
  public var emptyParts: Int
}
