public import SimpleFeatures

/// A shape that was mended, and what that changed.
public struct RepairedShape: Hashable, Sendable {
  /// The shape now: a polygon or multi-polygon, possibly empty.
  public var geometry: Geometry
  /// What was wrong; `nil` where nothing was and the shape is as it came.
  public var fault: ValidityFault?
  /// The plane area before, by the rings as they ran: where a ring crosses itself its loops may
  /// count against each other.
  public var areaBefore: Double
  /// The plane area now.
  public var areaAfter: Double
  /// The lines that were left where parts collapsed, and that were dropped.
  public var droppedLines = 0
  /// The points that were left where parts collapsed, and that were dropped.
  public var droppedPoints = 0
  /// Rings with fewer than four points that were dropped.
  public var droppedRings = 0
  /// Rings whose first point was added at the end.
  public var closedRings = 0
}
