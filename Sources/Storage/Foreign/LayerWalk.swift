internal import Planning
internal import SimpleFeatures

/// One thread's walk through a layer: rows become columns.
final class LayerWalk {
  private let reading: LayerReading
  private let rows: SQLiteRows
  private var isAtEnd = false
  private var rowCount = 0

  init(_ reading: LayerReading) throws {
    self.reading = reading
    var sql =
      "SELECT \(reading.columns.joined(separator: ", ")) FROM \(quoted(reading.layer.name))"
    if reading.isSplit { sql += " WHERE rowid BETWEEN ? AND ?" }
    if reading.hasRowNumbers { sql += " ORDER BY rowid" }
    rows = try reading.file.connect().prepare(sql)
  }

  /// Reads a stretch, counted from 0, and hands over its batches.
  ///
  /// - Returns: whether there is such a stretch; a layer that is not split has one for each batch.
  func read(
    _ index: Int, faults: inout [RowFault], _ receive: (FeatureTable) throws -> Void
  ) throws -> Bool {
    guard reading.isSplit else { return try readNext(faults: &faults, receive) }
    guard let range = reading.range(index) else { return false }
    try rows.bind([range.lowerBound, range.upperBound])
    var batch = Batch(reading)
    while try rows.next() {
      batch.add(rows, row: Int(rows.integer(0)), faults: &faults)
      guard batch.isFull else { continue }
      try receive(batch.table())
      batch = Batch(reading)
    }
    if batch.count > 0 { try receive(batch.table()) }
    return true
  }

  private func readNext(
    faults: inout [RowFault], _ receive: (FeatureTable) throws -> Void
  ) throws -> Bool {
    guard !isAtEnd else { return false }
    var batch = Batch(reading)
    while !batch.isFull {
      guard try rows.next() else {
        isAtEnd = true
        break
      }
      rowCount += 1
      let row = reading.hasRowNumbers ? Int(rows.integer(0)) : rowCount
      batch.add(rows, row: row, faults: &faults)
    }
    guard batch.count > 0 else { return false }
    try receive(batch.table())
    return true
  }
}

/// Some rows as columns.
private struct Batch {
  private let reading: LayerReading
  private let shapeColumn: Int?
  private let firstField: Int
  private var shapes = GeometryColumn()
  private var values: [[FieldValue]]
  private var places: [Int] = []

  init(_ reading: LayerReading) {
    self.reading = reading
    let first = reading.hasRowNumbers ? 1 : 0
    shapeColumn = reading.readsShapes ? first : nil
    firstField = first + (reading.readsShapes ? 1 : 0)
    values = Array(repeating: [], count: reading.fields.count)
  }

  var count: Int { places.count }

  // As FeatureBatch of Intake has it.
  var isFull: Bool { places.count >= 4_096 || shapes.vertexCount >= 500_000 }

  mutating func add(_ rows: SQLiteRows, row: Int, faults: inout [RowFault]) {
    if let shapeColumn {
      guard addShape(rows, shapeColumn, row: row, faults: &faults) else { return }
    } else {
      shapes.append(nil)
    }
    places.append(row)
    for field in values.indices {
      let column = firstField + field
      let value: FieldValue =
        switch rows.storage(column) {
        case .none: .none
        case .integer: .integer(rows.integer(column))
        case .real: .real(rows.real(column))
        case .text: rows.text(column).map(FieldValue.text) ?? .none
        case .bytes: .none
        }
      values[field].append(value)
    }
  }

  /// Adds a row's shape.
  ///
  /// - Returns: whether the row is wanted: its box meets the one asked for, or none was.
  private mutating func addShape(
    _ rows: SQLiteRows, _ column: Int, row: Int, faults: inout [RowFault]
  ) -> Bool {
    let box = reading.selection.box
    guard rows.storage(column) == .bytes else {
      if rows.storage(column) != .none {
        faults.append(
          RowFault(row: row, fact: .recordNotUnderstood(.geometry, text: String(row))))
      }
      if box == nil { shapes.append(nil) }
      return box == nil
    }
    do throws(FormatFault) {
      return try rows.withBytes(column) { (bytes: Span<UInt8>) throws(FormatFault) -> Bool in
        if let box, let own = try GeoPackageHeader(bytes).envelope, !own.intersects(box) {
          return false
        }
        let mark = shapes.mark
        try shapes.append(geoPackage: bytes)
        guard let box else { return true }
        guard let own = shapes.envelope(of: shapes.count - 1), own.intersects(box) else {
          shapes.rewind(to: mark)
          return false
        }
        return true
      }
    } catch {
      let fact: Diagnostic.Fact =
        switch error.reason {
        case .unknownType(let type): .geometryUnexpected(of: String(row), type: type)
        case .mixedCollection: .geometryUnexpected(of: String(row), type: "GEOMETRYCOLLECTION")
        default: .recordNotUnderstood(.geometry, text: String(row))
        }
      faults.append(RowFault(row: row, fact: fact))
      if box == nil { shapes.append(nil) }
      return box == nil
    }
  }

  consuming func table() -> FeatureTable {
    var table = FeatureTable(name: reading.layer.name)
    table.shapes = shapes
    table.places = places
    table.coordinateSystem = reading.layer.coordinateSystem
    table.fields = zip(reading.fields, values).map { field, values in
      FieldColumn(name: field.name, title: field.title, values: values)
    }
    return table
  }
}
