internal import Foundation
internal import GRDB
public import Planning
public import SimpleFeatures

extension RegisterReader {
  /// The coordinate system of the layer of parcels; `nil` before the first import of boundaries.
  public func registerEPSG() throws -> Int? {
    try String.fetchOne(db, sql: "SELECT value FROM register_setting WHERE name = 'epsg'")
      .flatMap { Int($0) }
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
    let statement = try db.cachedStatement(
      sql: """
        SELECT b.*, i.source_file, i.sha256, i.extractor, i.quality, i.date, i.srs_id,
          i.plan AS import_plan, i.transformation, i.places_are_lines, i.recorded_at,
          (SELECT substr(geom, 1, \(GeometryBlob.headerLength)) FROM boundary_shape s
            WHERE s.id = b.id) AS head
        FROM parcel_boundary b CROSS JOIN boundary_import i ON i.id = b.import_id
        WHERE b.plot_key = :key AND \(RegisterReader.boundaryInForce)
        ORDER BY b.id
        """)
    let arguments = RegisterReader.bounds(moment).merging(["key": key]) { own, _ in own }
    let rows = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
    var facts: [BoundaryFact] = []
    while let row = try rows.next() { facts.append(try boundary(from: row)) }
    return facts
  }

  private func boundary(from row: Row) throws -> BoundaryFact {
    let date: String? = row["date"]
    let quality: String = row["quality"]
    guard let quality = BoundaryQuality(rawValue: quality) else {
      throw RegisterError(.unreadable, path: path, seen: quality)
    }
    let source = BoundarySource(
      file: SourceFile(
        name: row["source_file"], sha256: row["sha256"], extractor: row["extractor"]),
      quality: quality, date: date.flatMap { CalendarDate(iso: $0) }, epsg: row["srs_id"],
      county: row["county"], plan: row["import_plan"], transformation: row["transformation"],
      placesAreLines: row["places_are_lines"])
    let head: DatabaseValue = row["head"]
    return BoundaryFact(
      id: row["id"], version: row["version"], recordedAt: row["recorded_at"],
      county: row["county"], planKey: row["plan_key"], source: source,
      record: try boundaryRecord(from: row, source), envelope: GeometryBlob.envelope(head))
  }

  /// What a row of `parcel_boundary` says; a plan that is not told is the file's.
  func boundaryRecord(from row: Row, _ source: BoundarySource) throws -> BoundaryRecord {
    let place = SourcePlace(
      file: source.file.name, lineStart: row["line_start"], lineEnd: row["line_end"])
    let json: String? = row["record"]
    var said =
      try json.map { try coder.fact(ParcelStatement.self, $0, at: place) }
      ?? plainStatement(from: row, at: place)
    said.plan = said.plan ?? source.plan
    var record = BoundaryRecord(statement: said)
    record.planeSquareMetres = row["plane_area_m2"]
    record.ellipsoidalSquareMetres = row["ellipsoidal_area_m2"]
    let fault: String? = row["fault"]
    record.fault = fault.map { ShapeFault(reason: $0, x: row["fault_x"], y: row["fault_y"]) }
    let repair: String? = row["repair"]
    record.repair = try repair.map { try coder.fact(ShapeRepair.self, $0, at: place) }
    return record
  }

  private func plainStatement(from row: Row, at place: SourcePlace) throws -> ParcelStatement {
    var said = ParcelStatement(parcelID: row["parcel_id"], place: place)
    said.plan = row["plan"]
    said.name = row["name"]
    said.location = row["location"]
    said.document = row["document"]
    let scheme: String? = row["land_use_scheme"]
    if let scheme {
      guard let scheme = LandUseScheme(rawValue: scheme) else {
        throw RegisterError(.unreadable, path: path, seen: scheme)
      }
      said.landUse = [
        LandUse(
          scheme: scheme, code: row["land_use_code"], name: row["land_use_name"],
          codeInferred: row["land_use_inferred"] ?? false)
      ]
    }
    let area: Double? = row["stated_area_m2"]
    said.area = area.map { StatedArea(squareMetres: $0, text: row["stated_area_text"]) }
    for indicator in Indicator.allCases {
      let (lower, upper): (Double?, Double?) =
        (row["\(indicator.rawValue)_min"], row["\(indicator.rawValue)_max"])
      guard lower != nil || upper != nil else { continue }
      said.indicators[indicator] = Interval(
        lower: lower.map { Interval.Bound($0, inclusive: true) },
        upper: upper.map { Interval.Bound($0, inclusive: true) })
    }
    let extras: String? = row["extras"]
    if let extras { said.extras = try coder.fact([String: String].self, extras, at: place) }
    return said
  }
}
