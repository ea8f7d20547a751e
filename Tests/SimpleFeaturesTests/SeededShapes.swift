import SimpleFeatures
import TestSupport

/// Shapes of every type, empty parts, heights and measures included, the same for the same seed.
struct SeededShapes {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A shape of a type; what it cannot have in WKB it has not.
  mutating func shape(_ type: GeometryType, depth: Int = 0) -> Geometry {
    if type == .geometryCollection {
      let types: [GeometryType] =
        depth < 3
        ? GeometryType.allCases : GeometryType.allCases.filter { $0 != .geometryCollection }
      return Geometry(
        collection: (0..<int(0...4)).map { _ in
          self.shape(types[int(0...types.count - 1)], depth: depth + 1)
        })
    }
    let (hasZ, hasM) = (int(0...2) == 0, int(0...2) == 0)
    var shape = Geometry(empty: type)
    let parts = type.isMultiple ? int(0...4) : int(0...5) == 0 ? 0 : 1
    for _ in 0..<parts {
      let isEmptyPart = type.isMultiple && int(0...5) == 0
      var rings: [[Double]] = []
      switch type.partType {
      case .point: rings = [[double(), double()]]
      case .lineString: rings = [(0..<2 * int(1...5)).map { _ in double() }]
      default:
        rings = (0..<int(1...3)).map { _ in (0..<2 * int(0...6)).map { _ in double() } }
      }
      shape.appendPart(rings: isEmptyPart ? [] : rings)
    }
    if hasZ { shape.z = (0..<shape.xy.count / 2).map { _ in double() } }
    if hasM { shape.m = (0..<shape.xy.count / 2).map { _ in double() } }
    return shape
  }

  mutating func int(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  /// A coordinate: a county's, a degree, an awkward one.
  mutating func double() -> Double {
    switch int(0...4) {
    case 0: Double(int(37_400_000_000...37_600_000_000)) / 1000
    case 1: Double.random(in: -180...180, using: &generator)
    case 2: Double(int(-5...5))
    case 3: Double.random(in: -1e-7...1e-7, using: &generator)
    default: Double(sign: .plus, exponent: int(-300...300), significand: 1.37)
    }
  }
}
