internal import Planning

/// The boundaries and reference layers in the register: the second step of the schema.
///
/// Rows are only ever added. Shapes stand in a table of their own, so that a look through what is
/// said of 190 000 boundaries does not pass over their coordinates. What a file's attributes say
/// stands in plain columns; only what these cannot carry (a second land use, an end that does not
/// belong to its interval) makes a JSON `record`, because a county's boundaries are too many for a
/// JSON encoder.
enum BoundaryTables {
  /// The tables and their indexes.
  ///
  /// `parcel_boundary.series` is the id of the first version of the same county, number and plan.
  /// The index of later versions has a row only where there are any.
  ///
  /// `boundary_shape.geom` has the coordinates of the file, areas always as multi-polygons (`type` is
  /// the file's); `layer_geom` those of the layer where they differ: moved to the register's
  /// coordinate system, without heights; `original` the shape before it was mended.
  static let sql = """
    CREATE TABLE register_setting (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE boundary_import (
      id INTEGER PRIMARY KEY,
      source_file TEXT NOT NULL,
      sha256 TEXT,
      extractor TEXT NOT NULL,
      quality TEXT NOT NULL,
      date TEXT,
      srs_id INTEGER NOT NULL,
      county TEXT,
      plan TEXT,
      search TEXT,
      transformation TEXT,
      places_are_lines INTEGER NOT NULL,
      recorded_at TEXT NOT NULL
    );
    CREATE INDEX boundary_import_recorded_at ON boundary_import(recorded_at);

    CREATE TABLE parcel_boundary (
      id INTEGER PRIMARY KEY,
      series INTEGER NOT NULL,
      version INTEGER NOT NULL,
      import_id INTEGER NOT NULL REFERENCES boundary_import(id),
      plot_key TEXT NOT NULL,
      plan_key TEXT,
      county TEXT,
      search TEXT,
      search_use TEXT,
      line_start INTEGER NOT NULL,
      line_end INTEGER NOT NULL,
      \(contentColumns.map { "\($0.name) \($0.type)" }.joined(separator: ",\n  "))
    );
    CREATE INDEX parcel_boundary_plot ON parcel_boundary(plot_key);
    CREATE UNIQUE INDEX parcel_boundary_later
      ON parcel_boundary(series, version) WHERE version > 1;

    CREATE TABLE boundary_shape (
      id INTEGER PRIMARY KEY,
      type INTEGER,
      geom BLOB,
      layer_geom BLOB,
      original BLOB
    );

    CREATE TABLE layer_version (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      version INTEGER NOT NULL,
      role TEXT NOT NULL,
      quality TEXT NOT NULL,
      source_file TEXT NOT NULL,
      sha256 TEXT,
      extractor TEXT NOT NULL,
      date TEXT,
      srs_id INTEGER NOT NULL,
      transformation TEXT,
      table_name TEXT NOT NULL,
      fields TEXT NOT NULL,
      feature_count INTEGER NOT NULL,
      fault_count INTEGER NOT NULL,
      min_x REAL,
      min_y REAL,
      max_x REAL,
      max_y REAL,
      recorded_at TEXT NOT NULL,
      UNIQUE (name, version)
    );
    """

  /// What is said of a boundary's parcel and was measured of its shape: the columns by which two
  /// versions are compared, in the order in which they are written.
  static let contentColumns: [(name: String, type: String)] =
    [
      ("parcel_id", "TEXT"), ("plan", "TEXT"), ("name", "TEXT"), ("location", "TEXT"),
      ("document", "TEXT"), ("land_use_scheme", "TEXT"), ("land_use_code", "TEXT"),
      ("land_use_name", "TEXT"), ("land_use_inferred", "INTEGER"), ("stated_area_m2", "REAL"),
      ("stated_area_text", "TEXT"),
    ]
    + Indicator.allCases.flatMap {
      [("\($0.rawValue)_min", "REAL"), ("\($0.rawValue)_max", "REAL")]
    } + [
      ("extras", "TEXT"), ("record", "TEXT"), ("plane_area_m2", "REAL"),
      ("ellipsoidal_area_m2", "REAL"), ("fault", "TEXT"), ("fault_x", "REAL"), ("fault_y", "REAL"),
      ("repair", "TEXT"),
    ]
}
