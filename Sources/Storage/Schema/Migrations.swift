internal import GRDB

/// The steps from an empty file to today's schema.
///
/// A step is text: what was released is never changed and follows from nothing that may change. The
/// columns of indicators that came later are no steps, see ``IndicatorColumns``.
enum Migrations {
  private static let steps = [
    ("1 register", FirstStep.sql), ("2 boundaries", LaterSteps.boundaries),
    ("3 acceptances", LaterSteps.acceptances),
    ("4 indexes of stated parcels", LaterSteps.indexesOfStatedParcels),
    ("5 identity", LaterSteps.identity), (force, SourceTables.sql + ForceStep.sql),
  ]

  /// The step by which documents have a force. A register that has not had it is read as one of which
  /// every document decides, see ``ForceStep/shadow``.
  static let force = "6 sources, force of documents, numbers of land"

  /// How many steps a register must have had to be read as it is: later ones add nothing without
  /// which there is no answer.
  static let leastToRead = 3

  /// The steps.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for (name, sql) in steps {
      migrator.registerMigration(name, foreignKeyChecks: .immediate) { db in
        try db.execute(sql: sql)
      }
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
