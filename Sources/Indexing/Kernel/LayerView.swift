internal import SimpleFeatures

/// A column of shapes and its index, lent for the length of a call.
///
/// An edge has the number of the vertex at which it begins; the last vertex of a ring begins none.
struct LayerView {
  /// The point from which packed boxes are counted.
  let origin: SIMD2<Double>
  fileprivate let roles: Borrowed<LayerIndex.Role>
  fileprivate let boxes: Borrowed<Box>
  fileprivate let featureRings: Borrowed<Int32>
  fileprivate let ringOffsets: Borrowed<Int32>
  fileprivate let signs: Borrowed<Double>
  fileprivate let areas: Borrowed<Double>
  fileprivate let firstBlocks: Borrowed<Int32>
  fileprivate let trees: Borrowed<BoxTree>
  /// The boxes of the trees of all features.
  let blocks: Borrowed<PackedBox>
  fileprivate let xy: Borrowed<Double>

  /// What may be asked of a feature.
  func role(of feature: Int) -> LayerIndex.Role { roles[feature] }

  /// The box of a feature.
  @inline(__always)
  func box(of feature: Int) -> Box { boxes[feature] }

  /// The tree over the blocks of a feature's edges.
  @inline(__always)
  func tree(of feature: Int) -> BoxTree { trees[feature] }

  /// The rings of a feature, over all its parts.
  @inline(__always)
  func rings(of feature: Int) -> Range<Int> {
    Int(featureRings[feature])..<Int(featureRings[feature + 1])
  }

  /// The vertices of a ring, the closing one included.
  @inline(__always)
  func vertices(ofRing ring: Int) -> Range<Int> {
    Int(ringOffsets[ring])..<Int(ringOffsets[ring + 1])
  }

  /// The vertices of a feature.
  @inline(__always)
  func vertices(of feature: Int) -> Range<Int> {
    let rings = rings(of: feature)
    return Int(ringOffsets[rings.lowerBound])..<Int(ringOffsets[rings.upperBound])
  }

  /// 1 where the inside lies to the left of a ring's edges, −1 where to the right.
  @inline(__always)
  func sign(ofRing ring: Int) -> Double { signs[ring] }

  /// Twice the area that a ring adds to its feature.
  @inline(__always)
  func doubledArea(ofRing ring: Int) -> Double { areas[ring] }

  /// The first block of a ring among those of its feature.
  @inline(__always)
  func firstBlock(ofRing ring: Int) -> Int { Int(firstBlocks[ring]) }

  /// The place of a vertex.
  @inline(__always)
  func vertex(_ vertex: Int) -> SIMD2<Double> { SIMD2(xy[2 * vertex], xy[2 * vertex + 1]) }

  /// The ring of a feature that has a block; looked for from a ring on.
  @inline(__always)
  func ring(ofBlock block: Int, from ring: Int, in rings: Range<Int>) -> Int {
    var ring = ring
    while ring + 1 < rings.upperBound, firstBlock(ofRing: ring + 1) <= block { ring += 1 }
    return ring
  }

  /// The edges of a block of a ring.
  @inline(__always)
  func edges(ofBlock block: Int, ring: Int) -> Range<Int> {
    let vertices = vertices(ofRing: ring)
    let start = vertices.lowerBound + LayerIndex.blockLength * (block - firstBlock(ofRing: ring))
    return start..<min(start + LayerIndex.blockLength, vertices.upperBound - 1)
  }
}

extension LayerIndex {
  /// Lends the index and the column that it was made of.
  func lend<Result>(
    with column: GeometryColumn, _ body: (LayerView) throws -> Result
  ) rethrows -> Result {
    try roles.lend { roles in
      try boxes.lend { boxes in
        try featureRings.lend { featureRings in
          try column.ringOffsets.lend { ringOffsets in
            try ringSigns.lend { signs in
              try ringAreas.lend { areas in
                try ringBlocks.lend { firstBlocks in
                  try trees.lend { trees in
                    try blocks.lend { blocks in
                      try column.xy.lend { xy in
                        try body(
                          LayerView(
                            origin: origin, roles: roles, boxes: boxes,
                            featureRings: featureRings, ringOffsets: ringOffsets, signs: signs,
                            areas: areas, firstBlocks: firstBlocks, trees: trees, blocks: blocks,
                            xy: xy))
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
