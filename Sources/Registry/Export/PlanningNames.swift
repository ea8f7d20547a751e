internal import Terms

/// The names of attributes in planning databases, of at most ten letters, as a Shapefile needs them.
enum PlanningNames {
  /// The short names by the columns of the parcels' layer.
  static let short = IndicatorColumn.all.reduce(into: others) { $0[$1.key] = $1.shortName }

  private static let others: [String: String] = [
    "parcel_id": "DKBH", "county": "XZQMC", "plan": "GHMC", "name": "DKMC",
    "land_use_scheme": "YDFLBZ", "land_use_code": "YDDM", "land_use_name": "YDMC",
    "area_m2": "YDMJ",
    "keeps_current_use": "BLXZ", "status": "ZT", "location": "ZL", "last_document": "PFWH",
    "last_date": "PFRQ", "file": "LYWJ", "line_start": "QSH", "line_end": "ZZH",
    "boundary_quality": "JXZL", "boundary_schematic": "SFSY", "plane_area_m2": "TXMJ",
    "boundary_fault": "TXCW", "boundary_file": "JXLYWJ",
  ]
}
