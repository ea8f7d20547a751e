internal import GRDB
internal import Planning

/// The statements that are run for every boundary of a file.
final class BoundaryStatements {
  let columns: RegisterColumns
  let boundary: BulkStatement
  let shape: BulkStatement
  let parcel: BulkStatement
  private let find: BulkStatement
  private let compare: BulkStatement
  private let stated: BulkStatement

  /// A version that the register has.
  struct Version {
    var id: Int64
    var series: Int64
    var version: Int
    var importID: Int64
    var date: String?
    var quality: String?
  }

  init(_ db: Database, _ columns: RegisterColumns) throws {
    self.columns = columns
    let names =
      [
        "id", "series", "version", "import_id", "plot_key", "plan_key", "county", "search",
        "search_use", "line_start", "line_end",
      ] + columns.boundary
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    boundary = try BulkStatement(
      db, "INSERT INTO parcel_boundary (\(names.joined(separator: ", "))) VALUES (\(marks))")
    shape = try BulkStatement(db, "INSERT INTO boundary_shape VALUES (?, ?, ?, ?, ?)")
    parcel = try BulkStatement(db, columns.parcels.insertionWithShape)
    find = try BulkStatement(
      db,
      """
      SELECT b.id, b.series, b.version, b.import_id, i.date, i.quality
      FROM parcel_boundary b JOIN boundary_import i ON i.id = b.import_id
      WHERE b.plot_key = ?1 AND b.plan_key IS ?2
      AND (b.county IS NULL OR ?3 IS NULL OR b.county = ?3) AND (?5 OR b.location IS ?4)
      ORDER BY b.id
      """)
    let same = columns.boundary.map { "b.\($0) IS ?" }.joined(separator: " AND ")
    compare = try BulkStatement(
      db,
      """
      SELECT 1 FROM parcel_boundary b JOIN boundary_shape s ON s.id = b.id
      WHERE b.id = ? AND \(same) AND s.type IS ? AND s.geom IS ? AND s.original IS ?
      """)
    stated = try BulkStatement(
      db,
      """
      SELECT county, plan_key, location, plan FROM parcels
      WHERE plot_key = ? AND \(LayerTable.isStated)
      """)
  }

  /// The versions of one county, number and plan, in the order in which they were recorded.
  func versions(
    key: String, planKey: String?, county: String?, location: String?, isNumber: Bool
  ) throws -> [Version] {
    find.bind(key)
    find.bind(planKey)
    find.bind(county)
    find.bind(location)
    find.bind(isNumber)
    var versions: [Version] = []
    while try find.step() {
      versions.append(
        Version(
          id: find.integer(0), series: find.integer(1), version: Int(find.integer(2)),
          importID: find.integer(3), date: find.text(4), quality: find.text(5)))
    }
    guard let series = versions.first?.series else { return [] }
    return versions.filter { $0.series == series }
  }

  /// Whether a version says and shows the same.
  func isSame(
    _ id: Int64, _ item: EncodedBoundaries.Item, in buffer: [UInt8]
  ) throws -> Bool {
    compare.bind(id)
    item.row.bind(columns, to: compare)
    compare.bind(item.shape.type)
    return try compare.execute(
      blobs: [item.shape.geometry, item.shape.original], of: buffer)
  }

  /// The parcels under a key of which documents speak, and the names of their plans.
  func statedParcels(
    key: String, isNumber: Bool
  ) throws -> (parcels: Set<ParcelIdentity>, planNames: [String: String]) {
    stated.bind(key)
    var parcels: Set<ParcelIdentity> = []
    var names: [String: String] = [:]
    while try stated.step() {
      let planKey = stated.text(1)
      parcels.insert(
        PlotFolding.identity(
          county: stated.text(0), planKey: planKey, location: stated.text(2), isNumber: isNumber))
      if let planKey, let name = stated.text(3) { names[planKey] = name }
    }
    return (parcels, names)
  }
}
