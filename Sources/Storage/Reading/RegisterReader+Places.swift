public import Answers
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

extension RegisterReader {
  /// The R-tree of the parcels in force.
  public static let parcelIndex = SpatialIndex(table: LayerTable.parcels.name).name

  /// The R-tree of a layer's version; `nil` where it is no longer kept.
  public func index(of layer: LayerVersion) throws -> String? {
    let name = SpatialIndex(table: layer.table).name
    return try db.tableExists(name) ? name : nil
  }

  /// Whether the layer of parcels has shapes.
  public func hasMappedParcels() throws -> Bool {
    try db.tableExists(RegisterReader.parcelIndex)
  }

  /// Hands over the parcels in force whose box meets a box in the register's coordinate system, by
  /// the R-tree; without a box all that have a shape, and without their shapes.
  public func forEachMappedParcel(
    in box: Envelope?, _ body: (MappedParcel) throws -> Void
  ) throws {
    guard try hasMappedParcels() else { return }
    let shape = box == nil ? "NULL" : "p.geom"
    let condition =
      box == nil ? "" : "WHERE r.maxx >= ? AND r.minx <= ? AND r.maxy >= ? AND r.miny <= ?"
    let rows = try BulkStatement(
      db,
      """
      SELECT p.fid, p.county, p.plan, p.parcel_id, coalesce(p.parcel_id, p.name, p.location, ''),
        p.plot_key, p.boundary_fault, \(shape)
      FROM \(RegisterReader.parcelIndex) r CROSS JOIN parcels p ON p.fid = r.id \(condition)
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
        try append(rows, 7, type: nil, to: &shapes)
        parcel.shape = shapes[0]
      }
      try body(parcel)
    }
  }

  /// About how many parcels in force have a shape: the highest number of a row, which the R-tree
  /// gives without being walked through.
  public func estimateMappedParcels() throws -> Int {
    guard try hasMappedParcels() else { return 0 }
    return try Int.fetchOne(
      db, sql: "SELECT max(rowid) FROM \(RegisterReader.parcelIndex)_rowid") ?? 0
  }

  /// How many parcels in force have no shape.
  ///
  /// A parcel that no document names is there by its boundary alone. Where documents name few, these
  /// few are looked at; else all parcels are counted and those in the R-tree taken off, which walks
  /// through two indexes.
  public func countUnmappedParcels() throws -> Int {
    let named = LayerTable.isStated
    let few = 1_000
    let count =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM (SELECT 1 FROM parcels WHERE \(named) LIMIT \(few + 1))")
      ?? 0
    guard try hasMappedParcels() else {
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
          - (SELECT count(*) FROM \(RegisterReader.parcelIndex)_rowid)
        """) ?? 0
  }

  /// How many boundaries are in force as of a moment.
  public func countBoundaries(at moment: Moment) throws -> Int {
    let statement = try db.cachedStatement(
      sql: """
        SELECT count(*) FROM parcel_boundary b CROSS JOIN boundary_import i ON i.id = b.import_id
        WHERE \(RegisterReader.boundaryInForce)
        """)
    let arguments = StatementArguments(RegisterReader.bounds(moment))
    return try Int.fetchOne(statement, arguments: arguments) ?? 0
  }

  /// The keys of the plots of which documents speak, as of a moment: all parcels without boundary
  /// are among them.
  public func plotKeysOfDocuments(at moment: Moment) throws -> [String] {
    try plotKeys(where: "TRUE", [:], at: moment)
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
}
