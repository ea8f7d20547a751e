/// Measures in the plane, in the unit of the coordinates. They mean something only where x and y
/// are lengths.
extension GeometryColumn {
  /// The vertices of a ring.
  public func vertices(ofRing ring: Int) -> Range<Int> {
    Int(ringOffsets[ring])..<Int(ringOffsets[ring + 1])
  }

  /// The rings of a part.
  public func rings(ofPart part: Int) -> Range<Int> {
    Int(partOffsets[part])..<Int(partOffsets[part + 1])
  }

  /// The area of a feature; 0 of points and lines. Holes are taken off and parts added up, whatever
  /// the direction of their rings.
  public func planeArea(of feature: Int) -> Double {
    guard types[feature]?.dimension == 2 else { return 0 }
    var sum = 0.0
    for part in parts(of: feature) {
      let rings = rings(ofPart: part)
      for ring in rings {
        let area = abs(RingMeasure.signedArea(xy, vertices(ofRing: ring)))
        sum += ring == rings.lowerBound ? area : -area
      }
    }
    return sum
  }

  /// The area of each feature.
  public func planeAreas() -> [Double] {
    (0..<count).map(planeArea(of:))
  }

  /// The length of a feature's lines, or of the rings around its areas; 0 of points.
  public func planeLength(of feature: Int) -> Double {
    guard let dimension = types[feature]?.dimension, dimension > 0 else { return 0 }
    return rings(of: feature).reduce(0) { sum, ring in
      sum + RingMeasure.length(xy, vertices(ofRing: ring))
    }
  }

  /// The centre of gravity of a feature: of its areas, or where these have no extent of its lines,
  /// or where these have none of its vertices; `nil` where it has no vertex.
  public func centroid(of feature: Int) -> (x: Double, y: Double)? {
    let all = vertices(of: feature)
    guard let first = all.first else { return nil }
    var weights = Weights(x: xy[2 * first], y: xy[2 * first + 1])
    if types[feature]?.dimension == 2 {
      for part in parts(of: feature) {
        let rings = rings(ofPart: part)
        for ring in rings {
          weights.addArea(xy, vertices(ofRing: ring), isHole: ring > rings.lowerBound)
        }
      }
      if weights.sum > 0 { return weights.centre }
      weights = Weights(x: weights.x, y: weights.y)
    }
    if types[feature]?.dimension ?? 0 > 0 {
      for ring in rings(of: feature) { weights.addLine(xy, vertices(ofRing: ring)) }
      if weights.sum > 0 { return weights.centre }
      weights = Weights(x: weights.x, y: weights.y)
    }
    for vertex in all { weights.add(x: xy[2 * vertex], y: xy[2 * vertex + 1], weight: 1) }
    return weights.centre
  }
}

/// Moments about a vertex of the shape.
private struct Weights {
  let x: Double
  let y: Double
  var sum = 0.0
  var momentX = 0.0
  var momentY = 0.0

  init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  var centre: (x: Double, y: Double) { (x + momentX / sum, y + momentY / sum) }

  mutating func add(x: Double, y: Double, weight: Double) {
    sum += weight
    momentX += weight * (x - self.x)
    momentY += weight * (y - self.y)
  }

  mutating func addLine(_ xy: [Double], _ vertices: Range<Int>) {
    for vertex in vertices.dropFirst() {
      let (ax, ay, bx, by) = (
        xy[2 * vertex - 2], xy[2 * vertex - 1], xy[2 * vertex], xy[2 * vertex + 1]
      )
      let length = ((bx - ax) * (bx - ax) + (by - ay) * (by - ay)).squareRoot()
      add(x: ax + (bx - ax) / 2, y: ay + (by - ay) / 2, weight: length)
    }
  }

  mutating func addArea(_ xy: [Double], _ vertices: Range<Int>, isHole: Bool) {
    guard let first = vertices.first else { return }
    let (x0, y0) = (xy[2 * first], xy[2 * first + 1])
    var (doubled, sumX, sumY, lastX, lastY) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for vertex in vertices.dropFirst() {
      let (x, y) = (xy[2 * vertex] - x0, xy[2 * vertex + 1] - y0)
      let cross = lastX * y - x * lastY
      doubled += cross
      sumX += cross * (lastX + x)
      sumY += cross * (lastY + y)
      (lastX, lastY) = (x, y)
    }
    guard doubled != 0 else { return }
    let weight = isHole ? -abs(doubled) / 2 : abs(doubled) / 2
    add(x: x0 + sumX / (3 * doubled), y: y0 + sumY / (3 * doubled), weight: weight)
  }
}

/// Measures in the plane, in the unit of the coordinates. They mean something only where x and y
/// are lengths. Members of a collection are added up.
extension Geometry {
  /// The area; holes are taken off and parts added up, whatever the direction of their rings.
  public var planeArea: Double {
    members.reduce(GeometryColumn(self).planeArea(of: 0)) { $0 + $1.planeArea }
  }

  /// The length of lines, or of the rings around areas.
  public var planeLength: Double {
    members.reduce(GeometryColumn(self).planeLength(of: 0)) { $0 + $1.planeLength }
  }

  /// The centre of gravity, as ``GeometryColumn/centroid(of:)`` has it; `nil` where there is no
  /// vertex, and of a collection.
  public var centroid: (x: Double, y: Double)? {
    GeometryColumn(self).centroid(of: 0)
  }

  /// The area of a ring: positive where it runs counter-clockwise.
  public func signedArea(ofRing ring: Int) -> Double {
    RingMeasure.signedArea(xy, vertices(ofRing: ring))
  }
}

extension GeometryColumn {
  /// Features with the same shape as an earlier one, whatever vertex their rings begin at, whichever
  /// way they run and in whatever order parts and holes stand: pairs of the first such feature and the
  /// later one. Coordinates are compared bit by bit.
  public func sameShapes() -> [(first: Int, second: Int)] {
    var byDigest: [UInt64: [Int]] = [:]
    var pairs: [(first: Int, second: Int)] = []
    for feature in 0..<count where types[feature] != nil && !vertices(of: feature).isEmpty {
      byDigest[digest(of: feature), default: []].append(feature)
    }
    for features in byDigest.values where features.count > 1 {
      var firsts: [(feature: Int, rings: [[Double]])] = []
      for feature in features {
        let rings = canonicalRings(of: feature)
        if let known = firsts.first(where: { $0.rings == rings }) {
          pairs.append((known.feature, feature))
        } else {
          firsts.append((feature, rings))
        }
      }
    }
    return pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  /// The same for features of the same shape: a sum over the vertices, in which their order does not
  /// count.
  private func digest(of feature: Int) -> UInt64 {
    var sum: UInt64 = UInt64(types[feature]?.dimension ?? 0)
    let isArea = types[feature]?.dimension == 2
    for ring in rings(of: feature) {
      let vertices = vertices(ofRing: ring)
      let open = isArea && RingMeasure.isClosed(xy, vertices) ? vertices.dropLast() : vertices
      for vertex in open {
        // Adding zero makes of a negative zero the other.
        var bits = (xy[2 * vertex] + 0).bitPattern &* 0x9E37_79B9_7F4A_7C15
        bits ^= (xy[2 * vertex + 1] + 0).bitPattern &* 0xC2B2_AE3D_27D4_EB4F
        bits ^= bits >> 29
        sum &+= bits &* 0xBF58_476D_1CE4_E5B9
      }
    }
    return sum
  }

  /// The rings of a feature in an order, from a vertex and in a direction that depend on their
  /// vertices alone; each part begins with its number of rings.
  private func canonicalRings(of feature: Int) -> [[Double]] {
    let isArea = types[feature]?.dimension == 2
    var parts: [[[Double]]] = []
    for part in self.parts(of: feature) {
      let rings = rings(ofPart: part).map { ring in
        canonical(vertices(ofRing: ring), isRing: isArea)
      }
      let holes = rings.dropFirst().sorted { $0.lexicographicallyPrecedes($1) }
      parts.append([[Double(rings.count)]] + rings.prefix(1) + holes)
    }
    return parts.sorted { a, b in
      a.joined().lexicographicallyPrecedes(b.joined())
    }.flatMap { $0 }
  }

  private func canonical(_ vertices: Range<Int>, isRing: Bool) -> [Double] {
    let open = isRing && RingMeasure.isClosed(xy, vertices) ? vertices.dropLast() : vertices
    let places = open.map { (xy[2 * $0] + 0, xy[2 * $0 + 1] + 0) }
    guard let least = places.min(by: <) else { return [] }
    var best: [Double] = []
    for start in places.indices where isRing ? places[start] == least : start == 0 {
      for isReversed in [false, true] {
        let from = isRing ? start : isReversed ? places.count - 1 : 0
        var ring: [Double] = []
        ring.reserveCapacity(2 * places.count)
        for step in places.indices {
          let index = (from + (isReversed ? places.count - step : step)) % places.count
          ring.append(places[index].0)
          ring.append(places[index].1)
        }
        if best.isEmpty || ring.lexicographicallyPrecedes(best) { best = ring }
      }
    }
    return best
  }
}
