internal import GRDB
internal import Planning

/// Fills a new GeoPackage from a register that is attached as `register`.
struct PublishedFile {
  let db: Database

  /// Copies the layers with their rows, spatial indexes and descriptions.
  ///
  /// - Returns: their tables.
  func writeLayers() throws -> [String] {
    try db.execute(sql: GeoPackageTables.sql)
    let tables = try String.fetchAll(
      db,
      sql: """
        SELECT table_name FROM register.gpkg_contents
        WHERE data_type IN ('features', 'attributes') AND table_name <> 'layer_styles'
        ORDER BY rowid
        """)
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO main.gpkg_spatial_ref_sys
          SELECT * FROM register.gpkg_spatial_ref_sys;
        INSERT OR IGNORE INTO main.gpkg_data_column_constraints
          SELECT * FROM register.gpkg_data_column_constraints;
        """)
    for table in tables { try copy(table) }
    return tables
  }

  private func copy(_ table: String) throws {
    let name = PublishedFile.quoted(table)
    try create("table", table)
    let keys = LayerTable.all.first { $0.name == table }?.keys ?? []
    for key in keys {
      try db.execute(sql: "ALTER TABLE main.\(name) DROP COLUMN \(PublishedFile.quoted(key))")
    }
    let columns = try db.columns(in: table, in: "main")
      .map { PublishedFile.quoted($0.name) }.joined(separator: ", ")
    try db.execute(
      sql: "INSERT INTO main.\(name) (\(columns)) SELECT \(columns) FROM register.\(name)")
    for registry in ["gpkg_contents", "gpkg_geometry_columns", "gpkg_data_columns"] {
      try db.execute(
        sql: "INSERT INTO main.\(registry) SELECT * FROM register.\(registry) WHERE table_name = ?",
        arguments: [table])
    }
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO main.gpkg_extensions
          SELECT * FROM register.gpkg_extensions WHERE table_name = ?
        """, arguments: [table])
    try copySpatialIndex(of: table)
  }

  /// Copies the R-tree rather than building it anew, and sets the layer's extent from its shapes:
  /// the numbers in an R-tree are single precision, metres apart at eight digits.
  private func copySpatialIndex(of table: String) throws {
    let column = try String.fetchOne(
      db, sql: "SELECT column_name FROM main.gpkg_geometry_columns WHERE table_name = ?",
      arguments: [table])
    guard let column else { return }
    let tree = "rtree_\(table)_\(column)"
    if try create("table", tree) {
      // The tree's own tables, which are many times quicker to copy than entry by entry.
      for part in ["node", "parent", "rowid"] {
        let name = PublishedFile.quoted("\(tree)_\(part)")
        try db.execute(
          sql: "DELETE FROM main.\(name); INSERT INTO main.\(name) SELECT * FROM register.\(name)")
      }
      let triggers = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM register.sqlite_master
          WHERE type = 'trigger' AND tbl_name = ? AND name LIKE 'rtree\\_%' ESCAPE '\\'
          """, arguments: [table])
      for trigger in triggers { try create("trigger", trigger) }
    }
    try ExtentChange.write(try ExtentChange.measured(table, in: db), to: table, in: db)
  }

  /// Makes what the register has of a name, by the statement that made it there.
  ///
  /// - Returns: whether the register has it.
  @discardableResult
  private func create(_ type: String, _ name: String) throws -> Bool {
    let sql = try String.fetchOne(
      db, sql: "SELECT sql FROM register.sqlite_master WHERE type = ? AND name = ?",
      arguments: [type, name])
    guard let sql else { return false }
    // Who edits the copy gets no id again that was taken.
    let key = "fid INTEGER PRIMARY KEY"
    try db.execute(sql: sql.replacing("\(key) NOT", with: "\(key) AUTOINCREMENT NOT"))
    return true
  }

  static func quoted(_ name: String) -> String {
    "\"\(name.replacing("\"", with: "\"\""))\""
  }
}
