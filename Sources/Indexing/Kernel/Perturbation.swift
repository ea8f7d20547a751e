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
