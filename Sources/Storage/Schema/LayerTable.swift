internal import Planning
internal import Terms

/// A table of what is in force now, with plain columns, for QGIS and other readers.
///
/// It follows from the history and is kept in the same transaction as an import. Nothing in it is
/// read back as a fact. ``FirstStep`` and ``LaterSteps`` make the tables; here stands in which order
/// a row is written.
struct LayerTable: Sendable {
  let name: String
  /// The columns for people.
  let columns: [String]
  /// Columns that serve the program: not described to people.
  let keys: [String]

  /// The statement that writes a row; its arguments are `fid` and the columns in their order.
  let insertion: String
  /// The same of a new row, with a shape as last argument.
  let insertionWithShape: String
  /// The same with the version of a boundary as last argument, whose shape it takes: areas only, so
  /// that the layer is of one type.
  let insertionWithBoundary: String

  private init(_ name: String, _ columns: String, keys: [String] = []) {
    self.name = name
    self.columns = columns.split(separator: " ").map(String.init)
    self.keys = keys
    let names = ["fid"] + self.columns + keys
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    let list = names.joined(separator: ", ")
    insertion = "INSERT OR REPLACE INTO \(name) (\(list)) VALUES (\(marks))"
    insertionWithShape = "INSERT INTO \(name) (\(list), geom) VALUES (\(marks), ?)"
    insertionWithBoundary =
      "INSERT OR REPLACE INTO \(name) (\(list), geom) VALUES "
      + "(\(marks), (SELECT coalesce(layer_geom, geom) FROM boundary_shape "
      + "WHERE id = ? AND type IN (3, 6)))"
  }

  /// The parcels, with the ends of indicators.
  static func parcels(_ indicators: [IndicatorColumns]) -> LayerTable {
    let ends = indicators.flatMap(\.names).joined(separator: " ")
    return LayerTable(
      "parcels",
      """
      parcel_id county plan name land_use_scheme land_use_code land_use_name area_m2 \(ends) \
      keeps_current_use status location last_document last_date file line_start line_end \
      boundary_quality boundary_schematic plane_area_m2 boundary_fault boundary_file aliases
      """, keys: ["plot_key", "plan_key"])
  }

  /// The parcels as this program has them.
  static let parcels = parcels(IndicatorColumns.all)

  /// The supply, reserve and reclaim acts.
  static let transactions = LayerTable(
    "transactions",
    """
    kind stage concluded parcel_id aliases name county land_use_name area_m2 party amount_cny \
    \(PriceKind.columns.map(\.column).joined(separator: " ")) terms \
    \(ActDay.allCases.map(\.column).joined(separator: " ")) contract_number supervision_number \
    conditions location purpose document date file line_start line_end
    """)

  /// The hazard sites.
  static let sites = LayerTable(
    "sites",
    """
    serial field_number name hazard_type county township village location people property_cny \
    exposed cause responsible_township responsible_department document date file line_start \
    line_end
    """)

  /// The documents.
  static let documents = LayerTable(
    "documents",
    """
    number title date kind force in_force in_force_from in_force_until ended_by county issuer version recorded_at parcel_count transaction_count \
    site_count file line_start line_end
    """)

  /// All of them, in the order readers list them.
  static let all = [parcels, transactions, sites, documents]

  /// What tells the parcels that documents name from those there by their boundary alone. In a query
  /// it must stand as it is, for SQLite to use the index of these parcels.
  static let isStated = "status <> '\(ParcelStatus.mapped.rawValue)'"
}
