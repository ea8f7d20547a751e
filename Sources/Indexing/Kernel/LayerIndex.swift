internal import SimpleFeatures
internal import Topology

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

/// The boxes of a layer's features in a tree, along a Hilbert curve.
struct FeatureTree: Sendable {
  private let origin: SIMD2<Double>
  /// The feature of each leaf.
  private let order: [Int32]
  private let boxes: [PackedBox]
  private let tree: BoxTree

  /// A tree of the features that have a box.
  init(of index: LayerIndex, workers: Int) {
    self = index.features.lend { features in
      FeatureTree(count: features.count, origin: index.origin, workers: workers) {
        features[$0].box
      }
    }
  }

  /// A tree of boxes; empty ones are never found.
  init(_ boxes: [Box], origin: SIMD2<Double>, workers: Int = 1) {
    self = boxes.lend { boxes in
      FeatureTree(count: boxes.count, origin: origin, workers: workers) { boxes[$0] }
    }
  }

  private init(
    count: Int, origin: SIMD2<Double>, workers: Int, _ box: @Sendable (Int) -> Box
  ) {
    let order = HilbertOrder.of(count: count, workers: workers, box)
    let tree = BoxTree(start: 0, leafCount: Int32(order.count))
    var packed = Array(repeating: PackedBox.empty, count: BoxTree.boxCount(leafCount: order.count))
    let firstLeaf = tree.firstLeaf
    packed.fill { packed in
      order.lend { order in
        ParallelStretches.run(over: order.count, workers: workers) { stretch in
          for leaf in stretch {
            packed[firstLeaf + leaf] = PackedBox(box(Int(order[leaf])), origin: origin)
          }
        }
      }
      tree.fillUpperLevels(of: packed)
    }
    self.origin = origin
    self.order = order
    boxes = packed
    self.tree = tree
  }

  /// The tree lent for the length of a call.
  struct View {
    fileprivate let origin: SIMD2<Double>
    fileprivate let order: Borrowed<Int32>
    fileprivate let boxes: Borrowed<PackedBox>
    fileprivate let tree: BoxTree

    /// Finds the features whose boxes meet a box or all but meet it, in ascending order.
    func search(_ box: Box, into found: inout [Int32]) {
      found.removeAll(keepingCapacity: true)
      forEachBox(meeting: box) { feature, _ in found.append(feature) }
      found.sort()
    }

    /// Hands over the features whose boxes meet a box or all but meet it, with these, in no order.
    @inline(__always)
    func forEachBox(meeting box: Box, _ body: (Int32, PackedBox) -> Void) {
      let firstLeaf = tree.firstLeaf
      tree.forEachLeaf(boxes, meeting: question(box)) { leaf in
        body(order[leaf], boxes[firstLeaf + leaf])
      }
    }

    /// The question whether a box is met by those of the tree.
    @inline(__always)
    func question(_ box: Box) -> BoxQuestion { BoxQuestion(box, origin: origin) }
  }

  func lend<Result>(_ body: (View) throws -> Result) rethrows -> Result {
    try order.lend { order in
      try boxes.lend { boxes in
        try body(View(origin: origin, order: order, boxes: boxes, tree: tree))
      }
    }
  }
}
