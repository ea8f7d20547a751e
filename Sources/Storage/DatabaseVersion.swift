internal import GRDB

/// The database library that registers are kept with.
public enum DatabaseVersion {
  /// Its name and version, as in `SQLite 3.40.1`; `nil` where it does not answer.
  public static func current() -> String? {
    let version = try? DatabaseQueue().read { database in
      try String.fetchOne(database, sql: "SELECT sqlite_version()")
    }
    return version.flatMap { $0 }.map { "SQLite \($0)" }
  }
}
