internal import SimpleFeatures

/// Cuts rings and lines with a box along the axes, in any unit.
///
/// Where an edge leaves the box is reckoned from its inner end, whichever way the edge runs: two
/// rings that share an edge are cut at the same place.
///
/// Source: I. E. Sutherland and G. W. Hodgman, "Reentrant Polygon Clipping", CACM 17 (1974); Y.-D.
/// Liang and B. A. Barsky, "A New Concept and Method for Line Clipping", ACM TOG 3 (1984).
struct ClipBox: Hashable, Sendable {
  var low: SIMD2<Double>
  var high: SIMD2<Double>

  init(low: SIMD2<Double>, high: SIMD2<Double>) {
    self.low = low
    self.high = high
  }

  init(_ envelope: Envelope) {
    low = SIMD2(envelope.minX, envelope.minY)
    high = SIMD2(envelope.maxX, envelope.maxY)
  }

  /// Whether a point lies in the box or on its edge.
  func contains(_ x: Double, _ y: Double) -> Bool {
    low.x <= x && x <= high.x && low.y <= y && y <= high.y
  }

  /// Cuts an open ring `x, y, x, y …`: one ring is left, which may run along the box's edge to and
  /// fro where the area falls apart.
  ///
  /// - Parameters:
  ///   - spare: room for an intermediate ring.
  func cut(ring: inout [Double], spare: inout [Double]) {
    var (least, greatest) = (ClipBox.everywhere.high, ClipBox.everywhere.low)
    for index in stride(from: 0, to: ring.count - 1, by: 2) {
      let point = SIMD2(ring[index], ring[index + 1])
      least.replace(with: point, where: point .< least)
      greatest.replace(with: point, where: point .> greatest)
    }
    for axis in 0...1 {
      if least[axis] < low[axis] {
        ClipBox.cut(ring.span, axis: axis, at: low[axis], sign: 1, into: &spare)
        swap(&ring, &spare)
      }
      if greatest[axis] > high[axis] {
        ClipBox.cut(ring.span, axis: axis, at: high[axis], sign: -1, into: &spare)
        swap(&ring, &spare)
      }
    }
  }

  private static let everywhere = ClipBox(
    low: SIMD2(repeating: -.infinity), high: SIMD2(repeating: .infinity))

  /// Keeps what lies beyond a limit (sign 1) or before it (sign −1).
  private static func cut(
    _ ring: Span<Double>, axis: Int, at limit: Double, sign: Double, into output: inout [Double]
  ) {
    output.removeAll(keepingCapacity: true)
    guard ring.count >= 2 else { return }
    var before = SIMD2(ring[ring.count - 2], ring[ring.count - 1])
    var distanceBefore = (before[axis] - limit) * sign
    for index in stride(from: 0, to: ring.count - 1, by: 2) {
      let point = SIMD2(ring[index], ring[index + 1])
      let distance = (point[axis] - limit) * sign
      if (distance >= 0) != (distanceBefore >= 0) {
        var crossing =
          distance >= 0
          ? between(point, before, distance, distanceBefore)
          : between(before, point, distanceBefore, distance)
        crossing[axis] = limit
        output.append(crossing.x)
        output.append(crossing.y)
      }
      if distance >= 0 {
        output.append(point.x)
        output.append(point.y)
      }
      (before, distanceBefore) = (point, distance)
    }
  }

  /// Where the line from an inner to an outer point meets the limit.
  private static func between(
    _ inner: SIMD2<Double>, _ outer: SIMD2<Double>, _ innerDistance: Double,
    _ outerDistance: Double
  ) -> SIMD2<Double> {
    inner + (outer - inner) * (innerDistance / (innerDistance - outerDistance))
  }

  /// Cuts a line: hands over the vertices that are left, and where a part ends.
  func cut(
    line: Span<Double>, _ vertex: (SIMD2<Double>) -> Void, end: () -> Void
  ) {
    var isOpen = false
    for index in stride(from: 2, to: line.count - 1, by: 2) {
      let (a, b) = (
        SIMD2(line[index - 2], line[index - 1]), SIMD2(line[index], line[index + 1])
      )
      guard let (first, last) = inside(a, b) else {
        if isOpen { end() }
        isOpen = false
        continue
      }
      if isOpen && first > 0 { end() }
      if !isOpen || first > 0 { vertex(first > 0 ? a + (b - a) * first : a) }
      vertex(last < 1 ? a + (b - a) * last : b)
      isOpen = last == 1
      if !isOpen { end() }
    }
    if isOpen { end() }
  }

  /// The stretch of an edge that lies in the box, in fractions of its length; `nil` where that is
  /// no more than a point.
  private func inside(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> (first: Double, last: Double)? {
    var (first, last) = (0.0, 1.0)
    let step = b - a
    for side in 0..<4 {
      let axis = side & 1
      let towards = side < 2 ? -step[axis] : step[axis]
      let room = side < 2 ? a[axis] - low[axis] : high[axis] - a[axis]
      if towards == 0 {
        if room < 0 { return nil }
      } else if towards < 0 {
        first = max(first, room / towards)
      } else {
        last = min(last, room / towards)
      }
    }
    return first < last ? (first, last) : nil
  }
}
