public import Planning
public import SimpleFeatures

/// Reads what a GeoPackage says of its layers.
struct GeoPackageCatalogue {
  let reader: SQLiteReader

  /// The layers of features. A file without the tables that every GeoPackage has is none.
  func layers() throws(SQLiteFault) -> [GeoPackageLayer] {
    guard try !columns(of: "gpkg_contents").isEmpty,
      try !columns(of: "gpkg_spatial_ref_sys").isEmpty
    else { throw SQLiteFault(notGeoPackage: "gpkg_contents") }
    guard try !columns(of: "gpkg_geometry_columns").isEmpty else { return [] }
    let systems = try coordinateSystems()
    let titles = try titles()
    let rows = try reader.prepare(
      """
      SELECT c.table_name, c.identifier, c.min_x, c.min_y, c.max_x, c.max_y,
        g.column_name, g.geometry_type_name, g.srs_id, m.type
      FROM gpkg_contents c JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
        JOIN sqlite_master m ON m.name = c.table_name
      WHERE c.data_type = 'features' AND m.type IN ('table', 'view') ORDER BY c.rowid
      """)
    var layers: [GeoPackageLayer] = []
    while try rows.next() {
      // GDAL's stand-in for a layer, in files of images alone, has this name.
      guard let name = rows.text(0), let geometryColumn = rows.text(6), name != "ogr_empty_table",
        !layers.contains(where: { $0.name == name })
      else { continue }
      let columns = try columns(of: name)
      guard columns.contains(where: { $0.name == geometryColumn }) else { continue }
      let hasBox = (2...5).allSatisfy { [.real, .integer].contains(rows.storage($0)) }
      layers.append(
        GeoPackageLayer(
          name: name, title: rows.text(1), geometryColumn: geometryColumn,
          geometryType: rows.text(7).flatMap(GeometryType.init(geoPackageName:)),
          coordinateSystem: systems[rows.integer(8)] ?? StatedCoordinateSystem.inGeoPackage,
          fields: columns.filter { $0.name != geometryColumn && !$0.isKey }.map { column in
            GeoPackageLayer.Field(
              name: column.name, title: titles[[name, column.name]], type: column.type)
          },
          isView: rows.text(9) == "view",
          statedEnvelope: hasBox
            ? Envelope(
              minX: rows.real(2), minY: rows.real(3), maxX: rows.real(4), maxY: rows.real(5))
            : nil))
    }
    return layers
  }

  private struct Column {
    var name: String
    var type: String
    var isKey: Bool
  }

  /// The columns of a table or view, computed ones included; none where there is no such table.
  private func columns(of table: String) throws(SQLiteFault) -> [Column] {
    let rows = try reader.prepare("PRAGMA table_xinfo(\(quoted(table)))")
    var columns: [Column] = []
    while try rows.next() {
      // 1 marks the hidden columns of a virtual table; 2 and 3 are computed ones.
      guard rows.integer(6) != 1 else { continue }
      let type = rows.text(2) ?? ""
      columns.append(
        Column(
          name: rows.text(1) ?? "", type: type,
          isKey: rows.integer(5) == 1 && type.uppercased() == "INTEGER"))
    }
    return columns
  }

  private func coordinateSystems() throws(SQLiteFault) -> [Int64: StatedCoordinateSystem] {
    let rows = try reader.prepare(
      "SELECT srs_id, organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys")
    var systems: [Int64: StatedCoordinateSystem] = [:]
    while try rows.next() {
      var system = StatedCoordinateSystem.inGeoPackage
      // -1 and 0 say that nothing is known.
      if rows.integer(0) > 0 {
        if rows.text(1)?.uppercased() == "EPSG" { system.epsg = Int(rows.integer(2)) }
        system.wellKnownText = rows.text(3).flatMap { $0 == "undefined" || $0.isEmpty ? nil : $0 }
      }
      systems[rows.integer(0)] = system
    }
    return systems
  }

  /// The names for people by table and column.
  private func titles() throws(SQLiteFault) -> [[String]: String] {
    guard try !columns(of: "gpkg_data_columns").isEmpty else { return [:] }
    let rows = try reader.prepare(
      "SELECT table_name, column_name, title, name FROM gpkg_data_columns")
    var titles: [[String]: String] = [:]
    while try rows.next() {
      guard let table = rows.text(0), let column = rows.text(1) else { continue }
      titles[[table, column]] = rows.text(2) ?? rows.text(3)
    }
    return titles
  }
}

extension StatedCoordinateSystem {
  /// What every GeoPackage says: x, which is easting or longitude, comes first.
  static var inGeoPackage: StatedCoordinateSystem {
    var system = StatedCoordinateSystem()
    system.axisOrder = .eastingFirst
    return system
  }
}

extension GeometryType {
  /// The type of a name in `gpkg_geometry_columns`; `nil` of `GEOMETRY` and of curves.
  init?(geoPackageName name: String) {
    switch name.uppercased() {
    case "POINT": self = .point
    case "LINESTRING": self = .lineString
    case "POLYGON": self = .polygon
    case "MULTIPOINT": self = .multiPoint
    case "MULTILINESTRING": self = .multiLineString
    case "MULTIPOLYGON": self = .multiPolygon
    case "GEOMETRYCOLLECTION", "GEOMCOLLECTION": self = .geometryCollection
    default: return nil
    }
  }
}

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
