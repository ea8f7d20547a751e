/// A vertex in whole units, in numbers wide enough for products of differences.
struct IntegerPoint: Hashable {
  var x: Int64
  var y: Int64

  @inline(__always)
  init(_ pair: SIMD2<Int32>) {
    x = Int64(pair.x)
    y = Int64(pair.y)
  }

  /// A vertex of a buffer `x, y, x, y …`.
  @inline(__always)
  init(_ xy: Span<Int32>, _ vertex: Int) {
    x = Int64(xy[2 * vertex])
    y = Int64(xy[2 * vertex + 1])
  }

  /// Twice the area of the triangle a, b, c. Exact for coordinates below 2³⁰.
  @inline(__always)
  static func doubledArea(_ a: IntegerPoint, _ b: IntegerPoint, _ c: IntegerPoint) -> Int64 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }

  /// Whether a point that is in line with an edge lies on it, the ends included.
  @inline(__always)
  func isBetween(_ a: IntegerPoint, _ b: IntegerPoint) -> Bool {
    min(a.x, b.x) <= x && x <= max(a.x, b.x) && min(a.y, b.y) <= y && y <= max(a.y, b.y)
  }
}

/// What two edges have in common.
enum EdgeMeeting: Hashable {
  case nothing
  /// One point, an end of at least one of them.
  case touch(IntegerPoint)
  /// A point within both, or more than a point.
  case crossing

  /// What edges a–b and c–d have in common, exactly.
  @inline(__always)
  init(_ a: IntegerPoint, _ b: IntegerPoint, _ c: IntegerPoint, _ d: IntegerPoint) {
    self = .nothing
    let (ofC, ofD) = (IntegerPoint.doubledArea(a, b, c), IntegerPoint.doubledArea(a, b, d))
    if ofC > 0 && ofD > 0 || ofC < 0 && ofD < 0 { return }
    let (ofA, ofB) = (IntegerPoint.doubledArea(c, d, a), IntegerPoint.doubledArea(c, d, b))
    if ofA > 0 && ofB > 0 || ofA < 0 && ofB < 0 { return }
    if ofA != 0 && ofB != 0 && ofC != 0 && ofD != 0 {
      self = .crossing
      return
    }
    // An end lies in line with the other edge.
    var common: IntegerPoint?
    for (end, isOn) in [
      (c, ofC == 0 && c.isBetween(a, b)), (d, ofD == 0 && d.isBetween(a, b)),
      (a, ofA == 0 && a.isBetween(c, d)), (b, ofB == 0 && b.isBetween(c, d)),
    ] where isOn {
      if let common, common != end {
        self = .crossing
        return
      }
      common = end
    }
    if let common { self = .touch(common) }
  }
}
