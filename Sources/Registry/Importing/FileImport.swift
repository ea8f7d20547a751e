internal import Answers
public import Planning

/// Imports files into a register: documents, exports of registers, and shapes. Without a register it
/// only reads and reports.
///
/// One file that cannot be read stops the rest, unless it is to keep going: half an import would look
/// like a whole one. Of the files before it what was stored stays; each document and each file of
/// shapes goes in whole or not at all.
public struct FileImport {
  /// What it is doing.
  public enum Step: Hashable, Sendable {
    /// So many of all documents were stored.
    case stored(Int, of: Int)
    /// An export with so many versions of documents was restored.
    case restored(Int)
    /// So many shapes of a file were read.
    case shapes(file: String, count: Int)
  }

  /// What importing one file of documents did.
  public struct Source: Sendable {
    /// What was read.
    public let reading: SourceReading
    /// What became of each document, in their order; empty where nothing was stored.
    public fileprivate(set) var outcomes: [ImportOutcome] = []

    /// What to know of what is kept of the file.
    fileprivate var told: [Diagnostic] = []

    /// What to know of the documents' versions, and of what is kept of the file.
    public var diagnostics: [Diagnostic] {
      told
        + outcomes.compactMap { outcome in
          let place = outcome.place
          switch outcome.change {
          case .inserted: return nil
          case .unchanged:
            return Diagnostic(
              .documentUnchanged(outcome.document), .info, file: place.file, line: place.lineStart)
          case .newVersion(let version):
            return Diagnostic(
              .documentNewVersion(outcome.document, version), .warning, file: place.file,
              line: place.lineStart)
          }
        }
    }
  }

  /// What became of all files.
  public struct Outcome: Sendable {
    /// The files of documents that were not refused; of a register's export nothing is told here where
    /// it was restored.
    public fileprivate(set) var sources: [Source] = []
    /// The files of shapes, as far as it came.
    public fileprivate(set) var shapes: [ShapeImportResult] = []
    /// What to know, in the order of the files.
    public fileprivate(set) var diagnostics: [Diagnostic] = []
    /// Whether a file could not be read.
    public fileprivate(set) var isRefused = false
  }

  private let path: String?
  private let keepsGoing: Bool
  private let keepsOriginals: Bool

  /// An import.
  ///
  /// - Parameters:
  ///   - path: the register, which is made where there is none; `nil` where nothing is stored.
  ///   - keepsGoing: whether the other files go in where one cannot be read.
  ///   - keepsOriginals: whether files whose text does not say all are kept too, byte for byte.
  public init(into path: String?, keepsGoing: Bool = false, keepsOriginals: Bool = true) {
    self.path = path
    self.keepsGoing = keepsGoing
    self.keepsOriginals = keepsOriginals
  }

  /// Imports files that were read, and files of shapes.
  ///
  /// - Parameter progress: told of each step.
  /// - Throws: ``RegisterError`` where the register cannot be written.
  public func run(
    _ readings: [SourceReading], _ shapes: [ShapeFile] = [],
    _ options: ShapeImportOptions = ShapeImportOptions(), progress: (Step) -> Void = { _ in }
  ) async throws -> Outcome {
    let whole = readings.filter { !$0.isRefused }
    var outcome = Outcome()
    outcome.isRefused = whole.count < readings.count
    let isStopped = outcome.isRefused && !keepsGoing && path != nil
    if !isStopped {
      // Opened only where something goes in: a register that was not there is not made for nothing.
      let register = try whole.isEmpty && shapes.isEmpty ? nil : path.map(open)
      outcome.sources =
        try register.map { try store(whole, in: $0, progress) } ?? whole.map { Source(reading: $0) }
      let importer = ShapeImporter(register: register, options: options)
      for file in shapes {
        let result = try await importer.run(file) { progress(.shapes(file: file.name, count: $0)) }
        outcome.shapes.append(result)
        outcome.isRefused = outcome.isRefused || result.isRefused
        if result.isRefused, !keepsGoing { break }
      }
    }
    outcome.diagnostics =
      readings.flatMap(\.diagnostics) + outcome.sources.flatMap(\.diagnostics)
      + outcome.shapes.flatMap(\.diagnostics)
    return outcome
  }

  private func open(_ path: String) throws -> LandRegister {
    try LandRegister.openOrCreate(at: path)
  }

  /// Stores the documents, or restores an export.
  private func store(
    _ readings: [SourceReading], in register: LandRegister, _ progress: (Step) -> Void
  ) throws -> [Source] {
    let all = readings.reduce(0) { $0 + $1.documents.count }
    var stored = 0
    return try readings.compactMap { reading in
      if let export = reading.export {
        try register.imports.restore(export)
        progress(.restored(export.documentVersions.count))
        return nil
      }
      var source = Source(reading: reading)
      let kept = try register.imports.kept(reading, withOriginal: keepsOriginals)
      source.told = kept.told
      source.outcomes = try register.imports.documents(
        reading.documents, from: reading.file, keeping: kept.source
      ) { _ in
        stored += 1
        progress(.stored(stored, of: all))
      }
      return source
    }
  }
}
