internal import SimpleFeatures

/// Where a layer covers the land exactly once as far as its free edges tell, so that nobody needs to
/// look for overlaps there.
///
/// How many features lie over a point changes only where one crosses an edge that nobody else has as
/// well: edges that run both ways cancel. So the number is the same all over a piece of land without
/// free edges, and one line across the land counts it: from west to east one more where a free edge
/// comes down, which has covered land to its left, and one less where one goes up. A feature in
/// whose box there is no free edge, and land covered once, overlaps no other.
///
/// Land is looked at in square cells; a cell that a free edge comes near to is not quiet. That costs
/// time, never truth.
struct QuietLand: Sendable {
  private let low: SIMD2<Double>
  private let scale: Double
  private let columns: Int
  private let rows: Int
  /// Of each cell whether it is without free edges and covered once.
  private var isQuiet: [Bool] = []

  /// - Parameter featureCount: cells are about half as wide as a feature.
  init(of edges: FreeEdges, within box: Box, featureCount: Int) {
    let size = box.high - box.low
    let most = min(2_000, max(8, 2 * Double(featureCount).squareRoot()))
    let cell = max(size.x, size.y) / most
    guard cell > 0, cell.isFinite else {
      (low, scale, columns, rows) = (.zero, 0, 0, 0)
      return
    }
    low = box.low - cell
    scale = 1 / cell
    columns = Int(size.x * scale) + 3
    rows = Int(size.y * scale) + 3
    var changes = [Int32](repeating: 0, count: columns * rows)
    isQuiet = Array(repeating: true, count: columns * rows)
    for edge in 0..<edges.count { note(edges.starts[edge], edges.ends[edge], &changes) }
    for row in 0..<rows {
      var depth: Int32 = 0
      for cell in row * columns..<(row + 1) * columns {
        depth += changes[cell]
        if depth != 1 { isQuiet[cell] = false }
      }
    }
  }

  /// Marks the cells near to an edge, and where the middle lines of rows cross it.
  private mutating func note(
    _ start: SIMD2<Double>, _ end: SIMD2<Double>, _ changes: inout [Int32]
  ) {
    let (a, b) = ((start - low) * scale, (end - low) * scale)
    let (lower, upper) = a.y < b.y ? (a, b) : (b, a)
    // A hundredth of a cell is far more than rounding can be.
    let margin = 0.01
    for row in index(lower.y - margin, rows)...index(upper.y + margin, rows) {
      func x(_ y: Double) -> Double {
        let height = upper.y - lower.y
        let share = height > 0 ? min(max((y - lower.y) / height, 0), 1) : 0
        return lower.x + share * (upper.x - lower.x)
      }
      let (below, above) = (Double(row) - margin, Double(row) + 1 + margin)
      // A level edge lies in its row as a whole.
      let ends = upper.y > lower.y ? (x(below), x(above)) : (lower.x, upper.x)
      let first = index(min(ends.0, ends.1) - margin, columns)
      for column in first...index(max(ends.0, ends.1) + margin, columns) {
        isQuiet[row * columns + column] = false
      }
      let middle = Double(row) + 0.5
      if lower.y <= middle, middle < upper.y {
        changes[row * columns + index(x(middle), columns)] += a.y < b.y ? -1 : 1
      }
    }
  }

  @inline(__always)
  private func index(_ place: Double, _ count: Int) -> Int {
    Int(min(max(place, 0), Double(count - 1)))
  }

  /// Whether all land of a box is quiet.
  func contains(_ box: Box) -> Bool {
    guard !isQuiet.isEmpty, !box.isEmpty else { return false }
    let (first, last) = ((box.low - low) * scale, (box.high - low) * scale)
    let margin = 0.01
    for row in index(first.y - margin, rows)...index(last.y + margin, rows) {
      for column in index(first.x - margin, columns)...index(last.x + margin, columns)
      where !isQuiet[row * columns + column] {
        return false
      }
    }
    return true
  }
}
