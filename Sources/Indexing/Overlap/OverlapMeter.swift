/// Measures the area that two shapes share, without building what they share.
///
/// By Green's theorem twice an area is the sum of the cross products along its boundary. The boundary
/// of what two shapes share is made of the pieces of each boundary that lie in the other shape. A
/// piece of an edge from a by P to the edge's end adds cross(a, b) − cross(a, P), so an edge needs to
/// know only where it enters and leaves the other shape, in any order, and whether its end is inside:
/// nothing is sorted and nothing is built. Whether an end is inside is carried along the boundary,
/// one more where it enters and one less where it leaves.
///
/// Both edges of a crossing take the same point P, so that the pieces always close. Where two edges
/// are almost parallel P is poor along them and good across them, and only that counts.
///
/// The smaller shape is walked whole and is the one that ``Perturbation`` moves. Of the larger only
/// the edges are looked at that meet the box of the smaller: stretches of its boundary that begin and
/// end outside it. One meter serves one thread.
struct OverlapMeter {
  /// Of each edge of the smaller shape how often it enters the larger, less how often it leaves it.
  private var entries: [Int32] = []
  /// Of each block of the smaller shape whether there is one on its edges.
  private var hasEntries: [Bool] = []
  private var walk = BoundaryWalk()

  /// The area that two shapes share, in the square of the unit; 0 where it is less than what
  /// rounding alone may make; `nil` where the boundaries contradict each other, so that a shape
  /// cannot be valid.
  ///
  /// Both features are areas whose boxes meet.
  mutating func area(
    _ a: Int, _ first: LayerView, _ b: Int, _ second: LayerView
  ) -> Double? {
    first.vertices(of: a).count <= second.vertices(of: b).count
      ? area(small: a, first, large: b, second) : area(small: b, second, large: a, first)
  }

  private mutating func area(
    small: Int, _ smaller: LayerView, large: Int, _ larger: LayerView
  ) -> Double? {
    let (smallBox, largeBox) = (smaller.box(of: small), larger.box(of: large))
    walk.begin(origin: greater(smallBox.low, largeBox.low))
    let vertices = smaller.vertices(of: small)
    if entries.count < vertices.count {
      entries += Array(repeating: 0, count: vertices.count - entries.count)
      hasEntries += Array(repeating: false, count: entries.count - hasEntries.count)
    }
    walkLarger(large, larger, small, smaller, smallBox)
    walkSmaller(small, smaller, large, larger, largeBox)
    return walk.area
  }

  // MARK: - The larger shape

  private mutating func walkLarger(
    _ large: Int, _ larger: LayerView, _ small: Int, _ smaller: LayerView, _ box: Box
  ) {
    let rings = larger.rings(of: large)
    let (tree, smallTree) = (larger.tree(of: large), smaller.tree(of: small))
    let firstLeaf = tree.firstLeaf
    var ring = -1
    var stretch = BoundaryStretch(ring: 0..<0, sign: 0)
    tree.forEachLeaf(
      larger.blocks, meeting: BoxQuestion(box, origin: larger.origin)
    ) { block in
      // Which blocks of the smaller shape are near; of many nobody asks beforehand.
      let near =
        smallTree.isFlat
        ? smallTree.leaves(
          smaller.blocks, meeting: BoxQuestion(larger.blocks[firstLeaf + block])) : .max
      let its = larger.ring(ofBlock: block, from: max(ring, rings.lowerBound), in: rings)
      if its != ring {
        finish(&stretch, larger, small, smaller)
        ring = its
        stretch = BoundaryStretch(
          ring: larger.vertices(ofRing: ring), sign: larger.sign(ofRing: ring))
      }
      let edges = larger.edges(ofBlock: block, ring: ring)
      guard !edges.isEmpty else { return }
      var start = larger.vertex(edges.lowerBound)
      for edge in edges {
        let end = larger.vertex(edge + 1)
        let edgeBox = Box(from: start, to: end)
        if edgeBox.meets(box) {
          walk.step(&stretch, to: edge)
          let change =
            near == 0
            ? 0
            : crossings(
              from: start, to: end, edgeBox, sign: stretch.sign, small, smaller, near: near)
          walk.add(&stretch, from: start, to: end, change: change)
        }
        start = end
      }
    }
    finish(&stretch, larger, small, smaller)
  }

  private mutating func finish(
    _ stretch: inout BoundaryStretch, _ larger: LayerView, _ small: Int, _ smaller: LayerView
  ) {
    guard stretch.edgeCount > 0 else { return }
    if stretch.isWholeRing {
      let winding = winding(
        of: larger.vertex(stretch.ring.lowerBound), isMoved: false, in: small, smaller)
      walk.finishRing(&stretch, windingAtStart: winding)
    } else {
      walk.finish(&stretch)
      // The ring's last edge was not looked at, so that its end, where the ring began, is outside.
      if !stretch.endsRing && stretch.windingAtStart != 0 { walk.isContradictory = true }
    }
  }

  /// Finds where an edge of the larger shape crosses edges of the smaller, adds what each crossing
  /// adds to the area, and notes on the smaller's edges where they enter and leave.
  ///
  /// - Parameter near: of a flat tree the blocks of the smaller shape that can meet the edge.
  /// - Returns: how often the edge enters the smaller shape, less how often it leaves it.
  @inline(__always)
  private mutating func crossings(
    from start: SIMD2<Double>, to end: SIMD2<Double>, _ box: Box, sign: Double, _ small: Int,
    _ smaller: LayerView, near: UInt32
  ) -> Int {
    let edge = end - start
    // Both are 0 only of an edge without length, which crosses nothing.
    guard edge != .zero else { return 0 }
    let rings = smaller.rings(of: small)
    let firstVertex = smaller.vertices(of: small).lowerBound
    var (ring, change) = (rings.lowerBound, 0.0)
    smaller.tree(of: small).forEachLeaf(
      smaller.blocks, meeting: BoxQuestion(box, origin: smaller.origin), among: near
    ) { block in
      ring = smaller.ring(ofBlock: block, from: ring, in: rings)
      let ringSign = smaller.sign(ofRing: ring)
      let edges = smaller.edges(ofBlock: block, ring: ring)
      guard !edges.isEmpty else { return }
      var from = smaller.vertex(edges.lowerBound)
      for index in edges {
        let (a, b) = (from, smaller.vertex(index + 1))
        from = b
        guard Box(from: a, to: b).meets(box), a != b else { continue }
        let (before, after) = (
          Orientation.doubledArea(start, end, a), Orientation.doubledArea(start, end, b)
        )
        let isLeft = Perturbation.movedVertexIsLeft(before, ofEdge: edge)
        guard isLeft != Perturbation.movedVertexIsLeft(after, ofEdge: edge),
          Perturbation.vertexIsLeft(Orientation.doubledArea(a, b, start), ofMovedEdge: b - a)
            != Perturbation.vertexIsLeft(Orientation.doubledArea(a, b, end), ofMovedEdge: b - a)
        else { continue }
        // From right to left the smaller's edge enters what lies left of the larger's; at the same
        // point the larger's edge goes from left to right of the smaller's.
        let direction: Double = isLeft ? -1 : 1
        entries[index - firstVertex] += Int32(direction * sign)
        hasEntries[block] = true
        change -= direction * ringSign
        walk.cross(
          from: a, to: b, at: before / (before - after), from: start,
          along: edge, weight: direction * sign * ringSign)
      }
    }
    return Int(change)
  }

  // MARK: - The smaller shape

  private mutating func walkSmaller(
    _ small: Int, _ smaller: LayerView, _ large: Int, _ larger: LayerView, _ box: Box
  ) {
    let firstVertex = smaller.vertices(of: small).lowerBound
    for ring in smaller.rings(of: small) {
      let vertices = smaller.vertices(ofRing: ring)
      guard !vertices.isEmpty else { continue }
      var from = smaller.vertex(vertices.lowerBound)
      let atStart =
        box.contains(from) ? winding(of: from, isMoved: true, in: large, larger) : 0
      guard walk.hasCrossings else {
        walk.addRing(doubledArea: smaller.rings[ring].doubledArea, winding: atStart)
        continue
      }
      var winding = atStart
      let sign = smaller.sign(ofRing: ring)
      let edgeCount = vertices.count - 1
      for start in stride(from: 0, to: edgeCount, by: LayerIndex.blockLength) {
        let block = Int(smaller.rings[ring].firstBlock) + start / LayerIndex.blockLength
        let isChanged = hasEntries[block]
        guard isChanged || winding != 0 else { continue }
        hasEntries[block] = false
        let first = vertices.lowerBound + start
        from = smaller.vertex(first)
        for edge in first..<first + min(LayerIndex.blockLength, edgeCount - start) {
          let to = smaller.vertex(edge + 1)
          if isChanged {
            winding += Int(entries[edge - firstVertex])
            entries[edge - firstVertex] = 0
          }
          if winding != 0 { walk.addEdge(from: from, to: to, winding: winding, sign: sign) }
          from = to
        }
      }
      if winding != atStart { walk.isContradictory = true }
    }
  }

  // MARK: - Points

  /// Whether an area has a point. One on its boundary is in it or not as ``Perturbation`` says.
  mutating func contains(
    _ point: SIMD2<Double>, in feature: Int, _ layer: LayerView
  ) -> Bool {
    layer.box(of: feature).contains(point)
      && winding(of: point, isMoved: true, in: feature, layer) != 0
  }

  /// How often a shape lies around a point: 1 in it and 0 outside, where it is valid.
  ///
  /// Counts the edges that a ray to the east meets. A level edge is never met, for no vertex is on
  /// the level of another shape's once that is moved.
  ///
  /// - Parameter isMoved: whether the point belongs to the shape that is moved; otherwise the shape
  ///   around it does.
  private mutating func winding(
    of point: SIMD2<Double>, isMoved: Bool, in feature: Int, _ layer: LayerView
  ) -> Int {
    let ray = Box(low: point, high: SIMD2(.infinity, point.y))
    let rings = layer.rings(of: feature)
    var (ring, winding) = (rings.lowerBound, 0.0)
    layer.tree(of: feature).forEachLeaf(
      layer.blocks, meeting: BoxQuestion(ray, origin: layer.origin)
    ) { block in
      ring = layer.ring(ofBlock: block, from: ring, in: rings)
      let sign = layer.sign(ofRing: ring)
      let edges = layer.edges(ofBlock: block, ring: ring)
      guard !edges.isEmpty else { return }
      var from = layer.vertex(edges.lowerBound)
      for edge in edges {
        let (a, b) = (from, layer.vertex(edge + 1))
        from = b
        let (aIsAbove, bIsAbove) =
          isMoved ? (a.y > point.y, b.y > point.y) : (a.y >= point.y, b.y >= point.y)
        guard aIsAbove != bIsAbove else { continue }
        if a.x < point.x && b.x < point.x { continue }
        if a.x <= point.x || b.x <= point.x {
          let determinant = Orientation.doubledArea(a, b, point)
          let isLeft =
            isMoved
            ? Perturbation.movedVertexIsLeft(determinant, ofEdge: b - a)
            : Perturbation.vertexIsLeft(determinant, ofMovedEdge: b - a)
          // The ray meets an edge that runs up where the point is to its left.
          guard isLeft == bIsAbove else { continue }
        }
        winding += bIsAbove ? sign : -sign
      }
    }
    return Int(winding)
  }
}
