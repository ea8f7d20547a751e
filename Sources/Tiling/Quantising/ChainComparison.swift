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
