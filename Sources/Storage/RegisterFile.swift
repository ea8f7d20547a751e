internal import Foundation
internal import GRDB
internal import Planning

/// The file of a register: made, recognised and opened.
enum RegisterFile {
  /// Makes an empty register; the file appears whole or not at all.
  static func create(at path: String, columns: RegisterColumns) throws {
    let files = FileManager.default
    guard !files.fileExists(atPath: path) else { throw RegisterError(.alreadyExists, path: path) }
    let name = "\(path).new-\(UInt32.random(in: 0 ... .max))"
    defer { for suffix in ["", "-wal", "-shm"] { try? files.removeItem(atPath: name + suffix) } }
    try StoreFault.translating(path) {
      var configuration = Configuration()
      configuration.journalMode = .wal
      configuration.prepareDatabase { db in
        // Four shapes of some fifty vertices fill a page of 4 KiB and leave a third of it empty.
        try db.execute(sql: "PRAGMA page_size = 8192")
      }
      let queue = try DatabaseQueue(path: name, configuration: configuration)
      try bringUpToDate(queue, columns)
      try queue.close()
    }
    do {
      try files.moveItem(atPath: name, toPath: path)
    } catch {
      guard !files.fileExists(atPath: path) else { throw RegisterError(.alreadyExists, path: path) }
      throw RegisterError(.notPermitted, path: path)
    }
  }

  /// Opens a register to read or to write; see ``RegisterStore/open(at:forWriting:patience:)``.
  ///
  /// - Parameters:
  ///   - columns: the columns of indicators that a register opened for writing gets.
  ///   - isKnown: whether this process has the file open already. Its header is then not looked at: to
  ///     close a file takes away all locks that the process has on it, also those of SQLite's other
  ///     connections (sqlite.org/howtocorrupt.html, 2.2). Another process would think that nobody
  ///     reads, and take the log away under them.
  static func open(
    at path: String, forWriting: Bool, patience: Double, columns: RegisterColumns,
    isKnown: Bool = false
  ) throws -> DatabaseQueue {
    if !isKnown { try recognise(path) }
    return try StoreFault.translating(path) {
      let queue =
        forWriting
        ? try DatabaseQueue(path: path, configuration: writing(patience: patience))
        : try reading(path, patience: patience)
      try compareSchema(queue, path: path, willMigrate: forWriting)
      if forWriting {
        try bringUpToDate(queue, columns)
      } else if try queue.read(Migrations.applied)?.contains(Migrations.force) == false {
        try queue.writeWithoutTransaction { db in try db.execute(sql: ForceStep.shadow) }
      }
      return queue
    }
  }

  /// Looks at the file's header: SQLite is not asked to open what is no GeoPackage.
  private static func recognise(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw RegisterError(.notFound, path: path)
    }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw RegisterError(.notPermitted, path: path)
    }
    defer { try? file.close() }
    let header = (try? file.read(upToCount: 100)).flatMap { $0.map(Array.init) } ?? []
    guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)),
      Array(header[68..<72]) == Array("GPKG".utf8)
    else { throw RegisterError(.notGeoPackage, path: path) }
  }

  private static func writing(patience: Double) -> Configuration {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { db in
      // What a killed process wrote is whole in any mode. NORMAL leaves the last documents to the
      // checkpoint, which the last connection makes when it closes.
      try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384")
      // The triggers of the R-tree call them.
      for function in DatabaseFunction.ofSpatialIndexes { db.add(function: function) }
    }
    return configuration
  }

  /// A connection that never writes facts.
  ///
  /// Where the file may be written it is opened so all the same: only such a connection takes its
  /// -wal and -shm files away when it closes. That nothing is written is held by the store, and by
  /// SQLite in every read. A file in a folder that may not be written, and to which nobody writes,
  /// is read as it stands.
  private static func reading(_ path: String, patience: Double) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let files = FileManager.default
    if files.isWritableFile(atPath: path), files.isWritableFile(atPath: folder) {
      return try DatabaseQueue(path: path, configuration: configuration)
    }
    configuration.readonly = true
    guard ["-wal", "-journal"].allSatisfy({ !files.fileExists(atPath: path + $0) }) else {
      return try DatabaseQueue(path: path, configuration: configuration)
    }
    var address = URLComponents()
    address.scheme = "file"
    address.path = URL(fileURLWithPath: path).path
    address.queryItems = [URLQueryItem(name: "immutable", value: "1")]
    return try DatabaseQueue(path: address.string ?? path, configuration: configuration)
  }

  /// Refuses a file that is no register, is newer than this program, or too old to be read as it is.
  private static func compareSchema(
    _ queue: DatabaseQueue, path: String, willMigrate: Bool
  ) throws {
    let known = Migrations.migrator.migrations
    guard let applied = try queue.read(Migrations.applied) else {
      throw RegisterError(.notRegister, path: path)
    }
    func refusal(_ kind: RegisterError.Kind) -> RegisterError {
      RegisterError(kind, path: path, seen: String(applied.count), known: [String(known.count)])
    }
    guard applied.allSatisfy(known.contains) else { throw refusal(.newerSchema) }
    guard willMigrate || applied.count >= Migrations.leastToRead else {
      throw refusal(.olderSchema)
    }
  }

  /// Takes the steps that a register lacks, and adds the columns of indicators that came after it.
  private static func bringUpToDate(_ queue: DatabaseQueue, _ columns: RegisterColumns) throws {
    let migrator = Migrations.migrator
    if try !queue.read(migrator.hasCompletedMigrations) { try migrator.migrate(queue) }
    let isWhole = try queue.read { db in
      try IndicatorColumns.missing(of: columns.indicators, in: db).isEmpty
    }
    guard !isWhole else { return }
    try queue.inTransaction(.immediate) { db in
      try IndicatorColumns.add(columns.indicators, to: db)
      return .commit
    }
  }
}
