/// An order of boxes in which neighbours on the ground stand near to each other.
enum HilbertOrder {
  /// The boxes in the order in which a Hilbert curve of 2¹⁶ steps a side meets their centres; empty
  /// ones are left out. Boxes on the same step keep their order.
  static func of(_ boxes: [Box]) -> [Int32] {
    var extent = Box.empty
    for box in boxes where !box.isEmpty {
      extent.add(box.low)
      extent.add(box.high)
    }
    let size = extent.high - extent.low
    let scale = 65535 / max(size.x, size.y, .leastNormalMagnitude)
    var keys: [UInt64] = []
    keys.reserveCapacity(boxes.count)
    for (index, box) in boxes.enumerated() where !box.isEmpty {
      let place = ((box.low - extent.low) / 2 + (box.high - extent.low) / 2) * scale
      keys.append(UInt64(step(x: cell(place.x), y: cell(place.y))) << 32 | UInt64(index))
    }
    keys.sort()
    return keys.map { Int32(truncatingIfNeeded: $0) }
  }

  private static func cell(_ value: Double) -> UInt32 {
    value.isFinite ? UInt32(min(max(value, 0), 65535)) : 0
  }

  /// How many steps along the curve a cell lies. Source: Hilbert (1891), in the form in which the
  /// square is halved from the top and the rest turned.
  private static func step(x: UInt32, y: UInt32) -> UInt32 {
    var (x, y, step) = (x, y, UInt32(0))
    var side = UInt32(1) << 15
    while side > 0 {
      let (right, upper) = (x & side != 0, y & side != 0)
      step += side * side * (right ? (upper ? 2 : 3) : (upper ? 1 : 0))
      if !upper {
        if right { (x, y) = (65535 - x, 65535 - y) }
        swap(&x, &y)
      }
      side >>= 1
    }
    return step
  }
}
