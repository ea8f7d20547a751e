internal import Foundation
internal import GRDB
public import Planning
public import SimpleFeatures
internal import Terms

/// Some features of a reference layer.
public struct LayerFeatures: Sendable {
  /// Shapes and attributes; the places are the features' numbers in the layer.
  public var table: FeatureTable
  /// Why a shape is not valid (a key of ``ShapeFault/reason``), by its place in the table.
  public var faults: [Int: String] = [:]
}

/// The reference layers and their features.
public struct StoredLayers: RegisterPart {
  let reader: RegisterReader

  /// The reference layers in force as of a moment, by name: of each the version of the latest date,
  /// and of one date the latest version.
  public func inForce(at moment: Moment) throws -> [LayerVersion] {
    try versions(
      where: """
        v.recorded_at <= :known AND (:day IS NULL OR v.date IS NULL OR v.date <= :day)
        AND NOT EXISTS (
          SELECT 1 FROM layer_version w WHERE w.name = v.name AND w.recorded_at <= :known
          AND (:day IS NULL OR w.date IS NULL OR w.date <= :day)
          AND (coalesce(w.date, ''), w.version) > (coalesce(v.date, ''), v.version))
        ORDER BY v.name
        """, RegisterReader.bounds(moment))
  }

  /// The version of a layer that was recorded last.
  func newest(_ name: String) throws -> LayerVersion? {
    try versions(where: "v.name = :name ORDER BY v.version DESC LIMIT 1", ["name": name]).first
  }

  private func versions(
    where condition: String, _ arguments: [String: (any DatabaseValueConvertible)?]
  ) throws -> [LayerVersion] {
    try Row.fetchAll(
      db, sql: "SELECT v.* FROM layer_version v WHERE \(condition)",
      arguments: StatementArguments(arguments)
    ).map { row in
      let (role, quality): (String, String) = (row["role"], row["quality"])
      guard let role = LayerRole(rawValue: role), let quality = BoundaryQuality(rawValue: quality)
      else { throw RegisterError(.otherSchema, path: path, seen: "\(role), \(quality)") }
      let date: String? = row["date"]
      let source = LayerSource(
        name: row["name"], role: role, quality: quality,
        file: SourceFile(
          name: row["source_file"], sha256: row["sha256"], extractor: row["extractor"]),
        date: date.flatMap { CalendarDate(iso: $0) }, epsg: row["srs_id"],
        transformation: row["transformation"])
      let minX: Double? = row["min_x"]
      let box = minX.map {
        Envelope(minX: $0, minY: row["min_y"], maxX: row["max_x"], maxY: row["max_y"])
      }
      return LayerVersion(
        source: source, version: row["version"], recordedAt: row["recorded_at"],
        table: row["table_name"], featureCount: row["feature_count"],
        faultCount: row["fault_count"], envelope: box,
        fields: try coder.fact(
          [LayerVersion.Field].self, row["fields"],
          at: SourcePlace(file: "", lineStart: 0, lineEnd: 0)))
    }
  }

  /// The R-tree of a layer's version; `nil` where it is no longer kept.
  public func index(of layer: LayerVersion) throws -> String? {
    let name = SpatialIndex(table: layer.table).name
    return try db.tableExists(name) ? name : nil
  }

  /// Hands over the features of a version of a layer in their order, some thousand at a time.
  ///
  /// - Parameter box: only those whose box meets it, in the layer's coordinate system; of the version
  ///   in force they are found by its R-tree.
  public func forEachFeatures(
    of layer: LayerVersion, in box: Envelope? = nil, _ body: (LayerFeatures) throws -> Void
  ) throws {
    var selection = RowSelection(
      table: layer.table, columns: layer.fields.map(\.column) + ["fault"])
    selection.box = box
    selection.batch = 4_096
    try reader.tables.forEachRows(selection) { rows in
      var some = LayerFeatures(table: rows)
      some.table.name = layer.source.name
      some.table.coordinateSystem.epsg = layer.source.epsg
      for (index, fault) in some.table.fields.removeLast().values.enumerated() {
        if let reason = fault.text { some.faults[index] = reason }
      }
      for (index, field) in layer.fields.enumerated() {
        (some.table.fields[index].name, some.table.fields[index].title) = (field.name, field.title)
      }
      try body(some)
      return true
    }
  }
}
