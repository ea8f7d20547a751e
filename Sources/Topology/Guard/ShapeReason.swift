/// Why a shape cannot be used, or is not valid. The raw value is the key by which words are found.
///
/// Source: OGC 06-103r4 §6.1.11.1 (what a valid polygon is) and GEOS's names for what is wrong.
public enum ShapeReason: String, Hashable, Sendable, CaseIterable {
  /// A coordinate is not a number or infinite.
  case nonFinite = "non_finite"
  /// A coordinate is farther from zero than any coordinate system reaches.
  case absurd
  /// A coordinate is smaller than arithmetic can tell apart.
  case tooSmall = "too_small"
  /// A line has one point, or a ring fewer than four or no area.
  case tooFewPoints = "too_few_points"
  /// More vertices or parts than are taken on.
  case tooManyPoints = "too_many_points"
  /// Collections in collections in collections.
  case nestedTooDeep = "nested_too_deep"
  /// There is no vertex.
  case empty
  /// The last vertex of a ring is not its first.
  case notClosed = "not_closed"
  /// The boundary crosses itself, or runs along itself.
  case selfIntersection = "self_intersection"
  /// A ring touches itself in a point.
  case ringSelfIntersection = "ring_self_intersection"
  /// A hole lies outside its shell.
  case holeOutside = "hole_outside"
  /// A hole lies in another.
  case nestedHoles = "nested_holes"
  /// A shell lies in another.
  case nestedShells = "nested_shells"
  /// The holes cut the inside in two.
  case disconnectedInterior = "disconnected_interior"
  /// A ring stands twice.
  case duplicateRings = "duplicate_rings"
  /// GEOS could not judge it.
  case failed
}
