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
