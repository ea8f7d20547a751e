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
