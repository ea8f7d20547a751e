internal import Planning
internal import Projection
internal import SimpleFeatures

/// Moves the shapes of a file to another coordinate system.
struct CoordinateMover: Sendable {
  let transformation: CoordinateTransformation

  /// The shapes in the other system; one with a vertex that cannot be moved has coordinates that
  /// are no numbers, which the guard refuses.
  func moved(_ shapes: GeometryColumn) throws -> GeometryColumn {
    var shapes = shapes
    try transformation.transform(&shapes)
    return shapes
  }
}
