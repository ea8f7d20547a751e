public import SimpleFeatures

/// The vertices of a layer at which more than one boundary goes on: where three parcels meet, or
/// two and the outside, and the ends of lines.
///
/// Between two nodes a boundary belongs to the same rings all along. Simplified from node to node
/// it becomes the same whichever ring it is taken from. What holds: vertices with exactly the same
/// coordinates are one place. What does not: a vertex that lies within an edge of a neighbour, or a
/// hair beside the neighbour's vertex, is not recognised; there the rings may part by as much as
/// the tolerance.
///
/// Found once for a layer and used for all its tiles.
public struct BoundaryNodes: Sendable {
  /// A bit for each vertex of the column.
  let bits: [UInt64]

  /// The nodes of the lines and areas of a column.
  public init(of column: GeometryColumn) {
    var places = VertexPlaces(vertices: column.vertexCount)
    let xy = column.xy.span
    for feature in 0..<column.count {
      guard let dimension = column.types[feature]?.dimension, dimension > 0 else { continue }
      for ring in column.rings(of: feature) {
        let vertices = Int(column.ringOffsets[ring])..<Int(column.ringOffsets[ring + 1])
        places.add(vertices, isRing: dimension == 2, xy)
      }
    }
    bits = places.nodeBits()
  }

  /// Whether a vertex of the column is one.
  @inline(__always)
  public func contains(_ vertex: Int) -> Bool { bits[vertex >> 6] >> UInt64(vertex & 63) & 1 == 1 }
}

/// A table of places, open-addressed, and of each the two neighbours it was first seen with.
private struct VertexPlaces {
  /// The vertex first seen at a place, and 0 where none is, with the upper half of the place's key.
  private var slots: [UInt64]
  /// For each vertex the one first seen at its place.
  private var firsts: [Int32]
  /// The neighbours that a place was first seen with, mixed into one number whatever their order.
  private var neighbours: [UInt64]
  /// For each vertex that was first at its place whether the place is a node.
  private var isNode: [Bool]
  private let mask: Int

  init(vertices: Int) {
    var size = 16
    while size < vertices + vertices / 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
    firsts = (0..<vertices).map { Int32(truncatingIfNeeded: $0) }
    neighbours = Array(repeating: 0, count: vertices)
    isNode = Array(repeating: false, count: vertices)
  }

  /// A place as a number; −0 is 0.
  @inline(__always)
  private static func key(_ x: Double, _ y: Double) -> UInt64 {
    var key = (x + 0).bitPattern &* 0x9E37_79B9_7F4A_7C15
    key ^= key >> 29
    key = (key ^ (y + 0).bitPattern) &* 0xBF58_476D_1CE4_E5B9
    return key ^ key >> 32
  }

  mutating func add(_ vertices: Range<Int>, isRing: Bool, _ xy: Span<Double>) {
    guard var last = vertices.last, let first = vertices.first else { return }
    let isClosed = xy[2 * first] == xy[2 * last] && xy[2 * first + 1] == xy[2 * last + 1]
    if isRing && isClosed && last > first { last -= 1 }
    var before = isRing ? VertexPlaces.key(xy[2 * last], xy[2 * last + 1]) : 0
    var key = VertexPlaces.key(xy[2 * first], xy[2 * first + 1])
    let keyOfFirst = key
    for vertex in first...last {
      let next =
        vertex < last
        ? VertexPlaces.key(xy[2 * vertex + 2], xy[2 * vertex + 3]) : isRing ? keyOfFirst : 0
      see(vertex, key: key, pair: before &+ next, xy)
      (before, key) = (key, next)
    }
    if vertices.upperBound - 1 > last { firsts[last + 1] = firsts[first] }
  }

  private mutating func see(_ vertex: Int, key: UInt64, pair: UInt64, _ xy: Span<Double>) {
    let tag = key & 0xFFFF_FFFF_0000_0000
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot] != 0 {
      let entry = slots[slot]
      let other = Int(entry & 0xFFFF_FFFF) - 1
      if entry & 0xFFFF_FFFF_0000_0000 == tag && xy[2 * other] == xy[2 * vertex]
        && xy[2 * other + 1] == xy[2 * vertex + 1]
      {
        firsts[vertex] = Int32(truncatingIfNeeded: other)
        if neighbours[other] != pair { isNode[other] = true }
        return
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = tag | UInt64(vertex + 1)
    neighbours[vertex] = pair
  }

  func nodeBits() -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: firsts.count / 64 + 1)
    for (vertex, first) in firsts.enumerated() where isNode[Int(first)] {
      bits[vertex >> 6] |= 1 << UInt64(vertex & 63)
    }
    return bits
  }
}
