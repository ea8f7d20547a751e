internal import SimpleFeatures

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
