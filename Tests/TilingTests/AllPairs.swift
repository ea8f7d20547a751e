@testable import Tiling

/// Whether an area is doubtful, by the plain way: every edge with every other, points in common as
/// fractions of the edges.
struct AllPairs {
  private typealias Point = SIMD2<Int>
  private let rings: [[Point]]
  private let parts: [Int]

  init(_ rings: [[Int]], parts: [Int]) {
    self.rings = rings.map { ring in
      stride(from: 0, to: ring.count, by: 2).map { SIMD2(ring[$0], ring[$0 + 1]) }
    }
    self.parts = parts.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
  }

  init(_ shape: IntegerShape) {
    let rings = (0..<shape.ringCount).map { ring in
      shape.xy[2 * shape.ringOffsets[ring]..<2 * shape.ringOffsets[ring + 1]].map { Int($0) }
    }
    let parts = (0..<shape.partCount).map { shape.partOffsets[$0 + 1] - shape.partOffsets[$0] }
    self.init(rings, parts: parts)
  }

  var isDoubtful: Bool {
    var touches: Set<[Int]> = []
    for (a, ring) in rings.enumerated() {
      for (b, other) in rings.enumerated() where b >= a {
        for i in ring.indices {
          for j in other.indices where a != b || j > i {
            guard let common = common(edge(ring, i), edge(other, j)) else { return true }
            let isNext = a == b && (j == i + 1 || i == 0 && j == ring.count - 1)
            if ring[i] == ring[(i + 1) % ring.count] { return true }
            guard let point = common.first else { continue }
            if a == b {
              guard isNext else { return true }
              let shared = j == i + 1 ? ring[j] : ring[0]
              if point != [shared.x, shared.y, 1] { return true }
            } else {
              // Inside both: they cross.
              if point[2] != 1 { return true }
              let vertex = SIMD2(point[0], point[1])
              guard ring.contains(vertex) || other.contains(vertex) else { return true }
              touches.insert([a, b] + point)
            }
          }
        }
      }
    }
    var pairs: Set<[Int]> = []
    var links: [[Int]] = []
    for touch in touches {
      guard pairs.insert([touch[0], touch[1]]).inserted else { return true }
      if parts[touch[0]] == parts[touch[1]] { links.append([touch[0], touch[1]]) }
    }
    return hasCircle(links) || isOutOfOrder
  }

  /// Takes away links to rings that have but one until none is left or all that is left are
  /// circles.
  private func hasCircle(_ links: [[Int]]) -> Bool {
    var links = links
    while true {
      var degree: [Int: Int] = [:]
      for link in links { for ring in link { degree[ring, default: 0] += 1 } }
      let rest = links.filter { link in link.allSatisfy { degree[$0] ?? 0 > 1 } }
      if rest.count == links.count { return !rest.isEmpty }
      links = rest
    }
  }

  private var isOutOfOrder: Bool {
    for ring in rings.indices {
      for other in rings.indices where other != ring {
        let isShell = parts.firstIndex(of: parts[ring]) == ring
        let isShellOfOther = parts.firstIndex(of: parts[other]) == other
        if parts[ring] != parts[other] && !(isShell && isShellOfOther) { continue }
        if parts[ring] == parts[other] && isShell { continue }
        let mustLieIn = parts[ring] == parts[other] && isShellOfOther
        let places = rings[ring].compactMap { winding($0, rings[other]) }
        guard let place = places.first else {
          // All on the other: undecided, and doubtful where the box allows it.
          if mustLieIn || boxLies(rings[ring], in: rings[other]) { return true }
          continue
        }
        if place != mustLieIn { return true }
      }
    }
    return false
  }

  private func boxLies(_ ring: [Point], in other: [Point]) -> Bool {
    func range(_ ring: [Point], _ axis: Int) -> ClosedRange<Int> {
      let numbers = ring.map { $0[axis] }
      return (numbers.min() ?? 0)...(numbers.max() ?? 0)
    }
    return (0...1).allSatisfy { axis in
      let (a, b) = (range(ring, axis), range(other, axis))
      return b.lowerBound <= a.lowerBound && a.upperBound <= b.upperBound
    }
  }

  /// Whether a ring goes round a point, by the number of quarters; `nil` on the ring.
  private func winding(_ point: Point, _ ring: [Point]) -> Bool? {
    var turns = 0
    for i in ring.indices {
      let (a, b) = edge(ring, i)
      let cross = (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
      let within =
        min(a.x, b.x) <= point.x && point.x <= max(a.x, b.x) && min(a.y, b.y) <= point.y
        && point.y <= max(a.y, b.y)
      if cross == 0 && within { return nil }
      if a.y <= point.y && b.y > point.y && cross > 0 { turns += 1 }
      if b.y <= point.y && a.y > point.y && cross < 0 { turns -= 1 }
    }
    return turns != 0
  }

  private func edge(_ ring: [Point], _ index: Int) -> (Point, Point) {
    (ring[index], ring[(index + 1) % ring.count])
  }

  /// The point in common as numerators and a denominator, which is 1 where it is whole; empty where
  /// there is none, `nil` where there are many.
  private func common(_ a: (Point, Point), _ b: (Point, Point)) -> [[Int]].SubSequence? {
    let (r, s) = (a.1 &- a.0, b.1 &- b.0)
    let base = b.0 &- a.0
    let denominator = r.x * s.y - r.y * s.x
    if denominator != 0 {
      // a.0 + r·t/denominator, b.0 + s·u/denominator.
      let t = (base.x * s.y - base.y * s.x) * denominator.signum()
      let u = (base.x * r.y - base.y * r.x) * denominator.signum()
      let size = abs(denominator)
      guard (0...size).contains(t), (0...size).contains(u) else { return [] }
      let (x, y) = (a.0.x * size + r.x * t, a.0.y * size + r.y * t)
      if x % size == 0 && y % size == 0 { return [[x / size, y / size, 1]] }
      return [[x, y, size]]
    }
    guard base.x * r.y - base.y * r.x == 0, base.x * s.y - base.y * s.x == 0 else { return [] }
    // On one line: the whole points of both.
    let ends = Set([a.0, a.1, b.0, b.1]).filter { isOn($0, a) && isOn($0, b) }
    if ends.count > 1 { return nil }
    return ends.map { [$0.x, $0.y, 1] }[...]
  }

  private func isOn(_ p: Point, _ e: (Point, Point)) -> Bool {
    let cross = (e.1.x - e.0.x) * (p.y - e.0.y) - (e.1.y - e.0.y) * (p.x - e.0.x)
    return cross == 0 && min(e.0.x, e.1.x) <= p.x && p.x <= max(e.0.x, e.1.x)
      && min(e.0.y, e.1.y) <= p.y && p.y <= max(e.0.y, e.1.y)
  }
}
