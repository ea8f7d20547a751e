/// A planar shape as a value over flat coordinate buffers.
///
/// Every shape but a collection is parts of rings of vertices. A point is a part of one ring of one
/// vertex, a line a part of one ring, a polygon a part whose first ring is the shell and whose other
/// rings are holes. A part without rings is empty. Rings are closed: the last vertex is the first.
///
/// x is easting or longitude and y northing or latitude, whatever order the authority of the
/// coordinate system prefers. Units are those of the coordinate system.
///
/// Source: OGC 06-103r4 (Simple Features); the layout is GeoArrow's.
public struct Geometry: Hashable, Sendable {
  /// What it is.
  public var type: GeometryType
  /// x and y of each vertex in turn: x0, y0, x1, y1 …
  public var xy: [Double]
  /// The height of each vertex; empty where the shape has none.
  public var z: [Double]
  /// The measure of each vertex; empty where the shape has none.
  public var m: [Double]
  /// The vertex at which each ring begins, and last the number of vertices.
  public var ringOffsets: [Int32]
  /// The ring at which each part begins, and last the number of rings.
  public var partOffsets: [Int32]
  /// The members of a collection; empty of every other type.
  public var members: [Geometry]

  /// A shape of a type, without parts: `POLYGON EMPTY`.
  public init(empty type: GeometryType) {
    self.type = type
    xy = []
    z = []
    m = []
    ringOffsets = [0]
    partOffsets = [0]
    members = []
  }

  /// A collection.
  public init(collection members: [Geometry]) {
    self.init(empty: .geometryCollection)
    self.members = members
  }

  /// A shape from its buffers, which must fit each other as the type describes.
  public init(
    _ type: GeometryType, xy: [Double], z: [Double] = [], m: [Double] = [],
    ringOffsets: [Int32], partOffsets: [Int32]
  ) {
    self.type = type
    self.xy = xy
    self.z = z
    self.m = m
    self.ringOffsets = ringOffsets
    self.partOffsets = partOffsets
    members = []
  }

  /// A point.
  public init(pointX x: Double, y: Double) {
    self.init(.point, xy: [x, y], ringOffsets: [0, 1], partOffsets: [0, 1])
  }

  /// A polygon from its rings, each `x0, y0, x1, y1 …` and closed.
  public init(polygon rings: [[Double]]) {
    self.init(empty: .polygon)
    appendPart(rings: rings)
  }

  /// Adds a part from its rings, each `x0, y0, x1, y1 …`.
  public mutating func appendPart(rings: [[Double]]) {
    for ring in rings {
      xy += ring
      ringOffsets.append(Int32(xy.count / 2))
    }
    partOffsets.append(Int32(ringOffsets.count - 1))
  }

  /// The number of vertices, those of members included.
  public var vertexCount: Int { members.reduce(xy.count / 2) { $0 + $1.vertexCount } }

  /// The number of rings, lines or points.
  public var ringCount: Int { ringOffsets.count - 1 }

  /// The number of parts.
  public var partCount: Int { partOffsets.count - 1 }

  /// Whether there is no vertex.
  public var isEmpty: Bool { xy.isEmpty && members.allSatisfy(\.isEmpty) }

  /// Whether the vertices have heights.
  public var hasZ: Bool { !z.isEmpty || members.contains(where: \.hasZ) }

  /// Whether the vertices have measures.
  public var hasM: Bool { !m.isEmpty || members.contains(where: \.hasM) }

  /// The vertices of a ring.
  public func vertices(ofRing ring: Int) -> Range<Int> {
    Int(ringOffsets[ring])..<Int(ringOffsets[ring + 1])
  }

  /// The rings of a part.
  public func rings(ofPart part: Int) -> Range<Int> {
    Int(partOffsets[part])..<Int(partOffsets[part + 1])
  }

  /// The box around all vertices; `nil` where there are none.
  public var envelope: Envelope? {
    members.reduce(Envelope(around: xy)) { box, member in
      guard let other = member.envelope else { return box }
      return box.map { $0.union(other) } ?? other
    }
  }
}

/// The kinds of shape.
///
/// The raw value is the type's code in WKB. Source: OGC 06-103r4 (Simple Features), table 7.
public enum GeometryType: UInt8, Hashable, Sendable, CaseIterable {
  case point = 1
  case lineString = 2
  case polygon = 3
  case multiPoint = 4
  case multiLineString = 5
  case multiPolygon = 6
  case geometryCollection = 7

  /// The type of one part: a multi-polygon's is polygon.
  public var partType: GeometryType {
    switch self {
    case .multiPoint: .point
    case .multiLineString: .lineString
    case .multiPolygon: .polygon
    default: self
    }
  }

  /// The type of a shape of such parts; `nil` of a collection.
  public var multipleType: GeometryType? {
    switch self {
    case .point, .multiPoint: .multiPoint
    case .lineString, .multiLineString: .multiLineString
    case .polygon, .multiPolygon: .multiPolygon
    case .geometryCollection: nil
    }
  }

  /// Whether a shape of the type has any number of parts.
  public var isMultiple: Bool { rawValue >= GeometryType.multiPoint.rawValue }

  /// The number of dimensions of the shape itself: 0 of points, 1 of lines, 2 of areas; `nil` of a
  /// collection.
  public var dimension: Int? {
    switch partType {
    case .point: 0
    case .lineString: 1
    case .polygon: 2
    default: nil
    }
  }

  /// The name in WKT.
  public var wellKnownName: String {
    switch self {
    case .point: "POINT"
    case .lineString: "LINESTRING"
    case .polygon: "POLYGON"
    case .multiPoint: "MULTIPOINT"
    case .multiLineString: "MULTILINESTRING"
    case .multiPolygon: "MULTIPOLYGON"
    case .geometryCollection: "GEOMETRYCOLLECTION"
    }
  }

  /// The type of a name in WKT, in capitals.
  init?(wellKnownName name: String) {
    guard let type = Self.allCases.first(where: { $0.wellKnownName == name }) else { return nil }
    self = type
  }
}

/// A box along the axes, its edges included. Units are those of the coordinate system.
public struct Envelope: Hashable, Sendable {
  /// The least x: the west.
  public var minX: Double
  /// The least y: the south.
  public var minY: Double
  /// The greatest x: the east.
  public var maxX: Double
  /// The greatest y: the north.
  public var maxY: Double

  /// A box.
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// The box around vertices `x0, y0, x1, y1 …`; `nil` where there are none. A coordinate that is no
  /// number is passed over.
  public init?(around xy: [Double]) {
    self.init(around: xy[...])
  }

  /// The box around a stretch of vertices that begins with an x.
  public init?(around xy: ArraySlice<Double>) {
    var box = Envelope(
      minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)
    var index = xy.startIndex
    while index + 1 < xy.endIndex {
      let (x, y) = (xy[index], xy[index + 1])
      if x < box.minX { box.minX = x }
      if x > box.maxX { box.maxX = x }
      if y < box.minY { box.minY = y }
      if y > box.maxY { box.maxY = y }
      index += 2
    }
    guard box.minX <= box.maxX, box.minY <= box.maxY else { return nil }
    self = box
  }

  /// From west to east.
  public var width: Double { maxX - minX }
  /// From south to north.
  public var height: Double { maxY - minY }

  /// The box around both.
  public func union(_ other: Envelope) -> Envelope {
    Envelope(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
      maxY: max(maxY, other.maxY))
  }

  /// Whether the boxes have a point in common; edges count.
  public func intersects(_ other: Envelope) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }
}

extension Envelope {
  /// The box with a margin on all sides.
  public func grown(by margin: Double) -> Envelope {
    Envelope(
      minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
  }

  /// The distance of the nearest points of two boxes; 0 where they meet.
  public func distance(to other: Envelope) -> Double {
    let x = max(0, minX - other.maxX, other.minX - maxX)
    let y = max(0, minY - other.maxY, other.minY - maxY)
    return (x * x + y * y).squareRoot()
  }
}

/// How one shape lies to another, in the ten words that people name.
///
/// A boundary belongs to its shape: a point on the boundary of an area intersects it, is covered by
/// it and touches it, but does not lie within it.
///
/// Source: OGC 06-103r4 §6.1.15; covers and covered-by are those of GEOS.
public enum SpatialRelation: String, Hashable, Sendable, Codable, CaseIterable {
  case intersects, contains, within, covers
  case coveredBy = "coveredby"
  case touches, crosses, overlaps, equals, disjoint

  /// The relation that the second has to the first where the first has this one to the second.
  public var converse: SpatialRelation {
    switch self {
    case .contains: .within
    case .within: .contains
    case .covers: .coveredBy
    case .coveredBy: .covers
    case .intersects, .touches, .crosses, .overlaps, .equals, .disjoint: self
    }
  }
}
