internal import GRDB
internal import Planning

/// Keeps the layers of what is in force in step with the history.
struct LayerWriter {
  let db: Database
  let reader: RegisterReader
  /// Whether the parcels have a column of shapes.
  let hasShapes: Bool
  let extent = ExtentChange()

  init(db: Database, path: String, columns: RegisterColumns = .all) throws {
    self.db = db
    reader = RegisterReader(db: db, path: path, columns: columns)
    hasShapes = try reader.registerEPSG() != nil
  }

  /// Brings the layers up to date after a version was added.
  ///
  /// - Parameters:
  ///   - encoded: the document.
  ///   - version: the ids of its version and series.
  ///   - replaced: the id of the version it supersedes.
  ///   - recordedAt: when it was recorded.
  func refresh(
    after encoded: EncodedDocument, version: (id: Int64, series: Int64), replaced: Int64?,
    recordedAt: String
  ) throws {
    var keys = encoded.plotKeys()
    if let replaced {
      keys.formUnion(try plotKeys(of: replaced))
      for (layer, table) in [("transactions", "land_transaction"), ("sites", "hazard_site")] {
        try db.execute(
          sql: """
            DELETE FROM \(layer)
            WHERE fid IN (SELECT id FROM \(table) WHERE document_version_id = ?)
            """, arguments: [replaced])
      }
    }
    let (source, county) = try reader.reference(version.id)
    try writeDocument(encoded.document, source, county: county, series: version.series)
    try writeTransactions(encoded.document, source, county: county, version: version.id)
    try writeSites(encoded.document, source, county: county, version: version.id)
    let own = encoded.plots(source: source)
    for key in keys.sorted() {
      let isAlone = try !hasOtherFacts(key, than: version.id)
      let facts = isAlone ? own[key] ?? PlotFacts(key: key) : try reader.plot(key, at: .now)
      try writeParcels(facts, areNew: isAlone)
    }
    try touch(recordedAt)
  }

  /// Makes the layers anew from the history.
  func rebuild() throws {
    for layer in LayerTable.all { try db.execute(sql: "DELETE FROM \(layer.name)") }
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT v.id, v.series FROM document_version v WHERE \(RegisterReader.inForce)",
      arguments: StatementArguments(RegisterReader.bounds(.now)))
    for row in rows {
      let (id, series): (Int64, Int64) = (row["id"], row["series"])
      let (source, county) = try reader.reference(id)
      let document = try reader.document(id)
      try writeDocument(document, source, county: county, series: series)
      try writeTransactions(document, source, county: county, version: id)
      try writeSites(document, source, county: county, version: id)
    }
    for key in try reader.plotKeys(where: "TRUE", boundaries: "TRUE", [:], at: .now) {
      try writeParcels(try reader.plot(key, at: .now), areNew: true)
    }
    extent.isUnknown = true
    let last = try DocumentWriter(db: db, coder: reader.coder).instant(notBefore: "")
    if !last.isEmpty { try touch(last) }
  }

  /// Notes when the layers changed, and the box around the parcels.
  func touch(_ recordedAt: String) throws {
    if hasShapes { try extent.write(to: LayerTable.parcels.name, in: db) }
    let names = LayerTable.all.map { "'\($0.name)'" }.joined(separator: ", ")
    try db.execute(
      sql: "UPDATE gpkg_contents SET last_change = ? WHERE table_name IN (\(names))",
      arguments: [recordedAt])
  }

  private func plotKeys(of version: Int64) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT plot_key FROM parcel_statement WHERE document_version_id = :id AND plot_key NOT NULL
        UNION SELECT plot_key FROM land_transaction
          WHERE document_version_id = :id AND plot_key NOT NULL
        UNION SELECT from_key FROM kinship_step WHERE document_version_id = :id
        UNION SELECT to_key FROM kinship_step WHERE document_version_id = :id
        """, arguments: ["id": version])
  }

  /// Whether any other version, in force or not, speaks of a plot; if none does, the document just
  /// added is all there is, and nothing need be read.
  private func hasOtherFacts(_ key: String, than version: Int64) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM parcel_statement WHERE plot_key = :key AND document_version_id <> :id)
        OR EXISTS (
          SELECT 1 FROM land_transaction WHERE plot_key = :key AND document_version_id <> :id)
        OR EXISTS (SELECT 1 FROM parcel_boundary WHERE plot_key = :key)
        OR EXISTS (SELECT 1 FROM kinship_step WHERE from_key = :key)
        OR EXISTS (SELECT 1 FROM kinship_step WHERE to_key = :key)
        """)
    return try Bool.fetchOne(statement, arguments: ["key": key, "id": version]) ?? false
  }
}
