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
