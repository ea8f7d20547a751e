public import Answers
internal import Foundation
internal import GRDB
public import Planning
internal import SimpleFeatures
internal import Terms

/// Puts questions to one state of a register: about all of it here, about its contents by what is asked.
public struct RegisterReader {
  let db: Database
  let path: String
  let columns: RegisterColumns
  let coder = RecordCoder()
  let references = VersionCache()

  init(db: Database, path: String, columns: RegisterColumns = .all) {
    self.db = db
    self.path = path
    self.columns = columns
  }

  /// All that is said of parcels, by the keys of their plots.
  public var plots: StoredPlots { StoredPlots(reader: self) }

  /// The documents and what they say.
  public var documents: StoredDocuments { StoredDocuments(reader: self) }

  /// The texts of files, and files themselves.
  public var sources: StoredSources { StoredSources(reader: self) }

  /// The boundaries of files, with their shapes.
  public var boundaries: StoredBoundaries { StoredBoundaries(reader: self) }

  /// The reference layers.
  public var layers: StoredLayers { StoredLayers(reader: self) }

  /// The parcels in force now, as their layer has them.
  public var parcels: StoredParcels { StoredParcels(reader: self) }

  /// The tables of what is in force, row by row.
  public var tables: StoredTables { StoredTables(reader: self) }

  /// The condition that a version `v` is registered and dated by a moment, whatever its force; its
  /// arguments are those of ``bounds(_:)``.
  static let isKnown = """
    v.recorded_at <= :known AND (:day IS NULL OR v.valid_from IS NULL OR v.valid_from <= :day)
    AND NOT EXISTS (
      SELECT 1 FROM document_version w
      WHERE w.series = v.series AND w.version > v.version AND w.recorded_at <= :known)
    """

  /// The condition that a version `v` has effect at a moment; its arguments are those of
  /// ``arguments(_:)``.
  static let hasEffect = isKnown + " AND " + isOf(\.hasEffect) + isNotEnded

  /// The condition that the facts of a version `v` are in force; its arguments are those of
  /// ``arguments(_:)``.
  static let inForce = isKnown + " AND " + isOf(\.putsFactsInForce) + isNotEnded

  private static let isNotEnded = " AND v.id NOT IN (SELECT value FROM json_each(:ended))"

  /// The condition that a version `v` has a force of some kind.
  static func isOf(_ kind: (DocumentForce) -> Bool) -> String {
    let forces = DocumentForce.allCases.filter(kind).map { "'\($0.rawValue)'" }
    return "v.force IN (\(forces.joined(separator: ", ")))"
  }

  /// The arguments of ``isKnown``.
  static func bounds(_ moment: Moment) -> [String: (any DatabaseValueConvertible)?] {
    ["known": moment.knownAt ?? "9999", "day": moment.asOf?.description]
  }

  /// The arguments of ``inForce`` and ``hasEffect``.
  func arguments(_ moment: Moment) throws -> [String: (any DatabaseValueConvertible)?] {
    var all = RegisterReader.bounds(moment)
    all["ended"] = try lives(at: moment).list
    return all
  }

  /// Rows of facts in force, or of all that are registered, joined with their version.
  ///
  /// - Parameters:
  ///   - table: the table of facts, named `f` in the condition.
  ///   - columns: what to read beside record, place, ordinal and version.
  ///   - condition: what else must hold.
  ///   - byKey: whether they come by the key of their plot, else by document.
  ///   - areAll: whether also those come that put nothing in force.
  func factRows(
    _ table: String, columns: [String] = [], where condition: String = "TRUE", at moment: Moment,
    _ arguments: [String: (any DatabaseValueConvertible)?] = [:], byKey: Bool = false,
    areAll: Bool = false
  ) throws -> RowCursor {
    let names =
      ["record", "ordinal", "file", "line_start", "line_end", "document_version_id"] + columns
    let sql = """
      SELECT \(names.map { "f.\($0)" }.joined(separator: ", "))
      FROM \(table) f JOIN document_version v ON v.id = f.document_version_id
      WHERE \(condition) AND \(areAll ? RegisterReader.isKnown : RegisterReader.inForce)
      ORDER BY \(byKey ? "f.plot_key, " : "")f.document_version_id, f.ordinal
      """
    let statement = try db.cachedStatement(sql: sql)
    let bounds = try areAll ? RegisterReader.bounds(moment) : self.arguments(moment)
    let all = arguments.merging(bounds) { own, _ in own }
    return try Row.fetchCursor(statement, arguments: StatementArguments(all))
  }

  /// A fact out of a row of ``factRows(_:columns:where:at:_:byKey:)``.
  func fact<Fact: Hashable & Sendable & Codable>(
    _ type: Fact.Type, from row: Row
  ) throws -> RegisterFact<Fact> {
    var (source, county) = try reference(row["document_version_id"])
    source.place = SourcePlace(
      file: row["file"] ?? source.place.file, lineStart: row["line_start"],
      lineEnd: row["line_end"])
    let fact = try coder.fact(type, row["record"], at: source.place)
    return RegisterFact(fact: fact, county: county, source: source, ordinal: row["ordinal"])
  }

  /// A document version as the source of facts, with its county.
  func reference(_ id: Int64) throws -> (source: DocumentReference, county: String?) {
    if let known = references.values[id] { return known }
    let statement = try db.cachedStatement(sql: "SELECT * FROM document_version WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else {
      throw RegisterError(.unreadable, path: path, seen: "document_version \(id)")
    }
    let made = try reference(from: row)
    references.values[id] = made
    return made
  }

  func reference(from row: Row) throws -> (source: DocumentReference, county: String?) {
    let (kind, force): (String, String) = (row["kind"], row["force"])
    guard let kind = DocumentKind(rawValue: kind) else {
      throw RegisterError(.otherSchema, path: path, seen: kind)
    }
    guard let force = DocumentForce(rawValue: force) else {
      throw RegisterError(.otherSchema, path: path, seen: force)
    }
    let date: String? = row["date"]
    var source = DocumentReference(
      number: row["number"], title: row["title"], date: date.flatMap { CalendarDate(iso: $0) },
      kind: kind, version: row["version"], recordedAt: row["recorded_at"],
      place: SourcePlace(
        file: row["file"], lineStart: row["line_start"], lineEnd: row["line_end"]))
    source.force = force
    return (source, row["county"])
  }

  /// A condition that a column has any of some words in it; the words are bound, never pasted.
  static func condition(
    anyOf words: [String], in column: String, prefix: String = "word"
  ) -> (sql: String, arguments: [String: (any DatabaseValueConvertible)?]) {
    var arguments: [String: (any DatabaseValueConvertible)?] = [:]
    var parts: [String] = []
    for (index, word) in words.enumerated() {
      arguments["\(prefix)\(index)"] = word
      parts.append("instr(\(column), :\(prefix)\(index)) > 0")
    }
    return ("(" + (parts.isEmpty ? "FALSE" : parts.joined(separator: " OR ")) + ")", arguments)
  }

  /// The condition that a boundary `b` of a file `i` is in force and known; its arguments are those
  /// of ``bounds(_:)``. Of the versions in force on the day the one of the latest date is, and of
  /// one date the latest version.
  static let boundaryInForce = """
    i.recorded_at <= :known AND (:day IS NULL OR i.date IS NULL OR i.date <= :day)
    AND NOT EXISTS (
      SELECT 1 FROM parcel_boundary w CROSS JOIN boundary_import j ON j.id = w.import_id
      WHERE w.series = b.series AND w.version > 1 AND \(laterVersion))
    AND (b.version = 1 OR NOT EXISTS (
      SELECT 1 FROM parcel_boundary w CROSS JOIN boundary_import j ON j.id = w.import_id
      WHERE w.id = b.series AND \(laterVersion)))
    """
  private static let laterVersion = """
    j.recorded_at <= :known AND (:day IS NULL OR j.date IS NULL OR j.date <= :day)
    AND (coalesce(j.date, ''), w.version) > (coalesce(i.date, ''), b.version)
    """

  /// Adds the shape of a row, of the type that the row has in another column.
  func append(
    _ row: BulkStatement, _ column: Int32, type: Int32?, to shapes: inout GeometryColumn
  ) throws {
    guard !row.isNull(column) else {
      shapes.append(nil)
      return
    }
    do {
      try row.withBytes(column) { (bytes: Span<UInt8>) throws(FormatFault) in
        _ = try shapes.append(geoPackage: bytes)
      }
    } catch {
      throw RegisterError(.unreadable, path: path, seen: "\(error)")
    }
    if let type, let type = GeometryType(rawValue: UInt8(clamping: row.integer(type))) {
      shapes.restoreLastType(type)
    }
  }

  /// The documents that have effect at a moment.
  func versions(at moment: Moment) throws -> Set<Int64> {
    let statement = try db.cachedStatement(
      sql: "SELECT v.id FROM document_version v WHERE \(RegisterReader.hasEffect)")
    return try Set(Int64.fetchAll(statement, arguments: StatementArguments(arguments(moment))))
  }

  /// The boundary files that are recorded and dated by a moment.
  func boundaryImports(at moment: Moment) throws -> Set<Int64> {
    let statement = try db.cachedStatement(
      sql: """
        SELECT i.id FROM boundary_import i
        WHERE i.recorded_at <= :known AND (:day IS NULL OR i.date IS NULL OR i.date <= :day)
        """)
    return try Set(
      Int64.fetchAll(
        statement, arguments: StatementArguments(RegisterReader.bounds(moment))))
  }
}

extension RegisterReader {
  /// The coordinate system of the layer of parcels; `nil` before the first import of boundaries.
  public func registerEPSG() throws -> Int? {
    try setting("epsg").flatMap { Int($0) }
  }

  /// A setting of the register; `nil` where it has none.
  func setting(_ name: String) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM register_setting WHERE name = ?"),
      arguments: [name])
  }

  /// The state of the register: whatever is recorded changes it, and only that.
  public func revision() throws -> String {
    try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT coalesce((SELECT max(id) FROM document_version), 0) || '.'
            || coalesce((SELECT max(id) FROM boundary_import), 0) || '.'
            || coalesce((SELECT max(id) FROM layer_version), 0) || '.'
            || coalesce((SELECT max(rowid) FROM finding_acceptance), 0)
          """)) ?? ""
  }

  /// The days on which anything in force is dated, in order.
  public func dates() throws -> [CalendarDate] {
    try String.fetchAll(
      db,
      sql: """
        SELECT date FROM document_version WHERE date IS NOT NULL
        UNION SELECT date FROM boundary_import WHERE date IS NOT NULL
        UNION SELECT date FROM layer_version WHERE date IS NOT NULL ORDER BY 1
        """
    ).compactMap { CalendarDate(iso: $0) }
  }

  /// The counties that the documents name.
  public func counties() throws -> [String] {
    try String.fetchAll(
      db,
      sql: "SELECT DISTINCT county FROM document_version WHERE county IS NOT NULL ORDER BY county")
  }

  /// The documents, files of boundaries and reference layers that what is in force comes from.
  ///
  /// - Parameter moment: as of which moment documents are in force and files were known; layers are
  ///   those of now.
  public func publicationSources(at moment: Moment = .now) throws -> [PublicationSource] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT 'document' AS kind, v.number AS identifier, v.title, v.date, v.version,
          NULL AS quality, v.source_file, v.sha256, v.extractor, v.recorded_at, v.id
        FROM document_version v WHERE \(RegisterReader.inForce)
        UNION ALL
        SELECT 'boundaries', NULL, NULL, date, NULL, quality, source_file, sha256, extractor,
          recorded_at, id
        FROM boundary_import
        WHERE recorded_at <= :known AND (:day IS NULL OR date IS NULL OR date <= :day)
        UNION ALL
        SELECT 'layer', l.name, NULL, l.date, l.version, l.quality, l.source_file, l.sha256,
          l.extractor, l.recorded_at, l.id
        FROM layer_version l JOIN gpkg_contents c USING (table_name)
        ORDER BY 1 DESC, 4, 11
        """, arguments: StatementArguments(arguments(moment)))
    return rows.map { row in
      let (kind, quality): (String, String?) = (row["kind"], row["quality"])
      return PublicationSource(
        kind: PublicationSource.Kind(rawValue: kind) ?? .document, identifier: row["identifier"],
        title: row["title"], date: row["date"], version: row["version"],
        quality: quality.flatMap { BoundaryQuality(rawValue: $0) }, file: row["source_file"],
        sha256: row["sha256"], extractor: row["extractor"], recordedAt: row["recorded_at"])
    }
  }

  /// All that was ever said of findings that are let pass, in the order in which it was recorded.
  public func acceptances(at moment: Moment = .now) throws -> [FindingAcceptance] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM finding_acceptance WHERE recorded_at <= ? ORDER BY id",
      arguments: [moment.knownAt ?? "9999"]
    ).map { row in
      FindingAcceptance(
        finding: row["finding"], reason: row["reason"], author: row["author"],
        recordedAt: row["recorded_at"], squareMetres: row["area_m2"],
        isWithdrawn: row["withdrawn"], rule: row["rule"], subject: row["subject"])
    }
  }

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
    info.layers = try layers.inForce(at: .now)
    info.boundaryVersions = try count("parcel_boundary")
    guard info.boundaryVersions > 0 else { return }
    info.extent = try parcels.extent()
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
      db, sql: sql, arguments: StatementArguments(arguments(.now))) ?? 0
  }
}

/// Questions of one kind to the state that a reader has.
protocol RegisterPart {
  var reader: RegisterReader { get }
}

extension RegisterPart {
  var db: Database { reader.db }
  var path: String { reader.path }
  var coder: RecordCoder { reader.coder }
  var references: VersionCache { reader.references }
  var columns: RegisterColumns { reader.columns }
}

/// What a reader has met and would else make again: document versions, keys of plans.
final class VersionCache {
  var values: [Int64: (source: DocumentReference, county: String?)] = [:]
  var boundarySources: [Int64: BoundarySource] = [:]
  var boundariesOfPlot: BoundaryFactRows?
  var lives: [Moment: DocumentLives] = [:]
  var renumberings: [String: [String]]?
  private var planKeys: [String: String?] = [:]

  /// Forgets what follows from all documents together: another was added.
  func forgetStates() {
    lives = [:]
    renumberings = nil
  }

  /// The key of a plan's name.
  func planKey(_ name: String) -> String? {
    if let known = planKeys[name] { return known }
    let key = PlanName.key(name)
    planKeys[name] = .some(key)
    return key
  }
}
