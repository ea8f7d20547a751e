internal import Planning
internal import SimpleFeatures

/// How a layer is read: which columns, and in which stretches.
///
/// A table is walked in ranges of row numbers, so that several threads share the work; a view, or a
/// table without row numbers, in one go.
struct LayerReading: Sendable {
  let file: GeoPackageFile
  let layer: GeoPackageLayer
  let fields: [GeoPackageLayer.Field]
  let selection: LayerSelection
  /// Whether rows have numbers.
  let hasRowNumbers: Bool
  private var first: Int64 = 0
  private var last: Int64 = -1
  private var width: Int64 = 1

  init(
    _ layer: GeoPackageLayer, _ selection: LayerSelection, of file: GeoPackageFile
  ) throws {
    self.file = file
    self.layer = layer
    self.selection = selection
    fields =
      try selection.fields.map { names in
        try names.map { name in
          let field =
            layer.fields.first { $0.name == name }
            ?? layer.fields.first { $0.name.lowercased() == name.lowercased() }
          guard let field else { throw GeoPackageFault(.unknownField, file.path, name) }
          return field
        }
      } ?? layer.fields
    let reader = try file.connect()
    hasRowNumbers = !layer.isView && (try? LayerReading.ends(of: layer, reader)) != nil
    guard hasRowNumbers, let ends = try LayerReading.ends(of: layer, reader) else { return }
    (first, last) = ends
    width = try width(reader)
  }

  /// Whether several threads can share the walk.
  var isSplit: Bool {
    let rangeCount = (last.subtractingReportingOverflow(first).partialValue) / width
    return hasRowNumbers && last >= first && (0..<1_000_000).contains(rangeCount)
  }

  /// The row numbers of a stretch; `nil` behind the last.
  func range(_ index: Int) -> ClosedRange<Int64>? {
    guard isSplit, last >= first, Int64(index) <= (last - first) / width else { return nil }
    let start = first + Int64(index) * width
    return start...min(last, start + width - 1)
  }

  /// The columns of a row: its number where it has one, its shape where that is read, its
  /// attributes.
  var columns: [String] {
    var columns: [String] = hasRowNumbers ? ["rowid"] : []
    if readsShapes { columns.append(quoted(layer.geometryColumn)) }
    columns += fields.map { quoted($0.name) }
    return columns.isEmpty ? ["1"] : columns
  }

  /// Whether shapes are looked at.
  var readsShapes: Bool { selection.hasShapes || selection.box != nil }

  /// The lowest and the highest row number; a fault where rows have none.
  private static func ends(
    of layer: GeoPackageLayer, _ reader: SQLiteReader
  ) throws(SQLiteFault) -> (Int64, Int64)? {
    let name = quoted(layer.name)
    let rows = try reader.prepare(
      "SELECT (SELECT rowid FROM \(name) ORDER BY rowid LIMIT 1),"
        + " (SELECT rowid FROM \(name) ORDER BY rowid DESC LIMIT 1)")
    guard try rows.next(), rows.storage(0) == .integer else { return nil }
    return (rows.integer(0), rows.integer(1))
  }

  /// How many row numbers make a stretch of about 4 MB, by the sizes of some rows all over the
  /// table and by the gaps between row numbers.
  private func width(_ reader: SQLiteReader) throws(SQLiteFault) -> Int64 {
    let (span, overflow) = last.subtractingReportingOverflow(first)
    guard !overflow else { return 1 }
    let rows = try reader.prepare(
      "SELECT rowid, \(quoted(layer.geometryColumn)) FROM \(quoted(layer.name))"
        + " WHERE rowid >= ? ORDER BY rowid LIMIT 1")
    var (bytes, gaps, samples) = (0, Int64(0), 0)
    for sample in 0..<64 {
      let place = first + span / 64 * Int64(sample)
      try rows.bind([place])
      guard try rows.next() else { continue }
      bytes += rows.withBytes(1) { $0.count } + 64
      gaps += min(rows.integer(0) - place, 1 << 40)
      samples += 1
    }
    guard samples > 0 else { return 4_096 }
    let rowCount = min(max((4 << 20) / Int64(bytes / samples), 16), 4_096)
    // Between two rows lie, on the average, twice the distance from a random place to the next.
    return rowCount * (1 + 2 * gaps / Int64(samples))
  }
}

/// What is wrong with a row.
struct RowFault: Sendable {
  /// The row's number, or its place in a view.
  var row: Int
  var fact: Diagnostic.Fact
}

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
