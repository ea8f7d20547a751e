/// The register itself: document versions and their facts, to which rows are only ever added.
///
/// Each fact is the Codable record as JSON in `record`: the one truth. Beside it stand the columns
/// one searches by, written as plain columns and not generated from the JSON, because they are what
/// Swift makes of it (keys without widths and spaces, plans without words of adjustment). Place and
/// file stand in columns alone, since what a document says is the same wherever it is printed.
enum HistoryTables {
  /// The tables and their indexes.
  ///
  /// `search_text` holds each different text of parcels and acts once, normalised: a place or a plan
  /// is looked for among some thousand texts and not among all facts. A substring of two characters
  /// must be found (城北), which SQLite's trigram index cannot do.
  ///
  /// `document_version.series` is the id of the first version of the same document. A version is in
  /// force at an instant when it is recorded by then and no later version of its series is.
  static let sql = """
    CREATE TABLE document_version (
      id INTEGER PRIMARY KEY,
      series INTEGER NOT NULL REFERENCES document_version(id),
      version INTEGER NOT NULL,
      key TEXT NOT NULL,
      number TEXT,
      title TEXT NOT NULL,
      date TEXT,
      kind TEXT NOT NULL,
      county TEXT,
      issuer TEXT,
      search TEXT NOT NULL,
      file TEXT NOT NULL,
      line_start INTEGER NOT NULL,
      line_end INTEGER NOT NULL,
      source_file TEXT NOT NULL,
      sha256 TEXT,
      extractor TEXT NOT NULL,
      digest TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      parcel_count INTEGER NOT NULL,
      transaction_count INTEGER NOT NULL,
      total_count INTEGER NOT NULL,
      site_count INTEGER NOT NULL,
      record TEXT NOT NULL,
      UNIQUE (series, version)
    );
    CREATE INDEX document_version_key ON document_version(key);
    CREATE INDEX document_version_recorded_at ON document_version(recorded_at);

    CREATE TABLE parcel_statement (
      id INTEGER PRIMARY KEY,
      document_version_id INTEGER NOT NULL REFERENCES document_version(id),
      ordinal INTEGER NOT NULL,
      plot_key TEXT,
      plan_key TEXT,
      area_m2 REAL,
      file TEXT,
      line_start INTEGER NOT NULL,
      line_end INTEGER NOT NULL,
      record TEXT NOT NULL
    );
    CREATE INDEX parcel_statement_version ON parcel_statement(document_version_id, ordinal);
    CREATE INDEX parcel_statement_plot ON parcel_statement(plot_key);
    CREATE INDEX parcel_statement_area
      ON parcel_statement(area_m2, plot_key, document_version_id);

    CREATE TABLE land_transaction (
      id INTEGER PRIMARY KEY,
      document_version_id INTEGER NOT NULL REFERENCES document_version(id),
      ordinal INTEGER NOT NULL,
      plot_key TEXT,
      area_m2 REAL,
      file TEXT,
      line_start INTEGER NOT NULL,
      line_end INTEGER NOT NULL,
      record TEXT NOT NULL
    );
    CREATE INDEX land_transaction_version ON land_transaction(document_version_id, ordinal);
    CREATE INDEX land_transaction_plot ON land_transaction(plot_key);
    CREATE INDEX land_transaction_area
      ON land_transaction(area_m2, plot_key, document_version_id);

    CREATE TABLE search_text (
      id INTEGER PRIMARY KEY,
      field TEXT NOT NULL,
      text TEXT NOT NULL,
      UNIQUE (field, text)
    );
    CREATE TABLE parcel_statement_text (
      search_text_id INTEGER NOT NULL REFERENCES search_text(id),
      fact_id INTEGER NOT NULL REFERENCES parcel_statement(id),
      PRIMARY KEY (search_text_id, fact_id)
    ) WITHOUT ROWID;
    CREATE TABLE land_transaction_text (
      search_text_id INTEGER NOT NULL REFERENCES search_text(id),
      fact_id INTEGER NOT NULL REFERENCES land_transaction(id),
      PRIMARY KEY (search_text_id, fact_id)
    ) WITHOUT ROWID;

    CREATE TABLE hazard_site (
      id INTEGER PRIMARY KEY,
      document_version_id INTEGER NOT NULL REFERENCES document_version(id),
      ordinal INTEGER NOT NULL,
      search TEXT NOT NULL,
      file TEXT,
      line_start INTEGER NOT NULL,
      line_end INTEGER NOT NULL,
      record TEXT NOT NULL
    );
    CREATE INDEX hazard_site_version ON hazard_site(document_version_id, ordinal);

    CREATE TABLE area_total (
      id INTEGER PRIMARY KEY,
      document_version_id INTEGER NOT NULL REFERENCES document_version(id),
      ordinal INTEGER NOT NULL,
      file TEXT,
      line_start INTEGER NOT NULL,
      line_end INTEGER NOT NULL,
      record TEXT NOT NULL
    );
    CREATE INDEX area_total_version ON area_total(document_version_id, ordinal);

    CREATE TABLE parcel_lineage (
      id INTEGER PRIMARY KEY,
      document_version_id INTEGER NOT NULL REFERENCES document_version(id),
      ordinal INTEGER NOT NULL,
      record TEXT NOT NULL
    );
    CREATE INDEX parcel_lineage_version ON parcel_lineage(document_version_id, ordinal);

    CREATE TABLE administrative_change (
      id INTEGER PRIMARY KEY,
      document_version_id INTEGER NOT NULL REFERENCES document_version(id),
      ordinal INTEGER NOT NULL,
      record TEXT NOT NULL
    );
    CREATE INDEX administrative_change_version
      ON administrative_change(document_version_id, ordinal);

    CREATE TABLE kinship_step (
      id INTEGER PRIMARY KEY,
      document_version_id INTEGER NOT NULL REFERENCES document_version(id),
      kind TEXT NOT NULL,
      from_key TEXT NOT NULL,
      to_key TEXT NOT NULL,
      from_number TEXT NOT NULL,
      to_number TEXT NOT NULL,
      plan_key TEXT,
      keeps_number INTEGER NOT NULL,
      line_start INTEGER NOT NULL,
      line_end INTEGER NOT NULL
    );
    CREATE INDEX kinship_step_version ON kinship_step(document_version_id);
    CREATE INDEX kinship_step_from ON kinship_step(from_key);
    CREATE INDEX kinship_step_to ON kinship_step(to_key);
    """
}
