internal import Storage

extension LandRegister {
  /// The database library that registers are kept with, as in `SQLite 3.40.1`.
  public static var databaseVersion: String? { DatabaseVersion.current() }
}
