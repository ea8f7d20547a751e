/// Where a point lies to an area.
enum PointPosition {
  case outside, inside
  /// On an edge or a vertex.
  case boundary

  /// Where a point lies to a feature, without error.
  ///
  /// A ray from the point to the east crosses the boundary an odd number of times where the point is
  /// inside. An edge is crossed where one end lies higher than the point and the other does not, so
  /// that of two edges that meet on the ray one counts; the sign of ``Orientation`` tells on which
  /// side of the edge the point lies, and 0 that it lies on it.
  @inline(__always)
  static func of(
    _ point: SIMD2<Double>, to feature: Int, in layer: LayerView
  ) -> PointPosition {
    let ray = Box(low: point, high: SIMD2(.infinity, point.y))
    let rings = layer.rings(of: feature)
    var (ring, isInside, isOnBoundary) = (rings.lowerBound, false, false)
    layer.tree(of: feature).forEachLeaf(
      layer.blocks, meeting: BoxQuestion(ray, origin: layer.origin)
    ) { block in
      ring = layer.ring(ofBlock: block, from: ring, in: rings)
      let edges = layer.edges(ofBlock: block, ring: ring)
      guard !edges.isEmpty else { return }
      var a = layer.vertex(edges.lowerBound)
      for edge in edges {
        let b = layer.vertex(edge + 1)
        let (aIsHigher, bIsHigher) = (a.y > point.y, b.y > point.y)
        if aIsHigher != bIsHigher {
          if a.x > point.x && b.x > point.x {
            isInside.toggle()
          } else if a.x >= point.x || b.x >= point.x {
            let side = Orientation.doubledArea(a, b, point)
            if side == 0 {
              isOnBoundary = true
            } else if (side > 0) == bIsHigher {
              isInside.toggle()
            }
          }
        } else if b.y == point.y {
          // A vertex that is higher than none of its edges, or a level edge.
          isOnBoundary =
            isOnBoundary || b.x == point.x
            || (a.y == point.y && min(a.x, b.x) <= point.x && point.x <= max(a.x, b.x))
        }
        a = b
      }
    }
    return isOnBoundary ? .boundary : isInside ? .inside : .outside
  }
}
