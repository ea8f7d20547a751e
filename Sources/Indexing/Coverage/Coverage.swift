public import SimpleFeatures
internal import Topology

/// Whether the areas of a layer tile the land: without overlaps, without gaps, vertex on vertex.
///
/// Found by matching edges, not by uniting shapes. See Documentation/Overlay.md.
public enum Coverage {
  /// What is wrong with a layer of areas that should tile the land.
  ///
  /// Features that are no areas take no part. A shape that is not valid takes part as GEOS mends it
  /// and is listed in ``CoverageFaults/mended``; where GEOS cannot, in ``CoverageFaults/notChecked``.
  /// The result depends neither on the order of the features nor on the number of threads.
  ///
  /// - Throws: `TopologyFault` where GEOS has no memory.
  public static func faults(
    of layer: GeometryColumn, options: CoverageOptions = .init()
  ) throws -> CoverageFaults {
    var faults = CoverageFaults()
    let workers = OverlapOptions(workers: options.workers).workerCount
    let layer = try mended(layer, options, workers, &faults)
    let index = LayerIndex(
      of: layer, origin: LayerIndex.origin(of: layer), invalid: faults.notChecked,
      workers: workers)
    let edges = try FreeEdges(of: layer, index, workers: workers)
    let overlaps = try overlaps(of: layer, index, edges, workers)
    let nodes = CoverageNodes(of: edges, tolerance: options.vertexTolerance)
    let meetings = try EdgeMeetings(
      of: edges, nodes, in: layer, index, options: options, workers: workers)
    var boundary = NodedBoundary(of: edges, nodes, meetings)
    index.lend(with: layer) { boundary.dropCovered(by: overlaps, $0) }
    let loops = BoundaryLoops(of: boundary)
    faults.openBoundaries = loops.openCount
    faults.gaps = CoverageGaps(among: loops, options: options)
    (faults.missingVertices, faults.nearMisses) = CoverageVertices.sorted(
      meetings.beside, tolerance: options.vertexTolerance)
    faults.overlaps = overlaps.over(options.minimumOverlap)
    return faults
  }

  /// The pairs of features that share land. Those that lie where free edges say that the layer covers
  /// the land once are not looked at.
  private static func overlaps(
    of layer: GeometryColumn, _ index: LayerIndex, _ edges: FreeEdges, _ workers: Int
  ) throws -> OverlapPairs {
    var box = Box.empty
    for feature in index.features { box.add(feature.box) }
    let quiet = QuietLand(of: edges, within: box, featureCount: index.features.count)
    let alone = index.features.map { $0.role == .area && quiet.contains($0.box) }
    return try OverlapSearch(
      within: layer, index, alone: alone, options: OverlapOptions(workers: workers)
    ).pairs()
  }

  /// The layer with invalid shapes mended; what cannot be mended is noted.
  private static func mended(
    _ layer: GeometryColumn, _ options: CoverageOptions, _ workers: Int,
    _ faults: inout CoverageFaults
  ) throws -> GeometryColumn {
    var invalid = options.invalid ?? []
    if options.invalid == nil {
      let validity = try ColumnValidity(proving: layer, workers: workers)
      invalid = validity.invalid.map(\.feature) + validity.verdict.refused.map(\.feature)
      invalid.sort()
    }
    let engine = try GeometryEngine()
    var shapes: [Int: Geometry] = [:]
    for feature in invalid {
      guard let shape = layer[feature], shape.type.dimension == 2 else { continue }
      do {
        shapes[feature] = try engine.repaired(shape).geometry
        faults.mended.append(feature)
      } catch {
        faults.notChecked.append(feature)
      }
    }
    var layer = layer
    layer.replaceShapes(shapes)
    return layer
  }
}

extension OverlapPairs {
  /// The pairs with more than an area in common.
  fileprivate func over(_ minimumArea: Double) -> OverlapPairs {
    guard areas.contains(where: { $0 <= minimumArea }) else { return self }
    var pairs = self
    let kept = areas.indices.filter { areas[$0] > minimumArea }
    pairs.first = kept.map { first[$0] }
    pairs.second = kept.map { second[$0] }
    pairs.areas = kept.map { areas[$0] }
    return pairs
  }
}

extension NodedBoundary {
  /// Drops the pieces that lie inside a feature that overlaps theirs.
  fileprivate mutating func dropCovered(by overlaps: OverlapPairs, _ view: LayerView) {
    guard overlaps.count > 0 else { return }
    var others: [Int32: [Int32]] = [:]
    for index in 0..<overlaps.count {
      others[overlaps.first[index], default: []].append(overlaps.second[index])
      others[overlaps.second[index], default: []].append(overlaps.first[index])
    }
    var locator = OverlapMeter()
    drop { middle, features in
      features.contains { feature in
        (others[feature] ?? []).contains { other in
          !features.contains(other) && view.role(of: Int(other)) == .area
            && locator.contains(middle, in: Int(other), view)
        }
      }
    }
  }
}

/// How near is near, and what is told, where a layer is checked for tiling the land.
public struct CoverageOptions: Hashable, Sendable {
  /// Overlaps of more than this area are told, in the square of the coordinates' unit.
  public var minimumOverlap: Double
  /// Points no farther apart than this are one, and a vertex no farther than this from an edge lies
  /// on it: by default the millimetre to which surveys are rounded.
  public var vertexTolerance: Double
  /// A vertex that lies off a neighbour's edge by no more than this is a near miss.
  public var nearMissDistance: Double
  /// Gaps of more than this area are not told: a lake that is nobody's parcel. All are told where it
  /// is not said.
  public var maximumGapArea: Double?
  /// The features whose shape is not valid, in ascending order; where it is not said every shape is
  /// judged here.
  public var invalid: [Int]?
  /// The number of threads; as many as there are cores where it is not said.
  public var workers: Int?

  /// Options.
  public init(
    minimumOverlap: Double = 0, vertexTolerance: Double = 0.001, nearMissDistance: Double = 0.05,
    maximumGapArea: Double? = nil, invalid: [Int]? = nil, workers: Int? = nil
  ) {
    self.minimumOverlap = minimumOverlap
    self.vertexTolerance = vertexTolerance
    self.nearMissDistance = nearMissDistance
    self.maximumGapArea = maximumGapArea
    self.invalid = invalid
    self.workers = workers
  }
}

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
