internal import GRDB

/// The steps from an empty file to today's schema. A step that was released is never changed.
enum Migrations {
  /// The steps.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 register", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: GeoPackageTables.sql)
      try db.execute(sql: HistoryTables.sql)
      for layer in LayerTable.all { try db.execute(sql: layer.sql) }
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
