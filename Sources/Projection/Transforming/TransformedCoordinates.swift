/// A point that could not be moved.
public struct CoordinateFailure: Error, Hashable, Sendable {
  /// Why.
  public enum Reason: Hashable, Sendable {
    /// A coordinate was no finite number.
    case notFinite
    /// It lies outside the area of use of a system or of the parameters.
    case outsideAreaOfUse
    /// PROJ could not compute it: what PROJ says.
    case failed(String)
  }

  /// Which vertex, counted from 0.
  public var vertex: Int
  /// Why.
  public var reason: Reason
}

/// Coordinates that were moved.
public struct TransformedCoordinates: Hashable, Sendable {
  /// x and y of each vertex in turn; not a number where a vertex could not be moved.
  public var xy: [Double]
  /// The vertices that could not be moved, in order.
  public var failures: [CoordinateFailure]
  /// Whether PROJ stood in for a series that did not agree with it.
  public var seriesDisagreed: Bool
}
