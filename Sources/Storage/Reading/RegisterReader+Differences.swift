internal import GRDB
public import Planning

extension RegisterReader {
  /// The keys of the plots of which a fact is in force at one of two moments and not at the other,
  /// in the order of their bytes: no other plot can differ. Nothing is folded for it.
  ///
  /// Documents are looked at first, of which there are thousands; then the facts of those that
  /// differ. A boundary's version is in force by its own file and those of the other versions of its
  /// series, which have the same key: the files that differ tell all.
  public func touchedPlots(from old: Moment, to new: Moment) throws -> [String] {
    let documents = try versions(at: old).symmetricDifference(versions(at: new))
    var keys: Set<String> = []
    if !documents.isEmpty {
      let ids = list(documents)
      for (table, column) in [
        ("parcel_statement", "plot_key"), ("land_transaction", "plot_key"),
        ("kinship_step", "from_key"), ("kinship_step", "to_key"),
      ] {
        keys.formUnion(
          try String.fetchAll(
            db,
            sql: """
              SELECT DISTINCT f.\(column) FROM json_each(?) v
              CROSS JOIN \(table) f ON f.document_version_id = v.value
              WHERE f.\(column) IS NOT NULL
              """, arguments: [ids]))
      }
    }
    let files = try boundaryImports(at: old).symmetricDifference(boundaryImports(at: new))
    if !files.isEmpty {
      keys.formUnion(
        try String.fetchAll(
          db,
          sql: """
            SELECT DISTINCT plot_key FROM parcel_boundary
            WHERE import_id IN (SELECT value FROM json_each(?))
            """, arguments: [list(files)]))
    }
    return keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The documents in force after and not before, and those in force before and not after, by date.
  public func changedDocuments(
    from old: Moment, to new: Moment
  ) throws -> (added: [DocumentReference], gone: [DocumentReference]) {
    let (before, after) = (try versions(at: old), try versions(at: new))
    func references(_ ids: Set<Int64>) throws -> [DocumentReference] {
      try ids.sorted().map { try reference($0).source }
    }
    return (
      try references(after.subtracting(before)), try references(before.subtracting(after))
    )
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
          """), arguments: StatementArguments(RegisterReader.bounds(known)))
    var changes: [(change: AdministrativeChange, source: DocumentReference)] = []
    while let row = try rows.next() {
      var source = try reference(row["document_version_id"]).source
      let change = try coder.fact(AdministrativeChange.self, row["record"], at: source.place)
      guard moment.includes(date: change.date ?? source.date) else { continue }
      (source.place.lineStart, source.place.lineEnd) = (change.line, change.line)
      changes.append((change, source))
    }
    return changes
  }

  private func versions(at moment: Moment) throws -> Set<Int64> {
    let statement = try db.cachedStatement(
      sql: "SELECT v.id FROM document_version v WHERE \(RegisterReader.inForce)")
    return try Set(
      Int64.fetchAll(
        statement, arguments: StatementArguments(RegisterReader.bounds(moment))))
  }

  /// The boundary files that are recorded and dated by a moment.
  private func boundaryImports(at moment: Moment) throws -> Set<Int64> {
    let statement = try db.cachedStatement(
      sql: """
        SELECT i.id FROM boundary_import i
        WHERE i.recorded_at <= :known AND (:day IS NULL OR i.date IS NULL OR i.date <= :day)
        """)
    return try Set(
      Int64.fetchAll(
        statement, arguments: StatementArguments(RegisterReader.bounds(moment))))
  }

  private func list(_ ids: Set<Int64>) -> String {
    "[" + ids.sorted().map(String.init).joined(separator: ",") + "]"
  }
}
