/// A step of the schema: the texts of files, and files themselves. Its text was released and is never
/// changed.
enum SourceTables {
  /// What was read, so that a register that is moved alone still shows what its facts were read from.
  ///
  /// A text is that of a file (`sha256`, as in `document_version`) as one version of the program read
  /// it; of a workbook each sheet is a text (`part`, counted from 0, and its `name`).
  /// `document_version.source_part` says of which a document is, where there are several. `packed` is a
  /// zlib stream that holds `size` bytes: of a text its lines in UTF-8, each with a line feed.
  static let sql = """
    CREATE TABLE source_text (
      id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL,
      extractor TEXT NOT NULL,
      part INTEGER NOT NULL,
      name TEXT,
      recorded_at TEXT NOT NULL,
      line_count INTEGER NOT NULL,
      size INTEGER NOT NULL,
      packed BLOB NOT NULL,
      UNIQUE (sha256, extractor, part)
    );
    CREATE TABLE source_original (
      id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      media_type TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      size INTEGER NOT NULL,
      packed BLOB NOT NULL
    );
    ALTER TABLE document_version ADD COLUMN source_part INTEGER;
    CREATE INDEX document_version_sha256 ON document_version(sha256);
    """
}
