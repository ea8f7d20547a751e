/// Features of a column in which something is odd that is no fault: vertices that stand twice,
/// spikes, rings that run the wrong way.
public struct ShapeFlaws: Hashable, Sendable {
  /// What is odd in one feature.
  public struct Flaw: Hashable, Sendable {
    /// The feature, counted from 0.
    public var feature: Int
    /// How often.
    public var count: Int
    /// Easting or longitude of the first place.
    public var x: Double
    /// Northing or latitude of the first place.
    public var y: Double
  }

  /// The features, in order.
  public private(set) var flaws: [Flaw] = []

  /// Counts one more place of the feature that is looked at.
  mutating func add(_ feature: Int, x: Double, y: Double) {
    if let last = flaws.indices.last, flaws[last].feature == feature {
      flaws[last].count += 1
    } else {
      flaws.append(Flaw(feature: feature, count: 1, x: x, y: y))
    }
  }
}

extension GeometryColumn {
  /// Vertices of lines and rings that stand at the place of the one before, or nearer to it than a
  /// tolerance in the unit of the coordinates. The end of a ring is not compared with its beginning.
  public func duplicateVertices(tolerance: Double) -> ShapeFlaws {
    let limit = max(tolerance, 0) * max(tolerance, 0)
    var flaws = ShapeFlaws()
    for feature in 0..<count where types[feature]?.dimension ?? 0 > 0 {
      for ring in rings(of: feature) {
        let vertices = vertices(ofRing: ring)
        for vertex in vertices.dropFirst() {
          let (x, y) = (xy[2 * vertex], xy[2 * vertex + 1])
          let (dx, dy) = (x - xy[2 * vertex - 2], y - xy[2 * vertex - 1])
          if dx * dx + dy * dy <= limit { flaws.add(feature, x: x, y: y) }
        }
      }
    }
    return flaws
  }

  /// Vertices of rings at which the boundary turns back upon itself: the angle between both edges is
  /// under a limit, and both are at least so long.
  ///
  /// - Parameters:
  ///   - angle: in degrees.
  ///   - length: in the unit of the coordinates.
  public func spikes(angle: Double, length: Double) -> ShapeFlaws {
    let tangent = GeometryColumn.tangent(ofDegrees: angle)
    let least = length * length
    var flaws = ShapeFlaws()
    for feature in 0..<count where types[feature]?.dimension == 2 {
      for ring in rings(of: feature) {
        let vertices = vertices(ofRing: ring)
        // Without the closing vertex each vertex has one before and one after.
        let end = RingMeasure.isClosed(xy, vertices) ? vertices.upperBound - 1 : vertices.upperBound
        guard end - vertices.lowerBound >= 3 else { continue }
        var before = end - 1
        for vertex in vertices.lowerBound..<end {
          let (x, y) = (xy[2 * vertex], xy[2 * vertex + 1])
          var after = vertex
          // Vertices that stand twice are told apart; a spike may end in one.
          repeat {
            after = after + 1 == end ? vertices.lowerBound : after + 1
          } while after != vertex && xy[2 * after] == x && xy[2 * after + 1] == y
          let (ax, ay) = (xy[2 * before] - x, xy[2 * before + 1] - y)
          let (bx, by) = (xy[2 * after] - x, xy[2 * after + 1] - y)
          if ax != 0 || ay != 0 { before = vertex }
          let dot = ax * bx + ay * by
          guard dot > 0, abs(ax * by - ay * bx) <= tangent * dot,
            ax * ax + ay * ay >= least, bx * bx + by * by >= least
          else { continue }
          flaws.add(feature, x: x, y: y)
        }
      }
    }
    return flaws
  }

  /// The tangent of a small angle, by its series: no mathematics library in this room.
  private static func tangent(ofDegrees degrees: Double) -> Double {
    let angle = min(max(degrees, 0), 30) * .pi / 180
    let square = angle * angle
    return angle * (1 + square / 3 * (1 + 2 * square / 5 * (1 + 17 * square / 42)))
  }

  /// Rings that do not run as those of an area should: outer rings all one way, holes the other. Of
  /// an area whose rings disagree, those that run against its first outer ring are counted.
  ///
  /// - Parameter direction: which way outer rings must run; `nil` for either.
  public func misdirectedRings(_ direction: RingDirection? = nil) -> ShapeFlaws {
    var flaws = ShapeFlaws()
    for feature in 0..<count where types[feature]?.dimension == 2 {
      var outerIsPositive = direction.map { $0 == .outerCounterClockwise }
      for part in parts(of: feature) {
        let rings = rings(ofPart: part)
        for ring in rings {
          let vertices = vertices(ofRing: ring)
          let area = RingMeasure.signedArea(xy, vertices)
          guard area != 0 else { continue }
          let isOuter = ring == rings.lowerBound
          guard let expected = outerIsPositive else {
            outerIsPositive = (area > 0) == isOuter
            continue
          }
          guard (area > 0) == (expected == isOuter) else {
            flaws.add(
              feature, x: xy[2 * vertices.lowerBound], y: xy[2 * vertices.lowerBound + 1])
            continue
          }
        }
      }
    }
    return flaws
  }
}
