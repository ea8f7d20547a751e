public import Answers
internal import GRDB
internal import Planning

/// A register's GeoPackage: documents are added to it, questions are put to it.
///
/// Facts are only ever added. Readers go on while another process writes; a second writer waits.
public final class RegisterStore: Sendable {
  /// The file.
  public let path: String
  let queue: DatabaseQueue
  let isWritable: Bool
  let columns: RegisterColumns

  private init(path: String, queue: DatabaseQueue, isWritable: Bool, columns: RegisterColumns) {
    self.path = path
    self.queue = queue
    self.isWritable = isWritable
    self.columns = columns
  }

  /// Makes an empty register and opens it for writing.
  ///
  /// - Throws: ``RegisterError`` `alreadyExists` where a file is there, `notPermitted` where it
  ///   cannot be made.
  public static func create(at path: String, patience: Double = 5) throws -> RegisterStore {
    try create(at: path, patience: patience, columns: .all)
  }

  /// The same with other indicators than all.
  static func create(
    at path: String, patience: Double = 5, columns: RegisterColumns
  ) throws -> RegisterStore {
    try RegisterFile.create(at: path, columns: columns)
    return try open(at: path, forWriting: true, patience: patience, columns: columns)
  }

  /// Opens a register. Nothing is loaded, and an older schema is brought up to date only where
  /// documents will be written.
  ///
  /// - Parameters:
  ///   - forWriting: whether documents will be imported.
  ///   - patience: how many seconds to wait for another writer.
  /// - Throws: ``RegisterError`` where the file is missing, is no register, or is newer than this
  ///   program.
  public static func open(
    at path: String, forWriting: Bool = false, patience: Double = 5
  ) throws -> RegisterStore {
    try open(at: path, forWriting: forWriting, patience: patience, columns: .all)
  }

  /// The same with other indicators than all.
  static func open(
    at path: String, forWriting: Bool = false, patience: Double = 5, columns: RegisterColumns
  ) throws -> RegisterStore {
    let queue = try RegisterFile.open(
      at: path, forWriting: forWriting, patience: patience, columns: columns)
    let store = RegisterStore(path: path, queue: queue, isWritable: forWriting, columns: columns)
    guard try store.isBehindCalendar() else { return store }
    if forWriting {
      try store.write { try LayerWriter(db: $0, path: path, columns: columns).settleForces() }
    } else {
      // Where it cannot be written, the layers stay as they were on the day of the last import.
      _ = try? open(at: path, forWriting: true, patience: 0, columns: columns)
    }
    return store
  }

  /// Whether the layers show a document as in force that lapsed since they were written.
  private func isBehindCalendar() throws -> Bool {
    let day = Moment.now.told(atMillisecondsSince1970: Moment.clock).asOf
    return try StoreFault.translating(path) {
      try queue.read { db in
        guard try Migrations.applied(db)?.contains(Migrations.force) == true else { return false }
        return try Bool.fetchOne(
          db,
          sql: """
            SELECT EXISTS (
              SELECT 1 FROM document_version v
              CROSS JOIN documents d ON d.fid = v.series AND d.version = v.version
              WHERE v.in_force_until < ? AND d.in_force = 1)
            """, arguments: [day?.description]) ?? false
      }
    }
  }

  /// Another connection to the same file, for another thread.
  ///
  /// - Throws: ``RegisterError`` where the file is gone or cannot be read any more.
  public func sibling(patience: Double = 5) throws -> RegisterStore {
    let queue = try RegisterFile.open(
      at: path, forWriting: isWritable, patience: patience, columns: columns, isKnown: true)
    return RegisterStore(path: path, queue: queue, isWritable: isWritable, columns: columns)
  }

  /// Puts several questions to one state of the register, whatever others write meanwhile.
  public func read<Result>(_ questions: (RegisterReader) throws -> Result) throws -> Result {
    try StoreFault.translating(path) {
      try queue.read { db in try questions(RegisterReader(db: db, path: path, columns: columns)) }
    }
  }

  /// Says which county the register is of, or that it is not known.
  public func setCountyCode(_ code: CountyCode?) throws {
    try write { db in
      try db.execute(
        sql: """
          DELETE FROM register_setting WHERE name = 'county_code';
          INSERT INTO register_setting SELECT 'county_code', :code WHERE :code NOT NULL
          """, arguments: ["code": code?.description])
    }
  }

  /// Changes the register in one transaction that writes hundreds of megabytes: all of it or
  /// nothing.
  ///
  /// In WAL mode each new page is written twice, and the second time from one end of the file to the
  /// other: measured, a county's boundaries take two and a half times as long. With a rollback
  /// journal new pages are written once and the journal stays small. That needs the file for
  /// oneself: where another connection has it open, the transaction goes on in WAL mode, and readers
  /// that come meanwhile wait. A process that is killed leaves a journal from which the next to open
  /// the file brings it back.
  func writeMuch<Result>(_ changes: (Database) throws -> Result) throws -> Result {
    guard isWritable else { throw RegisterError(.readOnly, path: path) }
    func setJournal(_ mode: String, synchronous: String) {
      // Where it is refused the mode stays, which is as safe.
      try? queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = \(mode); PRAGMA synchronous = \(synchronous)")
      }
    }
    setJournal("DELETE", synchronous: "FULL")
    defer { setJournal("WAL", synchronous: "NORMAL") }
    return try write(changes)
  }

  /// Changes the register in one transaction: all of it or nothing.
  func write<Result>(_ changes: (Database) throws -> Result) throws -> Result {
    guard isWritable else { throw RegisterError(.readOnly, path: path) }
    return try StoreFault.translating(path) {
      var result: Result?
      try queue.inTransaction(.immediate) { db in
        result = try changes(db)
        return .commit
      }
      guard let result else { throw RegisterError(.unreadable, path: path) }
      return result
    }
  }
}

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
