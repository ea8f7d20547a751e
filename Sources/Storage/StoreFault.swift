internal import GRDB
internal import Planning

/// Turns what SQLite says into what the register's callers can act on.
enum StoreFault {
  /// Runs a piece of work on a register's file and translates its errors.
  static func translating<Result>(_ path: String, _ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as DatabaseError {
      throw RegisterError(kind(of: error), path: path, seen: error.message.map(missing))
    } catch let error as DecodingError {
      throw RegisterError(.otherSchema, path: path, seen: word(of: error))
    }
  }

  private static func kind(of error: DatabaseError) -> RegisterError.Kind {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: .busy
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN: .notPermitted
    case .SQLITE_IOERR, .SQLITE_FULL, .SQLITE_CORRUPT, .SQLITE_NOTADB: .unreadable
    // Our statements are right for our tables: what SQLite does not understand is another table.
    case .SQLITE_ERROR, .SQLITE_SCHEMA, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH: .otherSchema
    default: .failed
    }
  }

  /// The table or column that SQLite misses, without the letter by which a statement calls its table;
  /// else all that it says.
  private static func missing(_ message: String) -> String {
    let signs = ["no such table: ", "no such column: ", " has no column named "]
    guard let range = signs.lazy.compactMap({ message.firstRange(of: $0) }).first else {
      return message
    }
    let name = message[range.upperBound...]
    return name.split(separator: ".").last.map(String.init) ?? message
  }

  /// What of a record is not understood.
  private static func word(of error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, _): key.stringValue
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      (context.codingPath.last.map { "\($0.stringValue): " } ?? "") + context.debugDescription
    @unknown default: "\(error)"
    }
  }
}
