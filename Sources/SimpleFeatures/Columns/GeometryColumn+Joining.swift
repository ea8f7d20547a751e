extension GeometryColumn {
  /// Adds the shapes of another column, in their order.
  public mutating func append(contentsOf other: GeometryColumn) {
    guard count > 0 else {
      self = other
      return
    }
    let (vertex, ring, part) = (
      Int32(vertexCount), Int32(ringOffsets.count - 1), Int32(partOffsets.count - 1)
    )
    prepare(hasZ: !other.z.isEmpty, hasM: !other.m.isEmpty)
    xy += other.xy
    z += other.z
    m += other.m
    prepare(hasZ: !z.isEmpty, hasM: !m.isEmpty)
    types += other.types
    ringOffsets.append(contentsOf: other.ringOffsets.dropFirst().lazy.map { $0 + vertex })
    partOffsets.append(contentsOf: other.partOffsets.dropFirst().lazy.map { $0 + ring })
    featureOffsets.append(contentsOf: other.featureOffsets.dropFirst().lazy.map { $0 + part })
  }
}
