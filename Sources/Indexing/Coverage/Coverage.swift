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
