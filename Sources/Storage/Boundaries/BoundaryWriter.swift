internal import GRDB
public import Planning
internal import SimpleFeatures

/// Takes the boundaries of one file in, batch by batch, in the one transaction of their import.
public final class BoundaryWriter {
  let db: Database
  let source: BoundarySource
  let recordedAt: String
  private let epsg: Int
  let layers: LayerWriter
  let coder = RecordCoder()
  let statements: BoundaryStatements
  /// The keys of all plots that the register knows, and whether this import spoke of them.
  var known: [String: Bool]
  /// The plots whose parcels must be folded because more than one boundary speaks of them.
  var folded: Set<String> = []
  /// The series of which this import had a record that changed nothing.
  var confirmed: Set<Int64> = []
  /// The boxes of rows written to the layer without folding.
  var boxes: [PackedIndex.Entry] = []
  private var importID: Int64?
  var nextID: Int64
  var nextRow: Int64
  private let hasDocuments: Bool
  private var buffer: [UInt8] = []

  init(
    db: Database, path: String, source: BoundarySource, definitions: [CoordinateSystemDefinition],
    registerEPSG: Int, recordedAt: String
  ) throws {
    self.db = db
    self.source = source
    self.recordedAt = recordedAt
    epsg = registerEPSG
    try BoundaryWriter.makeShapes(registerEPSG, definitions, in: db, path: path)
    layers = try LayerWriter(db: db, path: path)
    try BoundaryWriter.index.dropTriggers(in: db)
    statements = try BoundaryStatements(db)
    nextID = (try Int64.fetchOne(db, sql: "SELECT max(id) FROM parcel_boundary") ?? 0) + 1
    nextRow = (try Int64.fetchOne(db, sql: "SELECT max(fid) FROM parcels") ?? 0) + 1
    hasDocuments =
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM document_version)") ?? false
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
  /// - Throws: ``RegisterError`` `unreadable` where the register has another coordinate system.
  private static func makeShapes(
    _ epsg: Int, _ definitions: [CoordinateSystemDefinition], in db: Database, path: String
  ) throws {
    try SpatialIndex.register(definitions, in: db)
    if let own = try RegisterReader(db: db, path: path).registerEPSG() {
      guard own == epsg else {
        throw RegisterError(.unreadable, path: path, seen: "EPSG:\(epsg)", known: ["EPSG:\(own)"])
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
    var joins: [BoundaryJoin] = []
    joins.reserveCapacity(batch.records.count)
    let columns = Columns(batch, srs: source.epsg, layerSRS: epsg)
    for index in batch.records.indices {
      joins.append(try append(batch.records[index], columns, index))
    }
    return joins
  }

  private func append(
    _ record: BoundaryRecord, _ columns: Columns, _ index: Int
  ) throws -> BoundaryJoin {
    let row = try BoundaryRow(record, coder: coder)
    let said = row.record.statement
    buffer.removeAll(keepingCapacity: true)
    let shape = Shape(columns, index, to: &buffer)
    let key = PlotKey.of(said) ?? PlotKey.ofShape(digest(of: shape.geometry, said.place))
    let planKey = (said.plan ?? source.plan).flatMap { layers.reader.references.planKey($0) }
    let before = known.updateValue(true, forKey: key)
    let parcel = try parcel(key, planKey: planKey, location: said.location, before: before)
    guard before != nil else {
      try insert(row, shape, key: key, planKey: planKey, series: nil, version: 1)
      try insertIntoLayer(row, shape, key: key, planKey: planKey, box: columns.box(index))
      return BoundaryJoin(parcel: parcel, change: .inserted)
    }
    let versions = try statements.versions(
      key: key, planKey: planKey, county: source.county,
      location: PlotKey.isNumber(key) ? nil : said.location, isNumber: PlotKey.isNumber(key))
    let isRepeated = versions.contains { version in
      version.importID == importID || confirmed.contains(version.series)
    }
    // A version corrects the one of the same date; of a file that has a number twice, any of both
    // is its own word.
    let sameDate = versions.filter { $0.date == source.date?.description }
    let last = sameDate.last?.importID
    for version in sameDate.reversed() where version.importID == last {
      guard version.quality == source.quality.rawValue,
        try statements.isSame(version.id, row, shape, in: buffer)
      else { continue }
      confirmed.insert(version.series)
      return BoundaryJoin(parcel: parcel, change: .unchanged, isRepeated: isRepeated)
    }
    folded.insert(key)
    let series = versions.first?.series
    let version = (versions.map(\.version).max() ?? 0) + 1
    try insert(row, shape, key: key, planKey: planKey, series: series, version: version)
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

  /// FNV-1a of a shape without number or name, by which it is known again.
  private func digest(of shape: Range<Int>?, _ place: SourcePlace) -> UInt64 {
    guard let shape else { return UInt64(place.lineStart) }
    return buffer[shape].reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private func insert(
    _ row: BoundaryRow, _ shape: Shape, key: String, planKey: String?, series: Int64?, version: Int
  ) throws {
    let importID = try importID ?? startImport()
    let id = nextID
    nextID += 1
    let statement = statements.boundary
    statement.bind(id)
    statement.bind(series ?? id)
    statement.bind(version)
    statement.bind(importID)
    statement.bind(key)
    statement.bind(planKey)
    statement.bind(source.county)
    statement.bind(row.searchText)
    statement.bind(row.useText)
    statement.bind(row.record.statement.place.lineStart)
    statement.bind(row.record.statement.place.lineEnd)
    row.bind(to: statement)
    try statement.execute()
    statements.shape.bind(id)
    statements.shape.bind(shape.type)
    try statements.shape.execute(
      blobs: [shape.geometry, shape.layerGeometry, shape.original], of: buffer)
  }

  /// Writes the one parcel of a plot of which nothing else was known, as folding it would.
  private func insertIntoLayer(
    _ row: BoundaryRow, _ shape: Shape, key: String, planKey: String?, box: Envelope?
  ) throws {
    let statement = statements.parcel
    let said = row.record.statement
    let hasLines = source.placesAreLines
    statement.bind(nextRow)
    statement.bind(said.parcelID)
    statement.bind(source.county)
    statement.bind(said.plan ?? source.plan)
    statement.bind(said.name)
    statement.bind(row.use?.scheme.rawValue)
    statement.bind(LayerWriter.joined(said.landUse, \.code))
    statement.bind(LayerWriter.joined(said.landUse, \.name))
    statement.bind(said.area?.squareMetres)
    row.bindIndicators(to: statement)
    statement.bind(said.keepsCurrentUse)
    statement.bind(ParcelStatus.mapped.rawValue)
    statement.bind(said.location)
    statement.bind(nil as String?)
    statement.bind(nil as String?)
    statement.bind(source.file.name)
    statement.bind(hasLines ? said.place.lineStart : nil)
    statement.bind(hasLines ? said.place.lineEnd : nil)
    statement.bind(source.quality.rawValue)
    statement.bind(source.quality == .schematic)
    statement.bind(row.record.planeSquareMetres)
    statement.bind(row.record.fault?.reason)
    statement.bind(source.file.name)
    statement.bind(key)
    statement.bind(planKey)
    let areas = shape.isArea ? shape.layerGeometry ?? shape.geometry : nil
    try statement.execute(blobs: [areas], of: buffer)
    if areas != nil, let box {
      boxes.append(PackedIndex.Entry(nextRow, box))
      layers.extent.note(added: box)
    }
    nextRow += 1
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
    importID = db.lastInsertedRowID
    return db.lastInsertedRowID
  }

  /// Brings the layer and its R-tree up to date.
  func finish() throws {
    try fillIndex()
    try BoundaryWriter.index.createTriggers(in: db)
    for key in folded.sorted() {
      try layers.writeParcels(try layers.reader.plot(key, at: .now), areNew: false)
    }
    if importID != nil { try layers.touch(recordedAt) }
  }

  /// Adds the boxes to the R-tree: packs it anew where they are many.
  private func fillIndex() throws {
    guard !boxes.isEmpty else { return }
    let name = BoundaryWriter.index.name
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(name)_rowid") ?? 0
    guard boxes.count >= count / 8 else {
      let statement = try BulkStatement(db, "INSERT INTO \(name) VALUES (?, ?, ?, ?, ?)")
      for box in boxes {
        statement.bind(box.id)
        for value in [box.minX, box.maxX, box.minY, box.maxY] { statement.bind(Double(value)) }
        try statement.execute()
      }
      return
    }
    if count > 0 { boxes += try PackedIndex.entries(of: BoundaryWriter.index, in: db) }
    try PackedIndex.write(boxes, to: BoundaryWriter.index, in: db)
  }
}
