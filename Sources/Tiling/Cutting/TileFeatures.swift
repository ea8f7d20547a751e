public import SimpleFeatures

/// The features of one layer in one tile: shapes in whole units of the tile, y to the south.
///
/// Areas are as the Mapbox Vector Tile Specification 2.1 wants them, but for those that are
/// ``doubtful``: whoever has a library for it makes them valid on the grid (snap rounding) and puts
/// them back with ``replaceShapes(_:)``.
public struct TileFeatures: Hashable, Sendable {
  /// The shapes. All coordinates are whole numbers; shells of areas run clockwise on the screen.
  public internal(set) var shapes = GeometryColumn()
  /// Which feature of the layer each of them is.
  public internal(set) var rows: [Int] = []
  /// The places, ascending, of areas of which it is not sure that they are valid.
  public internal(set) var doubtful: [Int] = []
  /// What is not shown.
  public internal(set) var loss = TileLoss()

  /// No features.
  public init() {}

  /// The number of features.
  public var count: Int { rows.count }

  /// The features of several stretches of one layer in one tile, in their order.
  public init(joining stretches: [TileFeatures]) {
    shapes = GeometryColumn(joining: stretches.map(\.shapes), workers: 1)
    for stretch in stretches {
      doubtful += stretch.doubtful.map { $0 + rows.count }
      rows += stretch.rows
      loss += stretch.loss
    }
  }
}
