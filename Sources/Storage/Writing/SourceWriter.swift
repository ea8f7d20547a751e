internal import Characters
internal import Foundation
internal import GRDB
public import Planning

/// Keeps the texts of files, and files themselves, beside the facts.
struct SourceWriter {
  let db: Database

  /// Keeps what the register does not have yet of a file that it names.
  func keep(_ kept: KeptSource, of file: SourceFile, recordedAt: String) throws {
    guard let sha256 = file.sha256, try has("document_version WHERE sha256 = ?", [sha256])
    else { return }
    // The file of a gazette comes with each of its documents.
    let isKnown = try has(
      "source_text WHERE sha256 = ? AND extractor = ?", [sha256, file.extractor])
    for (part, text) in kept.texts.enumerated() where !isKnown {
      // A later version of the program that reads the same text needs no other.
      try db.execute(
        sql: """
          INSERT INTO source_text
            (sha256, extractor, part, name, recorded_at, line_count, size, packed)
          SELECT :sha256, :extractor, :part, :name, :recorded, :lines, :size, :packed
          WHERE NOT EXISTS (
            SELECT 1 FROM source_text WHERE sha256 = :sha256 AND part = :part
            AND (extractor = :extractor OR packed = :packed))
          """,
        arguments: [
          "sha256": sha256, "extractor": file.extractor, "part": part, "name": text.name,
          "recorded": recordedAt, "lines": text.lineCount, "size": text.packed.size,
          "packed": Data(text.packed.stream),
        ])
    }
    guard let original = kept.original,
      try !has("source_original WHERE sha256 = ?", [sha256])
    else { return }
    try db.execute(
      sql: """
        INSERT INTO source_original
          (sha256, name, media_type, recorded_at, size, packed) VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        sha256, original.label.name, original.label.mediaType, recordedAt, original.packed.size,
        Data(original.packed.stream),
      ])
  }

  /// Says from which text of its file a document was read.
  func say(_ part: Int, of version: Int64) throws {
    try db.execute(
      sql: "UPDATE document_version SET source_part = ? WHERE id = ?", arguments: [part, version])
  }

  private func has(_ rows: String, _ arguments: StatementArguments) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM \(rows))", arguments: arguments) == true
  }
}

extension RegisterStore {
  /// Adds what is kept of a file to a register that has its documents already, in one transaction.
  ///
  /// - Parameter documents: the documents as they are read from the file now.
  /// - Throws: ``RegisterError`` `busy`, `readOnly`.
  public func keep(
    _ kept: KeptSource, of file: SourceFile, documents: [LandDocument],
    recordedAt now: String = Moment.clockInstant
  ) throws {
    try write { db in
      let writer = SourceWriter(db: db)
      try writer.keep(kept, of: file, recordedAt: now)
      for (index, document) in documents.enumerated() {
        guard let part = kept.text(ofDocument: index) else { continue }
        let versions = try Int64.fetchAll(
          db, sql: "SELECT id FROM document_version WHERE key = ? AND sha256 = ?",
          arguments: [DocumentKey.of(document), file.sha256])
        for version in versions { try writer.say(part, of: version) }
      }
    }
  }
}
