internal import Foundation
internal import GRDB
public import Planning
public import SimpleFeatures

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
    let columns = ["fid", "geom", "fault"] + layer.fields.map { quoted($0.column) }
    var sql = "SELECT \(columns.joined(separator: ", ")) FROM \(layer.table)"
    let index = SpatialIndex(table: layer.table).name
    let isIndexed = try db.tableExists(index)
    if isIndexed, box != nil {
      sql += """
         WHERE fid IN (
          SELECT id FROM \(index) WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?)
        """
    }
    let rows = try BulkStatement(db, sql + " ORDER BY fid")
    if isIndexed, let box {
      for value in [box.minX, box.maxX, box.minY, box.maxY] { rows.bind(value) }
    }
    func empty() -> LayerFeatures {
      var table = FeatureTable(name: layer.source.name)
      table.coordinateSystem.epsg = layer.source.epsg
      table.coordinateSystem.axisOrder = .eastingFirst
      table.fields = layer.fields.map { FieldColumn(name: $0.name, title: $0.title) }
      return LayerFeatures(table: table)
    }
    var some = empty()
    while try rows.step() {
      if let box {
        let own = rows.withBytes(1) { GeometryBlob.envelope($0) }
        guard let own, own.intersects(box) else { continue }
      }
      if let fault = rows.text(2) { some.faults[some.table.count] = fault }
      try reader.append(rows, 1, type: nil, to: &some.table.shapes)
      some.table.places.append(Int(rows.integer(0)))
      for field in layer.fields.indices {
        some.table.fields[field].values.append(rows.value(Int32(field + 3)))
      }
      guard some.table.count >= 4_096 || some.table.shapes.vertexCount >= 500_000 else { continue }
      try body(some)
      some = empty()
    }
    if some.table.count > 0 { try body(some) }
  }
}
