internal import GRDB
public import Planning
public import SimpleFeatures

extension RegisterReader {
  /// The coordinate system of the layer of parcels; `nil` before the first import of boundaries.
  public func registerEPSG() throws -> Int? {
    try setting("epsg").flatMap { Int($0) }
  }

  /// A setting of the register; `nil` where it has none.
  func setting(_ name: String) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM register_setting WHERE name = ?"),
      arguments: [name])
  }

  /// The box around all boundaries in force now, in the register's coordinate system.
  public func extent() throws -> Envelope? {
    try ExtentChange.extent(of: LayerTable.parcels.name, in: db)
  }

  /// The condition that a boundary `b` of a file `i` is in force and known; its arguments are those
  /// of ``bounds(_:)``. Of the versions in force on the day the one of the latest date is, and of
  /// one date the latest version.
  static let boundaryInForce = """
    i.recorded_at <= :known AND (:day IS NULL OR i.date IS NULL OR i.date <= :day)
    AND NOT EXISTS (
      SELECT 1 FROM parcel_boundary w CROSS JOIN boundary_import j ON j.id = w.import_id
      WHERE w.series = b.series AND w.version > 1 AND \(laterVersion))
    AND (b.version = 1 OR NOT EXISTS (
      SELECT 1 FROM parcel_boundary w CROSS JOIN boundary_import j ON j.id = w.import_id
      WHERE w.id = b.series AND \(laterVersion)))
    """
  private static let laterVersion = """
    j.recorded_at <= :known AND (:day IS NULL OR j.date IS NULL OR j.date <= :day)
    AND (coalesce(j.date, ''), w.version) > (coalesce(i.date, ''), b.version)
    """

  /// The boundaries under a key as of a moment.
  public func boundaries(ofPlot key: String, at moment: Moment) throws -> [BoundaryFact] {
    let rows = try references.boundariesOfPlot ?? BoundaryFactRows(self, of: .oneKey)
    references.boundariesOfPlot = rows
    rows.start(at: moment, key: key)
    var facts: [BoundaryFact] = []
    while let fact = try rows.next(self) { facts.append(fact.fact) }
    return facts
  }
}
