/// On which side of a line a point lies, decided without error.
///
/// Source: J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric
/// Predicates", Discrete & Computational Geometry 18 (1997): the first filter, then the whole
/// determinant as an expansion.
enum Orientation {
  /// Twice the area of the triangle a, b, c: positive where c lies to the left of the line from a to
  /// b, negative to the right, 0 exactly where the three are on one line.
  ///
  /// The sign is exact for coordinates whose products neither overflow nor vanish, which the guard
  /// in front of GEOS asks of all shapes. The size is that of floating-point arithmetic.
  @inline(__always)
  static func doubledArea(
    _ a: SIMD2<Double>, _ b: SIMD2<Double>, _ c: SIMD2<Double>
  ) -> Double {
    let (u, v) = (a - c, b - c)
    let (left, right) = (u.x * v.y, u.y * v.x)
    let determinant = left - right
    // (3 + 16ε)ε with ε = 2⁻⁵³: Shewchuk's bound A. Equal points make both products exactly 0.
    let bound = 3.3306690738754716e-16 * (left.magnitude + right.magnitude)
    if determinant.magnitude >= bound { return determinant }
    return exactDoubledArea(a, b, c)
  }

  /// The determinant from its six products, each kept as a pair of numbers whose sum it is exactly.
  @inline(never)
  static func exactDoubledArea(
    _ a: SIMD2<Double>, _ b: SIMD2<Double>, _ c: SIMD2<Double>
  ) -> Double {
    var sum = Expansion()
    sum.add(a.x, times: b.y)
    sum.add(-a.x, times: c.y)
    sum.add(-c.x, times: b.y)
    sum.add(-a.y, times: b.x)
    sum.add(a.y, times: c.x)
    sum.add(c.y, times: b.x)
    return sum.value
  }
}

/// A sum of numbers kept without rounding: components that do not overlap, the smallest first.
private struct Expansion {
  private var components: [Double] = []

  /// Adds a product.
  mutating func add(_ a: Double, times b: Double) {
    let product = a * b
    add((-product).addingProduct(a, b))
    add(product)
  }

  /// Adds a number: Shewchuk's Grow-Expansion with Knuth's Two-Sum.
  private mutating func add(_ number: Double) {
    var carried = number
    var grown: [Double] = []
    for component in components {
      let sum = carried + component
      let part = sum - carried
      let rest = (carried - (sum - part)) + (component - part)
      if rest != 0 { grown.append(rest) }
      carried = sum
    }
    if carried != 0 { grown.append(carried) }
    components = grown
  }

  /// The sum rounded; its sign is exact, for the last component outweighs all others together.
  var value: Double { components.reduce(0, +) }
}

/// Which side a point lies on when it lies on none: the rule that replaces all special cases.
///
/// The area two shapes share does not jump when one of them is moved. So the shape that is walked is
/// thought to be moved by (e₁, e₂), with e₁ far smaller than any length and e₂ far smaller still. Then
/// no vertex lies on an edge and no two edges lie on each other; each question has one answer, and
/// the area that comes out, with e gone to 0, is the exact one. Shared edges, T-junctions, corners
/// that touch and identical shapes need no code of their own.
///
/// Source: H. Edelsbrunner and E. P. Mücke, "Simulation of Simplicity", ACM Transactions on Graphics
/// 9 (1990).
enum Perturbation {
  /// Whether a vertex of the moved shape lies to the left of an edge of the other.
  ///
  /// Moving the vertex by e adds dx·e₂ − dy·e₁ to the determinant: where that is exactly 0 an edge
  /// that runs downward has the vertex to its left, and of level edges the one that runs east.
  @inline(__always)
  static func movedVertexIsLeft(_ determinant: Double, ofEdge edge: SIMD2<Double>) -> Bool {
    if determinant != 0 { return determinant > 0 }
    return edge.y != 0 ? edge.y < 0 : edge.x > 0
  }

  /// Whether a vertex of the other shape lies to the left of an edge of the moved one: for the edge
  /// the vertex moves by −e.
  @inline(__always)
  static func vertexIsLeft(_ determinant: Double, ofMovedEdge edge: SIMD2<Double>) -> Bool {
    if determinant != 0 { return determinant > 0 }
    return edge.y != 0 ? edge.y > 0 : edge.x < 0
  }
}
