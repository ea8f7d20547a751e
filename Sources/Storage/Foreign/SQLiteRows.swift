internal import GRDBSQLite

/// The rows of a statement, one at a time. The bytes of a row are good until the next.
@safe final class SQLiteRows {
  /// What a value is stored as.
  enum Storage {
    case none, integer, real, text, bytes
  }

  private let statement: OpaquePointer
  private let connection: OpaquePointer
  /// Keeps the connection open as long as the statement.
  private let reader: SQLiteReader

  init(statement: OpaquePointer, of reader: SQLiteReader, connection: OpaquePointer) {
    unsafe self.statement = statement
    unsafe self.connection = connection
    self.reader = reader
  }

  deinit { unsafe sqlite3_finalize(statement) }

  /// Begins anew with other values.
  func bind(_ values: [Int64]) throws(SQLiteFault) {
    unsafe sqlite3_reset(statement)
    for (index, value) in values.enumerated() {
      let code = unsafe sqlite3_bind_int64(statement, Int32(index + 1), value)
      guard code == SQLITE_OK else { throw unsafe SQLiteFault(code, connection) }
    }
  }

  /// Begins anew with other values.
  func bind(_ values: [String]) throws(SQLiteFault) {
    unsafe sqlite3_reset(statement)
    for (index, value) in values.enumerated() {
      // -1: SQLite copies the text (SQLITE_TRANSIENT).
      let copies = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      let code = unsafe sqlite3_bind_text(statement, Int32(index + 1), value, -1, copies)
      guard code == SQLITE_OK else { throw unsafe SQLiteFault(code, connection) }
    }
  }

  /// Goes to the next row.
  ///
  /// - Returns: whether there is one.
  func next() throws(SQLiteFault) -> Bool {
    let code = unsafe sqlite3_step(statement)
    if code == SQLITE_ROW { return true }
    guard code == SQLITE_DONE else { throw unsafe SQLiteFault(code, connection) }
    return false
  }

  /// How a value of the row is stored.
  func storage(_ column: Int) -> Storage {
    switch unsafe sqlite3_column_type(statement, Int32(column)) {
    case SQLITE_INTEGER: .integer
    case SQLITE_FLOAT: .real
    case SQLITE_TEXT: .text
    case SQLITE_BLOB: .bytes
    default: .none
    }
  }

  /// A value as a whole number; 0 of what is none.
  func integer(_ column: Int) -> Int64 { unsafe sqlite3_column_int64(statement, Int32(column)) }

  /// A value as a number; 0 of what is none.
  func real(_ column: Int) -> Double { unsafe sqlite3_column_double(statement, Int32(column)) }

  /// A value as text; `nil` where the row has none. Bytes that are no UTF-8 become U+FFFD.
  func text(_ column: Int) -> String? {
    guard let start = unsafe sqlite3_column_text(statement, Int32(column)) else { return nil }
    let count = Int(unsafe sqlite3_column_bytes(statement, Int32(column)))
    return unsafe String(
      decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Gives the bytes of a value to a closure.
  func withBytes<Result, Failure: Error>(
    _ column: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = unsafe sqlite3_column_blob(statement, Int32(column))
    let count = unsafe start == nil ? 0 : Int(sqlite3_column_bytes(statement, Int32(column)))
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count)
    return try body(unsafe Span(_unsafeBytes: bytes))
  }
}
