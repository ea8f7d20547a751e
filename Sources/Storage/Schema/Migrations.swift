internal import GRDB

/// The steps from an empty file to today's schema. A step that was released is never changed.
enum Migrations {
  /// The steps.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 register", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: GeoPackageTables.sql)
      try db.execute(sql: HistoryTables.sql)
      for layer in LayerTable.allOfFirstStep { try db.execute(sql: layer.sql) }
    }
    migrator.registerMigration("2 boundaries", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: BoundaryTables.sql)
      let parcels = LayerTable.parcels.name
      for column in LayerTable.boundaryColumns {
        try db.execute(sql: "ALTER TABLE \(parcels) ADD COLUMN \(column.name) \(column.type)")
        try db.execute(
          sql: """
            INSERT INTO gpkg_data_columns (table_name, column_name, title, description)
            VALUES (?, ?, ?, ?)
            """, arguments: [parcels, column.name, column.title, column.description])
      }
      try db.execute(
        sql: """
          UPDATE gpkg_data_columns SET description = ?
          WHERE table_name = 'parcels' AND column_name = 'status'
          """, arguments: [LayerTable.statusNoteWithBoundaries])
    }
    migrator.registerMigration("3 acceptances") { db in
      try db.execute(sql: AcceptanceTable.sql)
    }
    migrator.registerMigration("4 indexes of stated parcels") { db in
      for sql in LayerTable.indexesOfStatedParcels { try db.execute(sql: sql) }
    }
    return migrator
  }

  /// The steps a file has had, in order; `nil` where it has had none and so is no register.
  static func applied(_ db: Database) throws -> [String]? {
    let table = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'grdb_migrations'"
    guard try Bool.fetchOne(db, sql: table) == true else { return nil }
    return try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations ORDER BY rowid")
  }
}
