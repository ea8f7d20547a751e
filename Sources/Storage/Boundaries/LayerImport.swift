internal import Terms
internal import GRDB
public import Planning
public import SimpleFeatures

/// Takes the features of a reference layer in, batch by batch, in the one transaction of its import.
public final class LayerImport {
  /// What was written so far.
  private struct Written {
    var count = 0
    var faultCount = 0
    var boxes: [PackedIndex.Entry] = []
    var extent: Envelope?
  }

  private let db: Database
  private let source: LayerSource
  private let recordedAt: String
  private let reader: RegisterReader
  private let id: Int64
  private var layer: ReferenceLayer?
  private var types = ReferenceLayer.ColumnTypes(count: 0)
  private var isPointLayer: Bool?
  private var insertion: BulkStatement?
  private var written = Written()
  private var buffer: [UInt8] = []

  init(
    db: Database, path: String, source: LayerSource, definitions: [CoordinateSystemDefinition],
    recordedAt: String
  ) throws {
    self.db = db
    self.source = source
    self.recordedAt = recordedAt
    reader = RegisterReader(db: db, path: path)
    try SpatialIndex.register(definitions, in: db)
    id = (try Int64.fetchOne(db, sql: "SELECT max(id) FROM layer_version") ?? 0) + 1
  }

  private var table: String { "layer_\(id)" }

  /// Takes some features in; all batches have the attributes of the first.
  ///
  /// - Parameter faults: why a shape is not valid, by its place in the batch.
  public func append(_ features: FeatureTable, faults: [Int: ShapeFault] = [:]) throws {
    // A table of points stays one of points: nothing is gained by the other form.
    let isPointLayer =
      isPointLayer ?? features.shapes.types.allSatisfy { $0 == nil || $0 == .point }
    self.isPointLayer = isPointLayer
    let shapes = isPointLayer ? features.shapes : features.shapes.withMultiples()
    let layer = layer ?? ReferenceLayer(table: table, fields: features.fields)
    self.layer = layer
    try prepare(layer, for: features, shapes)
    guard let insertion else { return }
    for index in 0..<features.count {
      written.count += 1
      insertion.bind(written.count)
      insertion.bind(faults[index]?.reason)
      for (field, column) in features.fields.enumerated() where field < layer.fields.count {
        bind(column.values[index], as: types.values[field], to: insertion)
      }
      buffer.removeAll(keepingCapacity: true)
      let blob = GeometryBlob.append(shapes, index, srs: source.epsg, to: &buffer)
      try insertion.execute(blobs: [blob], of: buffer)
      if faults[index] != nil { written.faultCount += 1 }
      guard blob != nil, let box = shapes.envelope(of: index) else { continue }
      written.boxes.append(PackedIndex.Entry(Int64(written.count), box))
      written.extent = written.extent?.union(box) ?? box
    }
  }

  private func bind(
    _ value: FieldValue, as type: ReferenceLayer.ColumnTypes.Value?, to statement: BulkStatement
  ) {
    switch (value, type) {
    case (.none, _): statement.bind(nil as String?)
    case (_, .text), (.text, _): statement.bind(value.text)
    case (.integer(let number), .real): statement.bind(Double(number))
    case (.integer(let number), _): statement.bind(number)
    case (.real(let number), _): statement.bind(number)
    }
  }

  /// Makes the table, or makes it anew where its columns do not hold what comes: a code with a
  /// leading zero would lose it in a column of numbers.
  private func prepare(
    _ layer: ReferenceLayer, for features: FeatureTable, _ shapes: GeometryColumn
  ) throws {
    if insertion == nil { types = ReferenceLayer.ColumnTypes(count: layer.fields.count) }
    let before = types
    types.widen(for: features, shapes: shapes)
    let isNew = insertion == nil
    guard isNew || before.values != types.values || before.geometry != types.geometry else {
      return
    }
    insertion = nil
    if isNew {
      try db.execute(sql: layer.definition(table, types))
    } else {
      try db.execute(sql: layer.definition(table + "_wider", types))
      try db.execute(
        sql: """
          INSERT INTO \(table)_wider SELECT * FROM \(table);
          DROP TABLE \(table);
          ALTER TABLE \(table)_wider RENAME TO \(table);
          """)
    }
    insertion = try BulkStatement(db, layer.insertion)
  }

  /// Registers the version, unless it is that which the register has.
  func finish() throws -> ImportOutcome.Change {
    if layer == nil { try append(FeatureTable(name: source.name)) }
    guard let layer else { return .unchanged }
    let known = try reader.layers.newest(source.name)
    insertion = nil
    if let known, try isSame(known, layer) {
      try db.execute(sql: "DROP TABLE \(table)")
      return .unchanged
    }
    let version = (known?.version ?? 0) + 1
    try insertVersion(version, layer)
    // A state of an earlier date than the one shown goes in behind it.
    let newest = try reader.layers.inForce(at: .now).first { $0.source.name == source.name }
    if newest?.table == table {
      if let shown = try shownTable() { try SpatialIndex(table: shown).unregister(in: db) }
      try register(layer)
    }
    return known == nil ? .inserted : .newVersion(version)
  }

  /// The table that readers see under the layer's name.
  private func shownTable() throws -> String? {
    try String.fetchOne(
      db,
      sql: """
        SELECT table_name FROM layer_version
        WHERE name = ? AND table_name IN (SELECT table_name FROM gpkg_contents)
        """, arguments: [source.name])
  }

  private func isSame(_ known: LayerVersion, _ layer: ReferenceLayer) throws -> Bool {
    guard known.featureCount == written.count, known.fields == layer.fields,
      known.source.role == source.role, known.source.quality == source.quality,
      known.source.date == source.date, known.source.epsg == source.epsg
    else { return false }
    let columns = ["geom", "fault"] + layer.fields.map { quoted($0.column) }
    let differs = columns.map { "a.\($0) IS NOT b.\($0)" }.joined(separator: " OR ")
    return try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM \(known.table) a JOIN \(table) b ON a.fid = b.fid WHERE \(differs))
        """) == false
  }

  private func insertVersion(_ version: Int, _ layer: ReferenceLayer) throws {
    try db.execute(
      sql: """
        INSERT INTO layer_version (
          id, name, version, role, quality, source_file, sha256, extractor, date, srs_id,
          transformation, table_name, fields, feature_count, fault_count, min_x, min_y, max_x,
          max_y, recorded_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, source.name, version, source.role.rawValue, source.quality.rawValue, source.file.name,
        source.file.sha256, source.file.extractor, source.date?.description, source.epsg,
        source.transformation, table, try reader.coder.text(layer.fields), written.count,
        written.faultCount,
        written.extent?.minX, written.extent?.minY, written.extent?.maxX, written.extent?.maxY,
        recordedAt,
      ])
  }

  /// Tells GeoPackage of the table, with what its columns are called in the file.
  private func register(_ layer: ReferenceLayer) throws {
    let isTaken = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM gpkg_contents WHERE identifier = ?)",
      arguments: [source.name])
    let schematic = source.quality == .schematic ? "；示意，不得作为审批依据" : ""
    try db.execute(
      sql: """
        INSERT INTO gpkg_contents (
          table_name, data_type, identifier, description, last_change, srs_id)
        VALUES (?, 'features', ?, ?, ?, ?)
        """,
      arguments: [
        table, isTaken == true ? "\(source.name) (\(table))" : source.name,
        "\(source.file.name)\(schematic)", recordedAt, source.epsg,
      ])
    let index = SpatialIndex(table: table)
    try index.create(
      type: types.geometry, srs: source.epsg, z: types.hasZ ? 2 : 0, m: types.hasM ? 2 : 0, in: db)
    try PackedIndex.write(written.boxes, to: index, in: db)
    try index.createTriggers(in: db)
    try ExtentChange.write(written.extent, to: table, in: db)
    let titles =
      [("fault", "图形错误", "图形无效的原因；无效图形不参与精确计算" as String?)]
      + layer.fields.map { ($0.column, $0.title ?? $0.name, $0.name) }
    for (column, title, description) in titles {
      try db.execute(
        sql: """
          INSERT INTO gpkg_data_columns (table_name, column_name, title, description)
          VALUES (?, ?, ?, ?)
          """, arguments: [table, column, title, description])
    }
  }
}
