/// Findings that were let pass, and why: the third step of the schema. Rows are only ever added; of
/// one finding the last counts.
enum AcceptanceTable {
  /// The table and its index.
  static let sql = """
    CREATE TABLE finding_acceptance (
      id INTEGER PRIMARY KEY,
      finding TEXT NOT NULL,
      rule TEXT,
      subject TEXT,
      reason TEXT NOT NULL,
      author TEXT NOT NULL,
      area_m2 REAL,
      withdrawn INTEGER NOT NULL,
      recorded_at TEXT NOT NULL
    );
    CREATE INDEX finding_acceptance_finding ON finding_acceptance(finding);
    """
}
