/// What mending an invalid shape changed.
public struct ShapeRepair: Hashable, Sendable, Codable {
  /// What was wrong.
  public var fault: ShapeFault
  /// The plane area before, in square metres.
  public var squareMetresBefore: Double
  /// The plane area after, in square metres.
  public var squareMetresAfter: Double

  /// A repair.
  public init(fault: ShapeFault, squareMetresBefore: Double, squareMetresAfter: Double) {
    self.fault = fault
    self.squareMetresBefore = squareMetresBefore
    self.squareMetresAfter = squareMetresAfter
  }

  enum CodingKeys: String, CodingKey {
    case fault
    case squareMetresBefore = "area_before_m2"
    case squareMetresAfter = "area_after_m2"
  }
}
