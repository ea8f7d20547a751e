internal import GRDB
internal import Planning

/// Turns what SQLite says into what the register's callers can act on.
enum StoreFault {
  /// Runs a piece of work on a register's file and translates its errors.
  static func translating<Result>(_ path: String, _ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as DatabaseError {
      throw RegisterError(kind(of: error), path: path, seen: error.message)
    } catch let error as DecodingError {
      throw RegisterError(.unreadable, path: path, seen: "\(error)")
    }
  }

  private static func kind(of error: DatabaseError) -> RegisterError.Kind {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
    case .SQLITE_NOTADB: .notGeoPackage
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN: .notPermitted
    default: .unreadable
    }
  }
}
