public import Answers
internal import GRDB
public import Planning

extension RegisterReader {
  /// The layers that have shapes.
  public func shapeLayers() throws -> [ShapeLayer] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT c.table_name, c.identifier, g.geometry_type_name, v.name, v.role, v.quality
        FROM gpkg_contents c JOIN gpkg_geometry_columns g USING (table_name)
          LEFT JOIN layer_version v USING (table_name)
        WHERE c.data_type = 'features' ORDER BY c.rowid
        """
    ).map { row in
      let (name, title): (String?, String?) = (row["name"], row["identifier"])
      let (role, quality): (String?, String?) = (row["role"], row["quality"])
      return ShapeLayer(
        table: row["table_name"], title: name ?? title ?? row["table_name"],
        geometryType: row["geometry_type_name"],
        role: role.map { LayerRole(rawValue: $0) ?? .other },
        isSchematic: quality == BoundaryQuality.schematic.rawValue)
    }
  }

  /// The uses of the parcels in force, as the layer of parcels writes them, the commonest name of a
  /// code first.
  public func landUsesInForce() throws -> [LandUse] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT land_use_scheme, land_use_code, land_use_name, count(*) AS uses FROM parcels
        WHERE land_use_code IS NOT NULL GROUP BY 1, 2, 3 ORDER BY land_use_code, uses DESC
        """
    ).map { row in
      let scheme: String? = row["land_use_scheme"]
      return LandUse(
        scheme: scheme.flatMap { LandUseScheme(rawValue: $0) } ?? .unknown,
        code: row["land_use_code"], name: row["land_use_name"])
    }
  }

  /// The documents, files of boundaries and reference layers that what is in force comes from.
  ///
  /// - Parameter moment: as of which moment documents are in force and files were known; layers are
  ///   those of now.
  public func publicationSources(at moment: Moment = .now) throws -> [PublicationSource] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT 'document' AS kind, v.number AS identifier, v.title, v.date, v.version,
          NULL AS quality, v.source_file, v.sha256, v.extractor, v.recorded_at, v.id
        FROM document_version v WHERE \(RegisterReader.inForce)
        UNION ALL
        SELECT 'boundaries', NULL, NULL, date, NULL, quality, source_file, sha256, extractor,
          recorded_at, id
        FROM boundary_import
        WHERE recorded_at <= :known AND (:day IS NULL OR date IS NULL OR date <= :day)
        UNION ALL
        SELECT 'layer', l.name, NULL, l.date, l.version, l.quality, l.source_file, l.sha256,
          l.extractor, l.recorded_at, l.id
        FROM layer_version l JOIN gpkg_contents c USING (table_name)
        ORDER BY 1 DESC, 4, 11
        """, arguments: StatementArguments(RegisterReader.bounds(moment)))
    return rows.map { row in
      let (kind, quality): (String, String?) = (row["kind"], row["quality"])
      return PublicationSource(
        kind: PublicationSource.Kind(rawValue: kind) ?? .document, identifier: row["identifier"],
        title: row["title"], date: row["date"], version: row["version"],
        quality: quality.flatMap { BoundaryQuality(rawValue: $0) }, file: row["source_file"],
        sha256: row["sha256"], extractor: row["extractor"], recordedAt: row["recorded_at"])
    }
  }

  /// The counties that the documents name.
  public func counties() throws -> [String] {
    try String.fetchAll(
      db,
      sql: "SELECT DISTINCT county FROM document_version WHERE county IS NOT NULL ORDER BY county")
  }
}
