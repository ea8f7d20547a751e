import Foundation
import SimpleFeatures
import TestSupport
import Topology

/// Pairs of areas that touch each other in every degenerate way: made of whole cells of a small
/// board, so that edges, corners and vertices coincide, then bent as a family says.
struct OverlapFamilies {
  /// What is done to the boards.
  enum Family: String, CaseIterable, Sendable {
    /// Nothing: integer coordinates.
    case board
    /// Turned, every coordinate rounded as it comes.
    case turned
    /// Turned, far from zero, rounded to the millimetre: T-junctions that are no longer exact.
    case millimetres
    /// A three-thousandth of the size.
    case small
    /// Every vertex moved by 1e-9 to 1e-3, each shape on its own: slivers.
    case jitter
  }

  /// The cells of the board's side, and how far apart pairs stand.
  static let side = 4
  static let spacing = 16.0

  var first = GeometryColumn()
  var second = GeometryColumn()
  /// Where each pair stands; taking it off again is exact.
  var places: [SIMD2<Double>] = []
  /// How many cells each pair has in common.
  var commonCells: [Int] = []
  private var random: SeededGenerator
  private let engine: GeometryEngine

  init(_ family: Family, count: Int, seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    engine = try GeometryEngine()
    let far = family == .millimetres ? SIMD2(37_500_000.0, 4_110_000.0) : .zero
    while places.count < count {
      let (a, b) = cells()
      guard let one = try shape(a), let other = try shape(b) else { continue }
      let place =
        far + SIMD2(Double(places.count % 64), Double(places.count / 64))
        * OverlapFamilies.spacing
      let angle = Double.random(in: 0...6, using: &random)
      let size = pow(10, Double.random(in: -9...(-3), using: &random))
      first.append(bend(one, family, angle, size, place))
      second.append(bend(other, family, angle, size, place))
      places.append(place)
      commonCells.append(a.intersection(b).count)
    }
  }

  /// Two sets of cells: alike, complementary, one in the other, or each by chance.
  private mutating func cells() -> (Set<Int>, Set<Int>) {
    let all = Set(0..<OverlapFamilies.side * OverlapFamilies.side)
    let share = Double.random(in: 0.2...0.9, using: &random)
    func chosen(_ cells: Set<Int>, _ random: inout SeededGenerator) -> Set<Int> {
      Set(cells.sorted().filter { _ in Double.random(in: 0...1, using: &random) < share })
    }
    let a = chosen(all, &random)
    switch Int.random(in: 0...5, using: &random) {
    case 0: return (a, a)
    case 1: return (a, all.subtracting(a))
    case 2: return (a, chosen(a, &random))
    case 3: return (a, all)
    default: return (a, chosen(all, &random))
    }
  }

  /// The shape of a set of cells, with holes and parts as they come, its rings begun anywhere, run
  /// either way and dotted with further and repeated vertices.
  private mutating func shape(_ cells: Set<Int>) throws -> Geometry? {
    guard !cells.isEmpty else { return nil }
    let squares = cells.sorted().map { cell in
      let (x, y) = (
        Double(cell % OverlapFamilies.side), Double(cell / OverlapFamilies.side)
      )
      return Geometry(polygon: [[x, y, x + 1, y, x + 1, y + 1, x, y + 1, x, y]])
    }
    let union = try engine.unaryUnion(Geometry(collection: squares))
    var shape = Geometry(empty: union.type)
    for part in 0..<union.partCount {
      shape.appendPart(
        rings: union.rings(ofPart: part).map { ring in
          let vertices = union.vertices(ofRing: ring)
          return dressed(Array(union.xy[2 * vertices.lowerBound..<2 * vertices.upperBound]))
        })
    }
    return shape
  }

  private mutating func dressed(_ ring: [Double]) -> [Double] {
    var points: [SIMD2<Double>] = []
    for vertex in 0..<ring.count / 2 - 1 {
      let (a, b) = (
        SIMD2(ring[2 * vertex], ring[2 * vertex + 1]),
        SIMD2(ring[2 * vertex + 2], ring[2 * vertex + 3])
      )
      points.append(a)
      switch Int.random(in: 0...5, using: &random) {
      case 0: points.append(a)
      case 1: points.append(a + (b - a) / 2)
      case 2: points += [a + (b - a) / 4, a + (b - a) * 0.75]
      default: break
      }
    }
    let start = Int.random(in: 0..<points.count, using: &random)
    points = Array(points[start...] + points[..<start])
    if Bool.random(using: &random) { points.reverse() }
    return (points + points[..<1]).flatMap { [$0.x, $0.y] }
  }

  private mutating func bend(
    _ shape: Geometry, _ family: Family, _ angle: Double, _ size: Double, _ place: SIMD2<Double>
  ) -> Geometry {
    var bent = shape
    let (c, s) = (cos(angle), sin(angle))
    for vertex in 0..<shape.xy.count / 2 {
      var point = SIMD2(shape.xy[2 * vertex], shape.xy[2 * vertex + 1])
      let turned = SIMD2(c * point.x - s * point.y, s * point.x + c * point.y)
      switch family {
      case .board: point += place
      case .turned: point = turned + place
      case .millimetres:
        point = turned + place
        point = SIMD2((point.x * 1000).rounded() / 1000, (point.y * 1000).rounded() / 1000)
      case .small: point = (turned + place) / 3000
      case .jitter:
        point += place
        point.x += Double.random(in: -size...size, using: &random)
        point.y += Double.random(in: -size...size, using: &random)
      }
      (bent.xy[2 * vertex], bent.xy[2 * vertex + 1]) = (point.x, point.y)
    }
    // A ring ends where it begins, moved or not.
    for ring in 0..<bent.ringCount {
      let vertices = bent.vertices(ofRing: ring)
      let end = vertices.upperBound - 1
      bent.xy[2 * end] = bent.xy[2 * vertices.lowerBound]
      bent.xy[2 * end + 1] = bent.xy[2 * vertices.lowerBound + 1]
    }
    return bent
  }
}

extension GeometryColumn {
  /// The column with every vertex moved.
  func moved(_ move: (_ point: SIMD2<Double>) -> SIMD2<Double>) -> GeometryColumn {
    var column = self
    var moved = xy
    for vertex in 0..<vertexCount {
      let point = move(SIMD2(xy[2 * vertex], xy[2 * vertex + 1]))
      (moved[2 * vertex], moved[2 * vertex + 1]) = (point.x, point.y)
    }
    column.replaceCoordinates(with: moved)
    return column
  }

  /// The features in another order.
  func reordered(_ order: [Int]) -> GeometryColumn {
    var column = GeometryColumn()
    for feature in order { column.append(self[feature]) }
    return column
  }
}

extension Geometry {
  /// The shape moved back to zero.
  func taken(off place: SIMD2<Double>) -> Geometry {
    var moved = self
    for vertex in 0..<xy.count / 2 {
      moved.xy[2 * vertex] -= place.x
      moved.xy[2 * vertex + 1] -= place.y
    }
    return moved
  }
}
