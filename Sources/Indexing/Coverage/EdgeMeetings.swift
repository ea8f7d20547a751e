internal import SimpleFeatures

/// Where free edges meet other than end to end: vertices on edges, vertices beside edges, crossings.
struct EdgeMeetings: Sendable {
  /// A place at which an edge is cut.
  struct Cut: Sendable {
    var edge: Int32
    /// How far along the edge, as a share of its length.
    var share: Double
    var node: Int32
  }

  /// Two edges that cross, the lower first, and where.
  struct Crossing: Sendable {
    var first: Cut
    var second: Cut
    var place: SIMD2<Double>
  }

  /// A vertex of a feature beside an edge of a neighbour that has no vertex there.
  struct Beside: Sendable {
    var neighbour: Int32
    var node: Int32
    var feature: Int32
    var place: SIMD2<Double>
    var distance: Double
  }

  private(set) var cuts: [Cut] = []
  private(set) var crossings: [Crossing] = []
  private(set) var beside: [Beside] = []

  fileprivate init() {}

  /// Looks at every pair of free edges that come near to each other, on several threads.
  init(
    of edges: FreeEdges, _ nodes: CoverageNodes, in layer: GeometryColumn, _ index: LayerIndex,
    options: CoverageOptions, workers: Int
  ) throws {
    let boxes = (0..<edges.count).map { Box(from: edges.starts[$0], to: edges.ends[$0]) }
    let tree = FeatureTree(boxes, origin: index.origin, workers: workers)
    let search = MeetingSearch(edges: edges, nodes: nodes, boxes: boxes, options: options)
    let stretch = 512
    try OrderedChunks.run(
      workers: workers, prepare: { MeetingSearch.Scratch() },
      make: { scratch, chunk -> EdgeMeetings? in
        let start = chunk * stretch
        guard start < edges.count else { return nil }
        return index.lend(with: layer) { view in
          tree.lend { tree in
            var found = EdgeMeetings()
            for edge in start..<min(start + stretch, edges.count) {
              search.meet(edge, tree, view, &scratch, &found)
            }
            return found
          }
        }
      },
      receive: {
        cuts += $0.cuts
        crossings += $0.crossings
        beside += $0.beside
      })
  }

  fileprivate mutating func append(_ cut: Cut) { cuts.append(cut) }
  fileprivate mutating func append(_ crossing: Crossing) { crossings.append(crossing) }
  fileprivate mutating func append(_ beside: Beside) { self.beside.append(beside) }
}

/// The search for what one free edge meets.
private struct MeetingSearch: Sendable {
  let edges: FreeEdges
  let nodes: CoverageNodes
  let boxes: [Box]
  let options: CoverageOptions

  /// What one thread has of its own.
  struct Scratch {
    var candidates: [Int32] = []
  }

  func meet(
    _ edge: Int, _ tree: FeatureTree.View, _ view: LayerView, _ scratch: inout Scratch,
    _ found: inout EdgeMeetings
  ) {
    let reach = max(options.vertexTolerance, options.nearMissDistance)
    let box = boxes[edge].grown(by: reach)
    tree.search(box, into: &scratch.candidates)
    for place in scratch.candidates.indices {
      let other = Int(scratch.candidates[place])
      guard other != edge, boxes[other].meets(box) else { continue }
      let atStart = meet(
        edge, vertex: edges.starts[other], nodes.starts[other], of: other, view, &found)
      let atEnd = meet(
        edge, vertex: edges.ends[other], nodes.ends[other], of: other, view, &found)
      if edge < other, !atStart, !atEnd { cross(edge, other, &found) }
    }
  }

  /// Looks at a vertex of another edge.
  ///
  /// - Returns: whether the vertex is on the edge or one with an end of it.
  private func meet(
    _ edge: Int, vertex: SIMD2<Double>, _ node: Int32, of other: Int, _ view: LayerView,
    _ found: inout EdgeMeetings
  ) -> Bool {
    if node == nodes.starts[edge] || node == nodes.ends[edge] { return true }
    let (share, distance) = Segment.nearest(
      to: vertex, from: edges.starts[edge], to: edges.ends[edge])
    let isOn = distance <= options.vertexTolerance
    if isOn { found.append(.init(edge: Int32(edge), share: share, node: node)) }
    guard edges.features[other] != edges.features[edge],
      isOn || distance <= options.nearMissDistance,
      !hasVertex(edges.features[edge], near: vertex, view)
    else { return isOn }
    if !isOn && turnsAway(vertex, of: other, from: edge, view) { return false }
    found.append(
      .init(
        neighbour: edges.features[edge], node: node, feature: edges.features[other],
        place: vertex, distance: distance))
    return isOn
  }

  /// Whether a vertex is near to an edge only because it is near to an end that both features have:
  /// there their boundaries part.
  private func turnsAway(
    _ vertex: SIMD2<Double>, of other: Int, from edge: Int, _ view: LayerView
  ) -> Bool {
    for end in [edges.starts[edge], edges.ends[edge]]
    where Segment.distance(vertex, end) <= options.nearMissDistance {
      if hasVertex(edges.features[other], near: end, view) { return true }
    }
    return false
  }

  /// Whether a feature has a vertex at a place.
  private func hasVertex(
    _ feature: Int32, near place: SIMD2<Double>, _ view: LayerView
  ) -> Bool {
    let feature = Int(feature)
    let box = Box(from: place, to: place).grown(by: options.vertexTolerance)
    let rings = view.rings(of: feature)
    var (ring, hasFound) = (rings.lowerBound, false)
    view.tree(of: feature).forEachLeaf(
      view.blocks, meeting: BoxQuestion(box, origin: view.origin)
    ) { block in
      guard !hasFound else { return }
      ring = view.ring(ofBlock: block, from: ring, in: rings)
      hasFound = view.edges(ofBlock: block, ring: ring).contains { vertex in
        Segment.distance(view.vertex(vertex), place) <= options.vertexTolerance
      }
    }
    return hasFound
  }

  /// Notes where two edges cross that have no end on one another.
  private func cross(_ edge: Int, _ other: Int, _ found: inout EdgeMeetings) {
    let (a, b) = (edges.starts[edge], edges.ends[edge])
    let (c, d) = (edges.starts[other], edges.ends[other])
    guard boxes[edge].meets(boxes[other]) else { return }
    // An end of this edge on the other one: that is seen when the other is looked at.
    for (end, node) in [(a, nodes.starts[edge]), (b, nodes.ends[edge])] {
      if node == nodes.starts[other] || node == nodes.ends[other] { return }
      if Segment.nearest(to: end, from: c, to: d).distance <= options.vertexTolerance { return }
    }
    let (ofA, ofB) = (Orientation.doubledArea(c, d, a), Orientation.doubledArea(c, d, b))
    let (ofC, ofD) = (Orientation.doubledArea(a, b, c), Orientation.doubledArea(a, b, d))
    guard (ofA > 0) != (ofB > 0), (ofC > 0) != (ofD > 0), ofA != ofB, ofC != ofD else { return }
    let (share, otherShare) = (ofA / (ofA - ofB), ofC / (ofC - ofD))
    found.append(
      .init(
        first: .init(edge: Int32(edge), share: share, node: -1),
        second: .init(edge: Int32(other), share: otherShare, node: -1),
        place: a + share * (b - a)))
  }
}

/// Distances in the plane.
enum Segment {
  @inline(__always)
  static func distance(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double {
    let difference = b - a
    return (difference * difference).sum().squareRoot()
  }

  /// The point of a segment that is nearest to a point: how far along, and how far away.
  static func nearest(
    to point: SIMD2<Double>, from a: SIMD2<Double>, to b: SIMD2<Double>
  ) -> (share: Double, distance: Double) {
    let (along, offset) = (b - a, point - a)
    let length = (along * along).sum()
    let share = length > 0 ? min(max((offset * along).sum() / length, 0), 1) : 0
    return (share, distance(offset, share * along))
  }
}

extension CoverageVertices {
  /// The vertices beside edges: those on them, and those off them by a little.
  ///
  /// A vertex is told once for each neighbour that lacks it, with its least distance and the first
  /// feature that has it.
  static func sorted(
    _ beside: [EdgeMeetings.Beside], tolerance: Double
  ) -> (missing: CoverageVertices, near: CoverageVertices) {
    let ordered = beside.sorted {
      ($0.neighbour, $0.node, $0.distance, $0.feature)
        < ($1.neighbour, $1.node, $1.distance, $1.feature)
    }
    var nearest: [EdgeMeetings.Beside] = []
    for vertex in ordered {
      if let last = nearest.last, last.neighbour == vertex.neighbour, last.node == vertex.node {
        nearest[nearest.count - 1].feature = min(last.feature, vertex.feature)
      } else {
        nearest.append(vertex)
      }
    }
    nearest.sort {
      ($0.neighbour, $0.place.x, $0.place.y) < ($1.neighbour, $1.place.x, $1.place.y)
    }
    var (missing, near) = (CoverageVertices(), CoverageVertices())
    for vertex in nearest {
      if vertex.distance <= tolerance { missing.append(vertex) } else { near.append(vertex) }
    }
    return (missing, near)
  }

  private mutating func append(_ vertex: EdgeMeetings.Beside) {
    features.append(vertex.feature)
    neighbours.append(vertex.neighbour)
    x.append(vertex.place.x)
    y.append(vertex.place.y)
    distances.append(vertex.distance)
  }
}
