internal import GRDB
internal import Planning
internal import Terms

/// The two columns in which the ends of an indicator stand.
///
/// Indicators grow faster than the schema has steps: a register that is opened for writing gets the
/// columns that it lacks, and to who reads one without them they are NULL. So an indicator is added
/// by its row in the table of indicators alone.
struct IndicatorColumns: Hashable, Sendable {
  /// The indicator's name in facts.
  let name: String
  /// What it is called, with its unit.
  let title: String
  /// The indicator as facts have it.
  let indicator: Indicator?
  /// Whether they hold values per 100 m² of floor area.
  let isPer100SquareMetres: Bool

  init(
    name: String, title: String, indicator: Indicator? = nil, isPer100SquareMetres: Bool = false
  ) {
    self.name = name
    self.title = title
    self.indicator = indicator
    self.isPer100SquareMetres = isPer100SquareMetres
  }

  /// Those of all indicators, in their order.
  static let all = Indicator.allCases.flatMap { indicator in
    let whole = IndicatorColumns(
      name: indicator.rawValue, title: indicator.titleWithUnit, indicator: indicator)
    guard indicator.measure.mayBePer100SquareMetres else { return [whole] }
    return [
      whole,
      IndicatorColumns(
        name: indicator.rawValue + Indicator.per100Ending, title: indicator.titlePer100,
        indicator: indicator, isPer100SquareMetres: true),
    ]
  }

  /// What stands in them, of the indicators of a parcel.
  func interval(in indicators: [Indicator: Interval]) -> Interval? {
    indicator.flatMap { indicators[$0] }.flatMap {
      $0.isPer100SquareMetres == isPer100SquareMetres ? $0 : nil
    }
  }

  /// Their type.
  static let type = "REAL"
  /// The columns of the lower and the upper end.
  var names: [String] { ["\(name)_min", "\(name)_max"] }
  /// What the columns are called.
  var titles: [String] { ["\(title)下限", "\(title)上限"] }

  /// The columns that a register lacks, by their tables.
  static func missing(
    of indicators: [IndicatorColumns], in db: Database
  ) throws -> [(table: String, column: String, title: String)] {
    try ["parcel_boundary", LayerTable.parcels.name].flatMap { table in
      let present = try present(table, in: db)
      return indicators.flatMap { zip($0.names, $0.titles) }
        .filter { !present.contains($0.0) }.map { (table, $0.0, $0.1) }
    }
  }

  /// Adds the columns that a register lacks.
  static func add(_ indicators: [IndicatorColumns], to db: Database) throws {
    for (table, column, title) in try missing(of: indicators, in: db) {
      try db.execute(sql: "ALTER TABLE \(table) ADD COLUMN \(column) \(type)")
      // Only what readers see is described to them.
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO gpkg_data_columns (table_name, column_name, title)
          SELECT table_name, ?, ? FROM gpkg_contents WHERE table_name = ?
          """, arguments: [column, title, table])
    }
  }

  /// The columns of a table as the file has them at this moment: another process may add some.
  static func present(_ table: String, in db: Database) throws -> Set<String> {
    try String.fetchSet(
      db.cachedStatement(sql: "SELECT name FROM pragma_table_info(?)"), arguments: [table])
  }
}

/// The columns of the tables that hold indicators, in the order in which rows are written.
struct RegisterColumns: Sendable {
  let indicators: [IndicatorColumns]
  /// What is said of a boundary's parcel and was measured of its shape: the columns of
  /// `parcel_boundary` by which two versions are compared.
  let boundary: [String]
  /// The layer of parcels.
  let parcels: LayerTable

  init(_ indicators: [IndicatorColumns]) {
    self.indicators = indicators
    boundary = RegisterColumns.fixedOfBoundary + indicators.flatMap(\.names)
    parcels = LayerTable.parcels(indicators)
  }

  /// Those of all indicators.
  static let all = RegisterColumns(IndicatorColumns.all)

  /// The columns of a boundary that are no indicators', which come first.
  static let fixedOfBoundary = """
    parcel_id plan name location document land_use_scheme land_use_code land_use_name \
    land_use_inferred stated_area_m2 stated_area_text extras record plane_area_m2 \
    ellipsoidal_area_m2 fault fault_x fault_y repair
    """.split(separator: " ").map(String.init)
}
