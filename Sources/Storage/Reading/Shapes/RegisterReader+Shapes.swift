internal import GRDB
public import Planning
public import SimpleFeatures

/// Some boundaries of the register with their shapes.
public struct BoundaryShapes: Sendable {
  /// The row of each version in the register.
  public var ids: [Int64] = []
  /// The key of the plot that each belongs to.
  public var plotKeys: [String] = []
  /// Whether each shape is valid.
  public var areValid: [Bool] = []
  /// The shapes.
  public var shapes = GeometryColumn()

  /// No boundaries.
  public init() {}

  /// Whether it is time to hand them over.
  var isFull: Bool { ids.count >= 4_096 || shapes.vertexCount >= 500_000 }
}

extension RegisterReader {
  /// A boundary's shape in the register's coordinate system.
  public func boundaryLayerShape(_ id: Int64) throws -> Geometry? {
    try boundaryShape(id, column: "coalesce(layer_geom, geom)")
  }

  /// A boundary's shape as it stands in a column; `original` is the one before it was mended.
  func boundaryShape(_ id: Int64, column: String) throws -> Geometry? {
    let row = try BulkStatement(db, "SELECT \(column), type FROM boundary_shape WHERE id = ?")
    row.bind(id)
    guard try row.step() else { return nil }
    defer { row.reset() }
    guard !row.isNull(0) else { return nil }
    var shapes = GeometryColumn()
    try append(row, 0, type: column == "original" ? nil : 1, to: &shapes)
    return shapes[0]
  }

  /// Adds the shape of a row, of the type that the row has in another column.
  func append(
    _ row: BulkStatement, _ column: Int32, type: Int32?, to shapes: inout GeometryColumn
  ) throws {
    guard !row.isNull(column) else {
      shapes.append(nil)
      return
    }
    do {
      try row.withBytes(column) { (bytes: Span<UInt8>) throws(FormatFault) in
        _ = try shapes.append(geoPackage: bytes)
      }
    } catch {
      throw RegisterError(.unreadable, path: path, seen: "\(error)")
    }
    if let type, let type = GeometryType(rawValue: UInt8(clamping: row.integer(type))) {
      shapes.restoreLastType(type)
    }
  }

  /// Hands over the boundaries in force as of a moment, in the order in which the register learnt of
  /// them, some thousand at a time, with shapes in the register's coordinate system.
  ///
  /// - Parameter box: only those whose box meets it, in the register's coordinate system.
  public func forEachBoundaries(
    at moment: Moment = .now, in box: Envelope? = nil, _ body: (BoundaryShapes) throws -> Void
  ) throws {
    let bounds = RegisterReader.bounds(moment)
    let rows = try BulkStatement(
      db,
      """
      SELECT b.id, b.plot_key, b.fault IS NULL, s.type, coalesce(s.layer_geom, s.geom)
      FROM parcel_boundary b CROSS JOIN boundary_import i ON i.id = b.import_id
      CROSS JOIN boundary_shape s ON s.id = b.id
      WHERE \(RegisterReader.boundaryInForce) ORDER BY b.id
      """)
    rows.bind((bounds["known"] ?? nil).flatMap { $0 as? String })
    rows.bind((bounds["day"] ?? nil).flatMap { $0 as? String })
    var batch = BoundaryShapes()
    while try rows.step() {
      if let box {
        let own = rows.withBytes(4) { GeometryBlob.envelope($0) }
        guard let own, own.intersects(box) else { continue }
      }
      batch.ids.append(rows.integer(0))
      batch.plotKeys.append(rows.text(1) ?? "")
      batch.areValid.append(rows.integer(2) != 0)
      try append(rows, 4, type: 3, to: &batch.shapes)
      guard batch.isFull else { continue }
      try body(batch)
      batch = BoundaryShapes()
    }
    if !batch.ids.isEmpty { try body(batch) }
  }
}
