internal import Characters
internal import SimpleFeatures

/// Shapes as paths of SVG: cut to what a drawing shows, without vertices that nobody can see.
struct DrawingPath {
  private let frame: DrawingFrame
  /// What is cut lies so far outside the drawing that its edges do not show.
  private static let margin = 12.0
  /// Vertices nearer to the last one are left out.
  private static let least = 0.4
  /// The most vertices of a shape; of what has more only each second, third … is drawn.
  private static let most = 3_000

  init(_ frame: DrawingFrame) { self.frame = frame }

  /// The `d` of a path; empty where nothing of the shape shows.
  func data(of shape: Geometry) -> String {
    if shape.type == .geometryCollection {
      return shape.members.map(data).filter { !$0.isEmpty }.joined(separator: " ")
    }
    guard let box = shape.envelope, box.intersects(frame.land) else { return "" }
    let isArea = shape.type.dimension == 2
    var out = ""
    for ring in 0..<shape.ringCount {
      let points = points(of: shape, ring: ring)
      switch shape.type.dimension {
      case 0:
        guard let point = points.first else { continue }
        // A dot, drawn by the round end of a line without length.
        append(to: &out, [point, (point.x + 0.01, point.y)], closes: false)
      case 2: append(to: &out, thinned(clipped(points)), closes: isArea)
      default: append(to: &out, thinned(points), closes: false)
      }
    }
    return out
  }

  private func points(of shape: Geometry, ring: Int) -> [(x: Double, y: Double)] {
    let vertices = shape.vertices(ofRing: ring)
    let step = max(1, vertices.count / DrawingPath.most)
    return stride(from: vertices.lowerBound, to: vertices.upperBound, by: step).compactMap {
      let point = frame.point(shape.xy[2 * $0], shape.xy[2 * $0 + 1])
      return point.x.isFinite && point.y.isFinite ? point : nil
    }
  }

  /// A ring cut along each edge of the drawing in turn.
  ///
  /// Source: I. Sutherland, G. Hodgman, Reentrant Polygon Clipping (1974).
  private func clipped(_ ring: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    let margin = DrawingPath.margin
    var ring = ring
    ring = cut(ring) { $0.x + margin }
    ring = cut(ring) { DrawingFrame.width + margin - $0.x }
    ring = cut(ring) { $0.y + margin }
    return cut(ring) { DrawingFrame.height + margin - $0.y }
  }

  /// The part of a ring on the side of an edge where the distance is not negative.
  private func cut(
    _ ring: [(x: Double, y: Double)], _ distance: ((x: Double, y: Double)) -> Double
  ) -> [(x: Double, y: Double)] {
    guard var last = ring.last else { return [] }
    var kept: [(x: Double, y: Double)] = []
    for point in ring {
      let (before, now) = (distance(last), distance(point))
      if (before < 0) != (now < 0) {
        let part = before / (before - now)
        kept.append((last.x + part * (point.x - last.x), last.y + part * (point.y - last.y)))
      }
      if now >= 0 { kept.append(point) }
      last = point
    }
    return kept
  }

  private func thinned(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    var kept: [(x: Double, y: Double)] = []
    for (index, point) in points.enumerated() {
      if let last = kept.last, index < points.count - 1,
        abs(point.x - last.x) < DrawingPath.least, abs(point.y - last.y) < DrawingPath.least
      {
        continue
      }
      kept.append(point)
    }
    return kept
  }

  private func append(
    to out: inout String, _ points: [(x: Double, y: Double)], closes: Bool
  ) {
    guard points.count > 1 else { return }
    for (index, point) in points.enumerated() {
      out += index == 0 ? "M" : "L"
      out += "\(DrawingPath.number(point.x)) \(DrawingPath.number(point.y))"
    }
    if closes { out += "Z" }
  }

  /// A length of the drawing, to a twentieth of a unit or so.
  static func number(_ value: Double) -> String {
    NumberText.decimal(min(max(value, -9_999), 9_999), places: 2)
  }
}
