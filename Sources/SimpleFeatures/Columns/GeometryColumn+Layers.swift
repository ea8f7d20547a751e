extension GeometryColumn {
  /// The same shapes with every area as a multi-polygon, as a table of one type has them. The
  /// vertices are shared.
  public func withMultiPolygons() -> GeometryColumn {
    guard types.contains(.polygon) else { return self }
    var column = self
    column.types = types.map { $0 == .polygon ? .multiPolygon : $0 }
    return column
  }

  /// The same shapes, points as multi-points, lines as multi-lines, areas as multi-polygons.
  public func withMultiples() -> GeometryColumn {
    var column = self
    column.types = types.map { type in
      guard let type, !type.isMultiple else { return type }
      return GeometryType(rawValue: type.rawValue + 3)
    }
    return column
  }

  /// The same shapes without heights and measures.
  public func withoutHeights() -> GeometryColumn {
    guard !z.isEmpty || !m.isEmpty else { return self }
    var column = self
    column.z = []
    column.m = []
    return column
  }

  /// Makes the last feature what it was before ``withMultiPolygons()``.
  public mutating func restoreLastType(_ type: GeometryType) {
    guard let last = types.indices.last, type.partType == types[last]?.partType else { return }
    types[last] = type
  }
}
