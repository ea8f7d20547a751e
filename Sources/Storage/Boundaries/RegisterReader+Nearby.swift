internal import GRDB
public import SimpleFeatures

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

extension RegisterReader {
  /// The parcels in force whose box meets another, in the order of the layer; found by its R-tree.
  ///
  /// - Parameter limit: at most so many.
  public func parcels(meeting box: Envelope, limit: Int) throws -> [NearbyParcel] {
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
      try append(rows, 4, type: nil, to: &shapes)
      guard let shape = shapes[0], shape.envelope?.intersects(box) == true else { continue }
      parcels.append(
        NearbyParcel(
          label: rows.text(0) ?? "", county: rows.text(1), plan: rows.text(2),
          isSchematic: rows.integer(3) != 0, shape: shape))
    }
    return parcels
  }
}
