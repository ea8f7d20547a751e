public import SimpleFeatures

/// The coordinate system of a register, and where its shapes lie.
public struct RegisterExtent: Hashable, Sendable {
  /// The EPSG code of the register's coordinate system.
  public var epsg: Int
  /// The box around all its shapes, x easting or longitude; `nil` while it has none.
  public var box: Envelope?

  /// A register.
  public init(epsg: Int, box: Envelope? = nil) {
    self.epsg = epsg
    self.box = box
  }
}
