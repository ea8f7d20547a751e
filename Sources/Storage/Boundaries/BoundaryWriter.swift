internal import GRDB
public import Planning
internal import SimpleFeatures
internal import Terms

/// Takes the boundaries of one file in, batch by batch, in the one transaction of their import.
public final class BoundaryWriter {
  /// What this import did so far.
  private struct Done {
    /// The file's import, where something of it is new.
    var importID: Int64?
    /// The numbers of the next boundary and of the next row of the layer.
    var nextID: Int64
    var nextRow: Int64
    /// The plots whose parcels must be folded because more than one boundary speaks of them.
    var folded: Set<String> = []
    /// The series of which this import had a record that changed nothing.
    var confirmed: Set<Int64> = []
    /// The boxes of rows written to the layer without folding.
    var boxes: [PackedIndex.Entry] = []
  }

  let db: Database
  let source: BoundarySource
  let recordedAt: String
  private let epsg: Int
  let layers: LayerWriter
  let statements: BoundaryStatements
  /// The keys of all plots that the register knows, and whether this import spoke of them.
  var known: [String: Bool]
  /// For numbers that others go together with the key under which all of them stand.
  private let joins: [String: String]
  private var done: Done
  private let hasDocuments: Bool

  init(
    db: Database, path: String, source: BoundarySource, definitions: [CoordinateSystemDefinition],
    registerEPSG: Int, recordedAt: String, columns: RegisterColumns = .all
  ) throws {
    self.db = db
    self.source = source
    self.recordedAt = recordedAt
    epsg = registerEPSG
    try BoundaryWriter.makeShapes(registerEPSG, definitions, in: db, path: path)
    layers = try LayerWriter(db: db, path: path, columns: columns)
    try BoundaryWriter.index.dropTriggers(in: db)
    statements = try BoundaryStatements(db, columns)
    done = Done(
      nextID: (try Int64.fetchOne(db, sql: "SELECT max(id) FROM parcel_boundary") ?? 0) + 1,
      nextRow: (try Int64.fetchOne(db, sql: "SELECT max(fid) FROM parcels") ?? 0) + 1)
    hasDocuments =
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM document_version)") ?? false
    joins = Dictionary(
      uniqueKeysWithValues: try Row.fetchAll(db, sql: "SELECT own_key, plot_key FROM plot_join")
        .map { ($0["own_key"] as String, $0["plot_key"] as String) })
    known = [:]
    let keys = try BulkStatement(
      db,
      """
      SELECT plot_key FROM parcels UNION ALL SELECT plot_key FROM land_transaction
      UNION ALL SELECT from_key FROM kinship_step UNION ALL SELECT to_key FROM kinship_step
      """)
    while try keys.step() {
      if let key = keys.text(0) { known[key] = false }
    }
  }

  static let index = SpatialIndex(table: LayerTable.parcels.name)

  /// Makes the parcels a layer of shapes in the register's coordinate system, where they are none
  /// yet.
  ///
  /// - Throws: ``RegisterError`` `failed` where the register has another coordinate system.
  private static func makeShapes(
    _ epsg: Int, _ definitions: [CoordinateSystemDefinition], in db: Database, path: String
  ) throws {
    try SpatialIndex.register(definitions, in: db)
    if let own = try RegisterReader(db: db, path: path).registerEPSG() {
      guard own == epsg else {
        throw RegisterError(.failed, path: path, seen: "EPSG:\(epsg)", known: ["EPSG:\(own)"])
      }
      return
    }
    try db.execute(
      sql: "INSERT INTO register_setting VALUES ('epsg', ?)", arguments: [String(epsg)])
    let table = LayerTable.parcels.name
    try db.execute(sql: "ALTER TABLE \(table) ADD COLUMN geom MULTIPOLYGON")
    try SpatialIndex.makeRowNumbersUnique(of: table, in: db)
    try db.execute(
      sql: "UPDATE gpkg_contents SET data_type = 'features', srs_id = ? WHERE table_name = ?",
      arguments: [epsg, table])
    try index.create(type: "MULTIPOLYGON", srs: epsg, in: db)
  }

  /// Takes some boundaries in.
  ///
  /// - Returns: what became of each, in their order.
  public func append(_ batch: BoundaryBatch) throws -> [BoundaryJoin] {
    try append(EncodedBoundaries(batch, srs: source.epsg, layerSRS: epsg))
  }

  /// Takes some boundaries in that were encoded for the systems of this import.
  ///
  /// - Returns: what became of each, in their order.
  public func append(_ batch: EncodedBoundaries) throws -> [BoundaryJoin] {
    try batch.items.map { try append($0, batch.buffer) }
  }

  private func append(_ item: EncodedBoundaries.Item, _ buffer: [UInt8]) throws -> BoundaryJoin {
    let said = item.row.record.statement
    let key = joins[item.key] ?? item.key
    let planKey = (said.plan ?? source.plan).flatMap { layers.reader.references.planKey($0) }
    let before = known.updateValue(true, forKey: key)
    let parcel = try parcel(key, planKey: planKey, location: said.location, before: before)
    guard before != nil else {
      try insert(item, key, buffer, planKey: planKey, series: nil, version: 1)
      try insertIntoLayer(item, key, buffer, planKey: planKey)
      return BoundaryJoin(parcel: parcel, change: .inserted)
    }
    let versions = try statements.versions(
      key: key, planKey: planKey, county: source.county,
      location: PlotKey.isNumber(key) ? nil : said.location, isNumber: PlotKey.isNumber(key))
    let isRepeated = versions.contains { version in
      version.importID == done.importID || done.confirmed.contains(version.series)
    }
    // A version corrects the one of the same date; of a file that has a number twice, any of both
    // is its own word.
    let sameDate = versions.filter { $0.date == source.date?.description }
    let last = sameDate.last?.importID
    for version in sameDate.reversed() where version.importID == last {
      guard version.quality == source.quality.rawValue,
        try statements.isSame(version.id, item, in: buffer)
      else { continue }
      done.confirmed.insert(version.series)
      return BoundaryJoin(parcel: parcel, change: .unchanged, isRepeated: isRepeated)
    }
    done.folded.insert(key)
    let series = versions.first?.series
    let version = (versions.map(\.version).max() ?? 0) + 1
    try insert(item, key, buffer, planKey: planKey, series: series, version: version)
    return BoundaryJoin(
      parcel: parcel, change: series == nil ? .inserted : .newVersion(version),
      isRepeated: isRepeated)
  }

  /// The parcel of documents on which a boundary falls.
  private func parcel(
    _ key: String, planKey: String?, location: String?, before: Bool?
  ) throws -> BoundaryJoin.Parcel {
    guard hasDocuments, before != nil else { return .unmatched }
    let isNumber = PlotKey.isNumber(key)
    let stated = try statements.statedParcels(key: key, isNumber: isNumber)
    let own = PlotFolding.identity(
      county: source.county, planKey: planKey, location: location, isNumber: isNumber)
    return PlotFolding.join(
      county: own.county, planKey: own.planKey, among: stated.parcels, planNames: stated.planNames)
  }

  private func insert(
    _ item: EncodedBoundaries.Item, _ key: String, _ buffer: [UInt8], planKey: String?,
    series: Int64?, version: Int
  ) throws {
    let importID = try done.importID ?? startImport()
    let id = done.nextID
    done.nextID += 1
    let statement = statements.boundary
    statement.bind(id)
    statement.bind(series ?? id)
    statement.bind(version)
    statement.bind(importID)
    statement.bind(key)
    statement.bind(planKey)
    statement.bindConstant(source.county)
    statement.bind(item.search.text)
    statement.bind(item.search.uses)
    statement.bind(item.row.record.statement.place.lineStart)
    statement.bind(item.row.record.statement.place.lineEnd)
    item.row.bind(statements.columns, to: statement)
    try statement.execute()
    let shape = item.shape
    statements.shape.bind(id)
    statements.shape.bind(shape.type)
    try statements.shape.execute(
      blobs: [shape.geometry, shape.layerGeometry, shape.original], of: buffer)
  }

  /// Writes the one parcel of a plot of which nothing else was known, as folding it would.
  private func insertIntoLayer(
    _ item: EncodedBoundaries.Item, _ key: String, _ buffer: [UInt8], planKey: String?
  ) throws {
    let statement = statements.parcel
    let (row, said) = (item.row, item.row.record.statement)
    let hasLines = source.placesAreLines
    statement.bind(done.nextRow)
    statement.bind(said.parcelID)
    statement.bindConstant(source.county)
    statement.bind(said.plan ?? source.plan)
    statement.bind(said.name)
    statement.bind(row.use?.scheme.rawValue)
    statement.bind(item.uses.codes)
    statement.bind(item.uses.names)
    statement.bind(said.area?.squareMetres)
    row.bindIndicators(statements.columns, to: statement)
    statement.bind(said.keepsCurrentUse)
    statement.bindConstant(ParcelStatus.mapped.rawValue)
    statement.bind(said.location)
    statement.bindNothing(times: 2)
    statement.bindConstant(source.file.name)
    statement.bind(hasLines ? said.place.lineStart : nil)
    statement.bind(hasLines ? said.place.lineEnd : nil)
    statement.bindConstant(source.quality.rawValue)
    statement.bind(source.quality == .schematic)
    statement.bind(row.record.planeSquareMetres)
    statement.bind(row.record.fault?.reason)
    statement.bindConstant(source.file.name)
    statement.bindNothing(times: 1)
    statement.bind(key)
    statement.bind(planKey)
    let areas = item.shape.isArea ? item.shape.layerGeometry ?? item.shape.geometry : nil
    try statement.execute(blobs: [areas], of: buffer)
    if areas != nil, let box = item.box {
      done.boxes.append(PackedIndex.Entry(done.nextRow, box))
      layers.extent.note(added: box)
    }
    done.nextRow += 1
  }

  /// Notes the file: only where something of it is new.
  private func startImport() throws -> Int64 {
    try db.execute(
      sql: """
        INSERT INTO boundary_import (
          source_file, sha256, extractor, quality, date, srs_id, county, plan, search,
          transformation, places_are_lines, recorded_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        source.file.name, source.file.sha256, source.file.extractor, source.quality.rawValue,
        source.date?.description, source.epsg, source.county, source.plan,
        source.plan.map(SearchText.normalized), source.transformation, source.placesAreLines,
        recordedAt,
      ])
    done.importID = db.lastInsertedRowID
    return db.lastInsertedRowID
  }

  /// Brings the layer and its R-tree up to date.
  func finish() throws {
    try fillIndex()
    try BoundaryWriter.index.createTriggers(in: db)
    for key in done.folded.sorted() {
      try layers.writeParcels(try layers.reader.plots.facts(of: key, at: .now), areNew: false)
    }
    if done.importID != nil { try layers.touch(recordedAt) }
  }

  /// Adds the boxes to the R-tree: packs it anew where they are many.
  private func fillIndex() throws {
    guard !done.boxes.isEmpty else { return }
    let name = BoundaryWriter.index.name
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(name)_rowid") ?? 0
    guard done.boxes.count >= count / 8 else {
      let statement = try BulkStatement(db, "INSERT INTO \(name) VALUES (?, ?, ?, ?, ?)")
      for box in done.boxes {
        statement.bind(box.id)
        for value in [box.minX, box.maxX, box.minY, box.maxY] { statement.bind(Double(value)) }
        try statement.execute()
      }
      return
    }
    if count > 0 { done.boxes += try PackedIndex.entries(of: BoundaryWriter.index, in: db) }
    try PackedIndex.write(done.boxes, to: BoundaryWriter.index, in: db)
  }
}
