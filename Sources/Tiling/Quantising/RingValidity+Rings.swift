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
