public import Filtering
internal import Foundation
internal import GRDB
internal import Planning
public import SimpleFeatures
internal import Terms

/// Which rows of a table of what is in force are read.
public struct RowSelection: Sendable {
  /// The table.
  public var table: String
  /// The columns, which become the attributes.
  public var columns: [String]
  /// Whether the table has a column of shapes, and it is read.
  public var hasShapes = true
  /// Only rows whose box meets this one, in the table's coordinate system.
  public var box: Envelope?
  /// Only rows with a greater number.
  public var after: Int64?
  /// Only the row of this number.
  public var row: Int64?
  /// Only the rows of these numbers.
  public var rows: Set<Int>?
  /// At most so many.
  public var limit: Int?
  /// So many are handed over at a time, or fewer where they have very many vertices.
  var batch = 1_024
  private(set) var conditions: [Condition] = []

  /// What a column must fulfil.
  struct Condition {
    var column: String
    var test: String
    var value: FieldValue
  }

  /// All rows of a table.
  public init(table: String, columns: [String]) {
    self.table = table
    self.columns = columns
  }

  /// Leaves out rows of which one of some conditions cannot hold; that all of them hold in the others
  /// is still to be seen.
  public mutating func narrow(by conditions: [FilterExpression]) {
    for condition in conditions {
      switch condition {
      case .comparison(.property(let column), let sign, .value(let value)):
        narrow(column, sign.rawValue, value)
      case .comparison(.value(let value), let sign, .property(let column)):
        narrow(column, sign.exchanged.rawValue, value)
      case .between(.property(let column), .value(let low), .value(let high)):
        narrow(column, ">=", low)
        narrow(column, "<=", high)
      case .match(let match) where match.spelling == .number && match.relation == .same:
        guard let key = match.keys.first else { continue }
        self.conditions.append(Condition(column: "plot_key", test: "= ?", value: .text(key)))
      default: continue
      }
    }
  }

  private mutating func narrow(_ column: String, _ sign: String, _ value: FilterDatum) {
    func add(_ value: FieldValue, _ test: String) {
      conditions.append(Condition(column: column, test: test, value: value))
    }
    switch value {
    case .integer(let number): add(.integer(number), "\(sign) ?")
    case .real(let number): add(.real(number), "\(sign) ?")
    case .date(let day): add(.text(day.description), "\(sign) ?")
    case .text(let status) where column == "status" && sign == "=":
      // Of parcels that are there by their boundary alone there is no index, and no need of one.
      let isStated = status != ParcelStatus.mapped.rawValue
      add(.text(status), isStated ? "= ? AND \(LayerTable.isStated)" : "= ?")
    default: break
    }
  }
}

/// A column of a table of what is in force.
public struct RowField: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// Its name for people.
  public var title: String
  /// Its declared type: `TEXT`, `REAL`, `BOOLEAN`, `DATE` …
  public var type: String
}

/// The tables of what is in force, row by row.
public struct StoredTables: RegisterPart {
  let reader: RegisterReader

  /// The columns of the parcels.
  public func parcelFields() throws -> [RowField] { try fields(of: columns.parcels) }

  /// The columns of the hazard sites.
  public func siteFields() throws -> [RowField] { try fields(of: .sites) }

  private func fields(of table: LayerTable) throws -> [RowField] {
    let (titles, types) = (try titles(of: table), try columnTypes(of: table.name))
    return table.columns.map {
      RowField(name: $0, title: titles[$0] ?? $0, type: types[$0] ?? IndicatorColumns.type)
    }
  }

  /// What the columns of a table are called.
  func titles(of table: LayerTable) throws -> [String: String] {
    var titles = Dictionary(
      uniqueKeysWithValues: columns.indicators.flatMap { zip($0.names, $0.titles) })
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT column_name, title FROM gpkg_data_columns WHERE table_name = ?"),
      arguments: [table.name])
    while let row = try rows.next() { titles[row[0]] = row[1] as String? }
    return titles
  }

  /// The declared types of a table's columns.
  public func columnTypes(of table: String) throws -> [String: String] {
    var types: [String: String] = [:]
    for row in try Row.fetchAll(
      db, sql: "SELECT name, type FROM pragma_table_info(?)",
      arguments: [table])
    {
      types[row["name"]] = row["type"]
    }
    return types
  }

  /// How many rows a table has.
  public func countRows(of table: String) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM \(quoted(table))") ?? 0
  }

  /// No fewer vertices than the shapes of a table have, by the bytes they take.
  public func mostVertices(of table: String) throws -> Int {
    try (Int.fetchOne(db, sql: "SELECT sum(length(geom)) FROM \(quoted(table))") ?? 0) / 16
  }

  /// Hands over rows as features in the order of their numbers, which are the places, some thousand
  /// at a time.
  ///
  /// - Parameter body: says whether it wants more.
  public func forEachRows(
    _ selection: RowSelection, _ body: (FeatureTable) throws -> Bool
  ) throws {
    let shape = selection.hasShapes ? "geom" : "NULL"
    let columns = ["fid", shape] + (try expressions(of: selection.columns, in: selection.table))
    let index = SpatialIndex(table: selection.table).name
    let isIndexed = try selection.box != nil && selection.hasShapes && db.tableExists(index)
    var conditions: [String] = []
    if selection.after != nil { conditions.append("fid > ?") }
    if selection.row != nil { conditions.append("fid = ?") }
    if selection.rows != nil { conditions.append("fid IN (SELECT value FROM json_each(?))") }
    let tested = try expressions(of: selection.conditions.map(\.column), in: selection.table)
    conditions += zip(tested, selection.conditions).map { "\($0) \($1.test)" }
    if isIndexed {
      conditions.append(
        "fid IN (SELECT id FROM \(index) WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?)"
      )
    }
    var sql = "SELECT \(columns.joined(separator: ", ")) FROM \(quoted(selection.table))"
    if !conditions.isEmpty { sql += " WHERE \(conditions.joined(separator: " AND "))" }
    sql += " ORDER BY fid"
    if selection.limit != nil { sql += " LIMIT ?" }
    let rows = try BulkStatement(db, sql, isKept: true)
    // A statement that is not at its end would hold the connection to this state of the register.
    defer { rows.reset() }
    if let after = selection.after { rows.bind(after) }
    if let row = selection.row { rows.bind(row) }
    if let wanted = selection.rows { rows.bind("\(wanted.sorted())") }
    for condition in selection.conditions {
      switch condition.value {
      case .integer(let number): rows.bind(number)
      case .real(let number): rows.bind(number)
      case .text(let text): rows.bind(text)
      case .none: rows.bindNothing(times: 1)
      }
    }
    if isIndexed, let box = selection.box {
      for edge in [box.minX, box.maxX, box.minY, box.maxY] { rows.bind(edge) }
    }
    if let limit = selection.limit { rows.bind(limit) }
    func empty() -> FeatureTable {
      var table = FeatureTable(name: selection.table)
      table.fields = selection.columns.map { FieldColumn(name: $0) }
      table.coordinateSystem.axisOrder = .eastingFirst
      return table
    }
    var some = empty()
    while try rows.step() {
      if let box = selection.box {
        guard !rows.isNull(1), let own = rows.withBytes(1, { GeometryBlob.envelope($0) }),
          own.intersects(box)
        else { continue }
      }
      try reader.append(rows, 1, type: nil, to: &some.shapes)
      some.places.append(Int(rows.integer(0)))
      for field in selection.columns.indices {
        some.fields[field].values.append(rows.value(Int32(field + 2)))
      }
      guard some.count >= selection.batch || some.shapes.vertexCount >= 100 * selection.batch else {
        continue
      }
      guard try body(some) else { return }
      some = empty()
    }
    if some.count > 0 { _ = try body(some) }
  }

  /// What is read of columns: of those that the register has not got yet, nothing.
  private func expressions(of names: [String], in table: String) throws -> [String] {
    guard table == LayerTable.parcels.name, !names.isEmpty else { return names.map(quoted) }
    let late = Set(columns.indicators.flatMap(\.names) + ["aliases"])
    let missing = late.subtracting(try IndicatorColumns.present(table, in: db))
    return names.map { missing.contains($0) ? "NULL" : quoted($0) }
  }

  /// The layers that have shapes.
  public func shapeLayers() throws -> [ShapeLayer] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT c.table_name, c.identifier, g.geometry_type_name, v.name, v.role, v.quality
        FROM gpkg_contents c JOIN gpkg_geometry_columns g USING (table_name)
          LEFT JOIN layer_version v USING (table_name)
        WHERE c.data_type = 'features' ORDER BY c.rowid
        """
    ).map { row in
      let (name, title): (String?, String?) = (row["name"], row["identifier"])
      let (role, quality): (String?, String?) = (row["role"], row["quality"])
      return ShapeLayer(
        table: row["table_name"], title: name ?? title ?? row["table_name"],
        geometryType: row["geometry_type_name"],
        role: role.map { LayerRole(rawValue: $0) ?? .other },
        isSchematic: quality == BoundaryQuality.schematic.rawValue)
    }
  }
}
