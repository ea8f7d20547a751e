internal import CPROJ
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

extension CoordinateSystem {
  /// The system of an EPSG code.
  ///
  /// - Throws: ``ProjectionError`` where the register has no such system, or it is not horizontal.
  public init(epsg: Int) throws(ProjectionError) {
    try self.init(definition: "EPSG:\(epsg)")
  }

  /// The system of a definition: WKT of either version, ESRI's dialect, or a string of PROJ.
  ///
  /// - Throws: ``ProjectionError`` where it cannot be read, or is not horizontal.
  public init(definition: String) throws(ProjectionError) {
    let context = try ProjectionContext()
    let whole = unsafe try context.object("proj_create") { context in
      unsafe proj_create(context, definition)
    }
    let object = try Self.horizontal(of: whole)
    let type = unsafe proj_get_type(object.pointer)
    let kind: Kind = type == PJ_TYPE_PROJECTED_CRS ? .projected : .geographic
    let geographic = unsafe try context.object("proj_crs_get_geodetic_crs") { context in
      unsafe proj_crs_get_geodetic_crs(context, object.pointer)
    }
    epsg = object.epsg
    name = object.name
    self.kind = kind
    axisOrder = try Self.axisOrder(of: object)
    areaOfUse = object.areaOfUse.map {
      Envelope(minX: $0.west, minY: $0.south, maxX: $0.east, maxY: $0.north)
    }
    wellKnownText1 = try object.wellKnownText(PJ_WKT1_GDAL)
    wellKnownText2 = try object.wellKnownText(PJ_WKT2_2019)
    ellipsoid = try Self.ellipsoid(of: object)
    base = BaseSystem(
      epsg: geographic.epsg ?? Self.knownCode(of: geographic),
      wellKnownText: try geographic.wellKnownText(PJ_WKT2_2019), name: geographic.name)
    transverseMercator =
      kind == .projected ? Self.transverseMercator(of: object, ellipsoid: ellipsoid) : nil
  }

  /// The part of a system that says where on the map; a height is passed over.
  private static func horizontal(
    of object: ProjectionObject
  ) throws(ProjectionError) -> ProjectionObject {
    let type = unsafe proj_get_type(object.pointer)
    switch type {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_PROJECTED_CRS: return object
    case PJ_TYPE_COMPOUND_CRS:
      return unsafe try horizontal(
        of: object.context.object("proj_crs_get_sub_crs") { context in
          unsafe proj_crs_get_sub_crs(context, object.pointer, 0)
        })
    case PJ_TYPE_BOUND_CRS:
      return unsafe try horizontal(
        of: object.context.object("proj_get_source_crs") { context in
          unsafe proj_get_source_crs(context, object.pointer)
        })
    default: throw .notHorizontal(object.name)
    }
  }

  private static func axisOrder(
    of object: ProjectionObject
  ) throws(ProjectionError) -> AxisOrder {
    let axes = unsafe try object.context.object("proj_crs_get_coordinate_system") { context in
      unsafe proj_crs_get_coordinate_system(context, object.pointer)
    }
    var direction: UnsafePointer<CChar>?
    unsafe try object.context.succeeded("proj_cs_get_axis_info") { context in
      unsafe proj_cs_get_axis_info(
        context, axes.pointer, 0, nil, nil, &direction, nil, nil, nil, nil)
    }
    let text = unsafe direction.map { unsafe String(cString: $0) } ?? ""
    return text == "north" || text == "south" ? .northingFirst : .eastingFirst
  }

  private static func ellipsoid(
    of object: ProjectionObject
  ) throws(ProjectionError) -> Ellipsoid {
    let ellipsoid = unsafe try object.context.object("proj_get_ellipsoid") { context in
      unsafe proj_get_ellipsoid(context, object.pointer)
    }
    var (axis, inverse) = (0.0, 0.0)
    unsafe try object.context.succeeded("proj_ellipsoid_get_parameters") { context in
      unsafe proj_ellipsoid_get_parameters(context, ellipsoid.pointer, &axis, nil, nil, &inverse)
    }
    return Ellipsoid(semiMajorAxis: axis, inverseFlattening: inverse)
  }

  /// The codes whose systems are known again though a definition does not name them.
  private static let knownBases = [4490, 4326, 4610, 4214, 4555]

  private static func knownCode(of geographic: ProjectionObject) -> Int? {
    knownBases.first { code in
      let known = unsafe try? geographic.context.object("proj_create_from_database") { context in
        unsafe proj_create_from_database(
          context, "EPSG", "\(code)", PJ_CATEGORY_CRS, 0, nil)
      }
      guard let known else { return false }
      return unsafe geographic.context.value { context in
        unsafe proj_is_equivalent_to_with_ctx(
          context, known.pointer, geographic.pointer,
          PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS)
      } != 0
    }
  }

  /// The parameters of a grid of the method Transverse Mercator (EPSG 9807), in degrees and metres;
  /// `nil` of other methods and other units.
  private static func transverseMercator(
    of object: ProjectionObject, ellipsoid: Ellipsoid
  ) -> TransverseMercator.Parameters? {
    let context = object.context
    let found = unsafe try? context.object("proj_crs_get_coordoperation") { context in
      unsafe proj_crs_get_coordoperation(context, object.pointer)
    }
    guard let conversion = found else { return nil }
    var method: UnsafePointer<CChar>?
    let isRead = unsafe context.value { context in
      unsafe proj_coordoperation_get_method_info(context, conversion.pointer, nil, nil, &method)
    }
    guard isRead != 0, let method = unsafe method, unsafe String(cString: method) == "9807" else {
      return nil
    }
    var values: [String: Double] = [:]
    let count = unsafe context.value { context in
      unsafe proj_coordoperation_get_param_count(context, conversion.pointer)
    }
    for index in 0..<max(count, 0) {
      var code: UnsafePointer<CChar>?
      var (value, factor) = (0.0, 0.0)
      _ = unsafe context.value { context in
        unsafe proj_coordoperation_get_param(
          context, conversion.pointer, index, nil, nil, &code, &value, nil, &factor, nil, nil, nil,
          nil)
      }
      guard let code = unsafe code else { continue }
      let isAngle = unsafe ["8801", "8802"].contains(String(cString: code))
      let isDegree = abs(factor - .pi / 180) < 1e-12
      guard isAngle ? isDegree : factor == 1 else { return nil }
      values[unsafe String(cString: code)] = value
    }
    guard let meridian = values["8802"], let scale = values["8805"], let easting = values["8806"],
      let northing = values["8807"], values["8801"] == 0
    else { return nil }
    return TransverseMercator.Parameters(
      ellipsoid: ellipsoid, centralMeridian: meridian, scale: scale, falseEasting: easting,
      falseNorthing: northing)
  }
}

extension CoordinateSystem {
  /// The version of PROJ that answers: `9.1.1`.
  public static var libraryVersion: String {
    unsafe "\(proj_info().major).\(proj_info().minor).\(proj_info().patch)"
  }
}

/// An ellipsoid of revolution.
public struct Ellipsoid: Hashable, Sendable {
  /// The equatorial radius in metres.
  public var semiMajorAxis: Double
  /// 1/f.
  public var inverseFlattening: Double

  /// An ellipsoid.
  public init(semiMajorAxis: Double, inverseFlattening: Double) {
    self.semiMajorAxis = semiMajorAxis
    self.inverseFlattening = inverseFlattening
  }

  /// The ellipsoid of CGCS2000; GRS 80 has the same figures.
  public static let cgcs2000 = Ellipsoid(
    semiMajorAxis: 6_378_137, inverseFlattening: 298.257222101)

  /// The flattening f.
  public var flattening: Double { 1 / inverseFlattening }
  /// The third flattening n = f / (2 − f).
  public var thirdFlattening: Double { flattening / (2 - flattening) }
  /// The square of the eccentricity e² = f (2 − f).
  public var eccentricitySquared: Double { flattening * (2 - flattening) }
}
