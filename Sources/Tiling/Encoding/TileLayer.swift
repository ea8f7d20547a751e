public import SimpleFeatures

/// One layer of a tile to be written: shapes, and beside them the attributes of the whole layer.
public struct TileLayer: Sendable {
  /// Its name; no two layers of a tile have the same.
  public var name: String
  /// Shapes in whole units of the tile, y to the south; areas as ``TileFeatures`` has them.
  public var shapes: GeometryColumn
  /// For each shape the row of the attributes and identifiers that belong to it.
  public var rows: [Int]
  /// The attributes of all rows, each with another name.
  public var fields: [FieldColumn]
  /// The features' numbers by row; without where empty.
  public var identifiers: [UInt64]
  /// Attributes whose numbers 0 and 1 are written as `false` and `true`.
  public var flags: Set<String>
  /// Units along a side of the tile.
  public var extent: Int

  /// A layer of a tile's features.
  public init(
    name: String, _ features: TileFeatures, fields: [FieldColumn] = [],
    identifiers: [UInt64] = [], flags: Set<String> = [], extent: Int = 4096
  ) {
    self.name = name
    shapes = features.shapes
    rows = features.rows
    self.fields = fields
    self.identifiers = identifiers
    self.flags = flags
    self.extent = extent
  }
}
