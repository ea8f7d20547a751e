/// Rings of which a file does not say what they are: shells of parts, or holes.
extension GeometryColumn {
  /// Ends a feature of which only rings were added: they are sorted into parts and holes by what
  /// lies in what, not by their order or direction.
  ///
  /// A ring in an even number of others is a shell, in an odd number a hole of the smallest of
  /// these. Parts stand in the order of their shells, holes in their own. The rings may touch but
  /// not cross one another; where they cross, the shape is not valid either way.
  ///
  /// - Returns: of each ring in its new place, which it was in the order added, counted from 0.
  @discardableResult
  public mutating func finishFeatureOfUnknownRoles() -> [Int] {
    let rings = Int(partOffsets[partOffsets.count - 1])..<(ringOffsets.count - 1)
    guard rings.count > 1 else {
      if !rings.isEmpty { finishPart() }
      finishFeature(.polygon)
      return Array(0..<rings.count)
    }
    let shells = Containment(of: self, rings: rings).shells
    // Parts by shell; the rings of each, the shell first.
    var parts: [[Int]] = []
    var partOfShell: [Int: Int] = [:]
    for (ring, shell) in zip(rings, shells) where shell == ring {
      partOfShell[ring] = parts.count
      parts.append([ring])
    }
    for (ring, shell) in zip(rings, shells) where shell != ring {
      guard let part = partOfShell[shell] else { continue }
      parts[part].append(ring)
    }
    let order = parts.flatMap { $0 }
    if !order.elementsEqual(rings) { reorder(rings, to: order) }
    var end = rings.lowerBound
    for part in parts {
      end += part.count
      partOffsets.append(Int32(end))
    }
    finishFeature(parts.count == 1 ? .polygon : .multiPolygon)
    return order.map { $0 - rings.lowerBound }
  }

  /// Puts the rings at the column's end into another order.
  private mutating func reorder(_ rings: Range<Int>, to order: [Int]) {
    let first = Int(ringOffsets[rings.lowerBound])
    // Only what is moved is copied, not the column.
    var old = GeometryColumn()
    old.xy = Array(xy[(2 * first)...])
    old.z = Array(z.dropFirst(first))
    old.m = Array(m.dropFirst(first))
    let ranges = order.map { vertices(ofRing: $0) }
    rewind(
      to: Mark(
        features: types.count, parts: partOffsets.count, rings: rings.lowerBound + 1,
        vertices: first, hasZ: !z.isEmpty, hasM: !m.isEmpty))
    for range in ranges {
      copyVertices(range.lowerBound - first..<range.upperBound - first, of: old)
      finishRing()
    }
  }
}

extension Geometry {
  /// An area from closed rings, each `x0, y0, x1, y1 …`, of which it is not known which are holes;
  /// see ``GeometryColumn/finishFeatureOfUnknownRoles()``. Open rings are closed.
  public init(ringsOfUnknownRole rings: [[Double]]) {
    var column = GeometryColumn()
    for ring in rings {
      for index in stride(from: 0, to: ring.count - 1, by: 2) {
        column.appendVertex(x: ring[index], y: ring[index + 1])
      }
      column.finishClosedRing()
    }
    column.finishFeatureOfUnknownRoles()
    self = column[0] ?? Geometry(empty: .polygon)
  }
}

/// Which ring lies in which.
private struct Containment {
  /// For each ring the shell of its part; of a shell itself.
  private(set) var shells: [Int]

  private struct Ring {
    var index: Int
    var area: Double
    var box: Envelope?
    var inside: (x: Double, y: Double)?
  }

  init(of column: GeometryColumn, rings: Range<Int>) {
    shells = Array(rings)
    let measured = rings.map { ring in
      let vertices = column.vertices(ofRing: ring)
      return Ring(
        index: ring, area: abs(RingMeasure.signedArea(column.xy, vertices)),
        box: Envelope(around: column.xy[2 * vertices.lowerBound..<2 * vertices.upperBound]),
        inside: RingMeasure.interiorPoint(column.xy, vertices))
    }
    // From the largest to the smallest: only a larger ring can be around another.
    let bySize = measured.sorted { ($0.area, $1.index) > ($1.area, $0.index) }
    for (place, ring) in bySize.enumerated() {
      guard let (x, y) = ring.inside else { continue }
      var around = 0
      var nearest: Int?
      for other in bySize[..<place] {
        guard other.area > ring.area, let box = other.box, box.minX <= x, x <= box.maxX,
          box.minY <= y, y <= box.maxY
        else { continue }
        let vertices = column.vertices(ofRing: other.index)
        if RingMeasure.position(x: x, y: y, column.xy, vertices) == .inside {
          around += 1
          nearest = other.index
        }
      }
      // The smallest ring around a hole is the shell it is cut from. Where rings cross it may be a
      // hole itself; then the ring stays a shell, so that none is lost.
      if around % 2 == 1, let nearest, shells[nearest - rings.lowerBound] == nearest {
        shells[ring.index - rings.lowerBound] = nearest
      }
    }
  }
}
