internal import Foundation
internal import SimpleFeatures

extension CoverageGaps {
  /// The gaps among the loops of a layer's boundary.
  ///
  /// A loop that runs clockwise encloses a gap; one that runs counter-clockwise inside it is an
  /// island, which is taken off the smallest gap around it.
  init(among loops: BoundaryLoops, options: CoverageOptions) {
    var shells: [Loop] = []
    var covered: [Loop] = []
    for index in 0..<loops.count {
      let loop = Loop(index, of: loops)
      if loop.area < 0 { shells.append(loop) } else { covered.append(loop) }
    }
    guard !shells.isEmpty else { return }
    shells.sort { ($0.box.low.x, $0.box.low.y, $0.index) < ($1.box.low.x, $1.box.low.y, $1.index) }
    var islands = [[Loop]](repeating: [], count: shells.count)
    let tree = FeatureTree(shells.map(\.box), origin: shells[0].box.low)
    var found: [Int32] = []
    tree.lend { tree in
      for island in covered {
        tree.search(island.box, into: &found)
        let around = found.filter { shells[Int($0)].contains(island) }
        // Shells have negative areas: the greatest is the smallest gap.
        if let gap = around.max(by: { shells[Int($0)].area < shells[Int($1)].area }) {
          islands[Int(gap)].append(island)
        }
      }
    }
    for (shell, islands) in zip(shells, islands) { append(shell, islands, loops, options) }
  }

  private mutating func append(
    _ shell: Loop, _ islands: [Loop], _ loops: BoundaryLoops, _ options: CoverageOptions
  ) {
    let all = [shell] + islands
    let area = -all.reduce(0) { $0 + $1.area }
    let perimeter = all.reduce(0) { sum, loop in
      sum + RingMeasure.length(loop.ring, 0..<loop.ring.count / 2)
    }
    // What is no wider than the tolerance is no gap.
    guard area > options.vertexTolerance * perimeter / 2, area > 0,
      area <= options.maximumGapArea ?? .infinity
    else { return }
    var shape = GeometryColumn()
    shape.append(Geometry(polygon: all.map(\.ring)))
    shape.orientRings(.outerCounterClockwise)
    shapes.append(shape[0])
    areas.append(area)
    perimeters.append(perimeter)
    let around = all.reduce(into: Set<Int32>()) { $0.formUnion(loops.features($1.index)) }
    neighbours += around.sorted()
    neighbourOffsets.append(Int32(neighbours.count))
  }

  private struct Loop {
    var index: Int
    var ring: [Double]
    var area: Double
    var box: Box

    init(_ index: Int, of loops: BoundaryLoops) {
      self.index = index
      ring = loops.ring(index)
      area = RingMeasure.signedArea(ring, 0..<ring.count / 2)
      box = Box.empty
      for vertex in stride(from: 0, to: ring.count, by: 2) {
        box.add(SIMD2(ring[vertex], ring[vertex + 1]))
      }
    }

    /// Whether another loop, which crosses it nowhere, lies in it.
    func contains(_ other: Loop) -> Bool {
      guard box.low.x <= other.box.low.x, box.low.y <= other.box.low.y,
        other.box.high.x <= box.high.x, other.box.high.y <= box.high.y,
        other.area < -area
      else { return false }
      for vertex in stride(from: 0, to: other.ring.count, by: 2) {
        switch RingMeasure.position(
          x: other.ring[vertex], y: other.ring[vertex + 1], ring, 0..<ring.count / 2)
        {
        case .inside: return true
        case .outside: return false
        case .boundary: continue
        }
      }
      return false
    }
  }
}

/// The loops that the pieces of a boundary make, covered land to the left.
///
/// At a node the walk takes the first piece to the left of the way it came, so that it stays with
/// the same uncovered land to its right; a loop ends where it comes back to a node. A loop that runs
/// counter-clockwise goes around covered land; one that runs clockwise encloses a gap.
struct BoundaryLoops {
  /// The pieces of all loops.
  private(set) var pieces: [Int32] = []
  /// Where each loop begins among the pieces, and last their number.
  private(set) var offsets: [Int] = [0]
  /// How many walks ended before they came back: where edges cross within the tolerance.
  private(set) var openCount = 0

  private let boundary: NodedBoundary
  /// The pieces by the node where they begin; those of node `i` begin at `firstPieces[i]`.
  private var byNode: [Int32] = []
  private var firstPieces: [Int32]
  private var isUsed: [Bool]

  init(of boundary: NodedBoundary) {
    self.boundary = boundary
    firstPieces = Array(repeating: 0, count: boundary.nodes.places.count + 1)
    isUsed = Array(repeating: false, count: boundary.pieces.count)
    for piece in boundary.pieces { firstPieces[Int(piece.from) + 1] += 1 }
    for node in boundary.nodes.places.indices { firstPieces[node + 1] += firstPieces[node] }
    var places = firstPieces
    byNode = Array(repeating: 0, count: boundary.pieces.count)
    for (index, piece) in boundary.pieces.enumerated() {
      byNode[Int(places[Int(piece.from)])] = Int32(index)
      places[Int(piece.from)] += 1
    }
    var path: [Int32] = []
    // Where the path leaves each node; −1 where it does not.
    var onPath = [Int32](repeating: -1, count: boundary.nodes.places.count)
    for start in boundary.pieces.indices where !isUsed[start] {
      walk(from: start, &path, &onPath)
    }
  }

  private mutating func walk(from start: Int, _ path: inout [Int32], _ onPath: inout [Int32]) {
    path.removeAll(keepingCapacity: true)
    var next: Int? = start
    while let index = next {
      let piece = boundary.pieces[index]
      isUsed[index] = true
      onPath[Int(piece.from)] = Int32(path.count)
      path.append(Int32(index))
      let first = onPath[Int(piece.to)]
      if first >= 0 {
        for closed in path[Int(first)...] { onPath[Int(boundary.pieces[Int(closed)].from)] = -1 }
        pieces += path[Int(first)...]
        offsets.append(pieces.count)
        path.removeSubrange(Int(first)...)
        if path.isEmpty { return }
      }
      next = follow(piece)
    }
    openCount += 1
    for open in path { onPath[Int(boundary.pieces[Int(open)].from)] = -1 }
  }

  /// The first unused piece to the left of the way a piece came.
  private func follow(_ piece: NodedBoundary.Piece) -> Int? {
    let node = Int(piece.to)
    let here = boundary.nodes.places[node]
    let back = boundary.nodes.places[Int(piece.from)] - here
    var best: (angle: Double, piece: Int)?
    for place in firstPieces[node]..<firstPieces[node + 1] {
      let index = Int(byNode[Int(place)])
      guard !isUsed[index] else { continue }
      let way = boundary.nodes.places[Int(boundary.pieces[index].to)] - here
      // Counter-clockwise from the way back, in 0 ..< 2π.
      let turn = atan2(back.x * way.y - back.y * way.x, back.x * way.x + back.y * way.y)
      let angle = turn < 0 ? turn + 2 * .pi : turn
      if angle < best?.angle ?? .infinity { best = (angle, index) }
    }
    return best?.piece
  }

  /// The number of loops.
  var count: Int { offsets.count - 1 }

  /// The vertices of a loop, the first once more at the end, `x0, y0, x1, y1 …`.
  func ring(_ loop: Int) -> [Double] {
    var ring: [Double] = []
    for piece in pieces[offsets[loop]..<offsets[loop + 1]] {
      let place = boundary.nodes.places[Int(boundary.pieces[Int(piece)].from)]
      ring += [place.x, place.y]
    }
    return ring + ring[..<2]
  }

  /// The features beside a loop.
  func features(_ loop: Int) -> Set<Int32> {
    var found: Set<Int32> = []
    for piece in pieces[offsets[loop]..<offsets[loop + 1]] {
      found.formUnion(boundary.features[boundary.pieces[Int(piece)].features])
    }
    return found
  }
}
