internal import GRDB

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
