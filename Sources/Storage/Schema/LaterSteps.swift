/// The steps of the schema after the first. Their text was released and is never changed.
enum LaterSteps {
  /// Boundaries and reference layers, to which rows are only ever added.
  ///
  /// Shapes stand in a table of their own, so that a look through what is said of 190 000 boundaries
  /// does not pass over their coordinates. What a file's attributes say stands in plain columns; only
  /// what these cannot carry (a second land use, an end that does not belong to its interval) makes a
  /// JSON `record`, because a county's boundaries are too many for a JSON encoder.
  ///
  /// `parcel_boundary.series` is the id of the first version of the same county, number and plan.
  /// The index of later versions has a row only where there are any.
  ///
  /// `boundary_shape.geom` has the coordinates of the file, areas always as multi-polygons (`type` is
  /// the file's); `layer_geom` those of the layer where they differ: moved to the register's
  /// coordinate system, without heights; `original` the shape before it was mended.
  ///
  /// The shape of a parcel stands in a column `geom`, which the first import of boundaries adds:
  /// before it no coordinate system is known.
  static let boundaries = """
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
      parcel_id TEXT,
      plan TEXT,
      name TEXT,
      location TEXT,
      document TEXT,
      land_use_scheme TEXT,
      land_use_code TEXT,
      land_use_name TEXT,
      land_use_inferred INTEGER,
      stated_area_m2 REAL,
      stated_area_text TEXT,
      floor_area_ratio_min REAL,
      floor_area_ratio_max REAL,
      building_density_min REAL,
      building_density_max REAL,
      building_coefficient_min REAL,
      building_coefficient_max REAL,
      green_space_ratio_min REAL,
      green_space_ratio_max REAL,
      building_height_min REAL,
      building_height_max REAL,
      structure_height_min REAL,
      structure_height_max REAL,
      extras TEXT,
      record TEXT,
      plane_area_m2 REAL,
      ellipsoidal_area_m2 REAL,
      fault TEXT,
      fault_x REAL,
      fault_y REAL,
      repair TEXT
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

    ALTER TABLE parcels ADD COLUMN boundary_quality TEXT;
    ALTER TABLE parcels ADD COLUMN boundary_schematic BOOLEAN;
    ALTER TABLE parcels ADD COLUMN plane_area_m2 REAL;
    ALTER TABLE parcels ADD COLUMN boundary_fault TEXT;
    ALTER TABLE parcels ADD COLUMN boundary_file TEXT;
    INSERT INTO gpkg_data_columns (table_name, column_name, title, description) VALUES
      ('parcels', 'boundary_quality', '界线质量', 'surveyed 勘测；mapped 图上；schematic 示意'),
      ('parcels', 'boundary_schematic', '示意', '界线仅为示意，不得作为权属或审批依据'),
      ('parcels', 'plane_area_m2', '图形面积（平方米）', '界线的平面面积'),
      ('parcels', 'boundary_fault', '图形错误', '图形无效的原因；无效图形不参与精确计算'),
      ('parcels', 'boundary_file', '界线来源文件', NULL);
    UPDATE gpkg_data_columns SET description = 'mapped 仅有图形；' || description
      WHERE table_name = 'parcels' AND column_name = 'status';
    """

  /// Findings that were let pass, and why. Rows are only ever added; of one finding the last counts.
  static let acceptances = """
    CREATE TABLE finding_acceptance (
      id INTEGER PRIMARY KEY,
      finding TEXT NOT NULL,
      rule TEXT,
      subject TEXT,
      reason TEXT NOT NULL,
      author TEXT NOT NULL,
      area_m2 REAL,
      withdrawn INTEGER NOT NULL,
      recorded_at TEXT NOT NULL
    );
    CREATE INDEX finding_acceptance_finding ON finding_acceptance(finding);
    """

  /// Indexes of the parcels that documents name, in place of those of all: a county has 190 000 that
  /// are there by their boundary alone, of which status and date say nothing.
  static let indexesOfStatedParcels = """
    DROP INDEX parcels_status;
    DROP INDEX parcels_last_date;
    CREATE INDEX parcels_status ON parcels(status) WHERE status <> 'mapped';
    CREATE INDEX parcels_last_date ON parcels(last_date) WHERE last_date IS NOT NULL;
    """

  /// The name by which a register is known for ever: a random UUID (RFC 9562, version 4).
  static let identity = """
    INSERT INTO register_setting SELECT 'register_id',
      substr(digits, 1, 8) || '-' || substr(digits, 9, 4) || '-4' || substr(digits, 14, 3) || '-'
      || substr('89ab', 1 + (random() & 3), 1) || substr(digits, 18, 3) || '-' || substr(digits, 21)
      FROM (SELECT lower(hex(randomblob(16))) AS digits);
    """
}
