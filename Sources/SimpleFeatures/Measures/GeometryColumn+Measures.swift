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
