internal import Foundation

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
