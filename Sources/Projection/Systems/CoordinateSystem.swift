public import SimpleFeatures

/// A horizontal coordinate system: what a register of systems or a definition says of it.
///
/// A value: no object of PROJ is kept. x is always easting or longitude and y northing or latitude,
/// whatever order the authority has; that order is told by ``axisOrder``.
public struct CoordinateSystem: Hashable, Sendable {
  /// What its numbers are.
  public enum Kind: String, Hashable, Sendable {
    /// Longitude and latitude in degrees.
    case geographic
    /// Easting and northing, in metres unless the definition has another unit.
    case projected
  }

  /// Which number the authority puts first.
  public enum AxisOrder: String, Hashable, Sendable {
    case eastingFirst
    case northingFirst
  }

  /// The EPSG code, where it has one.
  public let epsg: Int?
  /// The name in the register, or in the definition.
  public let name: String
  /// What its numbers are.
  public let kind: Kind
  /// Which number the authority puts first. Files in the system's own order have northing or
  /// latitude first where this says so; inside the program x stays first.
  public let axisOrder: AxisOrder
  /// Where it is meant to be used, in degrees; `nil` where nothing is said.
  public let areaOfUse: Envelope?
  /// The definition in GDAL's dialect of WKT 1, for `gpkg_spatial_ref_sys.definition`.
  public let wellKnownText1: String
  /// The definition as WKT 2 of 2019, for `gpkg_spatial_ref_sys.definition_12_063`.
  public let wellKnownText2: String
  /// The ellipsoid.
  public let ellipsoid: Ellipsoid
  /// The system in degrees that it rests on.
  public let base: BaseSystem
  /// The grid's parameters, where it is a transverse Mercator grid.
  public let transverseMercator: TransverseMercator.Parameters?

  /// Whether its numbers are plane coordinates.
  public var isProjected: Bool { kind == .projected }

  /// `EPSG:4525`, or the name where there is no code.
  public var label: String { epsg.map { "EPSG:\($0)" } ?? name }

  /// What PROJ is given: the code, or the definition.
  var definition: String { epsg.map { "EPSG:\($0)" } ?? wellKnownText2 }
}

/// The geographic system that a coordinate system rests on.
public struct BaseSystem: Hashable, Sendable {
  /// The EPSG code, where it has one.
  public let epsg: Int?
  /// The definition as WKT 2.
  let wellKnownText: String
  /// The name.
  public let name: String

  /// CGCS2000 and WGS 84 in degrees.
  static let identicalOnPurpose: Set<Int> = [4490, 4326]

  /// What PROJ is given.
  var definition: String { epsg.map { "EPSG:\($0)" } ?? wellKnownText }

  /// `EPSG:4490`, or the name.
  var label: String { epsg.map { "EPSG:\($0)" } ?? name }

  /// Whether it is the same datum as another's.
  func isSame(as other: BaseSystem) -> Bool {
    guard let epsg, let others = other.epsg else { return wellKnownText == other.wellKnownText }
    return epsg == others
  }

  /// Whether it differs from another only as CGCS2000 differs from WGS 84.
  func isIdenticalOnPurpose(to other: BaseSystem) -> Bool {
    guard let epsg, let others = other.epsg else { return false }
    return epsg != others && Self.identicalOnPurpose.isSuperset(of: [epsg, others])
  }
}
