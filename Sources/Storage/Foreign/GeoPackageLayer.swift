public import Planning
public import SimpleFeatures

/// A layer of features in a GeoPackage, as the file describes it.
public struct GeoPackageLayer: Hashable, Sendable {
  /// One attribute.
  public struct Field: Hashable, Sendable {
    /// Its column.
    public var name: String
    /// A name for people, from `gpkg_data_columns`.
    public var title: String?
    /// The declared type: `TEXT(20)`, `BOOLEAN`, `DATE` …
    public var type: String

    /// Whether its numbers 0 and 1 mean no and yes.
    public var isFlag: Bool { type.uppercased().hasPrefix("BOOL") }
  }

  /// The table or view.
  public var name: String
  /// The name for people.
  public var title: String?
  /// The column of shapes.
  public var geometryColumn: String
  /// The type of the shapes; `nil` where any may occur, or one that is no simple feature.
  public var geometryType: GeometryType?
  /// What the file says of the coordinate system. x comes first in every GeoPackage.
  public var coordinateSystem: StatedCoordinateSystem
  /// The attributes: all columns but the shapes and the primary key.
  public var fields: [Field]
  /// Whether it is a view.
  public var isView: Bool
  /// The box the file says its features lie in, which may be wrong.
  public var statedEnvelope: Envelope?
}

extension GeoPackageLayer {
  /// A version of a reference layer of the register, whether the file lists it or not.
  public init(_ version: LayerVersion) {
    var system = StatedCoordinateSystem.inGeoPackage
    system.epsg = version.source.epsg
    let own = version.fields.map { Field(name: $0.column, title: $0.title ?? $0.name, type: "") }
    self.init(
      name: version.table, title: version.source.name, geometryColumn: "geom", geometryType: nil,
      coordinateSystem: system, fields: [Field(name: "fault", title: nil, type: "TEXT")] + own,
      isView: false, statedEnvelope: version.envelope)
  }
}

/// Which part of a layer is read.
public struct LayerSelection: Hashable, Sendable {
  /// The attributes; `nil` for all, in the layer's order.
  public var fields: [String]?
  /// Only features whose box meets this one; units are the layer's.
  public var box: Envelope?
  /// Whether shapes are read.
  public var hasShapes = true

  /// All of it.
  public init() {}
}

/// Why a GeoPackage cannot be read.
public struct GeoPackageFault: Error, Hashable, Sendable {
  /// What is wrong.
  public var kind: GeoPackageFlaw
  /// The file.
  public var path: String
  /// The layer, attribute, or SQLite's own words.
  public var detail: String?

  init(_ kind: GeoPackageFlaw, _ path: String, _ detail: String? = nil) {
    self.kind = kind
    self.path = path
    self.detail = detail
  }

  init(_ fault: SQLiteFault, _ path: String) {
    // The primary codes of sqlite3.h.
    let kind: GeoPackageFlaw =
      switch fault.code {
      case 3, 14: .notPermitted
      case 9, 23: .refused
      // SQLite names a forbidden function in a plain error.
      case 1
      where fault.message.hasPrefix("not authorized") || fault.message.hasPrefix("unsafe use of"):
        .refused
      case 26: .notGeoPackage
      default: .damaged
      }
    self.init(kind, path, fault.message)
  }
}
