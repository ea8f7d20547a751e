/// The boxes of a layer's features in a tree, along a Hilbert curve.
struct FeatureTree: Sendable {
  private let origin: SIMD2<Double>
  /// The feature of each leaf.
  private let order: [Int32]
  private let boxes: [PackedBox]
  private let tree: BoxTree

  /// A tree of the features that have a box.
  init(of index: LayerIndex) {
    self.init(index.boxes, origin: index.origin)
  }

  /// A tree of boxes; empty ones are never found.
  init(_ boxes: [Box], origin: SIMD2<Double>) {
    self.origin = origin
    order = HilbertOrder.of(boxes)
    var packed: [PackedBox] = []
    BoxTree.append(
      leaves: order.map { PackedBox(boxes[Int($0)], origin: origin) }, to: &packed)
    self.boxes = packed
    tree = BoxTree(start: 0, leafCount: order.count)
  }

  /// The tree lent for the length of a call.
  struct View {
    fileprivate let origin: SIMD2<Double>
    fileprivate let order: Borrowed<Int32>
    fileprivate let boxes: Borrowed<PackedBox>
    fileprivate let tree: BoxTree

    /// Finds the features whose boxes meet a box or all but meet it, in ascending order.
    func search(_ box: Box, into found: inout [Int32], spare: inout [Int32]) {
      tree.search(boxes, BoxQuestion(box, origin: origin), into: &found, spare: &spare)
      for index in found.indices { found[index] = order[Int(found[index])] }
      found.sort()
    }
  }

  func lend<Result>(_ body: (View) throws -> Result) rethrows -> Result {
    try order.lend { order in
      try boxes.lend { boxes in
        try body(View(origin: origin, order: order, boxes: boxes, tree: tree))
      }
    }
  }
}
