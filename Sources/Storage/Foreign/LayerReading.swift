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
