internal import SimpleFeatures

/// Boxes packed into a tree by the sort-tile-recursive way, in flat arrays that never change.
///
/// Leaves are the boxes themselves; sixteen stand under a node. What stands in no place is left out.
/// A question gives features in ascending order, whatever the order in which they came.
///
/// Source: Leutenegger, Lopez, Edgington 1997, "STR: a simple and efficient algorithm for R-tree
/// packing".
struct PackedTree: Sendable {
  private static let width = 16

  /// The boxes of each level in turn, leaves first: minX, minY, maxX, maxY.
  private var boxes: [Double] = []
  /// The feature of each leaf.
  private var features: [Int32] = []
  /// Where each level begins among the boxes, and last their number.
  private var levels: [Int] = [0]

  /// A tree of the boxes of all features that have one.
  init(_ envelopes: [Envelope?]) {
    var order = envelopes.indices.filter { envelopes[$0] != nil }
    let leaves = (order.count + Self.width - 1) / Self.width
    let slices = max(1, Int(Double(leaves).squareRoot().rounded(.up)))
    let slice = max(1, (leaves + slices - 1) / slices) * Self.width
    func middle(_ feature: Int, _ isX: Bool) -> Double {
      guard let box = envelopes[feature] else { return 0 }
      return isX ? box.minX + box.maxX : box.minY + box.maxY
    }
    order.sort { (middle($0, true), $0) < (middle($1, true), $1) }
    for start in stride(from: 0, to: order.count, by: slice) {
      let end = min(start + slice, order.count)
      order[start..<end].sort { (middle($0, false), $0) < (middle($1, false), $1) }
    }
    features = order.map(Int32.init)
    boxes.reserveCapacity(order.count * 4 * 17 / 16)
    for feature in order {
      guard let box = envelopes[feature] else { continue }
      boxes += [box.minX, box.minY, box.maxX, box.maxY]
    }
    levels.append(order.count)
    while levels[levels.count - 1] - levels[levels.count - 2] > 1 {
      let (first, last) = (levels[levels.count - 2], levels[levels.count - 1])
      for start in stride(from: first, to: last, by: Self.width) {
        var box = self[start]
        for child in start..<min(start + Self.width, last) { box = box.union(self[child]) }
        boxes += [box.minX, box.minY, box.maxX, box.maxY]
      }
      levels.append(boxes.count / 4)
    }
  }

  /// The number of features in the tree.
  var count: Int { features.count }

  private subscript(node: Int) -> Envelope {
    Envelope(
      minX: boxes[4 * node], minY: boxes[4 * node + 1], maxX: boxes[4 * node + 2],
      maxY: boxes[4 * node + 3])
  }

  /// The nodes below one of a level above the leaves.
  private func children(of node: Int, level: Int) -> Range<Int> {
    let first = levels[level - 1] + (node - levels[level]) * Self.width
    return first..<min(first + Self.width, levels[level])
  }

  /// The features whose box meets a box, edges included, in ascending order.
  func search(_ box: Envelope) -> [Int] {
    guard count > 0 else { return [] }
    var found: [Int] = []
    var waiting = [(node: levels[levels.count - 2], level: levels.count - 2)]
    while let (node, level) = waiting.popLast() {
      guard self[node].intersects(box) else { continue }
      guard level > 0 else {
        found.append(Int(features[node]))
        continue
      }
      for child in children(of: node, level: level) { waiting.append((child, level - 1)) }
    }
    return found.sorted()
  }

  /// Hands over features by the distance of their box from a box, the nearest first, until the
  /// receiver has enough.
  ///
  /// - Parameter receive: takes a feature and the distance of its box; says whether it wants more.
  func forEach(
    from box: Envelope, _ receive: (_ feature: Int, _ distance: Double) throws -> Bool
  ) rethrows {
    guard count > 0 else { return }
    var waiting = Waiting()
    let top = levels.count - 2
    waiting.push((self[levels[top]].distance(to: box), levels[top], top))
    while let (distance, node, level) = waiting.pop() {
      guard level > 0 else {
        guard try receive(Int(features[node]), distance) else { return }
        continue
      }
      for child in children(of: node, level: level) {
        waiting.push((self[child].distance(to: box), child, level - 1))
      }
    }
  }

  /// Nodes to be looked at, the nearest on top: a binary heap.
  private struct Waiting {
    typealias Item = (distance: Double, node: Int, level: Int)
    private var items: [Item] = []

    mutating func push(_ item: Item) {
      items.append(item)
      var place = items.count - 1
      while place > 0, items[place].distance < items[(place - 1) / 2].distance {
        items.swapAt(place, (place - 1) / 2)
        place = (place - 1) / 2
      }
    }

    mutating func pop() -> Item? {
      guard let first = items.first, let last = items.popLast() else { return nil }
      guard !items.isEmpty else { return first }
      items[0] = last
      var place = 0
      while true {
        var least = place
        for child in [2 * place + 1, 2 * place + 2] where child < items.count {
          if items[child].distance < items[least].distance { least = child }
        }
        guard least != place else { return first }
        items.swapAt(place, least)
        place = least
      }
    }
  }
}
