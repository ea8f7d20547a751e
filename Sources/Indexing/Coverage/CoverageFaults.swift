public import SimpleFeatures

/// Where the areas of one layer do not tile the land, in columns.
public struct CoverageFaults: Hashable, Sendable {
  /// The pairs of features that share land, each once, the lower first; with the pairs that could
  /// not be measured.
  public var overlaps = OverlapPairs()
  /// The areas that the layer encloses and no feature covers.
  public var gaps = CoverageGaps()
  /// The vertices on a neighbour's edge that has none there.
  public var missingVertices = CoverageVertices()
  /// The vertices that lie off a neighbour's edge by a little.
  public var nearMisses = CoverageVertices()
  /// The features that took part as GEOS mends them, because their shape is not valid, in ascending
  /// order.
  public var mended: [Int] = []
  /// The features that were not checked, because GEOS cannot mend their shape; overlaps with them
  /// are told where GEOS can measure them.
  public var notChecked: [Int] = []
  /// How many boundaries could not be followed around, because edges cross closer together than the
  /// tolerance: a gap beside them may not be told.
  public var openBoundaries = 0

  /// No faults.
  public init() {}

  /// Whether the features tile the land without a fault, as far as they were checked.
  public var isEmpty: Bool {
    overlaps.count == 0 && overlaps.failures.isEmpty && gaps.count == 0
      && missingVertices.count == 0 && nearMisses.count == 0
  }
}

/// Areas enclosed by a layer that no feature covers, in columns; ordered by their least x, then y.
public struct CoverageGaps: Hashable, Sendable {
  /// The gaps as polygons, islands in them as holes.
  public var shapes = GeometryColumn()
  /// Their areas, islands not counted.
  public var areas: [Double] = []
  /// The lengths of their boundaries, those of islands included.
  public var perimeters: [Double] = []
  /// The features around each gap: those of gap `i` begin at `neighbourOffsets[i]`.
  public var neighbourOffsets: [Int32] = [0]
  /// The features around all gaps, ascending for each.
  public var neighbours: [Int32] = []

  /// No gaps.
  public init() {}

  /// The number of gaps.
  public var count: Int { areas.count }

  /// The features around a gap, in ascending order.
  public func neighbours(of gap: Int) -> ArraySlice<Int32> {
    neighbours[Int(neighbourOffsets[gap])..<Int(neighbourOffsets[gap + 1])]
  }
}

/// Vertices of features beside edges of neighbours, in columns; ordered by neighbour, then x, then y.
///
/// Where several features have the same vertex, only the first of them is told.
public struct CoverageVertices: Hashable, Sendable {
  /// The features that have the vertex.
  public var features: [Int32] = []
  /// The neighbours that have none there.
  public var neighbours: [Int32] = []
  /// Easting or longitude of the vertex.
  public var x: [Double] = []
  /// Northing or latitude of the vertex.
  public var y: [Double] = []
  /// How far it lies from the neighbour's nearest edge.
  public var distances: [Double] = []

  /// No vertices.
  public init() {}

  /// Their number.
  public var count: Int { features.count }
}
