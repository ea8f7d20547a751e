/// The points at which free edges begin and end; points no farther apart than a tolerance are one.
struct CoverageNodes: Sendable {
  /// The place of each node: of its points the first from west to east, then from south to north.
  private(set) var places: [SIMD2<Double>] = []
  /// The node at which each edge begins.
  private(set) var starts: [Int32] = []
  /// The node at which each edge ends.
  private(set) var ends: [Int32] = []

  init(of edges: FreeEdges, tolerance: Double) {
    let points = edges.starts + edges.ends
    let merged = PointMerging(points, tolerance: tolerance)
    var nodes = [Int32](repeating: -1, count: points.count)
    for point in merged.order {
      let root = merged.root(of: Int(point))
      if nodes[root] < 0 {
        nodes[root] = Int32(places.count)
        places.append(points[root])
      }
      nodes[Int(point)] = nodes[root]
      let place = Int(nodes[root])
      if precedes(points[Int(point)], places[place]) { places[place] = points[Int(point)] }
    }
    starts = Array(nodes[..<edges.count])
    ends = Array(nodes[edges.count...])
  }

  /// Adds a point where edges cross.
  mutating func append(_ place: SIMD2<Double>) -> Int32 {
    places.append(place)
    return Int32(places.count - 1)
  }
}

/// Finds points that are near to each other: sorted into square cells no smaller than the tolerance,
/// each is compared with those of its own cell and of the half of the cells around it.
private struct PointMerging {
  /// The points by cell: column by column from the west, each from the south.
  private(set) var order: [Int32] = []
  private var keys: [UInt64] = []
  private var parents: [Int32]

  init(_ points: [SIMD2<Double>], tolerance: Double) {
    parents = (0..<Int32(points.count)).map(\.self)
    var box = Box.empty
    for point in points { box.add(point) }
    guard !box.isEmpty else { return }
    let size = max(box.high.x - box.low.x, box.high.y - box.low.y)
    // Fewer than 2³⁰ cells a side, so that two numbers fit one key.
    let cell = max(tolerance, size / 0x1p30, .leastNormalMagnitude)
    var numbers = [UInt64](repeating: 0, count: points.count)
    for (index, point) in points.enumerated() {
      let place = (point - box.low) / cell
      numbers[index] = (UInt64(place.x) + 1) << 32 | (UInt64(place.y) + 1)
    }
    order = parents.sorted { a, b in
      let (first, second) = (numbers[Int(a)], numbers[Int(b)])
      return first != second ? first < second : a < b
    }
    keys = order.map { numbers[Int($0)] }
    var ahead = 0
    for place in order.indices {
      let here = points[Int(order[place])]
      func join(_ other: Int) {
        let difference = points[Int(order[other])] - here
        if (difference * difference).sum() <= tolerance * tolerance {
          unite(Int(order[place]), Int(order[other]))
        }
      }
      // The rest of this cell and the cell to the north.
      var next = place + 1
      while next < order.count, keys[next] <= keys[place] + 1 {
        join(next)
        next += 1
      }
      // The three cells of the next column.
      let first = keys[place] + (1 << 32) - 1
      while ahead < order.count, keys[ahead] < first { ahead += 1 }
      next = ahead
      while next < order.count, keys[next] <= first + 2 {
        join(next)
        next += 1
      }
    }
  }

  /// The point that stands for all that are one with a point.
  func root(of point: Int) -> Int {
    var point = point
    while Int(parents[point]) != point { point = Int(parents[point]) }
    return point
  }

  private mutating func unite(_ a: Int, _ b: Int) {
    let (first, second) = (root(of: a), root(of: b))
    guard first != second else { return }
    parents[max(first, second)] = Int32(min(first, second))
    // Paths are kept short as they are walked.
    parents[a] = Int32(min(first, second))
    parents[b] = Int32(min(first, second))
  }
}
