/// Why a shape is not valid, and where.
public struct ShapeFault: Hashable, Sendable, Codable {
  /// A key: `self_intersection`, `hole_outside` … (`DiagnosticWording.words(ofShapeReason:)` has them all).
  public var reason: String
  /// Where, in the shape's coordinate system.
  public var x: Double?
  /// Where, in the shape's coordinate system.
  public var y: Double?

  /// A fault.
  public init(reason: String, x: Double? = nil, y: Double? = nil) {
    self.reason = reason
    self.x = x
    self.y = y
  }
}
