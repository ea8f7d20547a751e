/// A coordinate system as a file of shapes defines it for its readers.
public struct CoordinateSystemDefinition: Hashable, Sendable {
  /// The EPSG code.
  public var epsg: Int
  /// Its name.
  public var name: String
  /// The definition as WKT 1.
  public var wellKnownText: String

  /// A definition.
  public init(epsg: Int, name: String, wellKnownText: String) {
    self.epsg = epsg
    self.name = name
    self.wellKnownText = wellKnownText
  }
}
