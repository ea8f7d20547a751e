internal import SimpleFeatures

extension CoverageGaps {
  /// The gaps among the loops of a layer's boundary.
  ///
  /// A loop that runs clockwise encloses a gap; one that runs counter-clockwise inside it is an
  /// island, which is taken off the smallest gap around it.
  init(among loops: BoundaryLoops, options: CoverageOptions) {
    var shells: [Loop] = []
    var covered: [Loop] = []
    for index in 0..<loops.count {
      let loop = Loop(index, of: loops)
      if loop.area < 0 { shells.append(loop) } else { covered.append(loop) }
    }
    guard !shells.isEmpty else { return }
    shells.sort { ($0.box.low.x, $0.box.low.y, $0.index) < ($1.box.low.x, $1.box.low.y, $1.index) }
    var islands = [[Loop]](repeating: [], count: shells.count)
    let tree = FeatureTree(shells.map(\.box), origin: shells[0].box.low)
    var found: [Int32] = []
    tree.lend { tree in
      for island in covered {
        tree.search(island.box, into: &found)
        let around = found.filter { shells[Int($0)].contains(island) }
        // Shells have negative areas: the greatest is the smallest gap.
        if let gap = around.max(by: { shells[Int($0)].area < shells[Int($1)].area }) {
          islands[Int(gap)].append(island)
        }
      }
    }
    for (shell, islands) in zip(shells, islands) { append(shell, islands, loops, options) }
  }

  private mutating func append(
    _ shell: Loop, _ islands: [Loop], _ loops: BoundaryLoops, _ options: CoverageOptions
  ) {
    let all = [shell] + islands
    let area = -all.reduce(0) { $0 + $1.area }
    let perimeter = all.reduce(0) { sum, loop in
      sum + RingMeasure.length(loop.ring, 0..<loop.ring.count / 2)
    }
    // What is no wider than the tolerance is no gap.
    guard area > options.vertexTolerance * perimeter / 2, area > 0,
      area <= options.maximumGapArea ?? .infinity
    else { return }
    var shape = GeometryColumn()
    shape.append(Geometry(polygon: all.map(\.ring)))
    shape.orientRings(.outerCounterClockwise)
    shapes.append(shape[0])
    areas.append(area)
    perimeters.append(perimeter)
    let around = all.reduce(into: Set<Int32>()) { $0.formUnion(loops.features($1.index)) }
    neighbours += around.sorted()
    neighbourOffsets.append(Int32(neighbours.count))
  }

  private struct Loop {
    var index: Int
    var ring: [Double]
    var area: Double
    var box: Box

    init(_ index: Int, of loops: BoundaryLoops) {
      self.index = index
      ring = loops.ring(index)
      area = RingMeasure.signedArea(ring, 0..<ring.count / 2)
      box = Box.empty
      for vertex in stride(from: 0, to: ring.count, by: 2) {
        box.add(SIMD2(ring[vertex], ring[vertex + 1]))
      }
    }

    /// Whether another loop, which crosses it nowhere, lies in it.
    func contains(_ other: Loop) -> Bool {
      guard box.low.x <= other.box.low.x, box.low.y <= other.box.low.y,
        other.box.high.x <= box.high.x, other.box.high.y <= box.high.y,
        other.area < -area
      else { return false }
      for vertex in stride(from: 0, to: other.ring.count, by: 2) {
        switch RingMeasure.position(
          x: other.ring[vertex], y: other.ring[vertex + 1], ring, 0..<ring.count / 2)
        {
        case .inside: return true
        case .outside: return false
        case .boundary: continue
        }
      }
      return false
    }
  }
}
