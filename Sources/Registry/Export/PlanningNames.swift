/// The names of attributes in planning databases, of at most ten letters, as a Shapefile needs them.
enum PlanningNames {
  /// The short names by the columns of the parcels' layer.
  static let short: [String: String] = [
    "parcel_id": "DKBH", "county": "XZQMC", "plan": "GHMC", "name": "DKMC",
    "land_use_scheme": "YDFLBZ", "land_use_code": "YDDM", "land_use_name": "YDMC",
    "area_m2": "YDMJ", "floor_area_ratio_min": "RJLXX", "floor_area_ratio_max": "RJLSX",
    "building_density_min": "JZMDXX", "building_density_max": "JZMDSX",
    "building_coefficient_min": "JZXSXX", "building_coefficient_max": "JZXSSX",
    "green_space_ratio_min": "LDLXX", "green_space_ratio_max": "LDLSX",
    "building_height_min": "JZGDXX", "building_height_max": "JZGDSX",
    "structure_height_min": "GZWGDXX", "structure_height_max": "GZWGDSX",
    "keeps_current_use": "BLXZ", "status": "ZT", "location": "ZL", "last_document": "PFWH",
    "last_date": "PFRQ", "file": "LYWJ", "line_start": "QSH", "line_end": "ZZH",
    "boundary_quality": "JXZL", "boundary_schematic": "SFSY", "plane_area_m2": "TXMJ",
    "boundary_fault": "TXCW", "boundary_file": "JXLYWJ",
  ]
}
