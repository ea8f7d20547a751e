internal import GRDB
public import Planning

extension RegisterReader {
  /// Hands over the documents in force with all that they say, by date and number.
  public func forEachDocument(
    at moment: Moment = .now, _ body: (CheckedDocument) throws -> Void
  ) throws {
    for record in try documents(at: moment) {
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: "SELECT source_file, sha256, extractor FROM document_version WHERE id = ?"),
        arguments: [record.id])
      guard let row else {
        throw RegisterError(.unreadable, path: path, seen: "document_version \(record.id)")
      }
      try body(
        CheckedDocument(
          document: try document(Int64(record.id)), reference: record.reference,
          file: SourceFile(
            name: row["source_file"], sha256: row["sha256"], extractor: row["extractor"]),
          county: record.county))
    }
  }
}
