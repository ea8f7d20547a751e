extension GeometryColumn {
  /// Makes room for so many more features and vertices.
  public mutating func reserve(features: Int, vertices: Int) {
    types.reserveCapacity(types.count + features)
    featureOffsets.reserveCapacity(featureOffsets.count + features)
    partOffsets.reserveCapacity(partOffsets.count + features)
    ringOffsets.reserveCapacity(ringOffsets.count + features)
    xy.reserveCapacity(xy.count + 2 * vertices)
  }

  /// Adds a feature of another column, without heights and measures.
  public mutating func append(feature: Int, of other: GeometryColumn) {
    let (parts, rings, vertices) = (
      other.parts(of: feature), other.rings(of: feature), other.vertices(of: feature)
    )
    let firstVertex = Int32(vertexCount - vertices.lowerBound)
    let firstRing = Int32(ringOffsets.count - 1 - rings.lowerBound)
    xy += other.xy[2 * vertices.lowerBound..<2 * vertices.upperBound]
    for ring in rings { ringOffsets.append(firstVertex + other.ringOffsets[ring + 1]) }
    for part in parts { partOffsets.append(firstRing + other.partOffsets[part + 1]) }
    finishFeature(other.types[feature])
  }
}
