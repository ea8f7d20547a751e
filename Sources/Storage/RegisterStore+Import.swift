public import Answers
internal import Foundation
internal import GRDB
public import Planning

extension RegisterStore {
  /// Imports one document in one transaction: whole or not at all.
  ///
  /// - Throws: ``RegisterError`` `busy` where another process writes for longer than this store's
  ///   patience; `readOnly` where it was opened to read.
  public func importDocument(
    _ document: LandDocument, from source: SourceFile
  ) throws -> ImportOutcome {
    let now = Moment.instant(
      millisecondsSince1970: Int(Date().timeIntervalSince1970 * 1_000))
    return try importDocument(document, from: source, recordedAt: now)
  }

  /// The same at a given instant; if the register has learnt something later, at that.
  func importDocument(
    _ document: LandDocument, from source: SourceFile, recordedAt now: String
  ) throws -> ImportOutcome {
    let coder = RecordCoder()
    let encoded = try EncodedDocument(document, coder: coder)
    let change = try write { db in
      let writer = DocumentWriter(db: db, coder: coder)
      let known = try writer.known(encoded)
      if known?.digest == encoded.digest { return ImportOutcome.Change.unchanged }
      let recordedAt = try writer.instant(notBefore: now)
      let version = (known?.version ?? 0) + 1
      let ids = try writer.insert(
        encoded, version: version, series: known?.series, source: source, recordedAt: recordedAt)
      try LayerWriter(db: db, path: path, columns: columns).refresh(
        after: encoded, version: ids, replaced: known?.id, recordedAt: recordedAt)
      return known == nil ? .inserted : .newVersion(version)
    }
    return ImportOutcome(
      document: document.number ?? document.title, place: document.place, change: change)
  }

  /// Fills an empty register with exported versions, recorded times included, in one transaction.
  ///
  /// - Throws: ``RegisterError`` `notEmpty` where the register holds documents; `badExport` where
  ///   the versions of a document are not counted from 1.
  public func restore(_ versions: [RegisterExport.Version]) throws {
    let coder = RecordCoder()
    try write { db in
      guard try Int.fetchOne(db, sql: "SELECT count(*) FROM document_version") == 0 else {
        throw RegisterError(.notEmpty, path: path)
      }
      let writer = DocumentWriter(db: db, coder: coder)
      let layers = try LayerWriter(db: db, path: path, columns: columns)
      for version in versions {
        let encoded = try EncodedDocument(version.document, coder: coder)
        let known = try writer.known(encoded)
        guard version.version == (known?.version ?? 0) + 1,
          Moment.instant(version.recordedAt) == version.recordedAt
        else {
          throw RegisterError(.badExport, path: path, seen: version.document.key)
        }
        let ids = try writer.insert(
          encoded, version: version.version, series: known?.series, source: version.source,
          recordedAt: version.recordedAt)
        try layers.refresh(
          after: encoded, version: ids, replaced: known?.id, recordedAt: version.recordedAt)
      }
    }
  }
}
