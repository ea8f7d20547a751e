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
