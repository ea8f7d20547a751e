internal import Terms
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
    let joined = try settleNumbers(of: encoded, version: version.id, replaced: replaced)
    keys.formUnion(joined)
    if !joined.isEmpty { extent.isUnknown = true }
    reader.references.forgetStates()
    let lives = try reader.lives(at: .now)
    if let replaced {
      keys.formUnion(try plotKeys(of: replaced))
      try removeFacts(of: replaced)
    }
    let (source, county) = try reader.reference(version.id)
    let isInForce = lives.putsFactsInForce(version.id, source)
    try write(encoded.document, version.id, source, county: county, series: version.series, lives)
    keys.formUnion(try rewriteChanged(lives, but: version.id))
    let own = isInForce ? encoded.plots(source: source) : [:]
    for key in try reader.plots.withRenumbered(keys).sorted() {
      let isAlone = try !joined.contains(key) && !hasOtherFacts(key, than: version.id)
      let facts =
        isAlone ? own[key] ?? PlotFacts(key: key) : try reader.plots.facts(of: key, at: .now)
      try writeParcels(facts, areNew: isAlone)
    }
    try touch(recordedAt)
  }

  /// Brings the facts of one land under one key after a version was added.
  private func settleNumbers(
    of encoded: EncodedDocument, version: Int64, replaced: Int64?
  ) throws -> Set<String> {
    let joins = PlotJoins(db: db)
    var keys = encoded.plotKeys()
    if let replaced { keys.formUnion(try joins.forget(version: replaced)) }
    try joins.note(encoded, version: version)
    return try joins.settle(keys)
  }

  /// The versions that the layers show as in force and are no more, or the other way round: ended, in
  /// force again, or lapsed since.
  private func changedForces(_ lives: DocumentLives) throws -> [(id: Int64, series: Int64)] {
    let shown = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT v.id FROM documents d
          CROSS JOIN document_version v ON v.series = d.fid AND v.version = d.version
          WHERE d.in_force = 0 AND \(RegisterReader.isOf(\.hasEffect))
          """)
    ).map { $0["id"] as Int64 }
    let changed = Set(shown).symmetricDifference(lives.endings.keys)
    return try changed.sorted().compactMap { id in
      let statement = try db.cachedStatement(
        sql: "SELECT series FROM document_version WHERE id = ?")
      guard try reader.reference(id).source.force.hasEffect else { return nil }
      return try Int64.fetchOne(statement, arguments: [id]).map { (id, $0) }
    }
  }

  /// Writes the documents anew whose force is another than the layers show.
  ///
  /// - Returns: the keys of the plots of which they speak.
  private func rewriteChanged(
    _ lives: DocumentLives, but own: Int64? = nil
  ) throws -> Set<String> {
    var keys: Set<String> = []
    for changed in try changedForces(lives) where changed.id != own {
      keys.formUnion(try plotKeys(of: changed.id))
      try removeFacts(of: changed.id)
      try rewrite(changed.id, series: changed.series, lives)
    }
    return keys
  }

  /// Brings the layers to the force that documents have by the calendar.
  func settleForces() throws {
    let keys = try rewriteChanged(reader.lives(at: .now))
    for key in try reader.plots.withRenumbered(keys).sorted() {
      try writeParcels(try reader.plots.facts(of: key, at: .now), areNew: false)
    }
    let last = try DocumentWriter(db: db, coder: reader.coder).instant(notBefore: "")
    if !last.isEmpty { try touch(last) }
  }

  /// Takes the acts and sites of a version out of their layers.
  private func removeFacts(of version: Int64) throws {
    for (layer, table) in [("transactions", "land_transaction"), ("sites", "hazard_site")] {
      try db.execute(
        sql: """
          DELETE FROM \(layer)
          WHERE fid IN (SELECT id FROM \(table) WHERE document_version_id = ?)
          """, arguments: [version])
    }
  }

  /// Writes a version that is registered already.
  private func rewrite(_ id: Int64, series: Int64, _ lives: DocumentLives) throws {
    let (source, county) = try reader.reference(id)
    try write(
      try reader.documents.content(of: id), id, source, county: county, series: series, lives)
  }

  /// Writes a document, and its acts and sites where they are in force.
  private func write(
    _ document: LandDocument, _ version: Int64, _ source: DocumentReference, county: String?,
    series: Int64, _ lives: DocumentLives
  ) throws {
    var reference = source
    reference.ending = lives.endings[version]
    try writeDocument(document, reference, county: county, series: series)
    guard lives.putsFactsInForce(version, source) else { return }
    try writeTransactions(document, source, county: county, version: version)
    try writeSites(document, source, county: county, version: version)
  }

  /// Makes the layers anew from the history.
  func rebuild() throws {
    for layer in LayerTable.all { try db.execute(sql: "DELETE FROM \(layer.name)") }
    reader.references.forgetStates()
    let lives = try reader.lives(at: .now)
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT v.id, v.series FROM document_version v WHERE \(RegisterReader.isKnown)",
      arguments: StatementArguments(RegisterReader.bounds(.now)))
    for row in rows { try rewrite(row["id"], series: row["series"], lives) }
    let keys = try reader.plots.keys(where: "TRUE", boundaries: "TRUE", [:], at: .now)
    for key in try reader.plots.withRenumbered(Set(keys)).sorted() {
      try writeParcels(try reader.plots.facts(of: key, at: .now), areNew: true)
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

extension LayerWriter {
  typealias Values = [(any DatabaseValueConvertible)?]

  /// Writes the parcels of one plot in place of those the layer has; a parcel keeps its `fid`.
  func writeParcels(_ facts: PlotFacts, areNew: Bool) throws {
    let isNumber = PlotKey.isNumber(facts.key)
    var old: [[String?]: [Int64]] = [:]
    if !areNew {
      let statement = try db.cachedStatement(
        sql: "SELECT fid, county, plan_key, location FROM parcels WHERE plot_key = ?")
      for row in try Row.fetchAll(statement, arguments: [facts.key]) {
        let place: String? = isNumber ? nil : row["location"]
        old[[row["county"], row["plan_key"], place], default: []].append(row["fid"])
      }
    }
    let isMapped = hasShapes && !facts.boundaries.isEmpty
    if isMapped { try extent.note(removed: old.values.joined(), of: LayerTable.parcels, in: db) }
    for record in PlotFolding.records(of: facts) {
      let planKey = record.values.plan.flatMap { reader.references.planKey($0) }
      let place = isNumber ? nil : record.values.location
      let fid = old[[record.county, planKey, place]]?.popLast()
      var values = LayerWriter.values(
        of: record, fid, reader.columns, key: facts.key, planKey: planKey)
      guard isMapped else {
        let statement = try db.cachedStatement(sql: reader.columns.parcels.insertion)
        try statement.execute(arguments: StatementArguments(values))
        continue
      }
      // Replacing a row does not fire the trigger by which it leaves the R-tree.
      if let fid { try db.execute(sql: "DELETE FROM parcels WHERE fid = ?", arguments: [fid]) }
      values.append(record.boundary?.id)
      let statement = try db.cachedStatement(sql: reader.columns.parcels.insertionWithBoundary)
      try statement.execute(arguments: StatementArguments(values))
      try extent.note(added: db.lastInsertedRowID, to: LayerTable.parcels, in: db)
    }
    for fid in old.values.joined() {
      try db.execute(sql: "DELETE FROM parcels WHERE fid = ?", arguments: [fid])
    }
  }

  /// The row of a parcel: `fid`, the columns for people, the keys.
  static func values(
    of record: ParcelRecord, _ fid: Int64?, _ columns: RegisterColumns, key: String,
    planKey: String?
  ) -> Values {
    let values = record.values
    let uses = values.landUse
    let last = record.documents.last
    var row: Values = [
      fid, values.parcelID, record.county, values.plan, values.name, uses.first?.scheme.rawValue,
      LayerWriter.joined(uses, \.code), LayerWriter.joined(uses, \.name),
      values.area?.squareMetres,
    ]
    for column in columns.indicators {
      let interval = column.interval(in: values.indicators)
      row.append(interval?.lower?.value)
      row.append(interval?.upper?.value)
    }
    let boundary = record.boundary
    let hasLines = record.status != .mapped || boundary?.placeIsLine == true
    row += [
      values.keepsCurrentUse, record.status.rawValue, values.location, last?.number,
      last?.date?.description, values.place.file, hasLines ? values.place.lineStart : nil,
      hasLines ? values.place.lineEnd : nil,
    ]
    return row + [
      boundary?.quality.rawValue, boundary?.isSchematic, boundary?.squareMetres,
      boundary?.fault?.reason, boundary?.file, LayerWriter.joined(values.aliases), key, planKey,
    ]
  }

  /// Words in one, `nil` where there are none.
  static func joined(_ words: [String]) -> String? {
    words.isEmpty ? nil : words.joined(separator: "；")
  }

  /// The codes or names of land uses in one, `nil` where there are none.
  static func joined(_ uses: [LandUse], _ word: (LandUse) -> String?) -> String? {
    let words = uses.compactMap(word)
    return words.isEmpty ? nil : words.joined(separator: "/")
  }

  func writeDocument(
    _ document: LandDocument, _ source: DocumentReference, county: String?, series: Int64
  ) throws {
    var record = DocumentRecord(id: 0, reference: source)
    record.take(document)
    record.issuer = document.issuer
    record.county = county
    record.parcelCount = document.parcels.count
    record.transactionCount = document.transactions.count
    record.siteCount = document.sites.count
    try db.execute(
      sql: LayerTable.documents.insertion,
      arguments: StatementArguments(LayerWriter.values(of: record, series)))
  }

  /// The row of a document.
  static func values(of record: DocumentRecord, _ fid: Int64?) -> Values {
    let source = record.reference
    return [
      fid, source.number, source.title, source.date?.description, source.kind.rawValue,
      source.force.rawValue, record.hasEffect, record.inForceFrom?.description,
      record.effectUntil?.description, record.endedBy,
      record.county, record.issuer, source.version, source.recordedAt, record.parcelCount,
      record.transactionCount, record.siteCount, source.place.file, source.place.lineStart,
      source.place.lineEnd,
    ]
  }

  func writeTransactions(
    _ document: LandDocument, _ source: DocumentReference, county: String?, version: Int64
  ) throws {
    let fids = try ids("land_transaction", of: version)
    for (fid, fact) in zip(fids, document.transactions) {
      let statement = try db.cachedStatement(sql: LayerTable.transactions.insertion)
      try statement.execute(
        arguments: StatementArguments(LayerWriter.values(of: fact, source, county, fid)))
    }
  }

  /// The row of an act.
  static func values(
    of fact: LandTransaction, _ source: DocumentReference, _ county: String?, _ fid: Int64?
  ) -> Values {
    var row: Values = [
      fid, fact.kind.rawValue, fact.stage.rawValue, fact.isConcluded, fact.parcelID,
      LayerWriter.joined(fact.aliases), fact.name, county,
      fact.landUseName, fact.area?.squareMetres, fact.party, fact.amountYuan,
    ]
    row += PriceKind.columns.map { kind in
      fact.prices.first { $0.kind == kind }?.amountYuan
    }
    row.append(LayerWriter.joined(fact.terms.map(\.text)))
    row += ActDay.allCases.map { fact.dates[$0]?.description }
    return row + [
      fact.contractNumber, fact.supervisionNumber, LayerWriter.joined(fact.conditions),
      fact.location, fact.purpose, source.number, source.date?.description, fact.place.file,
      fact.place.lineStart, fact.place.lineEnd,
    ]
  }

  func writeSites(
    _ document: LandDocument, _ source: DocumentReference, county: String?, version: Int64
  ) throws {
    let fids = try ids("hazard_site", of: version)
    for (fid, fact) in zip(fids, document.sites) {
      let statement = try db.cachedStatement(sql: LayerTable.sites.insertion)
      try statement.execute(
        arguments: StatementArguments(LayerWriter.values(of: fact, source, county, fid)))
    }
  }

  /// The row of a hazard site.
  static func values(
    of fact: HazardSite, _ source: DocumentReference, _ county: String?, _ fid: Int64?
  ) -> Values {
    [
      fid, fact.serial, fact.fieldNumber, fact.name, fact.hazardType, county, fact.township,
      fact.village, fact.location, fact.people, fact.propertyYuan, fact.exposed, fact.cause,
      fact.responsibleTownship, fact.responsibleDepartment, source.number,
      source.date?.description, fact.place.file, fact.place.lineStart, fact.place.lineEnd,
    ]
  }

  /// The ids of a version's facts of one kind, in the document's order; they are the layer's `fid`.
  private func ids(_ table: String, of version: Int64) throws -> [Int64] {
    try Int64.fetchAll(
      db, sql: "SELECT id FROM \(table) WHERE document_version_id = ? ORDER BY ordinal",
      arguments: [version])
  }
}
