internal import Foundation
internal import GRDB
internal import Planning
internal import SimpleFeatures
internal import Terms

/// Boundaries in force with what is said of them, row by row: of one key, or all by their keys.
///
/// Columns are read by their place: a county has 190 000 rows of forty columns.
final class BoundaryFactRows {
  /// Which rows.
  enum Selection {
    /// Those of one key, in the order in which the register learnt of them.
    case oneKey
    /// All, by key.
    case all
  }

  private let rows: BulkStatement
  /// The indicators with the place of their lower end; the upper end follows.
  private let indicators: [(indicator: Indicator, isPer100: Bool, place: Int32)]

  init(_ reader: RegisterReader, of selection: Selection) throws {
    // A register that was not opened for writing since an indicator was added lacks its columns.
    let present = try IndicatorColumns.present("parcel_boundary", in: reader.db)
    let columns = reader.columns.indicators
    let content =
      RegisterColumns.fixedOfBoundary.map { ", b.\($0)" }.joined()
      + columns.flatMap(\.names).map { present.contains($0) ? ", b.\($0)" : ", NULL" }.joined()
    indicators = columns.enumerated().compactMap { offset, column in
      column.indicator.map {
        ($0, column.isPer100SquareMetres, Column.firstOfIndicators + 2 * Int32(offset))
      }
    }
    let (condition, order) =
      switch selection {
      case .oneKey: ("b.plot_key = :key AND ", "b.id")
      case .all: ("", "b.plot_key, b.id")
      }
    rows = try BulkStatement(
      reader.db,
      """
      SELECT b.id, b.version, b.plot_key, b.plan_key, b.county, b.line_start, b.line_end,
        b.import_id, i.recorded_at,
        (SELECT substr(geom, 1, \(GeometryBlob.headerLength)) FROM boundary_shape s
          WHERE s.id = b.id)\(content)
      FROM parcel_boundary b CROSS JOIN boundary_import i ON i.id = b.import_id
      WHERE \(condition)\(RegisterReader.boundaryInForce) ORDER BY \(order)
      """)
  }

  /// Begins anew.
  ///
  /// - Parameter key: the key, of a selection of one.
  func start(at moment: Moment, key: String? = nil) {
    // SQLite numbers the names in the order in which they first occur.
    rows.reset()
    if let key { rows.bind(key) }
    rows.bind(moment.knownAt ?? "9999")
    rows.bind(moment.asOf?.description)
  }

  /// The next boundary with its key; `nil` at the end.
  ///
  /// - Parameter reader: the reader that it was made with.
  func next(_ reader: RegisterReader) throws -> (key: String, fact: BoundaryFact)? {
    guard try rows.step() else { return nil }
    var source = try reader.boundaries.source(rows.integer(7))
    source.county = rows.text(4)
    let fact = BoundaryFact(
      id: rows.integer(0), version: Int(rows.integer(1)), recordedAt: rows.text(8) ?? "",
      county: source.county, planKey: rows.text(3), source: source,
      record: try record(source, reader),
      envelope: rows.withBytes(9) { GeometryBlob.envelope($0) })
    return (rows.text(2) ?? "", fact)
  }

  private enum Column {
    static let first: Int32 = 10
    static let places = Dictionary(
      uniqueKeysWithValues: RegisterColumns.fixedOfBoundary.enumerated().map {
        ($0.element, first + Int32($0.offset))
      })
    static let firstOfIndicators = first + Int32(places.count)
    static func place(_ name: String) -> Int32 { places[name] ?? -1 }
    static let (number, plan, name, location) = (
      place("parcel_id"), place("plan"), place("name"), place("location")
    )
    static let (document, scheme, code, useName, isInferred) = (
      place("document"), place("land_use_scheme"), place("land_use_code"), place("land_use_name"),
      place("land_use_inferred")
    )
    static let (area, areaText) = (place("stated_area_m2"), place("stated_area_text"))
    static let (extras, record) = (place("extras"), place("record"))
    static let (plane, ellipsoidal) = (place("plane_area_m2"), place("ellipsoidal_area_m2"))
    static let (fault, faultX, faultY) = (place("fault"), place("fault_x"), place("fault_y"))
    static let repair = place("repair")
  }

  /// What the row says; a plan that is not told is the file's.
  private func record(_ source: BoundarySource, _ reader: RegisterReader) throws -> BoundaryRecord {
    let place = SourcePlace(
      file: source.file.name, lineStart: Int(rows.integer(5)), lineEnd: Int(rows.integer(6)))
    var said =
      try rows.text(Column.record).map {
        try reader.coder.fact(ParcelStatement.self, $0, at: place)
      } ?? plainStatement(at: place, reader)
    said.plan = said.plan ?? source.plan
    var record = BoundaryRecord(statement: said)
    record.planeSquareMetres = rows.number(Column.plane)
    record.ellipsoidalSquareMetres = rows.number(Column.ellipsoidal)
    record.fault = rows.text(Column.fault).map {
      ShapeFault(reason: $0, x: rows.number(Column.faultX), y: rows.number(Column.faultY))
    }
    record.repair = try rows.text(Column.repair).map {
      try reader.coder.fact(ShapeRepair.self, $0, at: place)
    }
    return record
  }

  private func plainStatement(
    at place: SourcePlace, _ reader: RegisterReader
  ) throws -> ParcelStatement {
    var said = ParcelStatement(parcelID: rows.text(Column.number), place: place)
    said.plan = rows.text(Column.plan)
    said.name = rows.text(Column.name)
    said.location = rows.text(Column.location)
    said.document = rows.text(Column.document)
    if let scheme = rows.text(Column.scheme) {
      guard let scheme = LandUseScheme(rawValue: scheme) else {
        throw RegisterError(.otherSchema, path: reader.path, seen: scheme)
      }
      said.landUse = [
        LandUse(
          scheme: scheme, code: rows.text(Column.code), name: rows.text(Column.useName),
          codeInferred: rows.integer(Column.isInferred) != 0)
      ]
    }
    said.area = rows.number(Column.area).map {
      StatedArea(squareMetres: $0, text: rows.text(Column.areaText))
    }
    for (indicator, isPer100, place) in indicators {
      let (lower, upper) = (rows.number(place), rows.number(place + 1))
      guard lower != nil || upper != nil else { continue }
      said.indicators[indicator] = Interval(
        lower: lower.map { Interval.Bound($0, inclusive: true) },
        upper: upper.map { Interval.Bound($0, inclusive: true) })
      said.indicators[indicator]?.isPer100SquareMetres = isPer100
    }
    if let extras = rows.text(Column.extras) {
      said.extras = try reader.coder.fact([String: String].self, extras, at: place)
    }
    return said
  }
}
