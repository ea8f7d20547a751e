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
