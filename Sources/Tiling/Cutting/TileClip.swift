public import SimpleFeatures

/// Cuts features with a tile and its margin and moves them into the tile's units.
///
/// Shapes come in metres of EPSG:3857 and leave in units, x to the east, y to the south, not
/// rounded. Points stay where they lie in the box or on its edge; lines may fall into parts. Of
/// each ring of an area one ring is left, closed; where the area falls apart this runs along the
/// box's edge to and fro. Holes whose shell is gone go with it. A feature with a coordinate that is
/// no number, or farther out than 10¹² m, is left out.
public struct TileClip: Sendable {
  /// The units of the tile.
  public let grid: TileGrid
  /// The margin in units around the tile, within which features are kept.
  public let buffer: Int

  let box: ClipBox

  /// A cut.
  ///
  /// - Precondition: a margin of 0 to 65 536 units.
  public init(_ grid: TileGrid, buffer: Int = 64) {
    precondition((0...65_536).contains(buffer), "a margin of 0 to 65 536 units")
    self.grid = grid
    self.buffer = buffer
    box = ClipBox(
      low: SIMD2(repeating: -Double(buffer)),
      high: SIMD2(repeating: Double(grid.extent + buffer)))
  }

  /// What is left of some features.
  ///
  /// - Returns: the shapes, and of each which feature it is.
  public func clip(
    _ column: GeometryColumn, features: ArraySlice<Int>
  ) -> (shapes: GeometryColumn, rows: [Int]) {
    var (shapes, rows) = (GeometryColumn(), [Int]())
    var (ring, spare) = ([Double](), [Double]())
    for feature in features {
      guard let type = column.types[feature], let dimension = type.dimension else { continue }
      let start = shapes.mark
      let vertices = column.vertices(of: feature)
      let numbers = column.xy[2 * vertices.lowerBound..<2 * vertices.upperBound]
      guard numbers.allSatisfy({ abs($0) <= RingExtent.farthest }) else { continue }
      var parts = 0
      for part in column.parts(of: feature) {
        let rings = Int(column.partOffsets[part])..<Int(column.partOffsets[part + 1])
        var isKept = false
        for number in rings {
          let vertices = Int(column.ringOffsets[number])..<Int(column.ringOffsets[number + 1])
          move(vertices, of: column, &ring)
          if dimension == 1 {
            parts += clip(line: ring, into: &shapes)
          } else if dimension == 0 {
            guard ring.count >= 2, box.contains(ring[0], ring[1]) else { continue }
            shapes.appendVertex(x: ring[0], y: ring[1])
            shapes.finishRing()
            isKept = true
          } else {
            if number > rings.lowerBound && !isKept { break }
            let isClosed = ring.count > 2 && RingMeasure.isClosed(ring, 0..<ring.count / 2)
            if isClosed { ring.removeLast(2) }
            box.cut(ring: &ring, spare: &spare)
            guard ring.count >= 6 else { continue }
            for index in stride(from: 0, to: ring.count, by: 2) {
              shapes.appendVertex(x: ring[index], y: ring[index + 1])
            }
            shapes.finishClosedRing()
            isKept = true
          }
        }
        if isKept {
          shapes.finishPart()
          parts += 1
        }
      }
      guard parts > 0 else {
        shapes.rewind(to: start)
        continue
      }
      shapes.finishFeature(parts > 1 ? type.multipleType : type)
      rows.append(feature)
    }
    return (shapes, rows)
  }

  private func move(_ vertices: Range<Int>, of column: GeometryColumn, _ ring: inout [Double]) {
    ring.removeAll(keepingCapacity: true)
    let xy = column.xy.span
    for vertex in vertices {
      let (x, y) = grid.units(x: xy[2 * vertex], y: xy[2 * vertex + 1])
      ring.append(x)
      ring.append(y)
    }
  }

  /// Adds what is left of a line; returns the number of its parts.
  private func clip(line: [Double], into shapes: inout GeometryColumn) -> Int {
    var parts = 0
    box.cut(line: line.span) {
      shapes.appendVertex(x: $0.x, y: $0.y)
    } end: {
      shapes.finishRing()
      shapes.finishPart()
      parts += 1
    }
    return parts
  }
}

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
