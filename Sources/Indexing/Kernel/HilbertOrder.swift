internal import SimpleFeatures

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
