internal import SimpleFeatures

/// The box around a ring or line, and whether all its coordinates can be reckoned with.
struct RingExtent {
  /// The greatest coordinate in metres, far beyond the map: products of what is farther out
  /// overflow.
  static let farthest = 1e12

  private(set) var low = SIMD2<Double>(repeating: .infinity)
  private(set) var high = SIMD2<Double>(repeating: -.infinity)
  /// Whether all coordinates are numbers, no farther out than ``farthest``.
  let isFinite: Bool

  init(_ xy: Span<Double>, _ vertices: Range<Int>) {
    // 0 as long as every number is finite.
    var zero = SIMD2<Double>()
    for vertex in vertices {
      let point = SIMD2(xy[2 * vertex], xy[2 * vertex + 1])
      low.replace(with: point, where: point .< low)
      high.replace(with: point, where: point .> high)
      zero += point * 0
    }
    let (least, most) = (-RingExtent.farthest, RingExtent.farthest)
    isFinite = zero == SIMD2() && low.min() >= least && high.max() <= most
  }

  /// The area of the box.
  var area: Double { (high.x - low.x) * (high.y - low.y) }

  /// Whether the box has a point in common with another.
  func meets(_ box: ClipBox) -> Bool { all(low .<= box.high) && all(high .>= box.low) }

  /// Whether the box lies in another.
  func lies(in box: ClipBox) -> Bool { all(low .>= box.low) && all(high .<= box.high) }

  /// Twice the area that a ring goes round.
  static func doubledArea(_ xy: Span<Double>, _ vertices: Range<Int>) -> Double {
    guard let first = vertices.first else { return 0 }
    let origin = SIMD2(xy[2 * first], xy[2 * first + 1])
    var (sum, before) = (0.0, SIMD2<Double>())
    for vertex in vertices {
      let point = SIMD2(xy[2 * vertex], xy[2 * vertex + 1]) - origin
      sum += before.x * point.y - point.x * before.y
      before = point
    }
    return sum.magnitude
  }

  /// Whether a line is shorter than a length.
  static func isShorter(_ xy: Span<Double>, _ vertices: Range<Int>, than length: Double) -> Bool {
    var sum = 0.0
    for vertex in vertices.dropFirst() where sum < length {
      let (x, y) = (xy[2 * vertex] - xy[2 * vertex - 2], xy[2 * vertex + 1] - xy[2 * vertex - 1])
      sum += (x * x + y * y).squareRoot()
    }
    return sum < length
  }
}
