internal import SimpleFeatures

/// A column of shapes and its index, lent for the length of a call.
///
/// An edge has the number of the vertex at which it begins; the last vertex of a ring begins none.
struct LayerView {
  /// The point from which packed boxes are counted.
  let origin: SIMD2<Double>
  /// What is known of each feature.
  let features: Borrowed<LayerIndex.Feature>
  /// What is known of each ring.
  let rings: Borrowed<LayerIndex.Ring>
  /// The boxes of the trees of all features.
  let blocks: Borrowed<PackedBox>
  fileprivate let xy: Borrowed<Double>

  /// What may be asked of a feature.
  @inline(__always)
  func role(of feature: Int) -> LayerIndex.Role { features[feature].role }

  /// The box of a feature.
  @inline(__always)
  func box(of feature: Int) -> Box { features[feature].box }

  /// The tree over the blocks of a feature's edges.
  @inline(__always)
  func tree(of feature: Int) -> BoxTree { features[feature].tree }

  /// The rings of a feature, over all its parts.
  @inline(__always)
  func rings(of feature: Int) -> Range<Int> {
    let feature = features[feature]
    return Int(feature.firstRing)..<Int(feature.endRing)
  }

  /// The vertices of a ring, the closing one included.
  @inline(__always)
  func vertices(ofRing ring: Int) -> Range<Int> {
    let ring = rings[ring]
    return Int(ring.firstVertex)..<Int(ring.endVertex)
  }

  /// The vertices of a feature that has a ring.
  @inline(__always)
  func vertices(of feature: Int) -> Range<Int> {
    let own = rings(of: feature)
    return Int(rings[own.lowerBound].firstVertex)..<Int(rings[own.upperBound - 1].endVertex)
  }

  /// 1 where the inside lies to the left of a ring's edges, −1 where to the right.
  @inline(__always)
  func sign(ofRing ring: Int) -> Double { rings[ring].sign }

  /// The place of a vertex.
  @inline(__always)
  func vertex(_ vertex: Int) -> SIMD2<Double> { SIMD2(xy[2 * vertex], xy[2 * vertex + 1]) }

  /// Reads a number of every stretch of memory that holds some features, so that all of it is in the
  /// cache when their turn comes.
  ///
  /// Features that are neighbours on the ground lie anywhere in a layer. Asked for one after the other
  /// the memory is waited for at each; asked for all together it answers many times as fast.
  ///
  /// - Parameter some: features with a vertex.
  /// - Returns: a number that means nothing.
  func readAhead(_ some: ArraySlice<Int32>) -> Double {
    var sum = 0.0
    for feature in some { sum += features[Int(feature)].box.low.x }
    for feature in some {
      let entry = features[Int(feature)]
      sum += rings[Int(entry.firstRing)].sign + Double(blocks[entry.tree.firstLeaf].firstLane)
    }
    for feature in some {
      let vertices = vertices(of: Int(feature))
      // Four vertices fill a line of the cache; of a long boundary the beginning is enough.
      for vertex in stride(from: vertices.lowerBound, to: vertices.upperBound, by: 4).prefix(64) {
        sum += xy[2 * vertex]
      }
    }
    return sum
  }

  /// The ring of a feature that has a block; looked for from a ring on.
  @inline(__always)
  func ring(ofBlock block: Int, from ring: Int, in own: Range<Int>) -> Int {
    var ring = ring
    while ring + 1 < own.upperBound, Int(rings[ring + 1].firstBlock) <= block { ring += 1 }
    return ring
  }

  /// The edges of a block of a ring.
  @inline(__always)
  func edges(ofBlock block: Int, ring: Int) -> Range<Int> {
    let ring = rings[ring]
    let start =
      Int(ring.firstVertex) + LayerIndex.blockLength * (block - Int(ring.firstBlock))
    return start..<min(start + LayerIndex.blockLength, Int(ring.endVertex) - 1)
  }
}

extension LayerIndex {
  /// Lends the index and the column that it was made of.
  func lend<Result>(
    with column: GeometryColumn, _ body: (LayerView) throws -> Result
  ) rethrows -> Result {
    try features.lend { features in
      try rings.lend { rings in
        try blocks.lend { blocks in
          try column.xy.lend { xy in
            try body(
              LayerView(origin: origin, features: features, rings: rings, blocks: blocks, xy: xy))
          }
        }
      }
    }
  }
}
