internal import SimpleFeatures

/// What is computed once of a layer's areas before any two shapes are compared: boxes of the shapes,
/// boxes of a few consecutive edges and of sixteen such boxes, and which way each ring runs.
struct LayerIndex: Sendable {
  /// What may be asked of a feature.
  enum Role: UInt8, BitwiseCopyable {
    /// It is no area, or has no vertex.
    case none
    /// Its rings bound an area as they should.
    case area
    /// Its rings do not, or nobody says so: GEOS is asked.
    case doubtful
  }

  /// What is known of a feature.
  struct Feature: BitwiseCopyable {
    /// The box; empty where it has no vertex.
    var box: Box
    /// Its rings, over all its parts.
    var firstRing: Int32
    var endRing: Int32
    /// The tree of the blocks of its edges.
    var tree: BoxTree
    var role: Role
  }

  /// What is known of a ring.
  struct Ring: BitwiseCopyable {
    /// Twice the area that it adds to its feature: a hole's is negative.
    var doubledArea = 0.0
    /// 1 where the inside lies to the left of its edges, −1 where to the right, 0 of a ring without
    /// area.
    var sign = 0.0
    /// Its vertices, the closing one included.
    var firstVertex: Int32
    var endVertex: Int32
    /// The block at which it begins among those of its feature.
    var firstBlock: Int32
    var isHole: Bool
  }

  /// The point from which packed boxes are counted.
  let origin: SIMD2<Double>
  private(set) var features: [Feature] = []
  private(set) var rings: [Ring] = []
  /// The boxes of all trees.
  private(set) var blocks: [PackedBox] = []

  /// The number of edges in a block.
  static let blockLength = 8

  /// Looks at every feature, on several threads.
  ///
  /// - Parameter invalid: features known to be invalid, in order.
  init(of column: GeometryColumn, origin: SIMD2<Double>, invalid: [Int], workers: Int) {
    self.origin = origin
    layOut(column)
    column.xy.lend { xy in
      features.fill { features in
        rings.fill { rings in
          blocks.fill { blocks in
            let indexing = LayerIndexing(
              origin: origin, features: features, rings: rings, blocks: blocks)
            ParallelStretches.run(over: column.count, workers: workers) { stretch in
              for feature in stretch { indexing.index(feature, xy) }
            }
          }
        }
      }
    }
    doubt(invalid)
  }

  /// Leaves features to GEOS.
  mutating func doubt(_ invalid: [Int]) {
    for feature in invalid where features.indices ~= feature && features[feature].role == .area {
      features[feature].role = .doubtful
    }
  }

  /// Gives every feature its rings and its tree's place, and every ring its vertices and blocks.
  private mutating func layOut(_ column: GeometryColumn) {
    features.reserveCapacity(column.count)
    rings.reserveCapacity(column.ringOffsets.count - 1)
    let length = Int32(LayerIndex.blockLength)
    var boxCount = 0
    for feature in 0..<column.count {
      let isArea = column.types[feature]?.dimension == 2
      let firstRing = Int32(rings.count)
      var blockCount: Int32 = 0
      for part in column.parts(of: feature) {
        let own = column.rings(ofPart: part)
        for ring in own {
          let (first, end) = (column.ringOffsets[ring], column.ringOffsets[ring + 1])
          rings.append(
            Ring(
              firstVertex: first, endVertex: end, firstBlock: blockCount,
              isHole: ring > own.lowerBound))
          if isArea, end > first { blockCount += max(1, (end - first + length - 2) / length) }
        }
      }
      features.append(
        Feature(
          box: .empty, firstRing: firstRing, endRing: Int32(rings.count),
          tree: BoxTree(start: Int32(boxCount), leafCount: blockCount),
          role: isArea ? .area : .none))
      boxCount += BoxTree.boxCount(leafCount: Int(blockCount))
    }
    blocks = Array(repeating: .empty, count: boxCount)
  }

  /// A vertex of a layer; packed boxes lose least when counted from one.
  static func origin(of columns: GeometryColumn...) -> SIMD2<Double> {
    for column in columns {
      guard let first = column.xy.first, first.isFinite, column.xy[1].isFinite else { continue }
      return SIMD2(first, column.xy[1])
    }
    return .zero
  }
}
