internal import GRDB
internal import Planning
internal import SimpleFeatures

/// What makes a table of features of a table: its geometry column, its R-tree, and the triggers that
/// keep the R-tree in step where QGIS or another program writes.
///
/// Source: OGC 12-128r17 (GeoPackage 1.3.0), §2.1 and Annex F.3 (RTree Spatial Indexes).
struct SpatialIndex {
  var table: String
  var column = "geom"

  /// The virtual table.
  var name: String { "rtree_\(table)_\(column)" }

  /// Registers coordinate systems of which the file has no definition.
  static func register(_ definitions: [CoordinateSystemDefinition], in db: Database) throws {
    for definition in definitions {
      try db.execute(
        sql: "INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, NULL)",
        arguments: [
          definition.name, definition.epsg, definition.epsg, definition.wellKnownText,
        ])
    }
  }

  /// Tells GeoPackage of the geometry column and makes the R-tree, without its triggers.
  func create(type: String, srs: Int, z: Int = 0, m: Int = 0, in db: Database) throws {
    try db.execute(
      sql: "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [table, column, type, srs, z, m])
    try db.execute(
      sql: "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', ?, 'write-only')",
      arguments: [
        table, column, "http://www.geopackage.org/spec130/#extension_rtree",
      ])
    try db.execute(
      sql: "CREATE VIRTUAL TABLE \(name) USING rtree(id, minx, maxx, miny, maxy)")
  }

  /// Takes a table out of what GeoPackage knows of; the table itself stays.
  func unregister(in db: Database) throws {
    try dropTriggers(in: db)
    try db.execute(sql: "DROP TABLE \(name)")
    for registry in [
      "gpkg_extensions", "gpkg_geometry_columns", "gpkg_data_columns", "gpkg_contents",
    ] {
      try db.execute(sql: "DELETE FROM \(registry) WHERE table_name = ?", arguments: [table])
    }
  }

  /// Makes a table anew with `AUTOINCREMENT`, as the Dutch profile of GeoPackage (PDOK RC25) and GDAL
  /// have it for features: the number of a row that is gone is never another's.
  static func makeRowNumbersUnique(of table: String, in db: Database) throws {
    let definitions = try String.fetchAll(
      db,
      sql: """
        SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql NOT NULL
        AND type IN ('table', 'index') ORDER BY type = 'index'
        """, arguments: [table])
    try db.execute(sql: "ALTER TABLE \(table) RENAME TO \(table)_before")
    for (index, definition) in definitions.enumerated() {
      guard index == 0 else {
        try db.execute(sql: definition)
        continue
      }
      try db.execute(
        sql: definition.replacing("PRIMARY KEY NOT", with: "PRIMARY KEY AUTOINCREMENT NOT"))
      try db.execute(
        sql: """
          INSERT INTO \(table) SELECT * FROM \(table)_before;
          DROP TABLE \(table)_before;
          """)
    }
  }

  private var values: String {
    "NEW.fid, ST_MinX(NEW.\(column)), ST_MaxX(NEW.\(column)), "
      + "ST_MinY(NEW.\(column)), ST_MaxY(NEW.\(column))"
  }

  /// The names of the triggers and what follows them.
  private var triggers: [(name: String, sql: String)] {
    let filled = "(NEW.\(column) NOTNULL AND NOT ST_IsEmpty(NEW.\(column)))"
    let empty = "(NEW.\(column) ISNULL OR ST_IsEmpty(NEW.\(column)))"
    let put = "INSERT OR REPLACE INTO \(name) VALUES (\(values));"
    return [
      ("insert", "AFTER INSERT ON \(table) WHEN \(filled) BEGIN \(put) END"),
      (
        "update1",
        "AFTER UPDATE OF \(column) ON \(table) WHEN OLD.fid = NEW.fid AND \(filled) "
          + "BEGIN \(put) END"
      ),
      (
        "update2",
        "AFTER UPDATE OF \(column) ON \(table) WHEN OLD.fid = NEW.fid AND \(empty) "
          + "BEGIN DELETE FROM \(name) WHERE id = OLD.fid; END"
      ),
      (
        "update3",
        "AFTER UPDATE ON \(table) WHEN OLD.fid != NEW.fid AND \(filled) "
          + "BEGIN DELETE FROM \(name) WHERE id = OLD.fid; \(put) END"
      ),
      (
        "update4",
        "AFTER UPDATE ON \(table) WHEN OLD.fid != NEW.fid AND \(empty) "
          + "BEGIN DELETE FROM \(name) WHERE id IN (OLD.fid, NEW.fid); END"
      ),
      (
        "delete",
        "AFTER DELETE ON \(table) WHEN OLD.\(column) NOT NULL "
          + "BEGIN DELETE FROM \(name) WHERE id = OLD.fid; END"
      ),
    ]
  }

  /// Makes the triggers.
  func createTriggers(in db: Database) throws {
    for trigger in triggers {
      try db.execute(sql: "CREATE TRIGGER \(name)_\(trigger.name) \(trigger.sql)")
    }
  }

  /// Takes the triggers away, for a stretch of a transaction in which rows are written in bulk.
  func dropTriggers(in db: Database) throws {
    for trigger in triggers {
      try db.execute(sql: "DROP TRIGGER IF EXISTS \(name)_\(trigger.name)")
    }
  }
}

extension DatabaseFunction {
  /// The functions that the triggers of an R-tree call. GDAL, QGIS and SpatiaLite have their own.
  ///
  /// Source: OGC 12-128r17 Annex F.3, "RTree Spatial Indexes": minimal runtime SQL functions.
  static var ofSpatialIndexes: [DatabaseFunction] {
    func function(
      _ name: String,
      _ value: @escaping @Sendable (DatabaseValue) -> (any DatabaseValueConvertible)?
    ) -> DatabaseFunction {
      DatabaseFunction(name, argumentCount: 1, pure: true) { arguments in
        arguments.first.flatMap(value)
      }
    }
    return [
      function("ST_IsEmpty") { GeometryBlob.envelope($0) == nil },
      function("ST_MinX") { GeometryBlob.envelope($0)?.minX },
      function("ST_MaxX") { GeometryBlob.envelope($0)?.maxX },
      function("ST_MinY") { GeometryBlob.envelope($0)?.minY },
      function("ST_MaxY") { GeometryBlob.envelope($0)?.maxY },
    ]
  }
}
