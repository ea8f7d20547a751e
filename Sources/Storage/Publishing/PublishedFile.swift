internal import GRDB
internal import Planning
public import Terms

/// Fills a new GeoPackage from a register that is attached as `register`.
struct PublishedFile {
  let db: Database

  /// Copies the layers with their rows, spatial indexes and descriptions.
  ///
  /// - Returns: their tables.
  func writeLayers() throws -> [String] {
    try db.execute(sql: GeoPackageTables.sql)
    let tables = try String.fetchAll(
      db,
      sql: """
        SELECT table_name FROM register.gpkg_contents
        WHERE data_type IN ('features', 'attributes') AND table_name <> 'layer_styles'
        ORDER BY rowid
        """)
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO main.gpkg_spatial_ref_sys
          SELECT * FROM register.gpkg_spatial_ref_sys;
        INSERT OR IGNORE INTO main.gpkg_data_column_constraints
          SELECT * FROM register.gpkg_data_column_constraints;
        """)
    for table in tables { try copy(table) }
    return tables
  }

  private func copy(_ table: String) throws {
    let name = PublishedFile.quoted(table)
    try create("table", table)
    let keys = LayerTable.all.first { $0.name == table }?.keys ?? []
    for key in keys {
      try db.execute(sql: "ALTER TABLE main.\(name) DROP COLUMN \(PublishedFile.quoted(key))")
    }
    let columns = try db.columns(in: table, in: "main")
      .map { PublishedFile.quoted($0.name) }.joined(separator: ", ")
    try db.execute(
      sql: "INSERT INTO main.\(name) (\(columns)) SELECT \(columns) FROM register.\(name)")
    for registry in ["gpkg_contents", "gpkg_geometry_columns", "gpkg_data_columns"] {
      try db.execute(
        sql: "INSERT INTO main.\(registry) SELECT * FROM register.\(registry) WHERE table_name = ?",
        arguments: [table])
    }
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO main.gpkg_extensions
          SELECT * FROM register.gpkg_extensions WHERE table_name = ?
        """, arguments: [table])
    try copySpatialIndex(of: table)
  }

  /// Copies the R-tree rather than building it anew, and sets the layer's extent from its shapes:
  /// the numbers in an R-tree are single precision, metres apart at eight digits.
  private func copySpatialIndex(of table: String) throws {
    let column = try String.fetchOne(
      db, sql: "SELECT column_name FROM main.gpkg_geometry_columns WHERE table_name = ?",
      arguments: [table])
    guard let column else { return }
    let tree = "rtree_\(table)_\(column)"
    if try create("table", tree) {
      // The tree's own tables, which are many times quicker to copy than entry by entry.
      for part in ["node", "parent", "rowid"] {
        let name = PublishedFile.quoted("\(tree)_\(part)")
        try db.execute(
          sql: "DELETE FROM main.\(name); INSERT INTO main.\(name) SELECT * FROM register.\(name)")
      }
      let triggers = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM register.sqlite_master
          WHERE type = 'trigger' AND tbl_name = ? AND name LIKE 'rtree\\_%' ESCAPE '\\'
          """, arguments: [table])
      for trigger in triggers { try create("trigger", trigger) }
    }
    try ExtentChange.write(try ExtentChange.measured(table, in: db), to: table, in: db)
  }

  /// Makes what the register has of a name, by the statement that made it there.
  ///
  /// - Returns: whether the register has it.
  @discardableResult
  private func create(_ type: String, _ name: String) throws -> Bool {
    let sql = try String.fetchOne(
      db, sql: "SELECT sql FROM register.sqlite_master WHERE type = ? AND name = ?",
      arguments: [type, name])
    guard let sql else { return false }
    // Who edits the copy gets no id again that was taken.
    let key = "fid INTEGER PRIMARY KEY"
    try db.execute(sql: sql.replacing("\(key) NOT", with: "\(key) AUTOINCREMENT NOT"))
    return true
  }

  static func quoted(_ name: String) -> String {
    "\"\(name.replacing("\"", with: "\"\""))\""
  }
}

extension PublishedFile {
  /// Writes the styles and the metadata of the layers.
  func describe(_ publication: Publication, tables: [String]) throws {
    try db.execute(sql: PublishedFile.styleTable)
    for style in publication.styles {
      let shape = try String.fetchOne(
        db, sql: "SELECT column_name FROM main.gpkg_geometry_columns WHERE table_name = ?",
        arguments: [style.table])
      try db.execute(
        sql: """
          INSERT INTO main.layer_styles (f_table_catalog, f_table_schema, f_table_name,
            f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner)
          VALUES ('', '', ?, ?, ?, ?, ?, 1, '', '')
          """,
        arguments: [style.table, shape, String(style.name.prefix(30)), style.qml, style.sld])
    }
    try db.execute(sql: PublishedFile.metadataTables)
    try db.execute(
      sql: """
        INSERT INTO main.gpkg_metadata VALUES
          (1, 'dataset', 'http://purl.org/dc/terms/', 'application/json', ?)
        """, arguments: [publication.metadata])
    try db.execute(
      sql: """
        INSERT INTO main.gpkg_metadata_reference (reference_scope, md_file_id)
          VALUES ('geopackage', 1)
        """)
    for table in tables {
      try db.execute(
        sql: """
          INSERT INTO main.gpkg_metadata_reference (reference_scope, table_name, md_file_id)
            VALUES ('table', ?, 1)
          """, arguments: [table])
    }
  }

  /// The table in which QGIS keeps styles, with the columns that it makes itself. It is registered
  /// as a table of attributes: where others are and it is not, QGIS 3.22 does not find it.
  private static let styleTable = """
    CREATE TABLE main.layer_styles (
      id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      f_table_catalog TEXT(256),
      f_table_schema TEXT(256),
      f_table_name TEXT(256),
      f_geometry_column TEXT(256),
      styleName TEXT(30),
      styleQML TEXT,
      styleSLD TEXT,
      useAsDefault BOOLEAN,
      description TEXT,
      owner TEXT(30),
      ui TEXT(30),
      update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))
    );
    INSERT INTO main.gpkg_contents (table_name, data_type, identifier, description)
      VALUES ('layer_styles', 'attributes', 'layer_styles', '图层样式');
    """

  /// The metadata extension.
  ///
  /// Source: OGC 12-128r17, Annex F.8 (`gpkg_metadata`).
  private static let metadataTables = """
    CREATE TABLE main.gpkg_metadata (
      id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL,
      md_scope TEXT NOT NULL DEFAULT 'dataset',
      md_standard_uri TEXT NOT NULL,
      mime_type TEXT NOT NULL DEFAULT 'text/xml',
      metadata TEXT NOT NULL DEFAULT ''
    );
    CREATE TABLE main.gpkg_metadata_reference (
      reference_scope TEXT NOT NULL,
      table_name TEXT,
      column_name TEXT,
      row_id_value INTEGER,
      timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      md_file_id INTEGER NOT NULL,
      md_parent_id INTEGER,
      CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
      CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id)
    );
    INSERT INTO main.gpkg_extensions VALUES
      ('gpkg_metadata', NULL, 'gpkg_metadata',
        'http://www.geopackage.org/spec130/#extension_metadata', 'read-write'),
      ('gpkg_metadata_reference', NULL, 'gpkg_metadata',
        'http://www.geopackage.org/spec130/#extension_metadata', 'read-write');
    """
}

/// What a published copy says of itself beside the rows.
public struct Publication: Hashable, Sendable {
  /// How a layer is drawn.
  public struct Style: Hashable, Sendable {
    /// The layer's table.
    public var table: String
    /// The style's name.
    public var name: String
    /// The style as QGIS has it.
    public var qml: String
    /// The style as Styled Layer Descriptor.
    public var sld: String

    /// A style.
    public init(table: String, name: String, qml: String, sld: String) {
      self.table = table
      self.name = name
      self.qml = qml
      self.sld = sld
    }
  }

  /// The default style of each layer.
  public var styles: [Style]
  /// Where the content comes from, as JSON with the names of Dublin Core.
  public var metadata: String

  /// A publication.
  public init(styles: [Style], metadata: String) {
    self.styles = styles
    self.metadata = metadata
  }
}

/// A layer that has shapes.
public struct ShapeLayer: Hashable, Sendable {
  /// Its table.
  public var table: String
  /// Its title.
  public var title: String
  /// The type of its shapes as GeoPackage names it: `MULTIPOLYGON`, `GEOMETRY` …
  public var geometryType: String
  /// What it stands for; `nil` of the parcels.
  public var role: LayerRole?
  /// Whether it only shows roughly where something lies.
  public var isSchematic: Bool
}
