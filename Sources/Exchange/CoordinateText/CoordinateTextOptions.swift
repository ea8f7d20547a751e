public import Planning

/// How a coordinate text is written.
public struct CoordinateTextOptions: Hashable, Sendable {
  /// How characters are written.
  public enum Encoding: String, Hashable, Sendable, Codable, CaseIterable {
    /// One or two bytes a character: what the ministry's programs read.
    case gbk
    /// The whole national character set.
    case gb18030
    /// UTF-8 without a mark.
    case utf8 = "utf-8"
  }

  /// The program it is for.
  public var dialect: CoordinateTextDialect
  /// What the header should say. Coordinate system, zone and precision are set to what is written;
  /// other keys of the dialect get their usual values where nothing is given.
  public var header = CoordinateTextHeader()
  /// The decimals of coordinates, 0 to 12; `nil` for as many as keep the millimetre.
  public var decimals: Int?
  /// How characters are written.
  public var encoding = Encoding.gbk
  /// Whether rings keep their first point, their direction, and the names of their points. Else
  /// each runs clockwise on the map from its north-western corner, and points are J1, J2 …
  public var keepsPointOrder = false

  /// The usual way of a dialect.
  public init(_ dialect: CoordinateTextDialect) {
    self.dialect = dialect
  }
}
