public import Answers
public import Planning
internal import Storage

extension LandRegister {
  /// Imports documents, each in a transaction of its own: whole or not at all.
  ///
  /// - Parameters:
  ///   - documents: what was read from one file.
  ///   - source: the file.
  ///   - didImport: called after each document with its outcome.
  /// - Throws: ``RegisterError`` `busy` where another process writes for longer than the register's
  ///   patience; what was imported before stays.
  @discardableResult
  public func importDocuments(
    _ documents: [LandDocument], from source: SourceFile,
    didImport: (ImportOutcome) -> Void = { _ in }
  ) throws -> [ImportOutcome] {
    try documents.map { document in
      let outcome = try store.importDocument(document, from: source)
      didImport(outcome)
      return outcome
    }
  }

  /// Every version of every document, in the order they were recorded.
  public func exportFacts() throws -> RegisterExport {
    try store.read { reader in
      var versions: [RegisterExport.Version] = []
      try reader.forEachVersion { versions.append($0) }
      return RegisterExport(documentVersions: versions)
    }
  }

  /// Fills an empty register from an export, recorded times included, whole or not at all.
  ///
  /// - Throws: ``RegisterError`` `notEmpty` where it holds documents already, `badExport` where the
  ///   export is of another format or its versions do not follow each other.
  public func restore(_ export: RegisterExport) throws {
    guard export.format == RegisterExport.format, export.version <= RegisterExport.formatVersion
    else {
      throw RegisterError(
        .badExport, path: path, seen: "\(export.format) \(export.version)",
        known: ["\(RegisterExport.format) \(RegisterExport.formatVersion)"])
    }
    try store.restore(export.documentVersions)
  }
}
