/// The shapes of many features in one set of flat buffers.
///
/// The layout is GeoArrow's: features of parts of rings of vertices, each told by the offsets at
/// which it begins, as in ``Geometry``. A feature may have no shape. Collections are not kept.
public struct GeometryColumn: Hashable, Sendable {
  /// The type of each feature's shape; `nil` where it has none.
  public internal(set) var types: [GeometryType?] = []
  /// x and y of each vertex in turn.
  public internal(set) var xy: [Double] = []
  /// The height of each vertex, not a number where only others have one; empty where none has.
  public internal(set) var z: [Double] = []
  /// The measure of each vertex, likewise.
  public internal(set) var m: [Double] = []
  /// The vertex at which each ring begins, and last the number of vertices.
  public internal(set) var ringOffsets: [Int32] = [0]
  /// The ring at which each part begins, and last the number of rings.
  public internal(set) var partOffsets: [Int32] = [0]
  /// The part at which each feature begins, and last the number of parts.
  public internal(set) var featureOffsets: [Int32] = [0]

  /// No features.
  public init() {}

  /// The number of features.
  public var count: Int { types.count }

  /// The number of vertices.
  public var vertexCount: Int { xy.count / 2 }

  /// Adds a feature's shape.
  ///
  /// - Returns: whether it was added: a collection is not, unless its members are all points, all
  ///   lines or all polygons, which become parts of one shape.
  @discardableResult
  public mutating func append(_ geometry: Geometry?) -> Bool {
    guard let geometry else {
      finishFeature(nil)
      return true
    }
    guard geometry.type == .geometryCollection else {
      appendParts(of: geometry)
      finishFeature(geometry.type)
      return true
    }
    guard let part = geometry.members.first?.type.partType, part != .geometryCollection,
      geometry.members.allSatisfy({ $0.type.partType == part }),
      let type = part.multipleType
    else { return false }
    for member in geometry.members { appendParts(of: member) }
    finishFeature(type)
    return true
  }

  private mutating func appendParts(of geometry: Geometry) {
    let firstVertex = Int32(vertexCount)
    let firstRing = Int32(ringOffsets.count - 1)
    extend(&z, by: geometry.z, count: geometry.xy.count / 2)
    extend(&m, by: geometry.m, count: geometry.xy.count / 2)
    xy += geometry.xy
    for offset in geometry.ringOffsets.dropFirst() { ringOffsets.append(firstVertex + offset) }
    for offset in geometry.partOffsets.dropFirst() { partOffsets.append(firstRing + offset) }
  }

  /// Keeps heights or measures in step with the vertices, of which `count` are about to be added.
  private func extend(_ column: inout [Double], by values: [Double], count: Int) {
    if values.isEmpty && column.isEmpty { return }
    if column.isEmpty { column = Array(repeating: .nan, count: vertexCount) }
    column += values.isEmpty ? Array(repeating: .nan, count: count) : values
  }

  /// The parts of a feature.
  public func parts(of feature: Int) -> Range<Int> {
    Int(featureOffsets[feature])..<Int(featureOffsets[feature + 1])
  }

  /// The rings of a feature, over all its parts.
  public func rings(of feature: Int) -> Range<Int> {
    let parts = parts(of: feature)
    return Int(partOffsets[parts.lowerBound])..<Int(partOffsets[parts.upperBound])
  }

  /// The vertices of a feature, over all its rings.
  public func vertices(of feature: Int) -> Range<Int> {
    let rings = rings(of: feature)
    return Int(ringOffsets[rings.lowerBound])..<Int(ringOffsets[rings.upperBound])
  }

  /// The box around a feature; `nil` where it has no vertex.
  public func envelope(of feature: Int) -> Envelope? {
    let vertices = vertices(of: feature)
    return Envelope(around: xy[2 * vertices.lowerBound..<2 * vertices.upperBound])
  }

  /// The box around all features; `nil` where there is no vertex.
  public var envelope: Envelope? { Envelope(around: xy) }

  /// A feature's shape.
  public subscript(feature: Int) -> Geometry? {
    guard let type = types[feature] else { return nil }
    let (parts, rings, vertices) =
      (parts(of: feature), rings(of: feature), vertices(of: feature))
    let (firstVertex, firstRing) = (Int32(vertices.lowerBound), Int32(rings.lowerBound))
    return Geometry(
      type, xy: Array(xy[2 * vertices.lowerBound..<2 * vertices.upperBound]),
      z: hasZ(in: vertices) ? Array(z[vertices]) : [],
      m: hasM(in: vertices) ? Array(m[vertices]) : [],
      ringOffsets: ringOffsets[rings.lowerBound...rings.upperBound].map { $0 - firstVertex },
      partOffsets: partOffsets[parts.lowerBound...parts.upperBound].map { $0 - firstRing })
  }

  /// Replaces the coordinates, vertex for vertex: in other units, axes swapped, moved to another
  /// coordinate system.
  ///
  /// - Precondition: as many numbers as before.
  public mutating func replaceCoordinates(with xy: [Double]) {
    precondition(xy.count == self.xy.count, "as many numbers as before")
    self.xy = xy
  }
}

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
