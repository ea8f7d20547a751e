/// The sum along two boundaries by which ``OverlapMeter`` measures, and the checks that go with it.
struct BoundaryWalk {
  /// From where cross products are taken: the low corner of the box both shapes share, so that no
  /// product is larger than it must be. Its coordinates are those of vertices, so that differences
  /// of projected coordinates are exact.
  private var origin = SIMD2<Double>.zero
  /// Twice the area so far.
  private var doubled = 0.0
  /// The sum of the sizes of all terms and of what crossing points are made from, of which rounding
  /// is a share.
  private var size = 0.0
  /// Whether the boundaries cross.
  private(set) var hasCrossings = false
  /// Whether the boundary of a shape was found to contradict itself.
  var isContradictory = false

  mutating func begin(origin: SIMD2<Double>) {
    self = BoundaryWalk()
    self.origin = origin
  }

  /// What came out: see ``OverlapMeter/area(_:_:_:_:)``.
  var area: Double? {
    if isContradictory { return nil }
    // Sixteen times the rounding of 2⁻⁵² of each term: what is smaller tells nothing.
    if doubled.magnitude <= 0x1p-48 * size { return 0 }
    return doubled > 0 ? doubled / 2 : nil
  }

  @inline(__always)
  private mutating func add(_ term: Double) {
    doubled += term
    size += term.magnitude
  }

  @inline(__always)
  private func cross(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double {
    a.x * b.y - a.y * b.x
  }

  // MARK: - The smaller shape

  /// Adds a ring that crosses nothing.
  mutating func addRing(doubledArea: Double, winding: Int) {
    if winding == 0 { return }
    if winding != 1 { isContradictory = true }
    add(doubledArea)
  }

  /// Adds an edge whose end is inside.
  @inline(__always)
  mutating func addEdge(
    from a: SIMD2<Double>, to b: SIMD2<Double>, winding: Int, sign: Double
  ) {
    if winding != 1 { isContradictory = true }
    add(sign * cross(a - origin, b - origin))
  }

  // MARK: - Crossings

  /// Adds a crossing of the edge from `a` to `b`, `share` of its length from `a`, with an edge that
  /// begins at `start`: the ends of the pieces of both edges.
  @inline(__always)
  mutating func cross(
    from a: SIMD2<Double>, to b: SIMD2<Double>, at share: Double, from start: SIMD2<Double>,
    along edge: SIMD2<Double>, weight: Double
  ) {
    hasCrossings = true
    // The share comes from determinants of about this size, and is as good as they are.
    let offset = start - a
    size +=
      (offset.x.magnitude + offset.y.magnitude) * (edge.x.magnitude + edge.y.magnitude)
    let point =
      share >= 1 ? b - origin : share > 0 ? (a - origin) + share * (b - a) : a - origin
    add(weight * cross(offset, point))
  }

  // MARK: - The larger shape

  /// Begins a new stretch where the next edge to be looked at does not follow the last.
  @inline(__always)
  mutating func step(_ stretch: inout BoundaryStretch, to edge: Int) {
    if edge != stretch.lastEdge + 1 || stretch.edgeCount == 0 {
      if stretch.edgeCount > 0 { finish(&stretch) }
      stretch.begin(at: edge)
    }
    stretch.lastEdge = edge
    stretch.edgeCount += 1
  }

  /// Adds an edge of the larger shape.
  ///
  /// - Parameter change: how often it enters the smaller shape, less how often it leaves it.
  @inline(__always)
  mutating func add(
    _ stretch: inout BoundaryStretch, from a: SIMD2<Double>, to b: SIMD2<Double>, change: Int
  ) {
    stretch.winding += change
    stretch.least = min(stretch.least, stretch.winding)
    stretch.most = max(stretch.most, stretch.winding)
    guard stretch.winding != 0 || stretch.isFirst else { return }
    let term = stretch.sign * cross(a - origin, b - origin)
    if stretch.isFirst { stretch.firstSum += term }
    if stretch.winding != 0 { add(Double(stretch.winding) * term) }
  }

  /// Ends a stretch that left the box of the smaller shape, or came to the end of the ring.
  mutating func finish(_ stretch: inout BoundaryStretch) {
    if stretch.isFirst {
      // It began where the ring does, perhaps inside, and ended outside.
      stretch.windingAtStart = -stretch.winding
      settle(stretch)
    } else {
      // Its end is outside, unless it is where the ring began.
      let expected = stretch.endsRing ? stretch.windingAtStart : 0
      if stretch.winding != expected || stretch.least < 0 || stretch.most > 1 {
        isContradictory = true
      }
    }
  }

  /// Ends a ring that lies in the box of the smaller shape as a whole.
  mutating func finishRing(_ stretch: inout BoundaryStretch, windingAtStart: Int) {
    stretch.windingAtStart = windingAtStart
    if stretch.winding != 0 { isContradictory = true }
    settle(stretch)
  }

  /// Adds what was left out of the first stretch of a ring while nobody knew how it began.
  private mutating func settle(_ stretch: BoundaryStretch) {
    let start = stretch.windingAtStart
    if start + stretch.least < 0 || start + stretch.most > 1 { isContradictory = true }
    if start != 0 { add(Double(start) * stretch.firstSum) }
  }
}

/// Consecutive edges of one ring that meet the box of the smaller shape.
///
/// The edge before a stretch does not meet the box, so a stretch begins outside the smaller shape.
/// Only one that begins with the ring's first edge may begin inside; it is counted from 0 and put
/// right when it ends.
struct BoundaryStretch {
  /// The vertices of the ring.
  let ring: Range<Int>
  /// 1 where the inside of the larger shape lies to the left of the ring.
  let sign: Double
  /// The number of edges of the ring looked at so far.
  var edgeCount = 0
  var lastEdge = -1
  /// How often the smaller shape lies around the end of the last edge, beside what it does around
  /// the beginning of the stretch.
  var winding = 0
  var least = 0
  var most = 0
  /// Whether the stretch began with the ring.
  var isFirst = false
  /// The sum of the cross products of the first stretch.
  var firstSum = 0.0
  /// How often the smaller shape lies around the ring's first vertex.
  var windingAtStart = 0

  init(ring: Range<Int>, sign: Double) {
    self.ring = ring
    self.sign = sign
  }

  mutating func begin(at edge: Int) {
    winding = 0
    least = 0
    most = 0
    isFirst = edge == ring.lowerBound
  }

  /// Whether every edge of the ring was looked at.
  var isWholeRing: Bool { edgeCount == ring.count - 1 }

  /// Whether the last edge looked at is the ring's last.
  var endsRing: Bool { lastEdge == ring.upperBound - 2 }
}
