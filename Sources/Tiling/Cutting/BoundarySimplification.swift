public import SimpleFeatures

/// Leaves vertices out of a ring or line so that none of them lies farther from what is left than a
/// tolerance.
///
/// A ring is divided at its nodes, or where it has none at its least vertex, by x and then y. Each
/// stretch is simplified by itself. Every decision depends on the stretch's vertices alone and not
/// on the direction in which they come: distances are reckoned from the lesser end, and of vertices
/// equally far the least is kept. A stretch that lies wholly to one side of the box has no vertex
/// in the tile and becomes its chord.
///
/// Source: D. H. Douglas and T. K. Peucker, "Algorithms for the Reduction of the Number of Points
/// Required to Represent a Digitized Line or Its Caricature", Cartographica 10 (1973).
struct BoundarySimplification {
  /// In the unit of the coordinates.
  let tolerance: Double
  /// What is seen, in the coordinates.
  let box: ClipBox
  /// Vertices left out that might have been seen.
  var removed = 0
  private var fixed: [Int] = []
  private var stretches: [(low: Int, high: Int)] = []

  init(tolerance: Double, box: ClipBox) {
    self.tolerance = tolerance
    self.box = box
  }

  /// The vertices of a ring that are kept, in its order; the closing vertex is none of them.
  ///
  /// - Parameter isWithin: whether the ring is known to lie in the box.
  mutating func simplify(
    ring: Range<Int>, _ xy: Span<Double>, nodes: BoundaryNodes?, isWithin: Bool = false,
    into kept: inout [Int]
  ) {
    kept.removeAll(keepingCapacity: true)
    guard let first = ring.first, var last = ring.last else { return }
    if last > first && point(first, xy) == point(last, xy) { last -= 1 }
    let count = last - first + 1
    fixed.removeAll(keepingCapacity: true)
    if let nodes {
      for vertex in first...last where nodes.contains(vertex) { fixed.append(vertex - first) }
    }
    if fixed.isEmpty {
      var least = first
      for vertex in first...last where isLess(point(vertex, xy), point(least, xy)) {
        least = vertex
      }
      fixed.append(least - first)
    }
    let walk = RingWalk(first: first, count: count)
    for index in fixed.indices {
      let start = fixed[index]
      let end = index + 1 < fixed.count ? fixed[index + 1] : fixed[0] + count
      simplify(start, end, walk, xy, isWithin, into: &kept)
    }
  }

  /// The vertices of a line that are kept, both ends among them.
  mutating func simplify(
    line: Range<Int>, _ xy: Span<Double>, nodes: BoundaryNodes?, into kept: inout [Int]
  ) {
    kept.removeAll(keepingCapacity: true)
    guard let first = line.first, let last = line.last else { return }
    kept.append(first)
    // One more than there are, so that the end is not taken for the beginning.
    let walk = RingWalk(first: first, count: line.count + 1)
    var start = 0
    for vertex in 1..<max(line.count, 1)
    where vertex == last - first || nodes?.contains(first + vertex) == true {
      simplify(start, vertex, walk, xy, false, into: &kept)
      start = vertex
    }
  }

  /// Adds what is kept of a stretch, without its beginning.
  private mutating func simplify(
    _ start: Int, _ end: Int, _ walk: RingWalk, _ xy: Span<Double>, _ isWithin: Bool,
    into kept: inout [Int]
  ) {
    guard end - start > 1, isWithin || isSeen(start, end, walk, xy) else {
      kept.append(walk[end])
      return
    }
    let limit = tolerance * tolerance
    stretches.append((start, end))
    while let (low, high) = stretches.popLast() {
      if high - low > 1 {
        let (farthest, distance) = farthest(low, high, walk, xy)
        if distance > limit {
          stretches.append((farthest, high))
          stretches.append((low, farthest))
          continue
        }
        removed += high - low - 1
      }
      kept.append(walk[high])
    }
  }

  /// Whether a stretch does not lie wholly to one side of the box.
  private func isSeen(_ start: Int, _ end: Int, _ walk: RingWalk, _ xy: Span<Double>) -> Bool {
    var (least, greatest) = (point(walk[start], xy), point(walk[start], xy))
    for step in start + 1...end {
      let vertex = point(walk[step], xy)
      least.replace(with: vertex, where: vertex .< least)
      greatest.replace(with: vertex, where: vertex .> greatest)
    }
    return all(least .<= box.high) && all(greatest .>= box.low)
  }

  /// The vertex within a stretch that lies farthest from the straight line between its ends, and
  /// the square of the distance.
  private func farthest(
    _ low: Int, _ high: Int, _ walk: RingWalk, _ xy: Span<Double>
  ) -> (step: Int, distance: Double) {
    var (a, b) = (point(walk[low], xy), point(walk[high], xy))
    if isLess(b, a) { swap(&a, &b) }
    let along = b - a
    let length = along.x * along.x + along.y * along.y
    let inverse = length > 0 ? 1 / length : 0
    var (best, bestDistance) = (low + 1, -1.0)
    for step in low + 1..<high {
      let vertex = point(walk[step], xy)
      let offset = vertex - a
      let projection = offset.x * along.x + offset.y * along.y
      var distance: Double
      if projection <= 0 {
        distance = offset.x * offset.x + offset.y * offset.y
      } else if projection >= length {
        let beyond = vertex - b
        distance = beyond.x * beyond.x + beyond.y * beyond.y
      } else {
        let cross = along.x * offset.y - along.y * offset.x
        distance = cross * cross * inverse
      }
      if distance > bestDistance
        || distance == bestDistance && isLess(vertex, point(walk[best], xy))
      {
        (best, bestDistance) = (step, distance)
      }
    }
    return (best, bestDistance)
  }

  @inline(__always)
  private func point(_ vertex: Int, _ xy: Span<Double>) -> SIMD2<Double> {
    SIMD2(xy[2 * vertex], xy[2 * vertex + 1])
  }

  @inline(__always)
  private func isLess(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Bool {
    a.x < b.x || a.x == b.x && a.y < b.y
  }
}

/// The vertices of a ring by steps from its first, at most once round.
private struct RingWalk {
  let first: Int
  let count: Int

  @inline(__always)
  subscript(step: Int) -> Int { first + (step >= count ? step - count : step) }
}

/// The vertices of a layer at which more than one boundary goes on: where three parcels meet, or
/// two and the outside, and the ends of lines.
///
/// Between two nodes a boundary belongs to the same rings all along. Simplified from node to node
/// it becomes the same whichever ring it is taken from. What holds: vertices with exactly the same
/// coordinates are one place. What does not: a vertex that lies within an edge of a neighbour, or a
/// hair beside the neighbour's vertex, is not recognised; there the rings may part by as much as
/// the tolerance.
///
/// Found once for a layer and used for all its tiles.
public struct BoundaryNodes: Sendable {
  /// A bit for each vertex of the column.
  let bits: [UInt64]

  /// The nodes of the lines and areas of a column.
  public init(of column: GeometryColumn) {
    var places = VertexPlaces(vertices: column.vertexCount)
    let xy = column.xy.span
    for feature in 0..<column.count {
      guard let dimension = column.types[feature]?.dimension, dimension > 0 else { continue }
      for ring in column.rings(of: feature) {
        let vertices = Int(column.ringOffsets[ring])..<Int(column.ringOffsets[ring + 1])
        places.add(vertices, isRing: dimension == 2, xy)
      }
    }
    bits = places.nodeBits()
  }

  /// Whether a vertex of the column is one.
  @inline(__always)
  public func contains(_ vertex: Int) -> Bool { bits[vertex >> 6] >> UInt64(vertex & 63) & 1 == 1 }
}

/// A table of places, open-addressed, and of each the two neighbours it was first seen with.
private struct VertexPlaces {
  /// The vertex first seen at a place, and 0 where none is, with the upper half of the place's key.
  private var slots: [UInt64]
  /// For each vertex the one first seen at its place.
  private var firsts: [Int32]
  /// The neighbours that a place was first seen with, mixed into one number whatever their order.
  private var neighbours: [UInt64]
  /// For each vertex that was first at its place whether the place is a node.
  private var isNode: [Bool]
  private let mask: Int

  init(vertices: Int) {
    var size = 16
    while size < vertices + vertices / 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
    firsts = (0..<vertices).map { Int32(truncatingIfNeeded: $0) }
    neighbours = Array(repeating: 0, count: vertices)
    isNode = Array(repeating: false, count: vertices)
  }

  /// A place as a number; −0 is 0.
  @inline(__always)
  private static func key(_ x: Double, _ y: Double) -> UInt64 {
    var key = (x + 0).bitPattern &* 0x9E37_79B9_7F4A_7C15
    key ^= key >> 29
    key = (key ^ (y + 0).bitPattern) &* 0xBF58_476D_1CE4_E5B9
    return key ^ key >> 32
  }

  mutating func add(_ vertices: Range<Int>, isRing: Bool, _ xy: Span<Double>) {
    guard var last = vertices.last, let first = vertices.first else { return }
    let isClosed = xy[2 * first] == xy[2 * last] && xy[2 * first + 1] == xy[2 * last + 1]
    if isRing && isClosed && last > first { last -= 1 }
    var before = isRing ? VertexPlaces.key(xy[2 * last], xy[2 * last + 1]) : 0
    var key = VertexPlaces.key(xy[2 * first], xy[2 * first + 1])
    let keyOfFirst = key
    for vertex in first...last {
      let next =
        vertex < last
        ? VertexPlaces.key(xy[2 * vertex + 2], xy[2 * vertex + 3]) : isRing ? keyOfFirst : 0
      see(vertex, key: key, pair: before &+ next, xy)
      (before, key) = (key, next)
    }
    if vertices.upperBound - 1 > last { firsts[last + 1] = firsts[first] }
  }

  private mutating func see(_ vertex: Int, key: UInt64, pair: UInt64, _ xy: Span<Double>) {
    let tag = key & 0xFFFF_FFFF_0000_0000
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot] != 0 {
      let entry = slots[slot]
      let other = Int(entry & 0xFFFF_FFFF) - 1
      if entry & 0xFFFF_FFFF_0000_0000 == tag && xy[2 * other] == xy[2 * vertex]
        && xy[2 * other + 1] == xy[2 * vertex + 1]
      {
        firsts[vertex] = Int32(truncatingIfNeeded: other)
        if neighbours[other] != pair { isNode[other] = true }
        return
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = tag | UInt64(vertex + 1)
    neighbours[vertex] = pair
  }

  func nodeBits() -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: firsts.count / 64 + 1)
    for (vertex, first) in firsts.enumerated() where isNode[Int(first)] {
      bits[vertex >> 6] |= 1 << UInt64(vertex & 63)
    }
    return bits
  }
}
