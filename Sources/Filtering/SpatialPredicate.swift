public import SimpleFeatures

/// A question about two shapes, such as `S_INTERSECTS(geometry, BBOX(…))`.
///
/// The one who has the shapes answers it. Heights take no part, as in OGC 06-103r4.
public struct SpatialPredicate: Hashable, Sendable {
  /// How the first lies to the second.
  public enum Relation: String, Hashable, Sendable, CaseIterable {
    case intersects = "s_intersects"
    case equals = "s_equals"
    case disjoint = "s_disjoint"
    case touches = "s_touches"
    case within = "s_within"
    case overlaps = "s_overlaps"
    case crosses = "s_crosses"
    case contains = "s_contains"
  }

  /// One of the two shapes.
  public enum Operand: Hashable, Sendable {
    /// The shape of a property.
    case property(String)
    /// A written shape; its numbers in the order of the text.
    case geometry(Geometry)
    /// A written box: west, south, east, north.
    case box(Envelope)
  }

  /// How the first lies to the second.
  public let relation: Relation
  /// The first shape.
  public let first: Operand
  /// The second shape.
  public let second: Operand

  /// A box that the property's shape must meet for the answer to be true.
  var envelope: Envelope? {
    guard relation != .disjoint else { return nil }
    switch (first, second) {
    case (.property, .geometry(let geometry)), (.geometry(let geometry), .property):
      return geometry.envelope
    case (.property, .box(let box)), (.box(let box), .property): return box
    default: return nil
    }
  }
}
