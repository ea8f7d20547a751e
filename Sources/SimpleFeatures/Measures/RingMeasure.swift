/// Measures of one ring within a buffer of vertices, in the unit of the coordinates.
///
/// The closing vertex may be there or not. All differences are taken from the ring's first vertex,
/// so that coordinates like 37 520 986 lose nothing.
public enum RingMeasure {
  /// The area by the shoelace formula: positive of a ring that runs counter-clockwise, negative of
  /// one that runs clockwise, with x to the east and y to the north.
  public static func signedArea(_ xy: [Double], _ vertices: Range<Int>) -> Double {
    guard vertices.count >= 3 else { return 0 }
    let (x0, y0) = (xy[2 * vertices.lowerBound], xy[2 * vertices.lowerBound + 1])
    var (doubled, lastX, lastY) = (0.0, 0.0, 0.0)
    for vertex in vertices.dropFirst() {
      let (x, y) = (xy[2 * vertex] - x0, xy[2 * vertex + 1] - y0)
      doubled += lastX * y - x * lastY
      (lastX, lastY) = (x, y)
    }
    return doubled / 2
  }

  /// The length of the line through the vertices; of a closed ring its perimeter.
  public static func length(_ xy: [Double], _ vertices: Range<Int>) -> Double {
    var sum = 0.0
    for vertex in vertices.dropFirst() {
      let (dx, dy) = (xy[2 * vertex] - xy[2 * vertex - 2], xy[2 * vertex + 1] - xy[2 * vertex - 1])
      sum += (dx * dx + dy * dy).squareRoot()
    }
    return sum
  }

  /// Whether the last vertex is the first.
  public static func isClosed(_ xy: [Double], _ vertices: Range<Int>) -> Bool {
    guard let first = vertices.first, let last = vertices.last else { return true }
    return xy[2 * first] == xy[2 * last] && xy[2 * first + 1] == xy[2 * last + 1]
  }

  /// Where a point lies of a ring.
  public enum Position: Hashable, Sendable {
    case inside
    case boundary
    case outside
  }

  /// Where a point lies of a ring, by the number of edges to the east of it.
  public static func position(
    x: Double, y: Double, _ xy: [Double], _ vertices: Range<Int>
  ) -> Position {
    guard var previous = vertices.last else { return .outside }
    var isInside = false
    for vertex in vertices {
      // Differences from the point: near to it they are exact.
      let (ax, ay) = (xy[2 * previous] - x, xy[2 * previous + 1] - y)
      let (bx, by) = (xy[2 * vertex] - x, xy[2 * vertex + 1] - y)
      previous = vertex
      if bx == 0 && by == 0 { return .boundary }
      if ay == 0 && by == 0 {
        if (ax < 0) != (bx < 0) { return .boundary }
        continue
      }
      guard (ay > 0) != (by > 0) || ay == 0 || by == 0 else { continue }
      let cross = ax * by - bx * ay
      let touchesLevel = min(ay, by) <= 0 && max(ay, by) >= 0
      if cross == 0 && touchesLevel && min(ax, bx) <= 0 && max(ax, bx) >= 0 { return .boundary }
      if (ay > 0) != (by > 0), (cross > 0) == (by > ay) { isInside.toggle() }
    }
    return isInside ? .inside : .outside
  }

  /// A point well inside a ring: the middle of the widest stretch that lies in it at half its
  /// height; `nil` of a ring without area.
  public static func interiorPoint(
    _ xy: [Double], _ vertices: Range<Int>
  ) -> (x: Double, y: Double)? {
    guard let last = vertices.last,
      let box = Envelope(around: xy[2 * vertices.lowerBound..<2 * vertices.upperBound])
    else { return nil }
    // Between the levels of two vertices, so that no edge only touches the line.
    let middle = box.minY + box.height / 2
    var (below, above) = (box.minY, box.maxY)
    for vertex in vertices {
      let y = xy[2 * vertex + 1]
      if y <= middle && y > below { below = y }
      if y > middle && y < above { above = y }
    }
    let level = below + (above - below) / 2
    var crossings: [Double] = []
    var previous = last
    for vertex in vertices {
      let (ax, ay, bx, by) = (
        xy[2 * previous], xy[2 * previous + 1], xy[2 * vertex], xy[2 * vertex + 1]
      )
      previous = vertex
      guard (ay > level) != (by > level) else { continue }
      crossings.append(ax + (bx - ax) * ((level - ay) / (by - ay)))
    }
    crossings.sort()
    var best: (x: Double, width: Double)?
    for index in stride(from: 0, to: crossings.count - 1, by: 2) {
      let width = crossings[index + 1] - crossings[index]
      if width > best?.width ?? 0 { best = (crossings[index] + width / 2, width) }
    }
    return best.map { ($0.x, level) }
  }
}
