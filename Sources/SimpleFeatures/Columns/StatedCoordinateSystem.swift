/// What a file says of the coordinate system of its shapes. Nothing is concluded from it here.
public struct StatedCoordinateSystem: Hashable, Sendable {
  /// Which of the two numbers of a vertex is which.
  public enum AxisOrder: Hashable, Sendable {
    /// Easting or longitude first.
    case eastingFirst
    /// Northing or latitude first.
    case northingFirst
  }

  /// The EPSG code.
  public var epsg: Int?
  /// The definition as WKT, where the file has one.
  public var wellKnownText: String?
  /// The datum's name as printed: `2000国家大地坐标系`.
  public var datum: String?
  /// The width of the zones in degrees (几度分带): 3 or 6.
  public var zoneWidth: Int?
  /// The zone's number (带号).
  public var zone: Int?
  /// The unit as printed (计量单位).
  public var unit: String?
  /// The order that the format prescribes, or into which a reader has put them; `nil` where it must
  /// be told by the numbers.
  public var axisOrder: AxisOrder?

  /// Nothing is said.
  public init() {}
}
