public import Answers
internal import Foundation
internal import GRDB
public import Planning
public import SimpleFeatures

/// A parcel as it stands in the layer of what is in force: enough to tell where it is and which it is.
public struct MappedParcel: Sendable {
  /// The number of its row.
  public var row: Int64
  /// Which parcel it is.
  public var place: ParcelPlace
  /// Why its shape is not valid (a key of ``ShapeFault/reason``).
  public var fault: String?
  /// Its shape in the register's coordinate system; `nil` where shapes were not asked for.
  public var shape: Geometry?
}

/// A parcel of the layer of what is in force, with its shape.
public struct NearbyParcel: Sendable {
  /// The number, or what a parcel without number is called.
  public var label: String
  /// The county.
  public var county: String?
  /// The plan.
  public var plan: String?
  /// Whether the boundary only shows roughly where it lies.
  public var isSchematic: Bool
  /// The boundary, in the register's coordinate system.
  public var shape: Geometry
}

/// The parcels in force now, as their layer has them.
public struct StoredParcels: RegisterPart {
  let reader: RegisterReader

  /// The R-tree of the parcels in force.
  public static let index = SpatialIndex(table: LayerTable.parcels.name).name

  /// The columns of the parcels' layer whose numbers 0 and 1 mean no and yes.
  public static let flags: Set<String> = ["keeps_current_use", "boundary_schematic"]

  /// The box around all boundaries in force now, in the register's coordinate system.
  public func extent() throws -> Envelope? {
    try ExtentChange.extent(of: LayerTable.parcels.name, in: db)
  }

  /// Whether the layer of parcels has shapes.
  public func haveShapes() throws -> Bool {
    try db.tableExists(StoredParcels.index)
  }

  /// Hands over the parcels in force whose box meets a box in the register's coordinate system, by
  /// the R-tree; without a box all that have a shape, and without their shapes.
  public func forEach(
    in box: Envelope?, _ body: (MappedParcel) throws -> Void
  ) throws {
    guard try haveShapes() else { return }
    let shape = box == nil ? "NULL" : "p.geom"
    let condition =
      box == nil ? "" : "WHERE r.maxx >= ? AND r.minx <= ? AND r.maxy >= ? AND r.miny <= ?"
    let rows = try BulkStatement(
      db,
      """
      SELECT p.fid, p.county, p.plan, p.parcel_id, coalesce(p.parcel_id, p.name, p.location, ''),
        p.plot_key, p.boundary_fault, \(shape)
      FROM \(StoredParcels.index) r CROSS JOIN parcels p ON p.fid = r.id \(condition)
      """)
    if let box { for edge in [box.minX, box.maxX, box.minY, box.maxY] { rows.bind(edge) } }
    while try rows.step() {
      var parcel = MappedParcel(
        row: rows.integer(0),
        place: ParcelPlace(
          county: rows.text(1), plan: rows.text(2), number: rows.text(3), label: rows.text(4) ?? "",
          plotKey: rows.text(5) ?? ""), fault: rows.text(6))
      if let box {
        let own = rows.withBytes(7) { GeometryBlob.envelope($0) }
        guard let own, own.intersects(box) else { continue }
        var shapes = GeometryColumn()
        try reader.append(rows, 7, type: nil, to: &shapes)
        parcel.shape = shapes[0]
      }
      try body(parcel)
    }
  }

  /// The parcels of a plot as they stand in the layer of what is in force, without shapes.
  public func rows(ofPlot key: String) throws -> [MappedParcel] {
    let rows = try BulkStatement(
      db,
      """
      SELECT fid, county, plan, parcel_id, coalesce(parcel_id, name, location, ''), plot_key
      FROM parcels WHERE plot_key = ? ORDER BY fid
      """)
    rows.bind(key)
    var found: [MappedParcel] = []
    while try rows.step() {
      found.append(
        MappedParcel(
          row: rows.integer(0),
          place: ParcelPlace(
            county: rows.text(1), plan: rows.text(2), number: rows.text(3),
            label: rows.text(4) ?? "", plotKey: rows.text(5) ?? "")))
    }
    return found
  }

  /// The parcels in force whose box meets another, in the order of the layer; found by its R-tree.
  ///
  /// - Parameter limit: at most so many.
  public func meeting(_ box: Envelope, limit: Int) throws -> [NearbyParcel] {
    let index = SpatialIndex(table: LayerTable.parcels.name).name
    guard try db.tableExists(index) else { return [] }
    let rows = try BulkStatement(
      db,
      """
      SELECT coalesce(parcel_id, name, location, ''), county, plan, boundary_schematic, geom
      FROM parcels WHERE fid IN (
        SELECT id FROM \(index) WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?)
      ORDER BY fid LIMIT ?
      """)
    for value in [box.minX, box.maxX, box.minY, box.maxY] { rows.bind(value) }
    rows.bind(limit)
    var parcels: [NearbyParcel] = []
    while try rows.step() {
      var shapes = GeometryColumn()
      try reader.append(rows, 4, type: nil, to: &shapes)
      guard let shape = shapes[0], shape.envelope?.intersects(box) == true else { continue }
      parcels.append(
        NearbyParcel(
          label: rows.text(0) ?? "", county: rows.text(1), plan: rows.text(2),
          isSchematic: rows.integer(3) != 0, shape: shape))
    }
    return parcels
  }

  /// About how many parcels in force have a shape: the highest number of a row, which the R-tree
  /// gives without being walked through.
  public func estimateMapped() throws -> Int {
    guard try haveShapes() else { return 0 }
    return try Int.fetchOne(
      db, sql: "SELECT max(rowid) FROM \(StoredParcels.index)_rowid") ?? 0
  }

  /// How many parcels in force have no shape.
  ///
  /// A parcel that no document names is there by its boundary alone. Where documents name few, these
  /// few are looked at; else all parcels are counted and those in the R-tree taken off, which walks
  /// through two indexes.
  public func countUnmapped() throws -> Int {
    let named = LayerTable.isStated
    let few = 1_000
    let count =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM (SELECT 1 FROM parcels WHERE \(named) LIMIT \(few + 1))")
      ?? 0
    guard try haveShapes() else {
      return try Int.fetchOne(db, sql: "SELECT count(*) FROM parcels") ?? 0
    }
    guard count > few else {
      return try Int.fetchOne(
        db, sql: "SELECT count(*) FROM parcels WHERE \(named) AND geom IS NULL") ?? 0
    }
    return try Int.fetchOne(
      db,
      sql: """
        SELECT (SELECT count(*) FROM parcels)
          - (SELECT count(*) FROM \(StoredParcels.index)_rowid)
        """) ?? 0
  }

  /// The uses of the parcels in force, as the layer of parcels writes them, the commonest name of a
  /// code first.
  public func landUses() throws -> [LandUse] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT land_use_scheme, land_use_code, land_use_name, count(*) AS uses FROM parcels
        WHERE land_use_code IS NOT NULL GROUP BY 1, 2, 3 ORDER BY land_use_code, uses DESC
        """
    ).map { row in
      let scheme: String? = row["land_use_scheme"]
      return LandUse(
        scheme: scheme.flatMap { LandUseScheme(rawValue: $0) } ?? .unknown,
        code: row["land_use_code"], name: row["land_use_name"])
    }
  }

  /// Parcels as features, with the columns of their layer and shapes in the register's coordinate
  /// system; a parcel without boundary has no shape.
  ///
  /// - Parameters:
  ///   - areasOnly: whether points and lines are left out, as in the layer.
  ///   - hasShapes: whether shapes are read at all.
  public func features(
    of records: [ParcelRecord], areasOnly: Bool = false, hasShapes: Bool = true
  ) throws -> FeatureTable {
    var table = columns.parcels.table(
      of: records.map { LayerWriter.values(of: $0, nil, columns, key: "", planKey: nil) })
    let titles = try reader.tables.titles(of: columns.parcels)
    for index in table.fields.indices {
      table.fields[index].title = titles[table.fields[index].name]
    }
    table.coordinateSystem.epsg = try reader.registerEPSG()
    table.coordinateSystem.axisOrder = .eastingFirst
    for record in records {
      let shape =
        hasShapes ? try record.boundary.flatMap { try reader.boundaries.layerShape($0.id) } : nil
      table.shapes.append(areasOnly && shape?.type.dimension != 2 ? nil : shape)
    }
    return table
  }
}

extension LayerTable {
  /// Rows of the layer, which begin with `fid`, as features whose shapes are still to come.
  func table(of rows: [LayerWriter.Values]) -> FeatureTable {
    var table = FeatureTable(name: name)
    table.fields = columns.enumerated().map { index, name in
      FieldColumn(name: name, values: rows.map { LayerTable.value($0[index + 1]) })
    }
    table.places = Array(1..<rows.count + 1)
    return table
  }

  private static func value(_ value: (any DatabaseValueConvertible)?) -> FieldValue {
    switch value?.databaseValue.storage {
    case .int64(let number): .integer(number)
    case .double(let number): .real(number)
    case .string(let text): .text(text)
    case .blob, .null, nil: .none
    }
  }
}
