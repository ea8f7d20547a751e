internal import SimpleFeatures

/// A box along the axes, its edges included, in the coordinates themselves.
struct Box: Hashable, Sendable {
  var low: SIMD2<Double>
  var high: SIMD2<Double>

  /// The box around no point, which meets nothing.
  static let empty = Box(
    low: SIMD2(repeating: .infinity), high: SIMD2(repeating: -.infinity))

  /// The box around both ends of an edge.
  @inline(__always)
  init(from a: SIMD2<Double>, to b: SIMD2<Double>) {
    low = lesser(a, b)
    high = greater(a, b)
  }

  init(low: SIMD2<Double>, high: SIMD2<Double>) {
    self.low = low
    self.high = high
  }

  var isEmpty: Bool { !(low.x <= high.x && low.y <= high.y) }

  @inline(__always)
  mutating func add(_ point: SIMD2<Double>) {
    low = lesser(low, point)
    high = greater(high, point)
  }

  @inline(__always)
  mutating func add(_ other: Box) {
    low = lesser(low, other.low)
    high = greater(high, other.high)
  }

  /// The box with a margin on all sides.
  func grown(by margin: Double) -> Box {
    Box(low: low - margin, high: high + margin)
  }

  @inline(__always)
  func meets(_ other: Box) -> Bool {
    // The sign of a rounded difference is that of the exact one.
    let room = lesser(high - other.low, other.high - low)
    return room.x >= 0 && room.y >= 0
  }

  @inline(__always)
  func contains(_ point: SIMD2<Double>) -> Bool {
    low.x <= point.x && point.x <= high.x && low.y <= point.y && point.y <= high.y
  }
}

/// A box in single precision, counted from the origin of its layer: sixteen bytes, one comparison.
///
/// Subtracting the origin and rounding both keep the order of numbers. Boxes that meet therefore
/// meet still; boxes that are a hair apart may seem to, so the exact boxes are asked afterwards.
struct PackedBox: Sendable {
  /// The low corner, and the high corner negated.
  fileprivate var lanes: SIMD4<Float>

  static let empty = PackedBox(lanes: SIMD4(repeating: .infinity))

  fileprivate init(lanes: SIMD4<Float>) { self.lanes = lanes }

  @inline(__always)
  init(_ box: Box, origin: SIMD2<Double>) {
    let (low, high) = (SIMD2<Float>(box.low - origin), SIMD2<Float>(box.high - origin))
    lanes = SIMD4(low.x, low.y, -high.x, -high.y)
  }

  @inline(__always)
  mutating func add(_ other: PackedBox) {
    lanes = lesser(lanes, other.lanes)
  }

  /// One of its numbers.
  var firstLane: Float { lanes.x }

  /// Whether it meets the box that a question asks about.
  @inline(__always)
  func meets(_ question: BoxQuestion) -> Bool {
    all(lanes .<= question.lanes)
  }
}

/// The box that boxes are compared with, turned round so that one comparison does it.
struct BoxQuestion: Sendable {
  fileprivate let lanes: SIMD4<Float>

  @inline(__always)
  init(_ box: PackedBox) {
    lanes = SIMD4(-box.lanes.z, -box.lanes.w, -box.lanes.x, -box.lanes.y)
  }

  @inline(__always)
  init(_ box: Box, origin: SIMD2<Double>) {
    self.init(PackedBox(box, origin: origin))
  }
}

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

/// An order of boxes or points in which neighbours on the ground stand near to each other.
enum HilbertOrder {
  /// The numbers of boxes in the order in which a Hilbert curve of 2¹⁶ steps a side meets their
  /// centres; empty ones are left out. Boxes on the same step keep their order.
  ///
  /// - Parameter box: tells a box; called on several threads.
  static func of(count: Int, workers: Int, _ box: @Sendable (Int) -> Box) -> [Int32] {
    var extent = Box.empty
    for index in 0..<count { extent.add(box(index)) }
    guard !extent.isEmpty else { return [] }
    let (low, size) = (extent.low, extent.high - extent.low)
    let scale = 65535 / max(size.x, size.y, .leastNormalMagnitude)
    var keys = [UInt64](repeating: nowhere, count: count)
    keys.fill { keys in
      ParallelStretches.run(over: count, workers: workers) { stretch in
        for index in stretch {
          let box = box(index)
          guard !box.isEmpty else { continue }
          let place = ((box.low - low) / 2 + (box.high - low) / 2) * scale
          keys[index] = UInt64(step(x: cell(place.x), y: cell(place.y))) << 32 | UInt64(index)
        }
      }
    }
    keys.removeAll { $0 == nowhere }
    sort(&keys)
    return keys.map { Int32(truncatingIfNeeded: $0) }
  }

  /// The key of an empty box.
  private static let nowhere = UInt64.max

  private static func cell(_ value: Double) -> UInt32 {
    value.isFinite ? UInt32(min(max(value, 0), 65535)) : 0
  }

  /// How many steps along the curve a cell lies. Source: Hilbert (1891), in the form in which the
  /// square is halved from the top and the rest turned.
  private static func step(x: UInt32, y: UInt32) -> UInt32 {
    var (x, y, step) = (x, y, UInt32(0))
    for halving in 1...16 {
      let bit = UInt32(16 - halving)
      let (right, upper) = (x >> bit & 1, y >> bit & 1)
      step = step << 2 | (3 * right ^ upper)
      // In a lower quarter the axes change places; in the right one both run backwards as well.
      let (swapped, turned) = (upper &- 1, (upper &- 1) & (0 &- right) & 0xFFFF)
      (x, y) = (x ^ turned, y ^ turned)
      let difference = (x ^ y) & swapped
      (x, y) = (x ^ difference, y ^ difference)
    }
    return step
  }

  /// Sorts by the upper halves of keys; keys of one upper half keep their order.
  ///
  /// Three passes, each of which counts eleven bits and places the keys by them.
  private static func sort(_ keys: inout [UInt64]) {
    var placed = keys
    for pass in 0..<3 {
      let shift = UInt64(32 + 11 * pass)
      var places = [Int](repeating: 0, count: 2049)
      for key in keys { places[Int(key >> shift & 2047) + 1] += 1 }
      for value in 0..<2048 { places[value + 1] += places[value] }
      for key in keys {
        let value = Int(key >> shift & 2047)
        placed[places[value]] = key
        places[value] += 1
      }
      swap(&keys, &placed)
    }
  }
}

/// The lesser of both numbers in each lane. Where one is no number it is the first.
///
/// The standard library's `pointwiseMin` orders what is no number too, by branches in each lane; this
/// is one instruction. Kernel code asks only shapes whose coordinates are numbers.
@inline(__always)
func lesser(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> SIMD2<Double> {
  a.replacing(with: b, where: b .< a)
}

/// The greater of both numbers in each lane. Where one is no number it is the first.
@inline(__always)
func greater(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> SIMD2<Double> {
  a.replacing(with: b, where: b .> a)
}

/// The lesser of both numbers in each lane, in single precision.
@inline(__always)
func lesser(_ a: SIMD4<Float>, _ b: SIMD4<Float>) -> SIMD4<Float> {
  a.replacing(with: b, where: b .< a)
}
