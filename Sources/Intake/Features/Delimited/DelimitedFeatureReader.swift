import Characters
public import Foundation
public import Planning
public import SimpleFeatures

/// Reads tables with separated values whose rows have a shape: WKT in one column, or the two
/// coordinates of a point.
///
/// The text may be UTF-8, UTF-16 or GB18030. All values are kept as text, so that no leading zero is
/// lost; the column with WKT is no attribute.
public struct DelimitedFeatureReader: FeatureReader {
  private var source: TextSource
  private var table: FeatureTableBuilder
  private var log: DiagnosticTally
  private var srid: Int?
  private var record = 0

  /// A reader of some bytes; the layer has the file's name without ending.
  public init(_ source: ByteSource) {
    self.source = TextSource(source)
    log = DiagnosticTally(file: source.name)
    let name = source.name.split(separator: "/").last.map(String.init) ?? source.name
    var empty = FeatureTable(
      name: name.split(separator: ".").first.map(String.init) ?? name)
    empty.placesAreLines = true
    table = FeatureTableBuilder(empty)
  }

  /// A reader of a file.
  public init(file: URL, name: String? = nil) throws(IntakeError) {
    self.init(try ByteSource(file: file, name: name))
  }

  /// Reads the whole file; see ``FeatureReader/read(_:)``.
  public mutating func read(_ receive: (FeatureTable) throws -> Void) throws -> [Diagnostic] {
    var rows = SeparatedRows()
    var row = SeparatedRows.Row()
    repeat {
      guard try next(&row, of: &rows) else { throw IntakeError(.empty, file: log.file) }
    } while row.isBlank
    var headings: [String] = []
    for column in row.ends.indices {
      guard let heading = source.text(row.bytes[row.trimmed(column)]) else {
        log.add(.recordNotUnderstood(.encoding), .error, line: row.line)
        return log.diagnostics
      }
      headings.append(heading)
    }
    guard let columns = DelimitedColumns(headings) else {
      log.add(
        .recordNotUnderstood(.geometryColumn, text: headings.joined(separator: ",")), .error,
        line: row.line)
      return log.diagnostics
    }
    if case .point(_, _, let order) = columns { table.coordinateSystem.axisOrder = order }
    let fields = Self.fields(headings, columns, &table)
    while try next(&row, of: &rows) {
      if row.isBlank { continue }
      record += 1
      read(row, columns, fields)
      if FeatureBatch.isFull(table.table) { try table.handOver(to: receive) }
    }
    if source.endedInsideCharacter {
      log.add(.unreadableFile(.truncated), .error, line: row.line)
    }
    try table.handOver(to: receive)
    return log.diagnostics
  }

  private mutating func next(
    _ row: inout SeparatedRows.Row, of rows: inout SeparatedRows
  ) throws(IntakeError) -> Bool {
    try rows.next(&row) { () throws(IntakeError) in try source.next() }
  }

  /// The attribute of each column; `nil` of the one with WKT.
  private static func fields(
    _ headings: [String], _ columns: DelimitedColumns, _ table: inout FeatureTableBuilder
  ) -> [Int?] {
    var used: Set<String> = []
    return headings.indices.map { column in
      if columns == .wellKnownText(column) { return nil }
      var name = headings[column].isEmpty ? "field_\(column + 1)" : headings[column]
      while !used.insert(name).inserted { name += "_\(column + 1)" }
      return table.field(name)
    }
  }

  private mutating func read(
    _ row: SeparatedRows.Row, _ columns: DelimitedColumns, _ fields: [Int?]
  ) {
    if row.isCut { return report(.quote, row, "") }
    guard row.ends.count <= fields.count else {
      return report(.fields, row, "\(row.ends.count) > \(fields.count)")
    }
    if row.ends.count < fields.count {
      log.add(
        .recordNotUnderstood(
          .fields, text: "\(row.ends.count) < \(fields.count)", record: record), .warning,
        line: row.line)
    }
    let mark = table.shapes.mark
    guard appendShape(row, columns) else { return }
    for (column, field) in fields.enumerated() where column < row.ends.count {
      let cell = row.trimmed(column)
      guard let field, !cell.isEmpty else { continue }
      guard let text = source.text(row.bytes[cell]) else {
        table.shapes.rewind(to: mark)
        table.discardFeature()
        return report(.encoding, row, "")
      }
      table.set(field, .text(text))
    }
    table.finishFeature(place: row.line)
  }

  /// Adds a row's shape; says what is wrong with it, and gives `false`, where it cannot be read.
  private mutating func appendShape(
    _ row: SeparatedRows.Row, _ columns: DelimitedColumns
  ) -> Bool {
    switch columns {
    case .wellKnownText(let column):
      let cell = column < row.ends.count ? row.trimmed(column) : 0..<0
      return appendText(row, cell)
    case .point(let xColumn, let yColumn, _):
      let cells = [xColumn, yColumn].map { $0 < row.ends.count ? row.trimmed($0) : 0..<0 }
      if cells.allSatisfy(\.isEmpty) {
        table.shapes.append(nil)
        return true
      }
      guard let x = number(row, cells[0]), let y = number(row, cells[1]) else {
        let wrong = number(row, cells[0]) == nil ? cells[0] : cells[1]
        report(.coordinate, row, String(decoding: row.bytes[wrong].prefix(40), as: UTF8.self))
        return false
      }
      table.shapes.append(Geometry(pointX: x, y: y))
      return true
    }
  }

  private mutating func appendText(_ row: SeparatedRows.Row, _ cell: Range<Int>) -> Bool {
    guard !cell.isEmpty else {
      table.shapes.append(nil)
      return true
    }
    do {
      if let found = try table.shapes.append(
        wellKnownText: row.bytes.span.extracting(cell)), found > 0
      {
        note(srid: found, row)
      }
      return true
    } catch {
      guard error.reason != .mixedCollection else {
        log.add(
          .geometryUnexpected(of: String(record), type: "GEOMETRYCOLLECTION"), .warning,
          line: row.line)
        table.shapes.append(nil)
        return true
      }
      let start = cell.lowerBound + max(0, error.offset - 10)
      let text = String(
        decoding: row.bytes[start..<min(start + 40, cell.upperBound)], as: UTF8.self)
      report(.wellKnownText, row, text)
      return false
    }
  }

  /// Takes the number that EWKT names for the file's coordinate system; one that contradicts it is
  /// said.
  private mutating func note(srid found: Int, _ row: SeparatedRows.Row) {
    if srid == nil && record > 1 && table.handedOver > 0 {
      log.add(.datumContradiction(nil, "EPSG:\(found)", taken: nil), .error, line: row.line)
    } else if let srid, srid != found {
      log.add(
        .datumContradiction("EPSG:\(srid)", "EPSG:\(found)", taken: "EPSG:\(srid)"), .error,
        line: row.line)
    } else if srid == nil {
      srid = found
      table.coordinateSystem.epsg = found
    }
  }

  /// The number in a cell; `nil` where it is none.
  private func number(_ row: SeparatedRows.Row, _ cell: Range<Int>) -> Double? {
    // The next cell follows without a separator, so the number must not see it.
    var place = 0
    guard let value = DecimalNumber.read(row.bytes.span.extracting(cell), at: &place),
      place == cell.count, value.isFinite
    else { return nil }
    return value
  }

  private mutating func report(
    _ flaw: Diagnostic.RecordFlaw, _ row: SeparatedRows.Row, _ text: String
  ) {
    log.add(.recordNotUnderstood(flaw, text: text, record: record), .error, line: row.line)
  }
}
