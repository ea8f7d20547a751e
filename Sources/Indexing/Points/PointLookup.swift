public import SimpleFeatures

/// Finds the features that hold points, many at a time.
///
/// A boundary belongs to its shape, as in OGC 06-103r4 `intersects`: a point on an edge or a vertex is
/// at every feature that has it, and is marked. What lies on a line is decided without error and
/// without tolerance. Points and lines hold no point.
public enum PointLookup {
  /// The features of a layer that hold each of some points.
  ///
  /// The result depends neither on the order of the points nor on the number of threads.
  ///
  /// - Parameters:
  ///   - xy: x and y of each point in turn, in the layer's coordinate system. A point whose numbers
  ///     are none is nowhere.
  ///   - layer: the features.
  ///   - invalid: the features whose shape is not valid, which are not asked; where it is not said
  ///     every shape is judged here.
  ///   - workers: how many threads; as many as there are cores where it is not said.
  /// - Throws: `TopologyFault` where GEOS, which judges doubtful shapes, has no memory.
  public static func features(
    at xy: [Double], in layer: GeometryColumn, invalid: [Int]? = nil, workers: Int? = nil
  ) throws -> PointMatches {
    let workers = OverlapOptions(workers: workers).workerCount
    let index = try LayerIndex(
      of: layer, origin: LayerIndex.origin(of: layer), knownInvalid: invalid, workers: workers)
    let count = xy.count / 2
    let found = Locked(Found())
    var firsts = [Int32](repeating: -1, count: count)
    firsts.fill { firsts in
      xy.lend { xy in
        let order = HilbertOrder.of(count: count, workers: workers) { point in
          let place = SIMD2(xy[2 * point], xy[2 * point + 1])
          return Box(low: place, high: place)
        }
        index.lend(with: layer) { view in
          FeatureTree(of: index, workers: workers).lend { tree in
            order.lend { order in
              ParallelStretches.run(over: order.count, workers: workers) { stretch in
                var worker = PointWorker(view: view, tree: tree)
                for start in stride(from: stretch.lowerBound, to: stretch.upperBound, by: 32) {
                  worker.look(
                    at: start..<min(start + 32, stretch.upperBound), of: order, xy, firsts)
                }
                if !worker.found.isEmpty { found.withLock { $0.append(worker.found) } }
              }
            }
          }
        }
      }
    }
    return PointMatches(firsts, found.withLock { $0 })
  }
}

/// What does not fit one number a point.
private struct Found: Sendable {
  var others: [(point: Int, match: Int32)] = []
  var unchecked: [PointMatches.Unchecked] = []

  var isEmpty: Bool { others.isEmpty && unchecked.isEmpty }

  mutating func append(_ other: Found) {
    others += other.others
    unchecked += other.unchecked
  }
}

/// Looks at points on one thread, some at a time: first for the features whose boxes they lie in, so
/// that these are read together, then into each.
private struct PointWorker {
  let view: LayerView
  let tree: FeatureTree.View
  var found = Found()
  /// The features near to all points that are looked at.
  private var near: [(feature: Int32, box: PackedBox)] = []
  /// With more features near to all, points are searched for one by one.
  private static let mostNear = 1_000
  private var candidates: [Int32] = []
  /// The point of each candidate.
  private var points: [Int32] = []
  /// Of no use but that it was read.
  private var readAhead = 0.0

  init(view: LayerView, tree: FeatureTree.View) {
    self.view = view
    self.tree = tree
  }

  @inline(__always)
  private func position(_ point: Int32, _ xy: Borrowed<Double>) -> SIMD2<Double> {
    SIMD2(xy[2 * Int(point)], xy[2 * Int(point) + 1])
  }

  /// Finds the features near to a box.
  @inline(__always)
  private mutating func search(_ box: Box) {
    near.removeAll(keepingCapacity: true)
    tree.forEachBox(meeting: box) { near.append(($0, $1)) }
  }

  /// Looks at some points.
  ///
  /// - Parameter firsts: of each point the least feature that holds it, doubled, and 1 more where it
  ///   lies on the boundary; −1 where none does.
  mutating func look(
    at places: Range<Int>, of order: Borrowed<Int32>, _ xy: Borrowed<Double>,
    _ firsts: Fillable<Int32>
  ) {
    candidates.removeAll(keepingCapacity: true)
    points.removeAll(keepingCapacity: true)
    // Neighbours on the curve are neighbours on the ground: one search serves all. Where points are
    // few it does not, and each is searched for alone.
    var box = Box.empty
    for place in places { box.add(position(order[place], xy)) }
    search(box)
    let isShared = near.count <= PointWorker.mostNear
    for place in places {
      let point = order[place]
      let position = position(point, xy)
      let own = Box(low: position, high: position)
      if !isShared { search(own) }
      let question = tree.question(own)
      for other in near where other.box.meets(question) {
        candidates.append(other.feature)
        points.append(point)
      }
    }
    readAhead += view.readAhead(candidates[...])
    for (feature, point) in zip(candidates, points) {
      let place = position(point, xy)
      let entry = view.features[Int(feature)]
      guard entry.box.contains(place) else { continue }
      guard entry.role == .area else {
        found.unchecked.append(.init(point: Int(point), feature: Int(feature)))
        continue
      }
      let position = PointPosition.of(place, to: Int(feature), in: view)
      guard position != .outside else { continue }
      var match = 2 * feature + (position == .boundary ? 1 : 0)
      let first = firsts[Int(point)]
      if first >= 0 {
        found.others.append((Int(point), max(match, first)))
        match = min(match, first)
      }
      firsts[Int(point)] = match
    }
  }
}

extension PointMatches {
  /// The matches of points of which each has a first, and some have others.
  fileprivate init(_ firsts: [Int32], _ found: Found) {
    let others = found.others.sorted { ($0.point, $0.match) < ($1.point, $1.match) }
    offsets.reserveCapacity(firsts.count + 1)
    features.reserveCapacity(firsts.count + others.count)
    areOnBoundary.reserveCapacity(firsts.count + others.count)
    var next = 0
    for (point, first) in firsts.enumerated() {
      if first >= 0 { append(first) }
      while next < others.count, others[next].point == point {
        append(others[next].match)
        next += 1
      }
      offsets.append(Int32(features.count))
    }
    unchecked = found.unchecked.sorted { ($0.point, $0.feature) < ($1.point, $1.feature) }
  }

  private mutating func append(_ match: Int32) {
    features.append(match >> 1)
    areOnBoundary.append(match & 1 == 1)
  }
}

/// Which features hold each of many points, in columns: those of point `i` stand at
/// `offsets[i] ..< offsets[i + 1]`, in ascending order.
public struct PointMatches: Hashable, Sendable {
  /// A feature of which it cannot be said whether it holds a point, because its shape is not valid.
  public struct Unchecked: Hashable, Sendable {
    /// The point, counted from 0.
    public var point: Int
    /// The feature whose box the point lies in.
    public var feature: Int
  }

  /// Where the features of each point begin, and last their number.
  public internal(set) var offsets: [Int32] = [0]
  /// The features of all points, counted from 0.
  public internal(set) var features: [Int32] = []
  /// Whether the point lies on the feature's boundary.
  public internal(set) var areOnBoundary: [Bool] = []
  /// What could not be asked, by point, then by feature.
  public internal(set) var unchecked: [Unchecked] = []

  /// No points.
  public init() {}

  /// The number of points.
  public var count: Int { offsets.count - 1 }

  /// The places of a point's features in ``features``.
  public func matches(of point: Int) -> Range<Int> {
    Int(offsets[point])..<Int(offsets[point + 1])
  }
}

/// Where a point lies to an area.
enum PointPosition {
  case outside, inside
  /// On an edge or a vertex.
  case boundary

  /// Where a point lies to a feature, without error.
  ///
  /// A ray from the point to the east crosses the boundary an odd number of times where the point is
  /// inside. An edge is crossed where one end lies higher than the point and the other does not, so
  /// that of two edges that meet on the ray one counts; the sign of ``Orientation`` tells on which
  /// side of the edge the point lies, and 0 that it lies on it.
  @inline(__always)
  static func of(
    _ point: SIMD2<Double>, to feature: Int, in layer: LayerView
  ) -> PointPosition {
    let ray = Box(low: point, high: SIMD2(.infinity, point.y))
    let rings = layer.rings(of: feature)
    var (ring, isInside, isOnBoundary) = (rings.lowerBound, false, false)
    layer.tree(of: feature).forEachLeaf(
      layer.blocks, meeting: BoxQuestion(ray, origin: layer.origin)
    ) { block in
      ring = layer.ring(ofBlock: block, from: ring, in: rings)
      let edges = layer.edges(ofBlock: block, ring: ring)
      guard !edges.isEmpty else { return }
      var a = layer.vertex(edges.lowerBound)
      for edge in edges {
        let b = layer.vertex(edge + 1)
        let (aIsHigher, bIsHigher) = (a.y > point.y, b.y > point.y)
        if aIsHigher != bIsHigher {
          if a.x > point.x && b.x > point.x {
            isInside.toggle()
          } else if a.x >= point.x || b.x >= point.x {
            let side = Orientation.doubledArea(a, b, point)
            if side == 0 {
              isOnBoundary = true
            } else if (side > 0) == bIsHigher {
              isInside.toggle()
            }
          }
        } else if b.y == point.y {
          // A vertex that is higher than none of its edges, or a level edge.
          isOnBoundary =
            isOnBoundary || b.x == point.x
            || (a.y == point.y && min(a.x, b.x) <= point.x && point.x <= max(a.x, b.x))
        }
        a = b
      }
    }
    return isOnBoundary ? .boundary : isInside ? .inside : .outside
  }
}
