/// The kinds of shape.
///
/// The raw value is the type's code in WKB. Source: OGC 06-103r4 (Simple Features), table 7.
public enum GeometryType: UInt8, Hashable, Sendable, CaseIterable {
  case point = 1
  case lineString = 2
  case polygon = 3
  case multiPoint = 4
  case multiLineString = 5
  case multiPolygon = 6
  case geometryCollection = 7

  /// The type of one part: a multi-polygon's is polygon.
  public var partType: GeometryType {
    switch self {
    case .multiPoint: .point
    case .multiLineString: .lineString
    case .multiPolygon: .polygon
    default: self
    }
  }

  /// The type of a shape of such parts; `nil` of a collection.
  public var multipleType: GeometryType? {
    switch self {
    case .point, .multiPoint: .multiPoint
    case .lineString, .multiLineString: .multiLineString
    case .polygon, .multiPolygon: .multiPolygon
    case .geometryCollection: nil
    }
  }

  /// Whether a shape of the type has any number of parts.
  public var isMultiple: Bool { rawValue >= GeometryType.multiPoint.rawValue }

  /// The number of dimensions of the shape itself: 0 of points, 1 of lines, 2 of areas; `nil` of a
  /// collection.
  public var dimension: Int? {
    switch partType {
    case .point: 0
    case .lineString: 1
    case .polygon: 2
    default: nil
    }
  }

  /// The name in WKT.
  public var wellKnownName: String {
    switch self {
    case .point: "POINT"
    case .lineString: "LINESTRING"
    case .polygon: "POLYGON"
    case .multiPoint: "MULTIPOINT"
    case .multiLineString: "MULTILINESTRING"
    case .multiPolygon: "MULTIPOLYGON"
    case .geometryCollection: "GEOMETRYCOLLECTION"
    }
  }

  /// The type of a name in WKT, in capitals.
  init?(wellKnownName name: String) {
    guard let type = Self.allCases.first(where: { $0.wellKnownName == name }) else { return nil }
    self = type
  }
}
