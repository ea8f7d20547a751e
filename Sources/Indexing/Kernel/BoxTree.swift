/// A tree of boxes without pointers: sixteen consecutive boxes stand under one box of the level
/// above, until a level has no more than sixteen. The levels lie one after the other, the top first.
///
/// The same tree holds the blocks of edges of one shape, in the order of its boundary, and the shapes
/// of one layer, along a Hilbert curve. Which levels there are follows from the number of leaves
/// alone.
struct BoxTree: Sendable {
  /// Where the top level begins in the array of boxes.
  var start: Int
  /// The number of boxes on the lowest level.
  var leafCount: Int

  /// The number of boxes on a level; 0 is the lowest.
  private static func count(_ leafCount: Int, onLevel level: Int) -> Int {
    (leafCount + (1 << (4 * level)) - 1) >> (4 * level)
  }

  private static func topLevel(_ leafCount: Int) -> Int {
    var level = 0
    while count(leafCount, onLevel: level) > 16 { level += 1 }
    return level
  }

  /// Adds a tree over leaves to an array of boxes.
  static func append(leaves: [PackedBox], to boxes: inout [PackedBox]) {
    guard leaves.count > 16 else {
      boxes += leaves
      return
    }
    var levels = [leaves]
    var below = leaves
    while below.count > 16 {
      below = stride(from: 0, to: below.count, by: 16).map { first in
        var box = below[first]
        for child in below[first..<min(first + 16, below.count)] { box.add(child) }
        return box
      }
      levels.append(below)
    }
    for level in levels.reversed() { boxes += level }
  }

  /// Finds the leaves that meet a box, in ascending order.
  ///
  /// - Parameters:
  ///   - found: receives the leaves, counted from 0.
  ///   - spare: working space.
  @inline(__always)
  func search(
    _ boxes: Borrowed<PackedBox>, _ question: BoxQuestion, into found: inout [Int32],
    spare: inout [Int32]
  ) {
    found.removeAll(keepingCapacity: true)
    guard leafCount > 16 else {
      for leaf in 0..<leafCount where boxes[start + leaf].meets(question) {
        found.append(Int32(truncatingIfNeeded: leaf))
      }
      return
    }
    descend(boxes, question, into: &found, spare: &spare)
  }

  private func descend(
    _ boxes: Borrowed<PackedBox>, _ question: BoxQuestion, into found: inout [Int32],
    spare: inout [Int32]
  ) {
    var level = BoxTree.topLevel(leafCount)
    var (first, count) = (start, BoxTree.count(leafCount, onLevel: level))
    for box in 0..<count where boxes[first + box].meets(question) { found.append(Int32(box)) }
    while level > 0, !found.isEmpty {
      first += count
      level -= 1
      count = BoxTree.count(leafCount, onLevel: level)
      swap(&found, &spare)
      found.removeAll(keepingCapacity: true)
      for parent in spare {
        for child in 16 * Int(parent)..<min(16 * Int(parent) + 16, count)
        where boxes[first + child].meets(question) {
          found.append(Int32(truncatingIfNeeded: child))
        }
      }
    }
  }
}
