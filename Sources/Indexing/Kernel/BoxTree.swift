/// A tree of boxes without pointers: sixteen consecutive boxes stand under one box of the level
/// above, until a level has no more than sixteen. The levels lie one after the other, the top first.
///
/// The same tree holds the blocks of edges of one shape, in the order of its boundary, and the shapes
/// of one layer, along a Hilbert curve. Which levels there are follows from the number of leaves
/// alone.
struct BoxTree: BitwiseCopyable {
  /// Where the top level begins in the array of boxes.
  var start: Int32
  /// The number of boxes on the lowest level.
  var leafCount: Int32

  /// The number of boxes on a level; 0 is the lowest.
  @inline(__always)
  private static func count(_ leafCount: Int, onLevel level: Int) -> Int {
    (leafCount + (1 << (4 * level)) - 1) >> (4 * level)
  }

  /// The number of boxes of all levels.
  static func boxCount(leafCount: Int) -> Int {
    var (level, all) = (0, leafCount)
    while count(leafCount, onLevel: level) > 16 {
      level += 1
      all += count(leafCount, onLevel: level)
    }
    return all
  }

  /// Where the lowest level begins in the array of boxes.
  var firstLeaf: Int { Int(start) + BoxTree.boxCount(leafCount: Int(leafCount)) - Int(leafCount) }

  /// Fills the levels above the lowest.
  func fillUpperLevels(of boxes: Fillable<PackedBox>) {
    var (first, count) = (firstLeaf, Int(leafCount))
    while count > 16 {
      let above = (count + 15) / 16
      for parent in 0..<above {
        var box = boxes[first + 16 * parent]
        for child in 16 * parent + 1..<min(16 * parent + 16, count) {
          box.add(boxes[first + child])
        }
        boxes[first - above + parent] = box
      }
      first -= above
      count = above
    }
  }

  /// Whether all leaves stand on the top level, so that they fit ``leaves(_:meeting:)``.
  @inline(__always)
  var isFlat: Bool { leafCount <= 16 }

  /// The leaves of a flat tree that meet a box, the first in the lowest bit. Without branches: which of
  /// them do is hard to foresee.
  @inline(__always)
  func leaves(_ boxes: Borrowed<PackedBox>, meeting question: BoxQuestion) -> UInt32 {
    var found: UInt32 = 0
    for leaf in 0..<Int(leafCount) {
      found |= (boxes[Int(start) + leaf].meets(question) ? 1 : 0) << UInt32(leaf)
    }
    return found
  }

  /// Hands over the leaves that meet a box, counted from 0, in ascending order.
  ///
  /// - Parameters:
  ///   - least: leaves before this one are passed over.
  ///   - some: of a flat tree the leaves to be looked at, as ``leaves(_:meeting:)`` tells them.
  @inline(__always)
  func forEachLeaf(
    _ boxes: Borrowed<PackedBox>, from least: Int = 0, meeting question: BoxQuestion,
    among some: UInt32 = .max, _ body: (Int) -> Void
  ) {
    let first = Int(start)
    guard !isFlat else {
      guard some == .max else {
        var rest = some
        while rest != 0 {
          let leaf = rest.trailingZeroBitCount
          rest &= rest &- 1
          if boxes[first + leaf].meets(question) { body(leaf) }
        }
        return
      }
      for leaf in least..<Int(leafCount) where boxes[first + leaf].meets(question) { body(leaf) }
      return
    }
    // Of each level where it begins, and which of its boxes are looked at next. 16⁸ leaves are more than
    // there can be.
    var firsts = InlineArray<8, Int>(repeating: first)
    var next = InlineArray<8, Int>(repeating: 0)
    var ends = InlineArray<8, Int>(repeating: 0)
    var top = 0
    while BoxTree.count(Int(leafCount), onLevel: top) > 16 { top += 1 }
    for level in stride(from: top - 1, through: 0, by: -1) {
      firsts[level] = firsts[level + 1] + BoxTree.count(Int(leafCount), onLevel: level + 1)
    }
    ends[top] = BoxTree.count(Int(leafCount), onLevel: top)
    var level = top
    while true {
      guard next[level] < ends[level] else {
        guard level < top else { return }
        level += 1
        continue
      }
      let box = next[level]
      next[level] += 1
      guard boxes[firsts[level] + box].meets(question), (box + 1) << (4 * level) > least
      else { continue }
      let (low, high) = (
        16 * box, min(16 * box + 16, BoxTree.count(Int(leafCount), onLevel: level - 1))
      )
      if level == 1 {
        for leaf in max(low, least)..<high where boxes[firsts[0] + leaf].meets(question) {
          body(leaf)
        }
      } else {
        level -= 1
        next[level] = low
        ends[level] = high
      }
    }
  }
}
