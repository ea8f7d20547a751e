public import Answers
internal import Foundation
internal import GRDB
public import Planning
public import SimpleFeatures

/// The documents of a register, and the facts that they state.
public struct StoredDocuments: RegisterPart {
  let reader: RegisterReader

  /// All documents that are registered, whatever their force, by date and number.
  public func all(at moment: Moment) throws -> [DocumentRecord] {
    try all(where: "TRUE", [:], at: moment)
  }

  /// The documents of a key, see ``DocumentKey``.
  public func all(key: String, at moment: Moment) throws -> [DocumentRecord] {
    try all(where: "v.key = :key", ["key": key], at: moment)
  }

  /// The documents in whose number or title every word of a search occurs.
  public func all(having terms: [SearchTerm], at moment: Moment) throws -> [DocumentRecord] {
    let condition = RegisterReader.condition(all: terms, in: "v.search")
    return try all(where: condition.sql, condition.arguments, at: moment)
  }

  private func all(
    where condition: String, _ arguments: [String: (any DatabaseValueConvertible)?],
    at moment: Moment
  ) throws -> [DocumentRecord] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT v.* FROM document_version v WHERE \(condition) AND \(RegisterReader.isKnown)
        ORDER BY v.date, v.series
        """)
    let lives = try reader.lives(at: moment)
    let all = arguments.merging(RegisterReader.bounds(moment)) { own, _ in own }
    return try Row.fetchAll(statement, arguments: StatementArguments(all)).map { row in
      let (source, county) = try reader.reference(from: row)
      let heading = try coder.fact(LandDocument.self, row["record"], at: source.place)
      var record = DocumentRecord(id: row["id"], reference: source)
      record.reference.ending = lives.endings[row["id"]]
      record.take(heading)
      record.issuer = heading.issuer
      record.addressee = heading.addressee
      record.county = county
      record.requestNumber = heading.requestNumber
      record.fileDigest = row["sha256"]
      record.parcelCount = row["parcel_count"]
      record.transactionCount = row["transaction_count"]
      record.siteCount = row["site_count"]
      record.totalCount = row["total_count"]
      return record
    }
  }

  /// Hands over the documents in force with all that they say, by date and number.
  public func forEach(
    at moment: Moment = .now, _ body: (CheckedDocument) throws -> Void
  ) throws {
    for record in try all(at: moment) where record.putsFactsInForce {
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: "SELECT source_file, sha256, extractor FROM document_version WHERE id = ?"),
        arguments: [record.id])
      guard let row else {
        throw RegisterError(.unreadable, path: path, seen: "document_version \(record.id)")
      }
      try body(
        CheckedDocument(
          document: try content(of: Int64(record.id)), reference: record.reference,
          file: SourceFile(
            name: row["source_file"], sha256: row["sha256"], extractor: row["extractor"]),
          county: record.county))
    }
  }

  /// The numbers of all documents in force.
  public func numbers() throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT DISTINCT number FROM documents WHERE number IS NOT NULL ORDER BY number")
  }

  /// All acts in force.
  public func transactions(at moment: Moment) throws -> [TransactionRecord] {
    try facts("land_transaction", LandTransaction.self, at: moment)
  }

  /// The acts of a document.
  public func transactions(of document: DocumentRecord, at moment: Moment) throws
    -> [TransactionRecord]
  {
    try facts(
      "land_transaction", LandTransaction.self, where: "f.document_version_id = :id",
      ["id": document.id],
      at: moment)
  }

  /// The acts that may have every word of a search: which do, ``Swift/Array/areMet(by:)`` tells.
  public func transactions(
    having terms: [SearchTerm], at moment: Moment
  ) throws -> [TransactionRecord] {
    var arguments: [String: (any DatabaseValueConvertible)?] = [:]
    let conditions = try terms.enumerated().map { index, term in
      let words = RegisterReader.condition(of: term, in: "s.text", prefix: "term\(index)word")
      arguments.merge(words.arguments) { own, _ in own }
      arguments["uses\(index)"] = try reader.plots.statedUses(of: term) ?? "[]"
      return """
        f.id IN (
          SELECT t.fact_id FROM search_text s
          CROSS JOIN land_transaction_text t ON t.search_text_id = s.id
          WHERE s.field = 'word' AND \(words.sql)
          UNION ALL SELECT t.fact_id FROM json_each(:uses\(index)) u
          CROSS JOIN land_transaction_text t ON t.search_text_id = u.value)
        """
    }
    return try facts(
      "land_transaction", LandTransaction.self, where: conditions.joined(separator: " AND "),
      arguments, at: moment)
  }

  /// All hazard sites in force.
  public func sites(at moment: Moment) throws -> [SiteRecord] {
    try facts("hazard_site", HazardSite.self, at: moment)
  }

  /// The hazard sites of a document.
  public func sites(of document: DocumentRecord, at moment: Moment) throws -> [SiteRecord] {
    try facts(
      "hazard_site", HazardSite.self, where: "f.document_version_id = :id", ["id": document.id],
      at: moment)
  }

  /// The hazard sites in which every word of a search occurs.
  public func sites(having terms: [SearchTerm], at moment: Moment) throws -> [SiteRecord] {
    let condition = RegisterReader.condition(all: terms, in: "f.search")
    return try facts(
      "hazard_site", HazardSite.self, where: condition.sql, condition.arguments, at: moment)
  }

  /// The totals that a document gives.
  public func totals(of document: DocumentRecord, at moment: Moment) throws -> [AreaTotal] {
    try facts(
      "area_total", AreaTotal.self, where: "f.document_version_id = :id", ["id": document.id],
      at: moment
    ).map(\.fact)
  }

  /// What a document says that puts nothing in force, or does so no longer.
  public func apart(of document: DocumentRecord, at moment: Moment) throws -> [FactApart] {
    guard !document.putsFactsInForce else { return [] }
    func placed<Fact>(_ fact: RegisterFact<Fact>) -> RegisterFact<Fact> {
      var fact = fact
      fact.source.ending = document.reference.ending
      return fact
    }
    let id: [String: (any DatabaseValueConvertible)?] = ["id": document.id]
    let condition = "f.document_version_id = :id"
    let statements = try reader.factRows(
      "parcel_statement", columns: ["plan_key"], where: condition, at: moment, id, areAll: true)
    var found: [FactApart] = []
    while let row = try statements.next() {
      let fact = try reader.fact(ParcelStatement.self, from: row)
      found.append(FactApart(placed(fact), planKey: row["plan_key"]))
    }
    let acts = try reader.factRows(
      "land_transaction", where: condition, at: moment, id, areAll: true)
    while let row = try acts.next() {
      found.append(FactApart(placed(try reader.fact(LandTransaction.self, from: row))))
    }
    return found
  }

  private func facts<Fact: Hashable & Sendable & Codable>(
    _ table: String, _ type: Fact.Type, where condition: String = "TRUE",
    _ arguments: [String: (any DatabaseValueConvertible)?] = [:], at moment: Moment
  ) throws -> [RegisterFact<Fact>] {
    let rows = try reader.factRows(table, where: condition, at: moment, arguments)
    var facts: [RegisterFact<Fact>] = []
    while let row = try rows.next() { facts.append(try reader.fact(type, from: row)) }
    return facts
  }

  /// The mergers and renamings of townships that the register has learnt of, each with the date of
  /// its document. Whether one is in force on a day follows from its own date.
  public func townshipNames(at moment: Moment) throws -> TownshipNames {
    let known = Moment(knownAt: moment.knownAt)
    let statement = try db.cachedStatement(
      sql: """
        SELECT f.record, f.document_version_id FROM administrative_change f
        JOIN document_version v ON v.id = f.document_version_id
        WHERE \(RegisterReader.inForce)
        """)
    let rows = try Row.fetchCursor(
      statement, arguments: StatementArguments(reader.arguments(known)))
    var changes: [(change: AdministrativeChange, date: CalendarDate?)] = []
    while let row = try rows.next() {
      let source = try reader.reference(row["document_version_id"]).source
      changes.append(
        (try coder.fact(AdministrativeChange.self, row["record"], at: source.place), source.date))
    }
    return TownshipNames(changes, asOf: moment.asOf)
  }

  /// The mergers and renamings of townships in force as of a moment. One is in force from its own
  /// day, where it has one, else from its document's.
  public func administrativeChanges(
    at moment: Moment
  ) throws -> [(change: AdministrativeChange, source: DocumentReference)] {
    let known = Moment(knownAt: moment.knownAt)
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT f.record, f.document_version_id FROM administrative_change f
          JOIN document_version v ON v.id = f.document_version_id
          WHERE \(RegisterReader.inForce) ORDER BY f.id
          """), arguments: StatementArguments(reader.arguments(known)))
    var changes: [(change: AdministrativeChange, source: DocumentReference)] = []
    while let row = try rows.next() {
      var source = try reader.reference(row["document_version_id"]).source
      let change = try coder.fact(AdministrativeChange.self, row["record"], at: source.place)
      guard moment.includes(date: change.date ?? source.date) else { continue }
      (source.place.lineStart, source.place.lineEnd) = (change.line, change.line)
      changes.append((change, source))
    }
    return changes
  }

  /// The documents that have effect after and not before, and those before and not after, by date.
  public func changed(
    from old: Moment, to new: Moment
  ) throws -> (added: [DocumentReference], gone: [DocumentReference]) {
    let (before, after) = (try reader.versions(at: old), try reader.versions(at: new))
    func references(_ ids: Set<Int64>) throws -> [DocumentReference] {
      try ids.sorted().map { try reader.reference($0).source }
    }
    return (
      try references(after.subtracting(before)), try references(before.subtracting(after))
    )
  }

  /// Every version of every document in the order they were recorded, one at a time.
  public func forEachVersion(_ body: (RegisterExport.Version) throws -> Void) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT * FROM document_version ORDER BY id")
    while let row = try rows.next() { try body(try version(from: row)) }
  }

  /// The document of a version with all its facts.
  func content(of id: Int64) throws -> LandDocument {
    let statement = try db.cachedStatement(sql: "SELECT * FROM document_version WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else {
      throw RegisterError(.unreadable, path: path, seen: "document_version \(id)")
    }
    return try version(from: row).document
  }

  private func version(from row: Row) throws -> RegisterExport.Version {
    let id: Int64 = row["id"]
    let (source, _) = try reader.reference(from: row)
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

extension StoredDocuments {
  /// Documents as features without shape, with the columns of their layer.
  public func features(of records: [DocumentRecord]) -> FeatureTable {
    shapeless(.documents, records.map { LayerWriter.values(of: $0, nil) })
  }

  /// Acts as features without shape, with the columns of their layer, and the code that the name of
  /// their land use settles.
  public func features(of records: [TransactionRecord]) -> FeatureTable {
    var table = shapeless(
      .transactions, records.map { LayerWriter.values(of: $0.fact, $0.source, $0.county, nil) })
    let codes = records.map { record -> FieldValue in
      record.fact.landUseName.flatMap { LandUse(named: $0, on: record.source.date).code }
        .map(FieldValue.text) ?? .none
    }
    table.fields.append(FieldColumn(name: "land_use_code", values: codes))
    return table
  }

  /// Hazard sites as features without shape, with the columns of their layer.
  public func features(of records: [SiteRecord]) -> FeatureTable {
    shapeless(.sites, records.map { LayerWriter.values(of: $0.fact, $0.source, $0.county, nil) })
  }

  private func shapeless(_ layer: LayerTable, _ rows: [LayerWriter.Values]) -> FeatureTable {
    var table = layer.table(of: rows)
    for _ in rows { table.shapes.append(nil) }
    return table
  }
}
