internal import GRDB
internal import Planning

/// Puts questions to one state of a register.
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

  /// The condition that a version `v` is in force and known; its arguments are those of
  /// ``bounds(_:)``.
  static let inForce = """
    v.recorded_at <= :known AND (:day IS NULL OR v.date IS NULL OR v.date <= :day)
    AND NOT EXISTS (
      SELECT 1 FROM document_version w
      WHERE w.series = v.series AND w.version > v.version AND w.recorded_at <= :known)
    """

  /// The arguments of ``inForce``.
  static func bounds(_ moment: Moment) -> [String: (any DatabaseValueConvertible)?] {
    ["known": moment.knownAt ?? "9999", "day": moment.asOf?.description]
  }

  /// Rows of facts in force, joined with their version.
  ///
  /// - Parameters:
  ///   - table: the table of facts, named `f` in the condition.
  ///   - columns: what to read beside record, place, ordinal and version.
  ///   - condition: what else must hold.
  ///   - byKey: whether they come by the key of their plot, else by document.
  func factRows(
    _ table: String, columns: [String] = [], where condition: String = "TRUE", at moment: Moment,
    _ arguments: [String: (any DatabaseValueConvertible)?] = [:], byKey: Bool = false
  ) throws -> RowCursor {
    let names =
      ["record", "ordinal", "file", "line_start", "line_end", "document_version_id"] + columns
    let sql = """
      SELECT \(names.map { "f.\($0)" }.joined(separator: ", "))
      FROM \(table) f JOIN document_version v ON v.id = f.document_version_id
      WHERE \(condition) AND \(RegisterReader.inForce)
      ORDER BY \(byKey ? "f.plot_key, " : "")f.document_version_id, f.ordinal
      """
    let statement = try db.cachedStatement(sql: sql)
    let all = arguments.merging(RegisterReader.bounds(moment)) { own, _ in own }
    return try Row.fetchCursor(statement, arguments: StatementArguments(all))
  }

  /// A fact out of a row of ``factRows(_:columns:where:at:_:)``.
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
    let kind: String = row["kind"]
    guard let kind = DocumentKind(rawValue: kind) else {
      throw RegisterError(.otherSchema, path: path, seen: kind)
    }
    let date: String? = row["date"]
    let source = DocumentReference(
      number: row["number"], title: row["title"], date: date.flatMap { CalendarDate(iso: $0) },
      kind: kind, version: row["version"], recordedAt: row["recorded_at"],
      place: SourcePlace(
        file: row["file"], lineStart: row["line_start"], lineEnd: row["line_end"]))
    return (source, row["county"])
  }
}

/// What a reader has met and would else make again: document versions, keys of plans.
final class VersionCache {
  var values: [Int64: (source: DocumentReference, county: String?)] = [:]
  var boundarySources: [Int64: BoundarySource] = [:]
  var boundariesOfPlot: BoundaryFactRows?
  private var planKeys: [String: String?] = [:]

  /// The key of a plan's name.
  func planKey(_ name: String) -> String? {
    if let known = planKeys[name] { return known }
    let key = PlanName.key(name)
    planKeys[name] = .some(key)
    return key
  }
}
