internal import GRDB
internal import SimpleFeatures

/// How the box around a layer changes, so that it stays true without looking at every shape.
final class ExtentChange {
  private var added: Envelope?
  private var removed: [Envelope] = []
  /// Whether the box must be made anew from all shapes.
  var isUnknown = false

  /// Notes a shape that the layer gets.
  func note(added box: Envelope?) {
    guard let box else { return }
    added = added?.union(box) ?? box
  }

  /// Notes the shape of a row that the layer got.
  func note(added row: Int64, to layer: LayerTable, in db: Database) throws {
    note(added: try box(of: row, in: layer, db))
  }

  /// Notes the shapes of rows that will leave the layer.
  func note(
    removed rows: some Sequence<Int64>, of layer: LayerTable, in db: Database
  ) throws {
    for row in rows {
      guard let box = try box(of: row, in: layer, db) else { continue }
      removed.append(box)
    }
  }

  private func box(of row: Int64, in layer: LayerTable, _ db: Database) throws -> Envelope? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT substr(geom, 1, \(GeometryBlob.headerLength)) FROM \(layer.name) WHERE fid = ?
        """)
    return try DatabaseValue.fetchOne(statement, arguments: [row]).flatMap(GeometryBlob.envelope)
  }

  /// Writes the box that is true after the changes.
  func write(to table: String, in db: Database) throws {
    defer {
      added = nil
      removed = []
      isUnknown = false
    }
    guard added != nil || !removed.isEmpty || isUnknown else { return }
    let known = isUnknown ? nil : try ExtentChange.extent(of: table, in: db)
    let box: Envelope?
    if let known, !removed.contains(where: { touches($0, known) && !isCovered($0) }) {
      box = added?.union(known) ?? known
    } else if !isUnknown, removed.isEmpty, known == nil {
      box = added
    } else {
      box = try ExtentChange.measured(table, in: db)
    }
    try ExtentChange.write(box, to: table, in: db)
  }

  /// Whether a shape that left may have made the box as large as it is.
  private func touches(_ box: Envelope, _ extent: Envelope) -> Bool {
    box.minX <= extent.minX || box.minY <= extent.minY || box.maxX >= extent.maxX
      || box.maxY >= extent.maxY
  }

  /// Whether what came is as large as what left.
  private func isCovered(_ box: Envelope) -> Bool {
    guard let added else { return false }
    return added.minX <= box.minX && added.minY <= box.minY && added.maxX >= box.maxX
      && added.maxY >= box.maxY
  }

  /// The box that a layer's entry has.
  static func extent(of table: String, in db: Database) throws -> Envelope? {
    let row = try Row.fetchOne(
      db, sql: "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = ?",
      arguments: [table])
    guard let row, let minX: Double = row[0], let minY: Double = row[1], let maxX: Double = row[2],
      let maxY: Double = row[3]
    else { return nil }
    return Envelope(minX: minX, minY: minY, maxX: maxX, maxY: maxY)
  }

  /// Writes the box of a layer's entry.
  static func write(_ box: Envelope?, to table: String, in db: Database) throws {
    try db.execute(
      sql: """
        UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?
        """, arguments: [box?.minX, box?.minY, box?.maxX, box?.maxY, table])
  }

  /// The box around all shapes of a table, by their headers.
  static func measured(_ table: String, in db: Database) throws -> Envelope? {
    let rows = try BulkStatement(
      db, "SELECT substr(geom, 1, \(GeometryBlob.headerLength)) FROM \(table)")
    var box: Envelope?
    while try rows.step() {
      guard let next = rows.withBytes(0, { GeometryBlob.envelope($0) }) else { continue }
      box = box?.union(next) ?? next
    }
    return box
  }
}
