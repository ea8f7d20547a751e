import SimpleFeatures
import TestSupport
import Testing

@testable import Tiling

@Suite struct SimplificationTests {
  /// Cells of a crooked net, in metres: neighbours share their sides vertex for vertex, each ring
  /// begins where it likes and runs which way it likes.
  private struct Net {
    var column = GeometryColumn()
    let side: Int

    init(
      _ random: inout SeededGenerator, side: Int, steps: Int, width: Double,
      at corner: (Double, Double)
    ) {
      self.side = side
      var corners: [[Int]: [Double]] = [:]
      for i in 0...side {
        for j in 0...side {
          corners[[i, j]] = [
            corner.0 + width * (Double(i) + random.number(-0.2...0.2)),
            corner.1 + width * (Double(j) + random.number(-0.2...0.2)),
          ]
        }
      }
      var sides: [[Int]: [Double]] = [:]
      for i in 0...side {
        for j in 0...side {
          for next in [[i + 1, j], [i, j + 1]] {
            guard let a = corners[[i, j]], let b = corners[next] else { continue }
            sides[[i, j] + next] = (1..<steps).flatMap { step -> [Double] in
              let t = Double(step) / Double(steps)
              return (0...1).map {
                a[$0] + (b[$0] - a[$0]) * t + width * random.number(-0.04...0.04)
              }
            }
          }
        }
      }
      func path(_ a: [Int], _ b: [Int]) -> [Double] {
        let start = corners[a] ?? []
        if let side = sides[a + b] { return start + side }
        let side = sides[b + a] ?? []
        return start
          + stride(from: side.count - 2, through: 0, by: -2).flatMap { [side[$0], side[$0 + 1]] }
      }
      for i in 0..<side {
        for j in 0..<side {
          let round = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]]
          var ring = (0..<4).flatMap { path(round[$0], round[($0 + 1) % 4]) }
          let turn = 2 * random.integer(0...ring.count / 2 - 1)
          ring = Array(ring[turn...] + ring[..<turn])
          if random.integer(0...1) == 0 {
            ring = stride(from: ring.count - 2, through: 0, by: -2).flatMap {
              [ring[$0], ring[$0 + 1]]
            }
          }
          column.append(Geometry(polygon: [ring + ring.prefix(2)]))
        }
      }
    }
  }

  private static func edges(_ column: GeometryColumn) -> [Set<[Double]>: Int] {
    var edges: [Set<[Double]>: Int] = [:]
    for feature in 0..<column.count {
      let vertices = column.vertices(of: feature)
      for vertex in vertices.dropFirst() {
        let (a, b) = (2 * vertex - 2, 2 * vertex)
        let ends = [[column.xy[a], column.xy[a + 1]], [column.xy[b], column.xy[b + 1]]]
        edges[Set(ends), default: 0] += 1
      }
    }
    return edges
  }

  private static func simplified(_ column: GeometryColumn, _ tolerance: Double) -> GeometryColumn {
    let everywhere = ClipBox(low: SIMD2(repeating: -1e9), high: SIMD2(repeating: 1e9))
    var work = BoundarySimplification(tolerance: tolerance, box: everywhere)
    let nodes = BoundaryNodes(of: column)
    var (output, kept) = (GeometryColumn(), [Int]())
    for feature in 0..<column.count {
      work.simplify(
        ring: column.vertices(of: feature), column.xy.span, nodes: nodes, into: &kept)
      for vertex in kept + kept.prefix(1) {
        output.appendVertex(x: column.xy[2 * vertex], y: column.xy[2 * vertex + 1])
      }
      output.finishRing()
      output.finishPart()
      output.finishFeature(.polygon)
    }
    return output
  }

  @Test(arguments: 0..<20) func neighboursKeepTheSameSides(seed: UInt64) {
    var random = SeededGenerator(seed: 300 + seed)
    let net = Net(&random, side: 4, steps: 12, width: 100, at: (1e7, 3e6))
    let simplified = Self.simplified(net.column, 6)
    #expect(simplified.vertexCount < net.column.vertexCount / 2)
    let before = Self.edges(net.column)
    let after = Self.edges(simplified)
    // Outer sides belong to one ring, all others to two.
    #expect(before.values.count { $0 == 1 } == 4 * 4 * 12)
    for (edge, count) in after where count == 1 {
      #expect(edge.allSatisfy { end in before.contains { $0.value == 1 && $0.key.contains(end) } })
    }
    #expect(after.values.allSatisfy { $0 <= 2 })
    let area = (0..<net.column.count).reduce(0.0) { sum, feature in
      sum + RingMeasure.signedArea(net.column.xy, net.column.vertices(of: feature)).magnitude
    }
    let left = (0..<simplified.count).reduce(0.0) { sum, feature in
      sum + RingMeasure.signedArea(simplified.xy, simplified.vertices(of: feature)).magnitude
    }
    #expect(abs(area - left) < area / 50)
  }

  @Test(arguments: 0..<20) func everyVertexLiesWithinTheTolerance(seed: UInt64) {
    var random = SeededGenerator(seed: 400 + seed)
    let net = Net(&random, side: 2, steps: 20, width: 100, at: (0, 0))
    let simplified = Self.simplified(net.column, 3)
    for feature in 0..<net.column.count {
      let kept = simplified.vertices(of: feature)
      for vertex in net.column.vertices(of: feature) {
        let (x, y) = (net.column.xy[2 * vertex], net.column.xy[2 * vertex + 1])
        let nearest = kept.dropFirst().map { end -> Double in
          let (ax, ay) = (simplified.xy[2 * end - 2], simplified.xy[2 * end - 1])
          let (bx, by) = (simplified.xy[2 * end] - ax, simplified.xy[2 * end + 1] - ay)
          let t = min(max(((x - ax) * bx + (y - ay) * by) / (bx * bx + by * by), 0), 1)
          let (dx, dy) = (x - ax - bx * t, y - ay - by * t)
          return (dx * dx + dy * dy).squareRoot()
        }
        #expect(nearest.min() ?? .infinity <= 3 + 1e-9)
      }
    }
  }

  @Test func anIslandAndTheHoleAroundItBecomeTheSame() {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<50 {
      let ring = random.star(x: 500, y: 500, radius: 100, vertices: 40)
      let open = Array(ring.dropLast(2))
      let turned = Array(open[30...] + open[..<30])
      let backwards = stride(from: turned.count - 2, through: 0, by: -2).flatMap {
        [turned[$0], turned[$0 + 1]]
      }
      var column = GeometryColumn()
      column.append(Geometry(polygon: [ring]))
      column.append(Geometry(polygon: [backwards + backwards.prefix(2)]))
      let edges = Self.edges(Self.simplified(column, 10))
      #expect(edges.values.allSatisfy { $0 == 2 })
    }
  }

  @Test func nodesAreWhereBoundariesMeet() throws {
    var column = GeometryColumn()
    column.append(Geometry(polygon: [[0, 0, 5, 0, 10, 0, 10, 10, 0, 10, 0, 0]]))
    column.append(Geometry(polygon: [[10, 0, 20, 0, 20, 10, 10, 10, 10, 0]]))
    let nodes = BoundaryNodes(of: column)
    let found = (0..<column.vertexCount).filter { nodes.contains($0) }
    #expect(found == [2, 3, 6, 9, 10])
  }

  @Test func aStretchThatIsNotSeenBecomesItsChord() {
    let ring: [Double] = [0, 0, 10, 0, 20, 5, 30, 0, 40, 7, 50, 0, 50, 60, 0, 60, 0, 0]
    var column = GeometryColumn()
    column.append(Geometry(polygon: [ring]))
    // A neighbour on the way from 10 0 to 40 7, so that both are nodes.
    column.append(Geometry(polygon: [[10, 0, 20, 5, 30, 0, 40, 7, 40, -9, 10, 0]]))
    var work = BoundarySimplification(
      tolerance: 0.1, box: ClipBox(low: SIMD2(0, 50), high: SIMD2(99, 99)))
    var kept: [Int] = []
    work.simplify(
      ring: column.vertices(of: 0), column.xy.span, nodes: BoundaryNodes(of: column), into: &kept)
    #expect(Set(kept).isDisjoint(with: [2, 3]) && work.removed == 0)
  }

  @Test func aLineKeepsItsEnds() {
    var work = BoundarySimplification(
      tolerance: 100, box: ClipBox(low: SIMD2(repeating: -99), high: SIMD2(repeating: 99)))
    var kept: [Int] = []
    let line: [Double] = [0, 0, 1, 1, 2, 0, 0, 0]
    work.simplify(line: 0..<4, line.span, nodes: nil, into: &kept)
    #expect(kept == [0, 3] && work.removed == 2)
  }
}
