internal import GRDB
public import Planning
public import SimpleFeatures

/// A GeoPackage of layers that are made elsewhere, as the findings of a check are: with styles,
/// spatial indexes, the columns' names for people, and a metadata record.
public struct LayerFile: Sendable {
  /// A column of a layer.
  public struct Column: Sendable {
    var name: String
    var type: String
    var title: String
    var note: String?

    /// A column.
    ///
    /// - Parameters:
    ///   - type: its type as GeoPackage names it: `TEXT`, `INTEGER`, `REAL`, `BOOLEAN`, `DATETIME`.
    ///   - title: its name for people.
    public init(name: String, type: String, title: String, note: String? = nil) {
      self.name = name
      self.type = type
      self.title = title
      self.note = note
    }
  }

  /// A layer, or a table of attributes.
  public struct Layer: Sendable {
    /// The table's name.
    public var table: String
    var title: String
    var description: String
    var columns: [Column]
    var features: FeatureTable
    var hasShapes: Bool

    /// A layer.
    ///
    /// - Parameters:
    ///   - table: the table's name: lower-case letters, digits and `_`.
    ///   - features: the rows; the values of each column in turn, and shapes of one dimension.
    ///   - hasShapes: whether it is a layer of features, else a table of attributes.
    public init(
      table: String, title: String, description: String, columns: [Column],
      features: FeatureTable, hasShapes: Bool
    ) {
      self.table = table
      self.title = title
      self.description = description
      self.columns = columns
      self.features = features
      self.hasShapes = hasShapes
    }
  }

  /// The layers in the order readers list them.
  public var layers: [Layer]
  /// The coordinate system of all shapes.
  public var system: CoordinateSystemDefinition?
  /// Styles and metadata.
  public var publication: Publication

  /// A file.
  public init(layers: [Layer], system: CoordinateSystemDefinition?, publication: Publication) {
    self.layers = layers
    self.system = system
    self.publication = publication
  }

  /// Writes the file; it appears whole or not at all.
  ///
  /// - Parameters:
  ///   - target: the file to write.
  ///   - overwriting: whether a file that is there is replaced.
  ///   - register: a register that is never replaced.
  /// - Throws: ``RegisterError`` `alreadyExists` where a file is there and is not to be replaced, or
  ///   is the register; `notPermitted` where it cannot be written.
  public func write(to target: String, overwriting: Bool, register: String?) throws {
    let file = DraftFile(target: target, overwrites: overwriting, register: register)
    try file.make { db in
      try db.inTransaction {
        try db.execute(sql: GeoPackageTables.sql)
        if let system { try SpatialIndex.register([system], in: db) }
        for layer in layers { try write(layer, in: db) }
        try PublishedFile(db: db).describe(publication, tables: layers.map(\.table))
        return .commit
      }
    }
  }

  private func write(_ layer: Layer, in db: Database) throws {
    let shapes = layer.features.shapes.withMultiples().withoutHeights()
    let type = shapes.types.lazy.compactMap(\.self).first?.wellKnownName ?? "GEOMETRY"
    let srs = layer.hasShapes ? system?.epsg ?? -1 : nil
    let geometry = layer.hasShapes ? ", geom \(type)" : ""
    let definitions = layer.columns.map { ", \(PublishedFile.quoted($0.name)) \($0.type)" }
    try db.execute(
      sql: """
        CREATE TABLE \(layer.table) (
          fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL\(geometry)\(definitions.joined()))
        """)
    try db.execute(
      sql: """
        INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)
        VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [
        layer.table, layer.hasShapes ? "features" : "attributes", layer.title, layer.description,
        srs,
      ])
    for column in layer.columns {
      try db.execute(
        sql: """
          INSERT INTO gpkg_data_columns (table_name, column_name, title, description)
          VALUES (?, ?, ?, ?)
          """, arguments: [layer.table, column.name, column.title, column.note])
    }
    let index = SpatialIndex(table: layer.table)
    if let srs { try index.create(type: type, srs: srs, in: db) }
    let (boxes, extent) = try insert(layer, shapes, srs: srs, in: db)
    guard layer.hasShapes else { return }
    try PackedIndex.write(boxes, to: index, in: db)
    try index.createTriggers(in: db)
    try ExtentChange.write(extent, to: layer.table, in: db)
  }

  private func insert(
    _ layer: Layer, _ shapes: GeometryColumn, srs: Int?, in db: Database
  ) throws -> (boxes: [PackedIndex.Entry], extent: Envelope?) {
    let names = layer.columns.map { PublishedFile.quoted($0.name) } + (srs == nil ? [] : ["geom"])
    let marks = ["?"] + names.map { _ in "?" }
    let insertion = try BulkStatement(
      db,
      "INSERT INTO \(layer.table) (\((["fid"] + names).joined(separator: ", "))) VALUES "
        + "(\(marks.joined(separator: ", ")))")
    var boxes: [PackedIndex.Entry] = []
    var extent: Envelope?
    var buffer: [UInt8] = []
    for feature in 0..<layer.features.count {
      insertion.bind(feature + 1)
      for (column, field) in zip(layer.columns, layer.features.fields) {
        switch field.values[feature] {
        case .none: insertion.bind(nil as String?)
        case .integer(let number) where column.type == "REAL": insertion.bind(Double(number))
        case .integer(let number): insertion.bind(number)
        case .real(let number): insertion.bind(number)
        case .text(let text): insertion.bind(text)
        }
      }
      guard let srs else {
        try insertion.execute()
        continue
      }
      buffer.removeAll(keepingCapacity: true)
      let blob = GeometryBlob.append(shapes, feature, srs: srs, to: &buffer)
      try insertion.execute(blobs: [blob], of: buffer)
      guard blob != nil, let box = shapes.envelope(of: feature) else { continue }
      boxes.append(PackedIndex.Entry(Int64(feature + 1), box))
      extent = extent?.union(box) ?? box
    }
    return (boxes, extent)
  }
}
