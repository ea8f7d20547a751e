internal import Topology

/// Fills what a ``LayerIndex`` knows of its features; several threads may, each its own features.
struct LayerIndexing: Sendable {
  let origin: SIMD2<Double>
  let features: Fillable<LayerIndex.Feature>
  let rings: Fillable<LayerIndex.Ring>
  let blocks: Fillable<PackedBox>

  /// Walks a feature's rings. One with a ring that is not closed, too short, without area or not of
  /// ordinary numbers is doubtful.
  func index(_ feature: Int, _ xy: Borrowed<Double>) {
    var entry = features[feature]
    guard entry.role == .area else { return }
    let firstLeaf = entry.tree.firstLeaf
    for ring in Int(entry.firstRing)..<Int(entry.endRing) {
      var own = rings[ring]
      guard own.endVertex > own.firstVertex else { continue }
      let walk = walk(
        Int(own.firstVertex)..<Int(own.endVertex), xy, block: firstLeaf + Int(own.firstBlock))
      let isLeft = (walk.doubledArea > 0) != own.isHole
      own.sign = walk.doubledArea == 0 ? 0 : isLeft ? 1 : -1
      own.doubledArea = own.isHole ? -walk.doubledArea.magnitude : walk.doubledArea.magnitude
      rings[ring] = own
      entry.box.add(walk.box)
      if !walk.isOrdinary || own.sign == 0 { entry.role = .doubtful }
    }
    if entry.box.isEmpty { entry.role = .none }
    entry.tree.fillUpperLevels(of: blocks)
    features[feature] = entry
  }

  /// What a ring's walk tells.
  private struct Walk {
    var box = Box.empty
    /// Twice the signed area: positive of a ring that runs counter-clockwise.
    var doubledArea = 0.0
    /// Whether the ring is closed, long enough and of numbers that can be reckoned with.
    var isOrdinary = true
  }

  /// Walks a ring and writes the boxes of its blocks.
  private func walk(_ vertices: Range<Int>, _ xy: Borrowed<Double>, block: Int) -> Walk {
    var walk = Walk()
    func point(_ vertex: Int) -> SIMD2<Double> { SIMD2(xy[2 * vertex], xy[2 * vertex + 1]) }
    let limits = ShapeLimits.land
    let most = SIMD2(repeating: limits.coordinate)
    let least = SIMD2(repeating: limits.leastCoordinate)
    var wrong = SIMDMask<SIMD2<Int64>>(repeating: false)
    let (first, end) = (point(vertices.lowerBound), vertices.upperBound - 1)
    if vertices.count < 4 || first != point(end) { walk.isOrdinary = false }
    var (block, last) = (block, SIMD2<Double>.zero)
    for start in stride(
      from: vertices.lowerBound, to: max(end, vertices.lowerBound + 1), by: LayerIndex.blockLength)
    {
      var box = Box.empty
      for vertex in start...min(start + LayerIndex.blockLength, end) {
        let place = point(vertex)
        box.add(place)
        let here = place - first
        walk.doubledArea += last.x * here.y - here.x * last.y
        last = here
        // What is no number is not within the limits.
        let size = SIMD2(place.x.magnitude, place.y.magnitude)
        wrong = wrong .| .!(size .<= most) .| ((size .< least) .& (size .!= .zero))
      }
      blocks[block] = PackedBox(box, origin: origin)
      block += 1
      walk.box.add(box)
    }
    if any(wrong) { walk.isOrdinary = false }
    return walk
  }
}
