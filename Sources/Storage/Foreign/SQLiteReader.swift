internal import GRDBSQLite

/// A connection that only reads, for files that may be hostile and for long walks through tables.
///
/// SQLite is called directly: a row's bytes go from its page to the columns without an object
/// between. Not for two threads at once.
///
/// What a file brings with it never runs: of a foreign file nothing but reading is allowed, and no
/// function inside a view, a trigger or a computed column. That goes further than SQLite's own
/// `SQLITE_DBCONFIG_DEFENSIVE`, which only forbids writes that a reader cannot make.
@safe final class SQLiteReader {
  /// How a file is opened.
  enum Trust {
    /// Nothing in it is believed.
    case foreign
    /// Our own register, which others may write to at the same time.
    case own
  }

  private let connection: OpaquePointer
  /// How many million steps the statement that runs has taken; kept where SQLite's callback finds
  /// it.
  private let steps: UnsafeMutablePointer<Int>

  /// Opens a file.
  ///
  /// - Parameter isImmutable: whether nobody writes to it and no side files are made or read.
  init(path: String, trust: Trust, isImmutable: Bool) throws(SQLiteFault) {
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
    let address = SQLiteReader.address(of: path) + (isImmutable ? "?immutable=1" : "?mode=ro")
    let code = unsafe sqlite3_open_v2(address, &handle, flags, nil)
    guard code == SQLITE_OK, let handle = unsafe handle else {
      let fault = unsafe SQLiteFault(code, handle)
      unsafe sqlite3_close_v2(handle)
      throw fault
    }
    unsafe connection = handle
    unsafe steps = .allocate(capacity: 1)
    unsafe steps.initialize(to: 0)
    unsafe sqlite3_extended_result_codes(handle, 1)
    unsafe sqlite3_busy_timeout(handle, 5_000)
    guard trust == .foreign else {
      try execute("PRAGMA query_only = 1")
      return
    }
    limit()
    try execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA query_only = 1")
    forbid()
  }

  deinit {
    unsafe sqlite3_close_v2(connection)
    unsafe steps.deinitialize(count: 1)
    unsafe steps.deallocate()
  }

  /// A path as an address, in which `%`, `?` and `#` mean themselves.
  private static func address(of path: String) -> String {
    "file:"
      + path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
  }

  /// Bounds to what a hostile file can make SQLite take.
  private func limit() {
    let limits = [
      (SQLITE_LIMIT_LENGTH, 1 << 29), (SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
      (SQLITE_LIMIT_COLUMN, 2_000), (SQLITE_LIMIT_EXPR_DEPTH, 200),
      (SQLITE_LIMIT_COMPOUND_SELECT, 50), (SQLITE_LIMIT_VDBE_OP, 250_000),
      (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100),
      (SQLITE_LIMIT_VARIABLE_NUMBER, 2_000), (SQLITE_LIMIT_TRIGGER_DEPTH, 1),
      (SQLITE_LIMIT_WORKER_THREADS, 0),
    ]
    for (kind, value) in limits { unsafe sqlite3_limit(connection, kind, Int32(value)) }
  }

  /// Forbids all but reading, and stops a statement that goes on for thousands of millions of
  /// steps, as a view can.
  private func forbid() {
    unsafe sqlite3_set_authorizer(
      connection,
      { _, action, _, function, _, inside in
        switch action {
        case SQLITE_SELECT, SQLITE_READ: return SQLITE_OK
        case SQLITE_PRAGMA: return SQLITE_OK
        case SQLITE_FUNCTION:
          // Ours alone stand in no view and no trigger.
          guard unsafe inside == nil, let function = unsafe function else { return SQLITE_DENY }
          let allowed = ["count", "min", "max"]
          return allowed.contains(unsafe String(cString: function).lowercased())
            ? SQLITE_OK : SQLITE_DENY
        default: return SQLITE_DENY
        }
      }, nil)
    unsafe sqlite3_progress_handler(
      connection, 1_000_000,
      { context in
        guard let steps = unsafe context?.assumingMemoryBound(to: Int.self) else { return 0 }
        unsafe steps.pointee += 1
        return unsafe steps.pointee > 4_000 ? 1 : 0
      }, steps)
  }

  /// Runs statements without results.
  func execute(_ sql: String) throws(SQLiteFault) {
    let code = unsafe sqlite3_exec(connection, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw unsafe SQLiteFault(code, connection) }
  }

  /// A statement; its values are bound, never part of its text.
  func prepare(_ sql: String) throws(SQLiteFault) -> SQLiteRows {
    unsafe steps.pointee = 0
    var statement: OpaquePointer?
    let code = unsafe sqlite3_prepare_v3(connection, sql, -1, 0, &statement, nil)
    guard code == SQLITE_OK, let statement = unsafe statement else {
      throw unsafe SQLiteFault(code, connection)
    }
    return unsafe SQLiteRows(statement: statement, of: self, connection: connection)
  }
}

/// What SQLite says went wrong.
struct SQLiteFault: Error, Hashable {
  /// The primary code.
  var code: Int32
  /// SQLite's own words.
  var message: String

  init(_ code: Int32, _ connection: OpaquePointer?) {
    self.code = code & 0xFF
    let text = unsafe connection.flatMap { unsafe sqlite3_errmsg($0) } ?? sqlite3_errstr(code)
    message = unsafe text.map { unsafe String(cString: $0) } ?? "SQLite \(code)"
  }

  /// Somebody has written between the opening of two connections.
  static let changed = SQLiteFault(code: SQLITE_BUSY, message: "changed meanwhile")

  private init(code: Int32, message: String) {
    self.code = code
    self.message = message
  }

  /// A database without a table that every GeoPackage has.
  init(notGeoPackage table: String) {
    code = SQLITE_NOTADB
    message = table
  }
}

/// The name of a table or column as SQL, whatever characters it has.
func quoted(_ identifier: String) -> String {
  "\"" + identifier.replacing("\"", with: "\"\"") + "\""
}

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
