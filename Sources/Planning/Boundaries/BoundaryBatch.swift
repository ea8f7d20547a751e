public import SimpleFeatures

/// Some of the boundaries of one file, in the file's order.
public struct BoundaryBatch: Hashable, Sendable {
  /// The shapes with the coordinates of the file, x east and y north, as they are kept.
  public var shapes: GeometryColumn
  /// The same shapes in the register's coordinate system; `nil` where that is the file's.
  public var layerShapes: GeometryColumn?
  /// For a shape that was mended the one before, by its place in the batch.
  public var originals: [Int: Geometry]
  /// What is said and was measured of each.
  public var records: [BoundaryRecord]

  /// A batch; as many shapes as records.
  public init(
    shapes: GeometryColumn, layerShapes: GeometryColumn? = nil, originals: [Int: Geometry] = [:],
    records: [BoundaryRecord]
  ) {
    self.shapes = shapes
    self.layerShapes = layerShapes
    self.originals = originals
    self.records = records
  }
}
