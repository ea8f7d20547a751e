internal import SimpleFeatures

/// The edges of a layer that no neighbour has as well, in columns; each runs with the inside of its
/// feature to the left.
///
/// Where areas tile the land every edge stands twice, once for each side and running the other way.
/// Such pairs cancel, and all that can be wrong with the tiling lies in what is left: of a sound
/// layer only its outer boundary.
struct FreeEdges: Sendable {
  /// The feature of each edge.
  private(set) var features: [Int32] = []
  /// Where each edge begins.
  private(set) var starts: [SIMD2<Double>] = []
  /// Where each edge ends.
  private(set) var ends: [SIMD2<Double>] = []

  /// The number of edges.
  var count: Int { features.count }

  /// Cancels all edges that stand in a layer twice, on several threads; what is left is in the order
  /// of the layer.
  init(of layer: GeometryColumn, _ index: LayerIndex, workers: Int) throws {
    let sorting = try EdgeSorting(of: layer, index, workers: workers)
    var left: [UInt32] = []
    let stretch = 64
    try OrderedChunks.run(
      workers: workers, ahead: 8 * workers, prepare: { EdgeTable() },
      make: { table, chunk -> [UInt32]? in
        let start = chunk * stretch
        guard start < sorting.grid.cellCount else { return nil }
        return index.lend(with: layer) { view in
          var left: [UInt32] = []
          for cell in start..<min(start + stretch, sorting.grid.cellCount) {
            table.cancel(sorting, cell, view, into: &left)
          }
          return left
        }
      },
      receive: { left += $0 })
    left.sort()
    index.lend(with: layer) { view in
      var feature = 0
      for edge in left {
        let vertex = Int(edge >> 1)
        while view.vertices(of: feature).upperBound <= vertex { feature += 1 }
        let (a, b) = (view.vertex(vertex), view.vertex(vertex + 1))
        let runsForward = (edge & 1 == 1) == precedes(a, b)
        features.append(Int32(feature))
        starts.append(runsForward ? a : b)
        ends.append(runsForward ? b : a)
      }
    }
  }
}

/// Whether a point comes before another, from west to east, then from south to north.
@inline(__always)
func precedes(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Bool {
  a.x < b.x || (a.x == b.x && a.y < b.y)
}

/// Square cells over the box of a layer.
struct EdgeGrid: Sendable {
  private let low: SIMD2<Double>
  private let scale: SIMD2<Double>
  private let side: Int

  var cellCount: Int { side * side }

  /// A grid with about two thousand edges to a cell.
  init(over box: Box, edgeCount: Int) {
    side = max(1, min(1024, Int((Double(edgeCount) / 2048).squareRoot())))
    low = box.low
    let size = box.high - box.low
    scale = SIMD2(
      size.x > 0 ? Double(side) / size.x : 0, size.y > 0 ? Double(side) / size.y : 0)
  }

  @inline(__always)
  func cell(of point: SIMD2<Double>) -> Int {
    let place = (point - low) * scale
    let x = min(max(Int(place.x), 0), side - 1)
    return min(max(Int(place.y), 0), side - 1) * side + x
  }
}

/// The edges of a layer sorted into cells of land by their lesser end, stretch by stretch of the
/// layer. Edges that may cancel are in one cell, and the work on a cell stays in the cache.
///
/// An edge is written as its vertex, and in the lowest bit 1 where it runs from the lesser end to
/// the greater once its feature lies to the left.
struct EdgeSorting: Sendable {
  /// The edges of a stretch of features; those of cell `i` begin at `offsets[i]`.
  fileprivate struct Part: Sendable {
    var offsets: [Int32]
    var edges: [UInt32]
  }

  let grid: EdgeGrid
  fileprivate private(set) var parts: [Part] = []

  init(of layer: GeometryColumn, _ index: LayerIndex, workers: Int) throws {
    var box = Box.empty
    for feature in index.features { box.add(feature.box) }
    let grid = EdgeGrid(over: box, edgeCount: layer.vertexCount)
    self.grid = grid
    let stretch = max(1, layer.count / 16 + 1)
    try OrderedChunks.run(
      workers: workers, prepare: {},
      make: { _, chunk -> Part? in
        let start = chunk * stretch
        guard start < layer.count else { return nil }
        return index.lend(with: layer) {
          EdgeSorting.sort(start..<min(start + stretch, layer.count), of: $0, grid)
        }
      },
      receive: { parts.append($0) })
  }

  /// Counts, then places: the edges of a cell keep the order of the layer.
  private static func sort(
    _ features: Range<Int>, of view: LayerView, _ grid: EdgeGrid
  ) -> Part {
    var offsets = [Int32](repeating: 0, count: grid.cellCount + 1)
    forEachEdge(of: features, in: view, grid) { cell, _ in offsets[cell + 1] += 1 }
    for cell in 0..<grid.cellCount { offsets[cell + 1] += offsets[cell] }
    var places = offsets
    var edges = [UInt32](repeating: 0, count: Int(offsets[grid.cellCount]))
    forEachEdge(of: features, in: view, grid) { cell, edge in
      edges[Int(places[cell])] = edge
      places[cell] += 1
    }
    return Part(offsets: offsets, edges: edges)
  }

  @inline(__always)
  private static func forEachEdge(
    of features: Range<Int>, in view: LayerView, _ grid: EdgeGrid, _ body: (Int, UInt32) -> Void
  ) {
    for feature in features where view.role(of: feature) == .area {
      for ring in view.rings(of: feature) {
        let vertices = view.vertices(ofRing: ring)
        guard vertices.count > 1 else { continue }
        let isLeft = view.sign(ofRing: ring) > 0
        var from = view.vertex(vertices.lowerBound)
        for vertex in vertices.lowerBound..<vertices.upperBound - 1 {
          let to = view.vertex(vertex + 1)
          if from != to {
            let rises = precedes(from, to)
            body(grid.cell(of: rises ? from : to), UInt32(vertex) << 1 | (rises == isLeft ? 1 : 0))
          }
          from = to
        }
      }
    }
  }
}

/// A table of the edges of one cell, in which each finds the one that runs the other way.
private struct EdgeTable {
  private var edges: [UInt32] = []
  private var isLeft: [Bool] = []
  /// Places in ``edges``; −1 where there is none.
  private var slots: [Int32] = []

  /// Cancels the edges of a cell and tells those that are left.
  mutating func cancel(
    _ sorting: EdgeSorting, _ cell: Int, _ view: LayerView, into left: inout [UInt32]
  ) {
    edges.removeAll(keepingCapacity: true)
    for part in sorting.parts {
      edges += part.edges[Int(part.offsets[cell])..<Int(part.offsets[cell + 1])]
    }
    guard !edges.isEmpty else { return }
    isLeft.removeAll(keepingCapacity: true)
    isLeft += repeatElement(true, count: edges.count)
    var size = 16
    while size < 2 * edges.count { size *= 2 }
    slots.removeAll(keepingCapacity: true)
    slots += repeatElement(-1, count: size)
    for place in edges.indices { insert(place, view, mask: size - 1) }
    for place in edges.indices where isLeft[place] { left.append(edges[place]) }
  }

  private mutating func insert(_ place: Int, _ view: LayerView, mask: Int) {
    let (low, high) = EdgeTable.ends(of: edges[place], view)
    var slot = EdgeTable.hash(low, high) & mask
    while slots[slot] >= 0 {
      let other = Int(slots[slot])
      if isLeft[other], (edges[other] ^ edges[place]) & 1 == 1,
        EdgeTable.ends(of: edges[other], view) == (low, high)
      {
        isLeft[other] = false
        isLeft[place] = false
        return
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(place)
  }

  @inline(__always)
  private static func ends(
    of edge: UInt32, _ view: LayerView
  ) -> (SIMD2<Double>, SIMD2<Double>) {
    let (a, b) = (view.vertex(Int(edge >> 1)), view.vertex(Int(edge >> 1) + 1))
    return precedes(a, b) ? (a, b) : (b, a)
  }

  /// Mixes the bits of four coordinates with odd numbers; −0 counts as 0.
  @inline(__always)
  private static func hash(_ low: SIMD2<Double>, _ high: SIMD2<Double>) -> Int {
    var mixed = (low.x + 0).bitPattern &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 29) ^ (low.y + 0).bitPattern) &* 0xC2B2_AE3D_27D4_EB4F
    mixed = (mixed ^ (mixed >> 31) ^ (high.x + 0).bitPattern) &* 0x1656_67B1_9E37_79F9
    mixed = (mixed ^ (mixed >> 30) ^ (high.y + 0).bitPattern) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 33)
  }
}
