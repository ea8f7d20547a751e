/// A point at which two rings of a feature touch.
struct RingTouch: Hashable, Comparable {
  /// The lesser and the greater ring.
  let rings: SIMD2<Int32>
  let point: IntegerPoint

  init(rings lesser: Int32, _ greater: Int32, at point: IntegerPoint) {
    rings = SIMD2(lesser, greater)
    self.point = point
  }

  static func < (a: RingTouch, b: RingTouch) -> Bool {
    (a.rings.x, a.rings.y, a.point.x, a.point.y) < (b.rings.x, b.rings.y, b.point.x, b.point.y)
  }
}
