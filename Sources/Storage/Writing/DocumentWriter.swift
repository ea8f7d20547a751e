internal import Terms
internal import GRDB
internal import Planning

/// Adds document versions and their facts to the history.
struct DocumentWriter {
  let db: Database
  let coder: RecordCoder
  private let texts = KnownTexts()

  init(db: Database, coder: RecordCoder) {
    self.db = db
    self.coder = coder
  }

  /// The texts met in this transaction, with their ids.
  private final class KnownTexts {
    var ids: [SearchableText: Int64] = [:]
  }

  /// The newest version of a document that the register has.
  struct Known {
    var id: Int64
    var series: Int64
    var version: Int
    var digest: String
  }

  /// The newest version of the same document: the same number (or title and date) of the same
  /// county. Issuers of two counties may use the same mark; where a county cannot be told it is
  /// taken for the same.
  func known(_ document: EncodedDocument) throws -> Known? {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, series, version, digest, county FROM document_version
        WHERE key = ? ORDER BY series, version
        """, arguments: [DocumentKey.of(document.document)])
    var newest: [Int64: Known] = [:]
    var isSameCounty: Set<Int64> = []
    for row in rows {
      let county: String? = row["county"]
      let series: Int64 = row["series"]
      if county == nil || document.county == nil || county == document.county {
        isSameCounty.insert(series)
      }
      newest[series] = Known(
        id: row["id"], series: series, version: row["version"], digest: row["digest"])
    }
    return isSameCounty.min().flatMap { newest[$0] }
  }

  /// An instant not before any that the register has, even where the clock was set back.
  func instant(notBefore now: String) throws -> String {
    // Each by its index; over one list of all three SQLite would read every row.
    let last = try ["document_version", "boundary_import", "layer_version"].compactMap { table in
      try String.fetchOne(db, sql: "SELECT max(recorded_at) FROM \(table)")
    }.max()
    return max(now, last ?? now)
  }

  /// Adds a version.
  ///
  /// - Returns: its id and the id of its series.
  func insert(
    _ encoded: EncodedDocument, version: Int, series: Int64?, source: SourceFile,
    recordedAt: String
  ) throws -> (id: Int64, series: Int64) {
    let document = encoded.document
    let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM document_version") ?? 0
    let id = last + 1
    let statement = try db.cachedStatement(sql: DocumentWriter.versionSQL)
    let values: [(any DatabaseValueConvertible)?] = [
      id, series ?? id, version, DocumentKey.of(document), document.number, document.title,
      document.date?.description, document.kind.rawValue, encoded.county, document.issuer,
      document.searchText,
      document.place.file, document.place.lineStart, document.place.lineEnd, source.name,
      source.sha256, source.extractor, encoded.digest, recordedAt, document.parcels.count,
      document.transactions.count, document.totals.count, document.sites.count, encoded.record,
      document.force.rawValue, document.validFrom?.description, document.inForceUntil?.description,
    ]
    try statement.execute(arguments: StatementArguments(values))
    for key in Set(document.revokes.map { DocumentKey.of(number: $0) }) {
      try db.execute(sql: "INSERT INTO document_ending VALUES (?, ?)", arguments: [id, key])
    }
    try insertFacts(of: encoded, version: id)
    return (id, series ?? id)
  }

  private func insertFacts(of encoded: EncodedDocument, version: Int64) throws {
    let document = encoded.document
    let file = document.place.file
    try insert(
      into: "parcel_statement", ["plot_key", "plan_key", "area_m2"],
      version: version, file: file, facts: document.parcels, records: encoded.statements,
      place: \.place,
      texts: { statement, index in statement.searchTexts(planKey: encoded.planKeys[index]) }
    ) { statement, index in
      [PlotKey.of(statement), encoded.planKeys[index], statement.area?.squareMetres]
    }
    try insert(
      into: "land_transaction", ["plot_key", "area_m2"],
      version: version, file: file, facts: document.transactions, records: encoded.transactions,
      place: \.place, texts: { transaction, _ in transaction.searchTexts(on: document.date) }
    ) { transaction, _ in [PlotKey.of(transaction), transaction.area?.squareMetres] }
    try insert(
      into: "hazard_site", ["search"], version: version, file: file, facts: document.sites,
      records: encoded.sites, place: \.place
    ) { site, _ in [site.searchText] }
    try insert(
      into: "area_total", [], version: version, file: file, facts: document.totals,
      records: encoded.totals, place: \.place
    ) { _, _ in [] }
    for (table, records) in [
      ("parcel_lineage", encoded.lineage), ("administrative_change", encoded.changes),
    ] {
      for (ordinal, record) in records.enumerated() {
        try db.execute(
          sql: "INSERT INTO \(table) (document_version_id, ordinal, record) VALUES (?, ?, ?)",
          arguments: [version, ordinal, record])
      }
    }
    try insertKinship(encoded.kinship(), version: version)
  }

  /// Adds facts of one kind; `file` is written only where it is not the document's.
  private func insert<Fact>(
    into table: String, _ columns: [String], version: Int64, file: String, facts: [Fact],
    records: [String], place: KeyPath<Fact, SourcePlace>,
    texts: ((Fact, Int) -> [SearchableText])? = nil,
    values: (Fact, Int) -> [(any DatabaseValueConvertible)?]
  ) throws {
    guard !facts.isEmpty else { return }
    let names =
      ["document_version_id", "ordinal", "file", "line_start", "line_end", "record"] + columns
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    let statement = try db.makeStatement(
      sql: "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))")
    for (ordinal, fact) in facts.enumerated() {
      let place = fact[keyPath: place]
      let common: [(any DatabaseValueConvertible)?] = [
        version, ordinal, place.file == file ? nil : place.file, place.lineStart, place.lineEnd,
        records[ordinal],
      ]
      try statement.execute(arguments: StatementArguments(common + values(fact, ordinal)))
      if let texts {
        try insert(texts(fact, ordinal), of: db.lastInsertedRowID, in: table)
      }
    }
  }

  /// Makes a fact findable by its texts.
  private func insert(_ texts: [SearchableText], of fact: Int64, in table: String) throws {
    guard !texts.isEmpty else { return }
    let statement = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO \(table)_text (search_text_id, fact_id) VALUES (?, ?)")
    for text in texts {
      try statement.execute(arguments: [try textID(text), fact])
    }
  }

  /// The id of a text, which is added where it is new.
  private func textID(_ text: SearchableText) throws -> Int64 {
    if let known = texts.ids[text] { return known }
    let find = try db.cachedStatement(
      sql: "SELECT id FROM search_text WHERE field = ? AND text = ?")
    let id: Int64
    if let found = try Int64.fetchOne(find, arguments: [text.field.rawValue, text.text]) {
      id = found
    } else {
      let add = try db.cachedStatement(sql: "INSERT INTO search_text (field, text) VALUES (?, ?)")
      try add.execute(arguments: [text.field.rawValue, text.text])
      id = db.lastInsertedRowID
    }
    texts.ids[text] = id
    return id
  }

  private func insertKinship(_ steps: [EncodedDocument.Step], version: Int64) throws {
    for step in steps {
      guard let from = PlotKey.ofNumber(step.from), let to = PlotKey.ofNumber(step.to) else {
        continue
      }
      let statement = try db.cachedStatement(sql: DocumentWriter.kinshipSQL)
      try statement.execute(arguments: [
        version, step.kind.rawValue, from, to, step.from, step.to, step.planKey, step.keepsNumber,
        step.lines.lowerBound, step.lines.upperBound,
      ])
    }
  }

  private static let versionSQL = """
    INSERT INTO document_version (
      id, series, version, key, number, title, date, kind, county, issuer, search, file,
      line_start, line_end, source_file, sha256, extractor, digest, recorded_at, parcel_count,
      transaction_count, total_count, site_count, record, force, valid_from, in_force_until)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """
  private static let kinshipSQL = """
    INSERT INTO kinship_step (
      document_version_id, kind, from_key, to_key, from_number, to_number, plan_key, keeps_number,
      line_start, line_end)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """
}
