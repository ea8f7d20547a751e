internal import Foundation
internal import GRDB
public import Planning
public import SimpleFeatures
internal import Terms

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

/// The boundaries that were read from files, with their shapes.
public struct StoredBoundaries: RegisterPart {
  let reader: RegisterReader

  /// The boundaries under a key as of a moment.
  public func facts(ofPlot key: String, at moment: Moment) throws -> [BoundaryFact] {
    let rows = try references.boundariesOfPlot ?? BoundaryFactRows(reader, of: .oneKey)
    references.boundariesOfPlot = rows
    rows.start(at: moment, key: key)
    var facts: [BoundaryFact] = []
    while let fact = try rows.next(reader) { facts.append(fact.fact) }
    return facts
  }

  /// A boundary's shape in the register's coordinate system.
  public func layerShape(_ id: Int64) throws -> Geometry? {
    try shape(id, column: "coalesce(layer_geom, geom)")
  }

  /// A boundary's shape as it stands in a column; `original` is the one before it was mended.
  func shape(_ id: Int64, column: String) throws -> Geometry? {
    let row = try BulkStatement(db, "SELECT \(column), type FROM boundary_shape WHERE id = ?")
    row.bind(id)
    guard try row.step() else { return nil }
    defer { row.reset() }
    guard !row.isNull(0) else { return nil }
    var shapes = GeometryColumn()
    try reader.append(row, 0, type: column == "original" ? nil : 1, to: &shapes)
    return shapes[0]
  }

  /// Hands over the boundaries in force as of a moment, in the order in which the register learnt of
  /// them, some thousand at a time, with shapes in the register's coordinate system.
  ///
  /// - Parameter box: only those whose box meets it, in the register's coordinate system.
  public func forEach(
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
      try reader.append(rows, 4, type: 3, to: &batch.shapes)
      guard batch.isFull else { continue }
      try body(batch)
      batch = BoundaryShapes()
    }
    if !batch.ids.isEmpty { try body(batch) }
  }

  /// How many boundaries are in force as of a moment.
  public func count(at moment: Moment) throws -> Int {
    let statement = try db.cachedStatement(
      sql: """
        SELECT count(*) FROM parcel_boundary b CROSS JOIN boundary_import i ON i.id = b.import_id
        WHERE \(RegisterReader.boundaryInForce)
        """)
    let arguments = StatementArguments(RegisterReader.bounds(moment))
    return try Int.fetchOne(statement, arguments: arguments) ?? 0
  }

  /// What holds of all boundaries of one import.
  func source(_ id: Int64) throws -> BoundarySource {
    if let known = references.boundarySources[id] { return known }
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM boundary_import WHERE id = ?"), arguments: [id])
    guard let row else {
      throw RegisterError(.unreadable, path: path, seen: "boundary_import \(id)")
    }
    let date: String? = row["date"]
    let quality: String = row["quality"]
    guard let quality = BoundaryQuality(rawValue: quality) else {
      throw RegisterError(.otherSchema, path: path, seen: quality)
    }
    let source = BoundarySource(
      file: SourceFile(
        name: row["source_file"], sha256: row["sha256"], extractor: row["extractor"]),
      quality: quality, date: date.flatMap { CalendarDate(iso: $0) }, epsg: row["srs_id"],
      county: nil, plan: row["plan"], transformation: row["transformation"],
      placesAreLines: row["places_are_lines"])
    references.boundarySources[id] = source
    return source
  }
}
