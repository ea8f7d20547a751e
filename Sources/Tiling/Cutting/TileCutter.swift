public import SimpleFeatures

/// Makes the features of one layer in one tile: simplified, cut, rounded and looked at.
///
/// Shapes come in metres of EPSG:3857. Whether something is too small and which vertices are left
/// out is decided on the whole shape in these metres, before it is cut, so that neighbouring tiles
/// decide alike. A cutter keeps no state: several threads may work on stretches of the features,
/// which ``TileFeatures/init(joining:)`` puts together.
public struct TileCutter: Sendable {
  /// What is cut and how much is left out.
  public struct Options: Hashable, Sendable {
    /// Units along a side of the tile.
    public var extent = 4096
    /// The margin in units.
    public var buffer = 64
    /// How far the outline may be off, in units; 0 leaves out only what rounding makes equal or
    /// puts in line.
    public var tolerance = 0.0
    /// Rings of less area are left out, in square units.
    public var leastArea = 0.0
    /// Lines of less length are left out, in units.
    public var leastLength = 0.0

    /// All that a zoom can show: from 14 on everything, before that an outline to one unit, no
    /// areas of less than four square units and no lines of less than two units.
    public init(zoom: Int) {
      guard zoom < 14 else { return }
      (tolerance, leastArea, leastLength) = (1, 4, 2)
    }
  }

  /// The tile's units.
  public let grid: TileGrid
  /// What is left out.
  public let options: Options
  /// The nodes of the layer's boundaries; without them the same boundary of two areas may be
  /// simplified in two ways.
  public let nodes: BoundaryNodes?

  /// A cutter.
  ///
  /// - Parameters:
  ///   - options: `nil` for those of the tile's zoom.
  ///   - nodes: those of the column that is cut; not needed where the tolerance is 0.
  public init(_ address: TileAddress, _ options: Options? = nil, nodes: BoundaryNodes? = nil) {
    let options = options ?? Options(zoom: address.zoom)
    self.options = options
    grid = TileGrid(address, extent: options.extent)
    self.nodes = nodes
  }

  /// Makes the features of a tile.
  ///
  /// - Parameters:
  ///   - column: shapes in metres of EPSG:3857, rings closed.
  ///   - features: those that may meet the tile; others cost a look at their box.
  /// - Precondition: the nodes, where there are any, are those of the column.
  public func cut(_ column: GeometryColumn, features: ArraySlice<Int>) -> TileFeatures {
    var output = TileFeatures()
    var work = FeatureCutting(self)
    for feature in features { work.cut(feature, of: column, into: &output) }
    output.loss.verticesRemoved += work.removed
    return output
  }

  /// Makes the features of a tile.
  public func cut(_ column: GeometryColumn, features: [Int]) -> TileFeatures {
    cut(column, features: features[...])
  }
}
