import SimpleFeatures

/// Shapes that GEOS 3.11.1 must not see as they are.
enum Hostile {
  static let farPoint = Geometry(pointX: 4, y: 5)

  /// `MULTIPOINT ((1 1), EMPTY)`
  static let pointsWithEmptyPart = multi(.multiPoint, [[[1, 1]], []])
  /// `MULTILINESTRING ((0 0, 1 1), EMPTY)`
  static let linesWithEmptyPart = multi(.multiLineString, [[[0, 0, 1, 1]], []])
  /// `MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), EMPTY)`
  static let polygonsWithEmptyPart = multi(.multiPolygon, [[[0, 0, 1, 0, 1, 1, 0, 0]], []])
  /// `GEOMETRYCOLLECTION (POINT EMPTY, LINESTRING (0 0, 1 1))`
  static let collectionWithEmptyPoint = collection(with: .point)

  /// A line from (0 0) to (1 1) beside an empty shape.
  static func collection(with type: GeometryType) -> Geometry {
    Geometry(collection: [Geometry(empty: type), multi(.lineString, [[[0, 0, 1, 1]]])])
  }

  /// A shape from the rings of its parts.
  static func multi(_ type: GeometryType, _ parts: [[[Double]]]) -> Geometry {
    var geometry = Geometry(empty: type)
    for rings in parts { geometry.appendPart(rings: rings) }
    return geometry
  }

  /// A square with one corner in the origin.
  static func square(_ side: Double) -> Geometry {
    Geometry(polygon: [[0, 0, side, 0, side, side, 0, side, 0, 0]])
  }

  /// A triangle with one corner in the origin.
  static func triangle(_ side: Double) -> Geometry {
    Geometry(polygon: [[0, 0, side, 0, side, side, 0, 0]])
  }

  /// A point in a collection in a collection …
  static func nested(_ depth: Int) -> Geometry {
    (0..<depth).reduce(farPoint) { inner, _ in Geometry(collection: [inner]) }
  }
}
