/// Which way the rings of areas run.
public enum RingDirection: Hashable, Sendable {
  /// Outer rings counter-clockwise and holes clockwise: RFC 7946 §3.1.6.
  case outerCounterClockwise
  /// Outer rings clockwise and holes counter-clockwise: how surveyors number boundary points.
  case outerClockwise
}

extension GeometryColumn {
  /// Turns the rings of areas so that all run as they should. A ring without area stays.
  public mutating func orientRings(_ direction: RingDirection) {
    for feature in 0..<count where types[feature]?.dimension == 2 {
      for part in parts(of: feature) {
        let rings = rings(ofPart: part)
        for ring in rings {
          let vertices = vertices(ofRing: ring)
          let isOuter = ring == rings.lowerBound
          let shouldBePositive = isOuter == (direction == .outerCounterClockwise)
          let area = RingMeasure.signedArea(xy, vertices)
          if area != 0 && (area > 0) != shouldBePositive { reverse(vertices) }
        }
      }
    }
  }

  private mutating func reverse(_ vertices: Range<Int>) {
    var (low, high) = (vertices.lowerBound, vertices.upperBound - 1)
    while low < high {
      xy.swapAt(2 * low, 2 * high)
      xy.swapAt(2 * low + 1, 2 * high + 1)
      if !z.isEmpty { z.swapAt(low, high) }
      if !m.isEmpty { m.swapAt(low, high) }
      low += 1
      high -= 1
    }
  }

  /// Ends the ring that is being built, with its first vertex once more where it is open.
  ///
  /// - Returns: whether it was open.
  @discardableResult
  public mutating func finishClosedRing() -> Bool {
    let vertices = openRing
    guard !RingMeasure.isClosed(xy, vertices) else {
      finishRing()
      return false
    }
    let first = vertices.lowerBound
    if z.count > first { prepare(hasZ: true, hasM: false) }
    if m.count > first { prepare(hasZ: false, hasM: true) }
    appendVertex(
      x: xy[2 * first], y: xy[2 * first + 1], z: z.count > first ? z[first] : nil,
      m: m.count > first ? m[first] : nil)
    finishRing()
    return true
  }

  /// Closes the rings of areas: the first vertex stands once more at the end.
  ///
  /// - Returns: how many were open.
  @discardableResult
  public mutating func closeRings() -> Int {
    let isOpen = (0..<count).contains { feature in
      types[feature]?.dimension == 2
        && rings(of: feature).contains { !RingMeasure.isClosed(xy, vertices(ofRing: $0)) }
    }
    guard isOpen else { return 0 }
    var (closed, number) = (GeometryColumn(), 0)
    for feature in 0..<count {
      for part in parts(of: feature) {
        for ring in rings(ofPart: part) {
          closed.copyVertices(vertices(ofRing: ring), of: self)
          if types[feature]?.dimension == 2 {
            if closed.finishClosedRing() { number += 1 }
          } else {
            closed.finishRing()
          }
        }
        closed.finishPart()
      }
      closed.finishFeature(types[feature])
    }
    self = closed
    return number
  }

  /// Adds vertices of another column to the ring that is being built.
  mutating func copyVertices(_ vertices: Range<Int>, of other: GeometryColumn) {
    prepare(hasZ: other.hasZ(in: vertices), hasM: other.hasM(in: vertices))
    xy += other.xy[2 * vertices.lowerBound..<2 * vertices.upperBound]
    if other.hasZ(in: vertices) { z += other.z[vertices] }
    if other.hasM(in: vertices) { m += other.m[vertices] }
  }
}

extension Geometry {
  /// Turns the rings of areas so that all run as they should, those of members too.
  public mutating func orientRings(_ direction: RingDirection) {
    change { $0.orientRings(direction) }
    for index in members.indices { members[index].orientRings(direction) }
  }

  /// Closes the rings of areas, those of members too.
  ///
  /// - Returns: how many were open.
  @discardableResult
  public mutating func closeRings() -> Int {
    var number = 0
    change { number = $0.closeRings() }
    for index in members.indices { number += members[index].closeRings() }
    return number
  }

  private mutating func change(_ change: (inout GeometryColumn) -> Void) {
    guard type.dimension == 2 else { return }
    var column = GeometryColumn(self)
    self = Geometry(empty: type)
    change(&column)
    (xy, z, m) = (column.xy, column.z, column.m)
    (ringOffsets, partOffsets) = (column.ringOffsets, column.partOffsets)
  }
}

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
