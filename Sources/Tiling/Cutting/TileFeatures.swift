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

extension TileFeatures {
  /// Puts other shapes in the place of some; they are rounded, cleaned and turned as all others and
  /// looked at again, so that ``doubtful`` is up to date.
  ///
  /// Of a collection the members of the feature's own dimension are taken. A shape of which nothing
  /// is left is counted as too small and its feature left out.
  ///
  /// - Parameter replacements: shapes in units of the tile, by place.
  public mutating func replaceShapes(_ replacements: [Int: Geometry?]) {
    guard !replacements.isEmpty else { return }
    var (output, writer) = (TileFeatures(), ShapeRounding())
    output.loss = loss
    output.shapes.reserve(features: count, vertices: shapes.vertexCount)
    let wasDoubtful = Set(doubtful)
    for place in 0..<count {
      guard let replacement = replacements[place] else {
        if wasDoubtful.contains(place) { output.doubtful.append(output.count) }
        output.shapes.append(feature: place, of: shapes)
        output.rows.append(rows[place])
        continue
      }
      guard let type = shapes.types[place], let replacement,
        writer.round(replacement, dimension: type.dimension)
      else {
        output.loss.featuresTooSmall += 1
        continue
      }
      writer.finish(type, row: rows[place], into: &output)
    }
    self = output
  }

  /// Keeps no more than so many features: the largest by width and height of their boxes together,
  /// of equal ones the first. Their order stays. What is left out is counted.
  public mutating func limit(to most: Int) {
    guard count > max(most, 0) else { return }
    let sizes = (0..<count).map { place in
      shapes.envelope(of: place).map { $0.width + $0.height } ?? 0
    }
    let ranked = (0..<count).sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    let kept = ranked.prefix(max(most, 0)).sorted()
    let wasDoubtful = Set(doubtful)
    doubtful = kept.indices.filter { wasDoubtful.contains(kept[$0]) }
    loss.featuresOverLimit += count - kept.count
    shapes = shapes.selecting(kept)
    rows = kept.map { rows[$0] }
  }
}

/// What a tile does not show of the features that meet it.
public struct TileLoss: Hashable, Sendable {
  /// Features left out because they are too small: below the least area or length, or without area
  /// or length once rounded.
  public var featuresTooSmall = 0
  /// Features left out because the tile would have too many.
  public var featuresOverLimit = 0
  /// Features left out because a coordinate is no number or farther out than 10¹² m.
  public var featuresNotFinite = 0
  /// Parts and holes, below the least area or length, of features that are shown.
  public var partsTooSmall = 0
  /// Vertices left out by simplification and by rounding, of features that are shown. Those that
  /// were cut off with the rest of a feature are not among them.
  public var verticesRemoved = 0

  /// Nothing lost.
  public init() {}

  /// Adds what another stretch of the same tile lost.
  public static func += (sum: inout TileLoss, other: TileLoss) {
    sum.featuresTooSmall += other.featuresTooSmall
    sum.featuresOverLimit += other.featuresOverLimit
    sum.featuresNotFinite += other.featuresNotFinite
    sum.partsTooSmall += other.partsTooSmall
    sum.verticesRemoved += other.verticesRemoved
  }
}
