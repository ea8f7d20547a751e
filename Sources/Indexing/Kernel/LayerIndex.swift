internal import SimpleFeatures
internal import Topology

/// What is computed once of a layer's areas before any two shapes are compared: boxes of the shapes,
/// boxes of sixteen consecutive edges and of sixteen times sixteen, and which way each ring runs.
struct LayerIndex: Sendable {
  /// What may be asked of a feature.
  enum Role: UInt8, Sendable {
    /// It is no area, or has no vertex.
    case none
    /// Its rings bound an area as they should.
    case area
    /// Its rings do not, or nobody says so: GEOS is asked.
    case doubtful
  }

  /// The point from which packed boxes are counted.
  let origin: SIMD2<Double>
  /// Of each feature.
  private(set) var roles: [Role] = []
  /// The box of each feature; empty where it has no vertex.
  private(set) var boxes: [Box] = []
  /// The first ring of each feature, and last the number of rings.
  private(set) var featureRings: [Int32] = [0]
  /// Of each ring 1 where the inside lies to the left of its edges, −1 where to the right, 0 of a
  /// ring without area.
  private(set) var ringSigns: [Double] = []
  /// Of each ring twice the area that it adds to its feature: a hole's is negative.
  private(set) var ringAreas: [Double] = []
  /// The block at which each ring begins among those of its feature.
  private(set) var ringBlocks: [Int32] = []
  /// The tree of blocks of each feature.
  private(set) var trees: [BoxTree] = []
  /// The boxes of all trees.
  private(set) var blocks: [PackedBox] = []

  /// The number of edges in a block.
  static let blockLength = 16

  /// Looks at every feature, on several threads.
  ///
  /// - Parameter invalid: features known to be invalid, in order.
  init(
    of column: GeometryColumn, origin: SIMD2<Double>, invalid: [Int], workers: Int
  ) throws {
    self.origin = origin
    let stretch = max(64, min(2048, column.count / (8 * workers) + 1))
    try OrderedChunks.run(
      workers: workers, prepare: {},
      make: { _, chunk -> LayerIndex? in
        let start = chunk * stretch
        guard start < column.count else { return nil }
        let features = start..<min(start + stretch, column.count)
        var part = LayerIndex(origin: origin)
        column.xy.lend { xy in
          for feature in features { part.append(feature, of: column, xy) }
        }
        return part
      },
      receive: { append($0) })
    for feature in invalid where roles.indices ~= feature && roles[feature] == .area {
      roles[feature] = .doubtful
    }
  }

  private init(origin: SIMD2<Double>) { self.origin = origin }

  /// The middle of a column, from which packed boxes lose least.
  static func origin(of columns: GeometryColumn...) -> SIMD2<Double> {
    for column in columns {
      guard let first = column.xy.first, first.isFinite, column.xy[1].isFinite else { continue }
      return SIMD2(first, column.xy[1])
    }
    return .zero
  }

  private mutating func append(
    _ feature: Int, of column: GeometryColumn, _ xy: Borrowed<Double>
  ) {
    var box = Box.empty
    var leaves: [PackedBox] = []
    var isOrdinary = true
    let isArea = column.types[feature]?.dimension == 2
    for part in column.parts(of: feature) {
      let rings = column.rings(ofPart: part)
      for ring in rings {
        ringBlocks.append(Int32(leaves.count))
        let vertices = isArea ? column.vertices(ofRing: ring) : 0..<0
        let doubled = LayerIndex.measure(vertices, xy, origin, &box, &leaves, &isOrdinary)
        ringSigns.append(doubled == 0 ? 0 : (doubled > 0) == (ring == rings.lowerBound) ? 1 : -1)
        ringAreas.append(ring == rings.lowerBound ? doubled.magnitude : -doubled.magnitude)
      }
    }
    featureRings.append(Int32(ringSigns.count))
    boxes.append(box)
    roles.append(box.isEmpty ? .none : isOrdinary ? .area : .doubtful)
    trees.append(BoxTree(start: blocks.count, leafCount: leaves.count))
    BoxTree.append(leaves: leaves, to: &blocks)
  }

  /// Walks one ring: adds its box and its blocks, and tells twice its signed area. A ring that is not
  /// closed, too short, without area or not of ordinary
  /// numbers makes its feature doubtful.
  private static func measure(
    _ vertices: Range<Int>, _ xy: Borrowed<Double>, _ origin: SIMD2<Double>, _ box: inout Box,
    _ leaves: inout [PackedBox], _ isOrdinary: inout Bool
  ) -> Double {
    guard !vertices.isEmpty else { return 0 }
    let limits = ShapeLimits.land
    let first = SIMD2(xy[2 * vertices.lowerBound], xy[2 * vertices.lowerBound + 1])
    let end = vertices.upperBound - 1
    var (last, doubled) = (first, 0.0)
    if vertices.count < 4 || first != SIMD2(xy[2 * end], xy[2 * end + 1]) { isOrdinary = false }
    for start in stride(from: vertices.lowerBound, to: max(end, vertices.lowerBound + 1), by: 16) {
      var block = Box.empty
      for vertex in start...min(start + blockLength, end) {
        let point = SIMD2(xy[2 * vertex], xy[2 * vertex + 1])
        block.add(point)
        let (a, b) = (last - first, point - first)
        doubled += a.x * b.y - b.x * a.y
        last = point
        if !limits.allow(point.x) || !limits.allow(point.y) { isOrdinary = false }
      }
      leaves.append(PackedBox(block, origin: origin))
      box.add(block.low)
      box.add(block.high)
    }
    if doubled == 0 { isOrdinary = false }
    return doubled
  }

  private mutating func append(_ part: LayerIndex) {
    let (ringBase, blockBase) = (Int32(ringSigns.count), blocks.count)
    roles += part.roles
    boxes += part.boxes
    featureRings += part.featureRings.dropFirst().map { $0 + ringBase }
    ringSigns += part.ringSigns
    ringAreas += part.ringAreas
    ringBlocks += part.ringBlocks
    trees += part.trees.map { BoxTree(start: $0.start + blockBase, leafCount: $0.leafCount) }
    blocks += part.blocks
  }
}

extension ShapeLimits {
  /// Whether arithmetic on a coordinate is safe; what is no number is not.
  @inline(__always)
  fileprivate func allow(_ coordinate: Double) -> Bool {
    let size = coordinate.magnitude
    return size <= self.coordinate && (size >= leastCoordinate || size == 0)
  }
}
