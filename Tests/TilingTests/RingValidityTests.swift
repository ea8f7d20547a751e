import SimpleFeatures
import TestSupport
import Testing

@testable import Tiling

/// The judgement by chains against all pairs of edges.
@Suite struct RingValidityTests {
  private func isDoubtful(_ rings: [[Int]], parts: [Int] = [1]) -> Bool {
    var validity = RingValidity()
    return validity.isDoubtful(IntegerShape(rings, parts: parts))
  }

  @Test(arguments: [
    ([0, 0, 4, 0, 4, 4, 0, 4], false), ([0, 0, 4, 4, 4, 0, 0, 4], true),
    // Touches itself: at a vertex, at an edge, along an edge.
    ([0, 0, 2, 2, 4, 0, 4, 4, 2, 2, 0, 4], true), ([0, 0, 4, 0, 4, 4, 2, 0, 0, 4], true),
    ([0, 0, 6, 0, 6, 2, 4, 0, 2, 0, 0, 2], true),
    // A comb, upright and lying.
    ([0, 0, 1, 9, 2, 1, 3, 9, 4, 1, 5, 9, 6, 0], false),
    ([0, 0, 9, 1, 1, 2, 9, 3, 1, 4, 9, 5, 0, 6], false),
    ([0, 0, 9, 1, 1, 2, 9, 3, -1, 4, 9, 5, 0, 6], true), ([0, 0, 4, 0, 2, 0, 2, 2], true),
  ])
  func oneRing(ring: [Int], isDoubtful: Bool) {
    #expect(self.isDoubtful([ring]) == isDoubtful)
    var turned = ring
    for _ in 0..<ring.count / 2 {
      turned = Array(turned.dropFirst(2) + turned.prefix(2))
      #expect(self.isDoubtful([turned]) == isDoubtful)
    }
    let swapped = stride(from: 0, to: ring.count, by: 2).flatMap { [ring[$0 + 1], ring[$0]] }
    #expect(self.isDoubtful([swapped]) == isDoubtful)
  }

  private static let square = [0, 0, 20, 0, 20, 20, 0, 20]

  @Test(arguments: [
    ([5, 5, 5, 9, 9, 9, 9, 5], false), ([0, 5, 5, 9, 5, 5], false), ([0, 0, 2, 5, 5, 2], false),
    ([0, 5, 20, 9, 20, 5], true), ([0, 5, 0, 9, 5, 5], true), ([0, 5, 5, 9, 0, 12], true),
    ([25, 5, 29, 9, 29, 5], true), ([-1, -1, -1, 21, 21, 21, 21, -1], true),
    ([15, 5, 25, 9, 25, 5], true), ([-2, 2, 2, -2, 2, 2], true),
  ])
  func aHole(hole: [Int], isDoubtful: Bool) {
    #expect(self.isDoubtful([Self.square, hole], parts: [2]) == isDoubtful)
  }

  @Test func holesAndParts() {
    let (square, hole, inner) = (Self.square, [2, 2, 2, 9, 9, 9, 9, 2], [3, 3, 3, 5, 5, 5])
    #expect(isDoubtful([square, hole, inner], parts: [3]))
    #expect(!isDoubtful([square, hole, [12, 12, 12, 15, 15, 15]], parts: [3]))
    // Holes that touch one another, and in a circle with the shell.
    #expect(!isDoubtful([square, hole, [9, 9, 12, 15, 15, 15]], parts: [3]))
    #expect(isDoubtful([square, [0, 9, 5, 9, 5, 5], [0, 12, 5, 9, 5, 12]], parts: [3]) == true)
    // Parts beside one another, touching once and twice, one in the other's hole.
    #expect(!isDoubtful([square, [20, 20, 30, 20, 30, 30]], parts: [1, 1]))
    #expect(isDoubtful([square, [20, 0, 30, 10, 20, 20, 40, 10]], parts: [1, 1]))
    #expect(isDoubtful([square, hole, inner], parts: [2, 1]))
    #expect(isDoubtful([square, inner], parts: [1, 1]))
    #expect(!isDoubtful([square, [30, 0, 40, 0, 40, 5]], parts: [1, 1]))
  }

  @Test(arguments: 0..<8) func smallRingsAreJudgedAsByAllPairs(seed: UInt64) {
    var random = SeededGenerator(seed: 900 + seed)
    var counts = [0, 0]
    for _ in 0..<1500 {
      let side = random.integer(3...12)
      let rings = (0..<random.integer(1...3)).map { _ in
        (0..<2 * random.integer(3...9)).map { _ in random.integer(0...side) }
      }
      let parts = random.integer(0...1) == 0 ? [rings.count] : rings.map { _ in 1 }
      let doubtful = isDoubtful(rings, parts: parts)
      #expect(doubtful == AllPairs(rings, parts: parts).isDoubtful, "\(rings) \(parts)")
      counts[doubtful ? 1 : 0] += 1
    }
    #expect(counts[0] > 0 && counts[1] > 0)
  }

  @Test(arguments: 0..<8) func starsAreJudgedAsByAllPairs(seed: UInt64) {
    var random = SeededGenerator(seed: 950 + seed)
    var counts = [0, 0]
    for _ in 0..<300 {
      var shape = IntegerShape()
      let vertices = random.integer(4...60)
      let radius = random.number(3...40)
      var ring = random.star(x: 50, y: 50, radius: radius, vertices: vertices)
      guard shape.append(ring: ring, isShell: true) != nil else { continue }
      ring = random.star(
        x: random.number(40...60), y: 50, radius: random.number(1...10), vertices: 5)
      _ = shape.append(ring: ring, isShell: false)
      shape.finishPart()
      var validity = RingValidity()
      let doubtful = validity.isDoubtful(shape)
      #expect(doubtful == AllPairs(shape).isDoubtful)
      counts[doubtful ? 1 : 0] += 1
    }
    #expect(counts[0] > 0 && counts[1] > 0)
  }
}

extension IntegerShape {
  /// A shape of rings as they are; `parts` are the numbers of their rings.
  init(_ rings: [[Int]], parts: [Int]) {
    self.init(
      xy: rings.flatMap { $0.map { Int32($0) } },
      ringOffsets: rings.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count / 2) },
      partOffsets: parts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) })
  }
}
