internal import GRDB
internal import GRDBSQLite
internal import SimpleFeatures

/// A statement that is run for every feature of a file, or read row by row, with SQLite's own calls.
///
/// GRDB makes an array, a dictionary entry and a boxed value of each argument and copies each blob:
/// for 190 000 rows that takes longer than the writing itself. Values are bound in the order of the
/// marks; a blob is lent for the run of the statement and never copied.
@safe
final class BulkStatement {
  private let statement: Statement
  private let handle: SQLiteStatement
  private let connection: SQLiteConnection?
  private var next: Int32 = 1
  /// Which marks have a value from an earlier run: SQLite keeps them, and what is NULL already need
  /// not be made so again.
  private let isFilled: UnsafeMutablePointer<Bool>

  /// A statement of one connection; it must not outlive it.
  ///
  /// - Parameter isKept: whether the connection keeps it for the next time, when it must be at its end
  ///   or reset, and every mark bound anew.
  init(_ db: Database, _ sql: String, isKept: Bool = false) throws {
    statement = try isKept ? db.cachedStatement(sql: sql) : db.makeStatement(sql: sql)
    unsafe handle = unsafe statement.sqliteStatement
    unsafe connection = db.sqliteConnection
    let count = Int(unsafe sqlite3_bind_parameter_count(handle)) + 1
    unsafe isFilled = .allocate(capacity: count)
    unsafe isFilled.initialize(repeating: false, count: count)
  }

  deinit { unsafe isFilled.deallocate() }

  /// Leaves the next mark empty.
  private func bindNothing() {
    if unsafe isFilled[Int(next)] {
      unsafe sqlite3_bind_null(handle, next)
      unsafe isFilled[Int(next)] = false
    }
    next += 1
  }

  /// Goes on to the mark after the next, which has a value now.
  private func finishMark() {
    unsafe isFilled[Int(next)] = true
    next += 1
  }

  /// Leaves so many marks empty.
  func bindNothing(times count: Int) {
    for _ in 0..<count { bindNothing() }
  }

  /// Binds the next mark to what is the same at every run: only the first is bound.
  func bindConstant(_ value: String?) {
    if value != nil, unsafe isFilled[Int(next)] { next += 1 } else { bind(value) }
  }

  /// Binds the next mark.
  func bind(_ value: Int64?) {
    guard let value else { return bindNothing() }
    unsafe sqlite3_bind_int64(handle, next, value)
    finishMark()
  }

  /// Binds the next mark.
  func bind(_ value: Int?) { bind(value.map(Int64.init)) }

  /// Binds the next mark.
  func bind(_ value: Bool?) { bind(value.map { $0 ? 1 : 0 } as Int64?) }

  /// Binds the next mark.
  func bind(_ value: Double?) {
    guard let value else { return bindNothing() }
    unsafe sqlite3_bind_double(handle, next, value)
    finishMark()
  }

  /// Binds the next mark; SQLite keeps a copy.
  func bind(_ value: String?) {
    guard var value else { return bindNothing() }
    // SQLITE_TRANSIENT, which Swift does not import.
    let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    value.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        _ = unsafe sqlite3_bind_text(
          handle, next, characters.baseAddress ?? BulkStatement.empty, Int32(bytes.count), copied)
      }
    }
    finishMark()
  }

  private nonisolated(unsafe) static let empty: UnsafePointer<CChar> = {
    let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    unsafe pointer.pointee = 0
    return unsafe UnsafePointer(pointer)
  }()

  /// Runs the statement with stretches of a buffer lent to the marks that follow those bound so
  /// far; `nil` and an empty stretch are NULL.
  ///
  /// - Returns: whether there was a row, of a query.
  @discardableResult
  func execute(blobs: [Range<Int>?] = [], of buffer: [UInt8] = []) throws -> Bool {
    let code = unsafe buffer.withUnsafeBytes { bytes in
      for blob in blobs {
        if let blob, !blob.isEmpty, let base = bytes.baseAddress {
          unsafe sqlite3_bind_blob(handle, next, base + blob.lowerBound, Int32(blob.count), nil)
          finishMark()
        } else {
          bindNothing()
        }
      }
      let code = unsafe sqlite3_step(handle)
      reset()
      return code
    }
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw fault(code) }
    return code == SQLITE_ROW
  }

  /// Goes on to the next row of a query.
  ///
  /// - Returns: whether there is one; where there is none the statement is ready to be run again.
  func step() throws -> Bool {
    let code = unsafe sqlite3_step(handle)
    guard code != SQLITE_ROW else { return true }
    reset()
    guard code == SQLITE_DONE else { throw fault(code) }
    return false
  }

  /// Makes the statement ready to be run again.
  func reset() {
    unsafe sqlite3_reset(handle)
    next = 1
  }

  private func fault(_ code: Int32) -> DatabaseError {
    let message = unsafe connection.map { unsafe String(cString: sqlite3_errmsg($0)) }
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }

  /// Whether a column of the row is NULL.
  func isNull(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  /// A column of the row as an attribute.
  func value(_ column: Int32) -> FieldValue {
    switch unsafe sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: .integer(integer(column))
    case SQLITE_FLOAT: number(column).map(FieldValue.real) ?? .none
    case SQLITE_NULL: .none
    default: text(column).map(FieldValue.text) ?? .none
    }
  }

  /// A column of the row.
  func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(handle, column) }

  /// A column of the row.
  func number(_ column: Int32) -> Double? {
    isNull(column) ? nil : unsafe sqlite3_column_double(handle, column)
  }

  /// A column of the row.
  func text(_ column: Int32) -> String? {
    guard let start = unsafe sqlite3_column_text(handle, column) else { return nil }
    let count = unsafe Int(sqlite3_column_bytes(handle, column))
    return unsafe String(
      decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Lends the bytes of a column of the row; empty where it is NULL.
  func withBytes<Result, Failure: Error>(
    _ column: Int32, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = unsafe sqlite3_column_blob(handle, column)
    let count = unsafe start == nil ? 0 : Int(sqlite3_column_bytes(handle, column))
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count)
    return try body(unsafe Span(_unsafeBytes: bytes))
  }
}
