internal import Foundation
public import Planning
public import SimpleFeatures

/// A GeoPackage that is read and never written: another program's, or our own register.
///
/// Of a foreign file nothing is believed: it is opened for reading only, nothing it brings with it
/// runs (triggers, functions in views or computed columns), and what is broken is said.
///
/// Source: OGC 12-128r17 (GeoPackage 1.3.0); older versions are read as well.
public struct GeoPackageFile: Sendable {
  /// The file.
  public let path: String
  /// Its name as diagnostics give it.
  public let name: String
  /// Its layers of features, in the file's order; empty where it has images or tables alone.
  public let layers: [GeoPackageLayer]
  private let isImmutable: Bool
  private let trust: SQLiteReader.Trust
  /// What tells the register's states apart; `nil` of a foreign file.
  private let state: String?

  /// Opens another program's file.
  ///
  /// - Parameter name: its name as the user gave it.
  /// - Throws: ``GeoPackageFault`` where it cannot be read.
  public init(foreign path: String, name: String? = nil) throws(GeoPackageFault) {
    try GeoPackageFile.recognise(path)
    // A program that has the file open keeps its latest changes beside it.
    func size(_ ending: String) -> Int {
      let attributes = try? FileManager.default.attributesOfItem(atPath: path + ending)
      return attributes?[.size] as? Int ?? 0
    }
    guard size("-journal") == 0 else { throw GeoPackageFault(.unfinished, path) }
    try self.init(path, name: name, trust: .foreign, isImmutable: size("-wal") == 0)
  }

  /// Opens our own register beside its other readers and writers. All that is read of it is of one
  /// state.
  public init(register path: String) throws(GeoPackageFault) {
    // Where no log lies beside, nobody has it open for writing.
    let hasLog = FileManager.default.fileExists(atPath: path + "-wal")
    try self.init(path, name: nil, trust: .own, isImmutable: !hasLog)
  }

  private init(
    _ path: String, name: String?, trust: SQLiteReader.Trust, isImmutable: Bool
  ) throws(GeoPackageFault) {
    self.path = path
    self.name = name ?? path
    self.trust = trust
    self.isImmutable = isImmutable
    do {
      let reader = try SQLiteReader(path: path, trust: trust, isImmutable: isImmutable)
      state = try trust == .own ? GeoPackageFile.state(of: reader) : nil
      layers = try GeoPackageCatalogue(reader: reader).layers()
    } catch {
      throw GeoPackageFault(error, path)
    }
  }

  /// Looks at the first bytes: SQLite is not asked to open what is none of its files.
  private static func recognise(_ path: String) throws(GeoPackageFault) {
    guard FileManager.default.fileExists(atPath: path) else {
      throw GeoPackageFault(.missing, path)
    }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw GeoPackageFault(.notPermitted, path)
    }
    defer { try? file.close() }
    let header = (try? file.read(upToCount: 100)).flatMap { $0.map(Array.init) } ?? []
    guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw GeoPackageFault(.notGeoPackage, path)
    }
  }

  /// A new connection, for one thread.
  func connect() throws(SQLiteFault) -> SQLiteReader {
    let reader = try SQLiteReader(path: path, trust: trust, isImmutable: isImmutable)
    if let state, try GeoPackageFile.state(of: reader) != state { throw SQLiteFault.changed }
    return reader
  }

  /// Begins to read and tells the state that is read: facts are only ever added, so the last of each
  /// kind tell it.
  private static func state(of reader: SQLiteReader) throws(SQLiteFault) -> String {
    try reader.execute("BEGIN")
    let rows = try reader.prepare(
      """
      SELECT (SELECT max(id) FROM document_version), (SELECT max(id) FROM boundary_import),
        (SELECT max(id) FROM layer_version)
      """)
    return try rows.next() ? "\(rows.integer(0)) \(rows.integer(1)) \(rows.integer(2))" : ""
  }

  /// The layer of a name, whatever its case.
  public func layer(_ name: String) throws(GeoPackageFault) -> GeoPackageLayer {
    let found =
      layers.first { $0.name == name } ?? layers.first { $0.name.lowercased() == name.lowercased() }
    guard let found else { throw GeoPackageFault(.unknownLayer, path, name) }
    return found
  }

  /// How many features a layer has.
  public func count(of layer: GeoPackageLayer) throws(GeoPackageFault) -> Int {
    do {
      let rows = try connect().prepare("SELECT count(*) FROM \(quoted(layer.name))")
      return try rows.next() ? Int(rows.integer(0)) : 0
    } catch {
      throw GeoPackageFault(error, path)
    }
  }

  /// Reads a layer and hands over its features, batch by batch, in the order of their row numbers,
  /// which are the batches' places; a view's are counted.
  ///
  /// - Parameter workers: how many threads read.
  /// - Returns: what a reader of the file should know.
  /// - Throws: ``GeoPackageFault``, and what `receive` throws.
  public func read(
    _ layer: GeoPackageLayer, _ selection: LayerSelection = LayerSelection(), workers: Int = 2,
    _ receive: (FeatureTable) throws -> Void
  ) throws -> [Diagnostic] {
    try read(layer, selection, workers: workers, transform: { $0 }, receive)
  }

  /// Reads a layer, works on each batch on the thread that has read it, and hands over the results
  /// in order.
  public func read<Result: Sendable>(
    _ layer: GeoPackageLayer, _ selection: LayerSelection = LayerSelection(), workers: Int = 2,
    transform: @escaping @Sendable (FeatureTable) throws -> Result,
    _ receive: (Result) throws -> Void
  ) throws -> [Diagnostic] {
    var found = DiagnosticTally(file: name, limit: 20)
    do {
      let reading = try LayerReading(layer, selection, of: self)
      try OrderedChunks.run(
        workers: reading.isSplit ? workers : 1, prepare: { try LayerWalk(reading) },
        make: { walk, index in
          var stretch = Stretch<Result>()
          let isThere = try walk.read(index, faults: &stretch.faults) { table in
            stretch.results.append(try transform(table))
          }
          return isThere ? stretch : nil
        },
        receive: { stretch in
          for result in stretch.results { try receive(result) }
          for fault in stretch.faults { found.add(fault.fact, .error, line: fault.row) }
        })
    } catch let fault as SQLiteFault {
      throw GeoPackageFault(fault, path)
    }
    return found.diagnostics
  }
}

/// What was made of a stretch of rows.
private struct Stretch<Result: Sendable>: Sendable {
  var results: [Result] = []
  var faults: [RowFault] = []
}
