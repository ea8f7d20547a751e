public import Answers
internal import GRDB
internal import Planning

extension RegisterReader {
  /// What the register holds, in numbers.
  public func info() throws -> RegisterInfo {
    let applied = try Migrations.applied(db) ?? []
    var info = RegisterInfo(path: path, schemaVersion: applied.count)
    info.registerID = try setting("register_id")
    info.countyCode = try setting("county_code").flatMap { CountyCode($0) }
    info.documentVersions = try count("document_version")
    info.documents = try count("documents")
    info.parcels = try count("parcels")
    info.transactions = try count("transactions")
    info.sites = try count("sites")
    info.statements = try sum("parcel_count")
    info.totals = try sum("total_count")
    info.counties = try String.fetchAll(
      db,
      sql: "SELECT DISTINCT county FROM document_version WHERE county IS NOT NULL ORDER BY county")
    let span = try Row.fetchOne(
      db,
      sql: """
        SELECT min(date) AS first_date, max(date) AS last_date,
          min(recorded_at) AS first_recorded, max(recorded_at) AS last_recorded
        FROM document_version
        """)
    let (first, last): (String?, String?) = (span?["first_date"], span?["last_date"])
    info.firstDate = first.flatMap { CalendarDate(iso: $0) }
    info.lastDate = last.flatMap { CalendarDate(iso: $0) }
    info.firstRecordedAt = span?["first_recorded"]
    info.lastRecordedAt = span?["last_recorded"]
    info.files = try Row.fetchAll(
      db,
      sql: """
        SELECT source_file, sha256, count(*) AS documents FROM document_version
        GROUP BY source_file, sha256 ORDER BY min(id)
        """
    ).map { row in
      RegisterInfo.File(
        name: row["source_file"], sha256: row["sha256"], documents: row["documents"])
    }
    try addBoundaries(to: &info)
    return info
  }

  private func addBoundaries(to info: inout RegisterInfo) throws {
    info.epsg = try registerEPSG()
    info.layers = try layers(at: .now)
    info.boundaryVersions = try count("parcel_boundary")
    guard info.boundaryVersions > 0 else { return }
    info.extent = try extent()
    info.boundaries = try count("parcels WHERE boundary_quality NOT NULL")
    info.invalidBoundaries = try count("parcels WHERE boundary_fault NOT NULL")
    info.boundaryFiles = try Row.fetchAll(
      db,
      sql: """
        SELECT i.source_file, i.sha256, count(*) AS boundaries
        FROM parcel_boundary b JOIN boundary_import i ON i.id = b.import_id
        GROUP BY i.source_file, i.sha256 ORDER BY min(i.id)
        """
    ).map { row in
      RegisterInfo.File(
        name: row["source_file"], sha256: row["sha256"], documents: row["boundaries"])
    }
    // Documents and boundaries alike teach the register something.
    let last = try DocumentWriter(db: db, coder: coder).instant(notBefore: "")
    if !last.isEmpty { info.lastRecordedAt = last }
    let first = try String.fetchOne(db, sql: "SELECT min(recorded_at) FROM boundary_import")
    info.firstRecordedAt = [info.firstRecordedAt, first].compactMap(\.self).min()
  }

  private func count(_ table: String) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
  }

  private func sum(_ column: String) throws -> Int {
    let sql = "SELECT sum(\(column)) FROM document_version v WHERE \(RegisterReader.inForce)"
    return try Int.fetchOne(
      db, sql: sql, arguments: StatementArguments(RegisterReader.bounds(.now))) ?? 0
  }

  /// Every version of every document in the order they were recorded, one at a time.
  public func forEachVersion(_ body: (RegisterExport.Version) throws -> Void) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT * FROM document_version ORDER BY id")
    while let row = try rows.next() { try body(try version(from: row)) }
  }

  /// The document of a version with all its facts.
  func document(_ id: Int64) throws -> LandDocument {
    let statement = try db.cachedStatement(sql: "SELECT * FROM document_version WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else {
      throw RegisterError(.unreadable, path: path, seen: "document_version \(id)")
    }
    return try version(from: row).document
  }

  private func version(from row: Row) throws -> RegisterExport.Version {
    let id: Int64 = row["id"]
    let (source, _) = try reference(from: row)
    var document = try coder.fact(LandDocument.self, row["record"], at: source.place)
    document.parcels = try records("parcel_statement", of: id, in: source.place)
    document.transactions = try records("land_transaction", of: id, in: source.place)
    document.totals = try records("area_total", of: id, in: source.place)
    document.sites = try records("hazard_site", of: id, in: source.place)
    document.lineage = try records("parcel_lineage", of: id)
    document.administrativeChanges = try records("administrative_change", of: id)
    return RegisterExport.Version(
      version: source.version, recordedAt: source.recordedAt,
      source: SourceFile(
        name: row["source_file"], sha256: row["sha256"], extractor: row["extractor"]),
      document: document)
  }

  private func records<Fact: Decodable>(
    _ table: String, of version: Int64, in place: SourcePlace? = nil
  ) throws -> [Fact] {
    let placed = place == nil ? "" : ", file, line_start, line_end"
    let statement = try db.cachedStatement(
      sql: """
        SELECT record\(placed) FROM \(table) WHERE document_version_id = ? ORDER BY ordinal
        """)
    let rows = try Row.fetchCursor(statement, arguments: [version])
    var facts: [Fact] = []
    while let row = try rows.next() {
      let at = place.map { place in
        SourcePlace(
          file: row["file"] ?? place.file, lineStart: row["line_start"], lineEnd: row["line_end"])
      }
      facts.append(
        try coder.fact(
          Fact.self, row["record"], at: at ?? SourcePlace(file: "", lineStart: 0, lineEnd: 0)))
    }
    return facts
  }
}
