/// Judges whether an area in whole units is surely valid, exactly and without a library.
///
/// It is doubtful where a ring crosses, overlaps or touches itself; where two rings cross, overlap
/// or touch at more than a point; where touching rings of one part go round in a circle, so that
/// the inside might fall apart; where a hole does not lie in its shell, or within another hole, or
/// a part within another part. What is not doubtful is valid. What is doubtful may be valid all the
/// same: a part on an island within a hole of another, or three rings that touch at one point.
///
/// Source: OGC 06-103r4 §6.1.11. The rings are cut into chains that run one way; of chains whose
/// boxes meet the edges are compared that meet the boxes' common part.
struct RingValidity {
  /// The vertices, the first of each ring once more at its end: edge `n` runs from `n` to `n + 1`.
  private(set) var xy: [Int32] = []
  private(set) var ringOffsets: [Int] = [0]
  private(set) var partOffsets: [Int] = [0]
  private(set) var touches: [RingTouch] = []
  private var chains: [MonotoneChain] = []
  private var order: [UInt64] = []

  /// Whether an area, its rings open, is doubtful.
  mutating func isDoubtful(_ shape: IntegerShape) -> Bool {
    close(shape)
    // One triangle with an area.
    if xy.count == 8 { return IntegerPoint.doubledArea(point(0), point(1), point(2)) == 0 }
    for ring in 0..<shape.ringCount {
      guard addChains(of: ring) else { return true }
    }
    sortChains()
    guard let found = compareChains() else { return true }
    touches = found
    guard shape.ringCount > 1 else { return false }
    return !touchesAreHarmless() || !ringsLieInOrder()
  }

  private mutating func close(_ shape: IntegerShape) {
    xy.removeAll(keepingCapacity: true)
    ringOffsets.removeLast(ringOffsets.count - 1)
    partOffsets.removeAll(keepingCapacity: true)
    partOffsets += shape.partOffsets
    chains.removeAll(keepingCapacity: true)
    touches.removeAll(keepingCapacity: true)
    for ring in 0..<shape.ringCount {
      let (first, end) = (shape.ringOffsets[ring], shape.ringOffsets[ring + 1])
      xy += shape.xy[2 * first..<2 * end]
      if first < end { xy += shape.xy[2 * first..<2 * first + 2] }
      ringOffsets.append(xy.count / 2)
    }
  }

  @inline(__always)
  func point(_ vertex: Int) -> IntegerPoint { IntegerPoint(xy.span, vertex) }

  /// Cuts a ring into chains; false where consecutive edges overlap or an edge has no length.
  private mutating func addChains(of ring: Int) -> Bool {
    let (first, last) = (ringOffsets[ring], ringOffsets[ring + 1] - 1)
    guard last - first >= 3 else { return false }
    let vertices = xy
    let xy = vertices.span
    var before = SIMD2(xy[2 * last - 2], xy[2 * last - 1])
    var here = SIMD2(xy[2 * first], xy[2 * first + 1])
    var chain: MonotoneChain?
    for vertex in first..<last {
      let next = SIMD2(xy[2 * vertex + 2], xy[2 * vertex + 3])
      guard RingValidity.goesOn(before, here, next) else { return false }
      if chain?.append(from: here, to: next) != true {
        if let chain { chains.append(chain) }
        chain = MonotoneChain(ring: ring, first: vertex, from: here, to: next)
      }
      (before, here) = (here, next)
    }
    if let chain { chains.append(chain) }
    return true
  }

  /// Whether a line does not turn back on itself at a vertex or stand still.
  @inline(__always)
  private static func goesOn(
    _ before: SIMD2<Int32>, _ here: SIMD2<Int32>, _ next: SIMD2<Int32>
  ) -> Bool {
    let (a, b) = (here &- before, next &- here)
    if Int64(a.x) * Int64(b.y) != Int64(a.y) * Int64(b.x) { return true }
    return Int64(a.x) * Int64(b.x) + Int64(a.y) * Int64(b.y) > 0
  }

  /// Orders the chains from the west.
  private mutating func sortChains() {
    order.removeAll(keepingCapacity: true)
    for (index, chain) in chains.enumerated() {
      order.append(UInt64(UInt32(bitPattern: chain.minX) ^ 0x8000_0000) << 32 | UInt64(index))
    }
    order.sort()
  }

  /// Compares all chains whose boxes meet, from the west.
  ///
  /// - Returns: where rings touch, each point perhaps several times; `nil` where edges meet as they
  ///   must not.
  private func compareChains() -> [RingTouch]? {
    var comparison = ChainComparison(ringOffsets)
    let (order, chains) = (order.span, chains.span)
    let vertices = xy.span
    for place in 0..<order.count {
      let chain = chains[Int(order[place] & 0xFFFF_FFFF)]
      let question = chain.question
      var later = place + 1
      while later < order.count {
        let other = chains[Int(order[later] & 0xFFFF_FFFF)]
        if other.minX > question.x { break }
        if other.meets(question), !comparison.compare(chain, other, vertices) { return nil }
        later += 1
      }
    }
    return comparison.touches
  }
}

/// How the rings of a feature, none of which crosses another, lie to one another.
extension RingValidity {
  /// Whether no two rings touch more than once and within a part no touching rings go round in a
  /// circle. Closed curves that have one point in common do not cross there: they would have to
  /// cross back.
  func touchesAreHarmless() -> Bool {
    guard !touches.isEmpty else { return true }
    var parts: [Int32] = []
    for part in 0..<partOffsets.count - 1 {
      for _ in partOffsets[part]..<partOffsets[part + 1] { parts.append(Int32(part)) }
    }
    var roots = parts.indices.map { $0 }
    func root(_ ring: Int32) -> Int {
      var ring = Int(ring)
      while roots[ring] != ring {
        roots[ring] = roots[roots[ring]]
        ring = roots[ring]
      }
      return ring
    }
    var last: RingTouch?
    for touch in touches.sorted() where touch != last {
      if touch.rings == last?.rings { return false }
      last = touch
      guard parts[Int(touch.rings.x)] == parts[Int(touch.rings.y)] else { continue }
      let (a, b) = (root(touch.rings.x), root(touch.rings.y))
      if a == b { return false }
      roots[a] = b
    }
    return true
  }

  /// Whether every hole lies in its shell and in no other hole, and no part in another's shell.
  func ringsLieInOrder() -> Bool {
    let boxes = (0..<ringOffsets.count - 1).map { box(ofRing: $0) }
    for part in 0..<partOffsets.count - 1 {
      let (shell, end) = (partOffsets[part], partOffsets[part + 1])
      guard shell < end else { return false }
      for hole in shell + 1..<max(end, shell + 1) {
        guard boxes[hole].lies(in: boxes[shell]), lies(hole, in: shell) == true
        else { return false }
        for other in shell + 1..<end
        where other != hole && boxes[hole].lies(in: boxes[other]) {
          guard lies(hole, in: other) == false else { return false }
        }
      }
      for other in 0..<partOffsets.count - 1 where other != part {
        let ring = partOffsets[other]
        guard boxes[shell].lies(in: boxes[ring]) else { continue }
        guard lies(shell, in: ring) == false else { return false }
      }
    }
    return true
  }

  private struct Box {
    var low: SIMD2<Int32>
    var high: SIMD2<Int32>

    func lies(in other: Box) -> Bool {
      all(low .>= other.low) && all(high .<= other.high)
    }
  }

  private func box(ofRing ring: Int) -> Box {
    var box = Box(low: SIMD2(repeating: .max), high: SIMD2(repeating: .min))
    for vertex in ringOffsets[ring]..<ringOffsets[ring + 1] {
      let point = SIMD2(xy[2 * vertex], xy[2 * vertex + 1])
      box.low.replace(with: point, where: point .< box.low)
      box.high.replace(with: point, where: point .> box.high)
    }
    return box
  }

  /// Whether a ring lies within another; `nil` where all its vertices lie on the other.
  private func lies(_ ring: Int, in other: Int) -> Bool? {
    for vertex in ringOffsets[ring]..<ringOffsets[ring + 1] {
      if let isInside = contains(point(vertex), ring: other) { return isInside }
    }
    return nil
  }

  /// Whether a point lies within a ring; `nil` on the ring itself.
  private func contains(_ point: IntegerPoint, ring: Int) -> Bool? {
    var isInside = false
    for edge in ringOffsets[ring]..<ringOffsets[ring + 1] - 1 {
      let (a, b) = (self.point(edge), self.point(edge + 1))
      let side = IntegerPoint.doubledArea(a, b, point)
      if side == 0 && point.isBetween(a, b) { return nil }
      if (a.y > point.y) != (b.y > point.y) && (side > 0) == (b.y > a.y) { isInside.toggle() }
    }
    return isInside
  }
}

/// A point at which two rings of a feature touch.
struct RingTouch: Hashable, Comparable {
  /// The lesser and the greater ring.
  let rings: SIMD2<Int32>
  let point: IntegerPoint

  init(rings lesser: Int32, _ greater: Int32, at point: IntegerPoint) {
    rings = SIMD2(lesser, greater)
    self.point = point
  }

  static func < (a: RingTouch, b: RingTouch) -> Bool {
    (a.rings.x, a.rings.y, a.point.x, a.point.y) < (b.rings.x, b.rings.y, b.point.x, b.point.y)
  }
}
