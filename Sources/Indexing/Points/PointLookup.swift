internal import Foundation
public import SimpleFeatures
internal import Synchronization

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
    let found = Mutex(Found())
    // Of each point its feature, doubled, and 1 more where it lies on the boundary; of several the
    // others stand in `found`.
    var firsts = [Int32](repeating: -1, count: count)
    firsts.fill { firsts in
      xy.lend { xy in
        let order = HilbertOrder.of(count: count, workers: workers) { point in
          let place = SIMD2(xy[2 * point], xy[2 * point + 1])
          return Box(low: place, high: place)
        }
        index.lend(with: layer) { view in
          FeatureTree(of: index).lend { tree in
            order.lend { order in
              ParallelStretches.run(over: order.count, workers: workers) { stretch in
                var own = Found()
                for place in stretch {
                  let point = Int(order[place])
                  firsts[point] = look(
                    at: SIMD2(xy[2 * point], xy[2 * point + 1]), point, view, tree, &own)
                }
                if !own.isEmpty { found.withLock { $0.append(own) } }
              }
            }
          }
        }
      }
    }
    return PointMatches(firsts, found.withLock { $0 })
  }

  /// What does not fit one number a point.
  fileprivate struct Found: Sendable {
    var others: [(point: Int, match: Int32)] = []
    var unchecked: [PointMatches.Unchecked] = []

    var isEmpty: Bool { others.isEmpty && unchecked.isEmpty }

    mutating func append(_ other: Found) {
      others += other.others
      unchecked += other.unchecked
    }
  }

  /// Looks at one point.
  ///
  /// - Returns: the least feature that holds it, doubled, and 1 more where it lies on the boundary;
  ///   −1 where none does.
  @inline(__always)
  private static func look(
    at place: SIMD2<Double>, _ point: Int, _ view: LayerView, _ tree: FeatureTree.View,
    _ found: inout Found
  ) -> Int32 {
    var least: Int32 = -1
    tree.forEach(meeting: Box(low: place, high: place)) { feature in
      let entry = view.features[Int(feature)]
      guard entry.box.contains(place) else { return }
      guard entry.role == .area else {
        found.unchecked.append(.init(point: point, feature: Int(feature)))
        return
      }
      let position = PointPosition.of(place, to: Int(feature), in: view)
      guard position != .outside else { return }
      var match = 2 * feature + (position == .boundary ? 1 : 0)
      if least < 0 {
        least = match
      } else {
        if match < least { swap(&match, &least) }
        found.others.append((point, match))
      }
    }
    return least
  }
}

extension PointMatches {
  /// The matches of points of which each has a first, and some have others.
  fileprivate init(_ firsts: [Int32], _ found: PointLookup.Found) {
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
