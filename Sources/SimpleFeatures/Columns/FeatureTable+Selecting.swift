extension FeatureTable {
  /// The table with some of its features alone, in the order given.
  public func selecting(_ features: [Int]) -> FeatureTable {
    var table = self
    table.shapes = shapes.selecting(features)
    table.places = features.compactMap { places.indices.contains($0) ? places[$0] : nil }
    for index in fields.indices {
      table.fields[index].values = features.map { fields[index].values[$0] }
    }
    return table
  }

  /// The table with some of its attributes alone, in the order given; unknown names are passed over.
  public func selecting(fields names: [String]) -> FeatureTable {
    var table = self
    table.fields = names.compactMap { field($0) }
    return table
  }
}

extension GeometryColumn {
  /// Some of the shapes alone, in the order given.
  public func selecting(_ features: [Int]) -> GeometryColumn {
    var column = GeometryColumn()
    for feature in features {
      for part in parts(of: feature) {
        for ring in Int(partOffsets[part])..<Int(partOffsets[part + 1]) {
          let vertices = Int(ringOffsets[ring])..<Int(ringOffsets[ring + 1])
          column.xy += xy[2 * vertices.lowerBound..<2 * vertices.upperBound]
          if !z.isEmpty { column.z += z[vertices] }
          if !m.isEmpty { column.m += m[vertices] }
          column.finishRing()
        }
        column.finishPart()
      }
      column.finishFeature(types[feature])
    }
    return column
  }
}
