internal import SimpleFeatures

/// The outer side of everything a layer covers: pieces of free edges that have covered land to the
/// left and uncovered to the right.
///
/// Free edges are cut where a vertex lies on them and where they cross, after which pieces that run
/// both ways cancel: what a missing vertex kept apart. Of the rest a piece that lies inside another
/// feature bounds an overlap and is dropped.
struct NodedBoundary: Sendable {
  /// A piece between two nodes.
  struct Piece: Sendable {
    var from: Int32
    var to: Int32
    /// The features it bounds: of ``NodedBoundary/features``.
    var features: Range<Int>
  }

  private(set) var nodes: CoverageNodes
  private(set) var pieces: [Piece] = []
  private(set) var features: [Int32] = []

  init(of edges: FreeEdges, _ nodes: CoverageNodes, _ meetings: EdgeMeetings) {
    self.nodes = nodes
    var cuts = meetings.cuts
    for crossing in meetings.crossings {
      let node = self.nodes.append(crossing.place)
      for var cut in [crossing.first, crossing.second] {
        cut.node = node
        cuts.append(cut)
      }
    }
    cuts.sort { ($0.edge, $0.share, $0.node) < ($1.edge, $1.share, $1.node) }
    cancel(NodedBoundary.cut(edges, nodes, cuts))
  }

  /// A piece of one feature's edge between nodes in ascending order, and which way it runs.
  private struct Half {
    var key: UInt64
    var feature: Int32
    var isAscending: Bool
  }

  private static func cut(
    _ edges: FreeEdges, _ nodes: CoverageNodes, _ cuts: [EdgeMeetings.Cut]
  ) -> [Half] {
    var halves: [Half] = []
    halves.reserveCapacity(edges.count + cuts.count)
    var next = 0
    for edge in 0..<edges.count {
      var from = nodes.starts[edge]
      func add(_ to: Int32) {
        guard to != from else { return }
        let key = UInt64(min(from, to)) << 32 | UInt64(max(from, to))
        halves.append(Half(key: key, feature: edges.features[edge], isAscending: from < to))
        from = to
      }
      while next < cuts.count, cuts[next].edge == edge {
        add(cuts[next].node)
        next += 1
      }
      add(nodes.ends[edge])
    }
    halves.sort { ($0.key, $0.feature) < ($1.key, $1.feature) }
    return halves
  }

  private mutating func cancel(_ halves: [Half]) {
    var start = 0
    while start < halves.count {
      var (end, ascending) = (start, 0)
      while end < halves.count, halves[end].key == halves[start].key {
        ascending += halves[end].isAscending ? 1 : -1
        end += 1
      }
      if ascending != 0 {
        let first = features.count
        features += halves[start..<end].map(\.feature)
        let (low, high) = (
          Int32(halves[start].key >> 32), Int32(truncatingIfNeeded: halves[start].key)
        )
        pieces.append(
          Piece(
            from: ascending > 0 ? low : high, to: ascending > 0 ? high : low,
            features: first..<features.count))
      }
      start = end
    }
  }

  /// Drops the pieces of which a predicate says that another feature covers them.
  mutating func drop(
    where isCovered: (_ middle: SIMD2<Double>, _ features: ArraySlice<Int32>) -> Bool
  ) {
    pieces.removeAll { piece in
      let (a, b) = (nodes.places[Int(piece.from)], nodes.places[Int(piece.to)])
      return isCovered(a + (b - a) / 2, features[piece.features])
    }
  }
}

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

/// Where a layer covers the land exactly once as far as its free edges tell, so that nobody needs to
/// look for overlaps there.
///
/// How many features lie over a point changes only where one crosses an edge that nobody else has as
/// well: edges that run both ways cancel. So the number is the same all over a piece of land without
/// free edges, and one line across the land counts it: from west to east one more where a free edge
/// comes down, which has covered land to its left, and one less where one goes up. A feature in
/// whose box there is no free edge, and land covered once, overlaps no other.
///
/// Land is looked at in square cells; a cell that a free edge comes near to is not quiet. That costs
/// time, never truth.
struct QuietLand: Sendable {
  private let low: SIMD2<Double>
  private let scale: Double
  private let columns: Int
  private let rows: Int
  /// Of each cell whether it is without free edges and covered once.
  private var isQuiet: [Bool] = []

  /// - Parameter featureCount: cells are about half as wide as a feature.
  init(of edges: FreeEdges, within box: Box, featureCount: Int) {
    let size = box.high - box.low
    let most = min(2_000, max(8, 2 * Double(featureCount).squareRoot()))
    let cell = max(size.x, size.y) / most
    guard cell > 0, cell.isFinite else {
      (low, scale, columns, rows) = (.zero, 0, 0, 0)
      return
    }
    low = box.low - cell
    scale = 1 / cell
    columns = Int(size.x * scale) + 3
    rows = Int(size.y * scale) + 3
    var changes = [Int32](repeating: 0, count: columns * rows)
    isQuiet = Array(repeating: true, count: columns * rows)
    for edge in 0..<edges.count { note(edges.starts[edge], edges.ends[edge], &changes) }
    for row in 0..<rows {
      var depth: Int32 = 0
      for cell in row * columns..<(row + 1) * columns {
        depth += changes[cell]
        if depth != 1 { isQuiet[cell] = false }
      }
    }
  }

  /// Marks the cells near to an edge, and where the middle lines of rows cross it.
  private mutating func note(
    _ start: SIMD2<Double>, _ end: SIMD2<Double>, _ changes: inout [Int32]
  ) {
    let (a, b) = ((start - low) * scale, (end - low) * scale)
    let (lower, upper) = a.y < b.y ? (a, b) : (b, a)
    // A hundredth of a cell is far more than rounding can be.
    let margin = 0.01
    for row in index(lower.y - margin, rows)...index(upper.y + margin, rows) {
      func x(_ y: Double) -> Double {
        let height = upper.y - lower.y
        let share = height > 0 ? min(max((y - lower.y) / height, 0), 1) : 0
        return lower.x + share * (upper.x - lower.x)
      }
      let (below, above) = (Double(row) - margin, Double(row) + 1 + margin)
      // A level edge lies in its row as a whole.
      let ends = upper.y > lower.y ? (x(below), x(above)) : (lower.x, upper.x)
      let first = index(min(ends.0, ends.1) - margin, columns)
      for column in first...index(max(ends.0, ends.1) + margin, columns) {
        isQuiet[row * columns + column] = false
      }
      let middle = Double(row) + 0.5
      if lower.y <= middle, middle < upper.y {
        changes[row * columns + index(x(middle), columns)] += a.y < b.y ? -1 : 1
      }
    }
  }

  @inline(__always)
  private func index(_ place: Double, _ count: Int) -> Int {
    Int(min(max(place, 0), Double(count - 1)))
  }

  /// Whether all land of a box is quiet.
  func contains(_ box: Box) -> Bool {
    guard !isQuiet.isEmpty, !box.isEmpty else { return false }
    let (first, last) = ((box.low - low) * scale, (box.high - low) * scale)
    let margin = 0.01
    for row in index(first.y - margin, rows)...index(last.y + margin, rows) {
      for column in index(first.x - margin, columns)...index(last.x + margin, columns)
      where !isQuiet[row * columns + column] {
        return false
      }
    }
    return true
  }
}
