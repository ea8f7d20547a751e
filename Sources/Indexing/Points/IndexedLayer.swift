public import SimpleFeatures

/// A layer with its index, built once and then asked by many at the same time.
public final class IndexedLayer: Sendable {
  /// A feature that holds a point.
  public struct PointMatch: Hashable, Sendable {
    /// The feature, counted from 0.
    public var feature: Int
    /// Where the point lies to it; `nil` where that cannot be said: it is no area, or not valid.
    public var isOnBoundary: Bool?
  }

  /// The shapes.
  public let shapes: GeometryColumn
  private let index: LayerIndex
  /// The box of each feature, those of points and lines too.
  private let boxes: [Box]
  private let tree: FeatureTree

  /// Indexes a layer.
  ///
  /// - Parameters:
  ///   - invalid: the features whose shape is not valid; where it is not said every shape is judged
  ///     here.
  ///   - workers: how many threads; as many as there are cores where it is not said.
  /// - Throws: `TopologyFault` where GEOS, which judges doubtful shapes, has no memory.
  public init(_ shapes: GeometryColumn, invalid: [Int]? = nil, workers: Int? = nil) throws {
    let workers = OverlapOptions(workers: workers).workerCount
    self.shapes = shapes
    index = try LayerIndex(
      of: shapes, origin: LayerIndex.origin(of: shapes), knownInvalid: invalid, workers: workers)
    boxes = index.features.enumerated().map { feature, entry in
      guard entry.box.isEmpty, let box = shapes.envelope(of: feature) else { return entry.box }
      return Box(low: SIMD2(box.minX, box.minY), high: SIMD2(box.maxX, box.maxY))
    }
    tree = FeatureTree(boxes, origin: index.origin, workers: workers)
  }

  /// The features that hold a point or may hold it, in ascending order. A boundary belongs to its
  /// shape.
  public func features(atX x: Double, y: Double) -> [PointMatch] {
    let place = SIMD2(x, y)
    var found: [PointMatch] = []
    index.lend(with: shapes) { view in
      tree.lend { tree in
        tree.forEachBox(meeting: Box(low: place, high: place)) { feature, _ in
          let entry = view.features[Int(feature)]
          guard boxes[Int(feature)].contains(place) else { return }
          guard entry.role == .area else {
            found.append(PointMatch(feature: Int(feature), isOnBoundary: nil))
            return
          }
          let position = PointPosition.of(place, to: Int(feature), in: view)
          guard position != .outside else { return }
          found.append(PointMatch(feature: Int(feature), isOnBoundary: position == .boundary))
        }
      }
    }
    return found.count > 1 ? found.sorted { $0.feature < $1.feature } : found
  }

  /// The features whose box meets a box, in ascending order.
  public func features(meeting box: Envelope) -> [Int] {
    let question = Box(low: SIMD2(box.minX, box.minY), high: SIMD2(box.maxX, box.maxY))
    var found: [Int] = []
    tree.lend { tree in
      tree.forEachBox(meeting: question) { feature, _ in
        if boxes[Int(feature)].meets(question) { found.append(Int(feature)) }
      }
    }
    return found.sorted()
  }

  /// The box around a feature; `nil` where it has no vertex.
  public func envelope(of feature: Int) -> Envelope? {
    let box = boxes[feature]
    return box.isEmpty
      ? nil : Envelope(minX: box.low.x, minY: box.low.y, maxX: box.high.x, maxY: box.high.y)
  }
}
