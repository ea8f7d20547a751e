internal import Characters
internal import Foundation
internal import GRDB
public import Planning

/// What a register keeps of files beside their facts: their texts, and files themselves.
public struct StoredSources: RegisterPart {
  let reader: RegisterReader

  /// A file that documents were read from, and what the register lacks of it.
  public struct Missing: Hashable, Sendable {
    /// Its name as the register has it.
    public var name: String
    /// The SHA-256 of its bytes, in hexadecimal.
    public var sha256: String
    /// Whether its text is not kept.
    public var lacksText: Bool
    /// Whether the file itself is not kept; of a file of text it need not be.
    public var lacksOriginal: Bool
  }

  /// The text that a document's version was read from; of a workbook whose sheet is not known, all.
  public func texts(of document: DocumentRecord) throws -> [SourceText] {
    guard try isKept() else { return [] }
    let row = try Row.fetchOne(
      db, sql: "SELECT sha256, extractor, source_part FROM document_version WHERE id = ?",
      arguments: [document.id])
    return try row.map(texts) ?? []
  }

  /// The text of a file that documents were read from.
  ///
  /// Where files of one name were read one after another it is the text of the latest of them that is
  /// known at the moment and has a document in the line.
  public func texts(
    ofFile file: String, line: Int, at moment: Moment
  ) throws -> [SourceText] {
    guard try isKept() else { return [] }
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT sha256, extractor, source_part FROM document_version
        WHERE :file IN (source_file, file) AND recorded_at <= :known
        ORDER BY line_start <= :line AND line_end >= :line DESC, recorded_at DESC, id DESC LIMIT 1
        """,
      arguments: ["file": file, "known": moment.knownAt ?? "9999", "line": line])
    return try row.map(texts) ?? []
  }

  /// The texts of a version's file, as it was read for the version or else as it was read last.
  private func texts(of version: Row) throws -> [SourceText] {
    let part: Int? = version["source_part"]
    let (sha256, extractor): (String?, String) = (version["sha256"], version["extractor"])
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT name, line_count, size, packed FROM source_text
        WHERE sha256 = :sha256 AND (:part IS NULL OR part = :part) AND extractor = (
          SELECT extractor FROM source_text WHERE sha256 = :sha256
          ORDER BY extractor = :extractor DESC, id DESC LIMIT 1)
        ORDER BY part
        """, arguments: ["sha256": sha256, "extractor": extractor, "part": part])
    return rows.map { row in
      SourceText(name: row["name"], lineCount: row["line_count"], packed: packed(row))
    }
  }

  /// What is told of the original of a document's file; `nil` where it is not kept.
  public func label(of document: DocumentRecord) throws -> SourceOriginal.Label? {
    guard try isKept() else { return nil }
    return try Row.fetchOne(
      db, sql: "SELECT name, media_type, size FROM source_original WHERE sha256 = ?",
      arguments: [document.fileDigest]
    ).map(label)
  }

  /// Whether the original of a file is kept.
  public func hasOriginal(of sha256: String) throws -> Bool {
    try isKept()
      && Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM source_original WHERE sha256 = ?)",
        arguments: [sha256]) == true
  }

  /// The original of a document's file; `nil` where it is not kept.
  public func original(of document: DocumentRecord) throws -> SourceOriginal? {
    guard try isKept() else { return nil }
    return try Row.fetchOne(
      db, sql: "SELECT name, media_type, size, packed FROM source_original WHERE sha256 = ?",
      arguments: [document.fileDigest]
    ).map { row in SourceOriginal(label: label(row), packed: packed(row)) }
  }

  /// The files that documents were read from, in the order in which they were, with what is lacking.
  public func missing() throws -> [Missing] {
    let isKept = try isKept()
    return try Row.fetchAll(
      db,
      sql: """
        SELECT v.source_file, v.sha256,
          \(isKept ? lacks("source_text") : "TRUE") AS text,
          \(isKept ? lacks("source_original") : "TRUE") AS original
        FROM document_version v WHERE v.sha256 IS NOT NULL
        GROUP BY v.sha256 ORDER BY min(v.id)
        """
    ).map { row in
      Missing(
        name: row["source_file"], sha256: row["sha256"], lacksText: row["text"],
        lacksOriginal: row["original"])
    }
  }

  private func lacks(_ table: String) -> String {
    "NOT EXISTS (SELECT 1 FROM \(table) s WHERE s.sha256 = v.sha256)"
  }

  /// Whether the register is of a schema that keeps them: an older one is read as it is.
  private func isKept() throws -> Bool {
    try db.tableExists("source_text")
  }

  private func label(_ row: Row) -> SourceOriginal.Label {
    SourceOriginal.Label(name: row["name"], mediaType: row["media_type"], size: row["size"])
  }

  private func packed(_ row: Row) -> PackedBytes {
    let stream: Data = row["packed"]
    return PackedBytes(stream: Array(stream), size: row["size"])
  }
}
