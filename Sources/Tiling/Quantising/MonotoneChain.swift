/// A few consecutive edges of a ring that all run to the same side along x, or all along y: they
/// meet one another only at common ends.
struct MonotoneChain {
  /// More edges than this make another chain: a bit for each fits a number.
  static let most = 32

  let ring: Int32
  /// The first edge.
  let first: Int32
  private(set) var count: Int32 = 0
  /// The signs of the steps along x and y, 0 where they differ.
  private var direction: SIMD2<Int32>
  /// The least x and y, and the greatest negated: one comparison tells whether boxes meet.
  private var box: SIMD4<Int32>

  /// A chain that begins with an edge.
  @inline(__always)
  init(ring: Int, first: Int, from start: SIMD2<Int32>, to end: SIMD2<Int32>) {
    self.ring = Int32(truncatingIfNeeded: ring)
    self.first = Int32(truncatingIfNeeded: first)
    direction = MonotoneChain.signs(end &- start)
    box = MonotoneChain.corner(start)
    add(end)
  }

  /// Adds an edge to the end of the chain where it goes on the same way.
  ///
  /// - Returns: whether it does.
  @inline(__always)
  mutating func append(from start: SIMD2<Int32>, to end: SIMD2<Int32>) -> Bool {
    let signs = MonotoneChain.signs(end &- start)
    let common = direction.replacing(with: 0, where: direction .!= signs)
    guard common != SIMD2(0, 0), count < MonotoneChain.most else { return false }
    direction = common
    add(end)
    return true
  }

  @inline(__always)
  private mutating func add(_ point: SIMD2<Int32>) {
    let corner = MonotoneChain.corner(point)
    box.replace(with: corner, where: corner .< box)
    count += 1
  }

  @inline(__always)
  private static func corner(_ point: SIMD2<Int32>) -> SIMD4<Int32> {
    SIMD4(point.x, point.y, 0 &- point.x, 0 &- point.y)
  }

  @inline(__always)
  private static func signs(_ step: SIMD2<Int32>) -> SIMD2<Int32> {
    SIMD2(step.x.signum(), step.y.signum())
  }

  /// The least x.
  @inline(__always)
  var minX: Int32 { box.x }

  /// The box turned round, to be compared with that of others.
  @inline(__always)
  var question: SIMD4<Int32> { SIMD4(0 &- box.z, 0 &- box.w, 0 &- box.x, 0 &- box.y) }

  /// Whether the boxes have a point in common.
  @inline(__always)
  func meets(_ question: SIMD4<Int32>) -> Bool { all(box .<= question) }

  /// The box that two boxes have in common, turned round.
  @inline(__always)
  func common(with other: MonotoneChain) -> SIMD4<Int32> {
    let inner = box.replacing(with: other.box, where: other.box .> box)
    return SIMD4(0 &- inner.z, 0 &- inner.w, 0 &- inner.x, 0 &- inner.y)
  }

  /// A bit for each edge that meets a box.
  @inline(__always)
  func edges(meeting question: SIMD4<Int32>, _ xy: Span<Int32>) -> UInt32 {
    var (edges, bit) = (UInt32(0), UInt32(1))
    let start = 2 * Int(first)
    var before = MonotoneChain.corner(SIMD2(xy[start], xy[start + 1]))
    for edge in 1...Int(count) {
      let corner = MonotoneChain.corner(SIMD2(xy[start + 2 * edge], xy[start + 2 * edge + 1]))
      let box = corner.replacing(with: before, where: before .< corner)
      edges |= all(box .<= question) ? bit : 0
      bit &<<= 1
      before = corner
    }
    return edges
  }
}

/// Compares the edges of chains and gathers where rings touch.
struct ChainComparison {
  /// Where two rings touch, each point perhaps several times.
  private(set) var touches: [RingTouch] = []
  private let ringOffsets: [Int]
  /// As many touches as this are never harmless.
  private let most: Int

  /// - Parameter ringOffsets: the vertex at which each closed ring begins, and last their number.
  init(_ ringOffsets: [Int]) {
    self.ringOffsets = ringOffsets
    most = 64 * ringOffsets.count
  }

  /// Compares the edges of two chains where their boxes meet; false where they meet as they must
  /// not.
  @inline(__always)
  mutating func compare(_ a: MonotoneChain, _ b: MonotoneChain, _ xy: Span<Int32>) -> Bool {
    let common = a.common(with: b)
    var rest = a.edges(meeting: common, xy)
    guard rest != 0 else { return true }
    let others = b.edges(meeting: common, xy)
    while rest != 0 {
      let first = Int(a.first) + rest.trailingZeroBitCount
      rest &= rest &- 1
      var other = others
      while other != 0 {
        let second = Int(b.first) + other.trailingZeroBitCount
        other &= other &- 1
        guard compare(first, of: a, second, of: b, xy) else { return false }
      }
    }
    return touches.count <= most
  }

  /// Compares two edges; false where they meet as they must not.
  @inline(__always)
  private mutating func compare(
    _ first: Int, of a: MonotoneChain, _ second: Int, of b: MonotoneChain, _ xy: Span<Int32>
  ) -> Bool {
    let p = SIMD4(xy[2 * first], xy[2 * first + 1], xy[2 * second], xy[2 * second + 1])
    let q = SIMD4(xy[2 * first + 2], xy[2 * first + 3], xy[2 * second + 2], xy[2 * second + 3])
    let isLess = p .< q
    let (low, high) = (q.replacing(with: p, where: isLess), p.replacing(with: q, where: isLess))
    if any(low.lowHalf .> high.highHalf) || any(low.highHalf .> high.lowHalf) { return true }
    let isSameRing = a.ring == b.ring
    if isSameRing && areConsecutive(first, second, in: Int(a.ring)) { return true }
    switch EdgeMeeting(
      IntegerPoint(p.lowHalf), IntegerPoint(q.lowHalf), IntegerPoint(p.highHalf),
      IntegerPoint(q.highHalf))
    {
    case .nothing: return true
    case .crossing: return false
    case .touch(let point):
      guard !isSameRing else { return false }
      touches.append(RingTouch(rings: min(a.ring, b.ring), max(a.ring, b.ring), at: point))
      return true
    }
  }

  /// Whether two edges of a ring follow one another; that they meet only there was seen before.
  @inline(__always)
  private func areConsecutive(_ first: Int, _ second: Int, in ring: Int) -> Bool {
    let apart = abs(first - second)
    return apart == 1 || apart == ringOffsets[ring + 1] - ringOffsets[ring] - 2
  }
}
