extension GeometryColumn {
  /// Makes first and second number of every vertex change places.
  public mutating func exchangeAxes() {
    for index in stride(from: 0, to: xy.count - 1, by: 2) { xy.swapAt(index, index + 1) }
  }

  /// Puts other shapes in the place of some.
  public mutating func replaceShapes(_ shapes: [Int: Geometry]) {
    guard !shapes.isEmpty else { return }
    var column = GeometryColumn()
    for feature in 0..<count { column.append(shapes[feature] ?? self[feature]) }
    self = column
  }

  /// The column without some features.
  public func removing(_ features: Set<Int>) -> GeometryColumn {
    guard !features.isEmpty else { return self }
    var column = GeometryColumn()
    for feature in 0..<count where !features.contains(feature) { column.append(self[feature]) }
    return column
  }
}

extension FeatureTable {
  /// Leaves some features out.
  public mutating func remove(_ features: Set<Int>) {
    guard !features.isEmpty else { return }
    shapes = shapes.removing(features)
    for column in fields.indices {
      fields[column].values = fields[column].values.enumerated()
        .filter { !features.contains($0.offset) }.map(\.element)
    }
    places = places.enumerated().filter { !features.contains($0.offset) }.map(\.element)
  }
}
