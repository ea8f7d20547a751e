internal import SimpleFeatures

/// Shapes of a column as text, ring by ring: the part that GeoJSON and WKT have in common.
struct ShapeText: Sendable {
  /// The brackets and separators of a notation.
  enum Notation: Sendable {
    /// `[[x,y],[x,y]]`
    case json
    /// `(x y,x y)`
    case wellKnownText
  }

  let notation: Notation
  let numbers: FixedPoint
  /// Whether shells go round counter-clockwise and holes clockwise (RFC 7946 §3.1.6); else rings
  /// stay as they are.
  let turnsRings: Bool

  private var open: UInt8 { UInt8(ascii: notation == .json ? "[" : "(") }
  private var close: UInt8 { UInt8(ascii: notation == .json ? "]" : ")") }

  /// Appends the coordinates of a feature: `[[[x,y],…]]`, `((x y,…))`.
  ///
  /// - Returns: whether it could: nothing is appended where a coordinate is no finite number.
  func append(
    _ feature: Int, type: GeometryType, of column: GeometryColumn, to bytes: inout [UInt8]
  ) -> Bool {
    let vertices = column.vertices(of: feature)
    let xy = column.xy
    var isSmall = true
    for index in 2 * vertices.lowerBound..<2 * vertices.upperBound {
      guard xy[index].isFinite else { return false }
      isSmall = isSmall && numbers.fits(xy[index])
    }
    // A shape has heights where all its vertices have: positions of one shape are of one kind.
    let hasZ = !column.z.isEmpty && vertices.allSatisfy { column.z[$0].isFinite }
    if hasZ { isSmall = isSmall && vertices.allSatisfy { numbers.fits(column.z[$0]) } }
    let writer = RingWriter(
      column: column, hasZ: hasZ, isSmall: isSmall, notation: notation, numbers: numbers)
    let parts = column.parts(of: feature)
    if type.isMultiple { bytes.append(open) }
    var isFirst = true
    for part in parts {
      let rings = Int(column.partOffsets[part])..<Int(column.partOffsets[part + 1])
      // An empty part has no notation that every reader takes.
      guard !rings.isEmpty else { continue }
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      switch type.partType {
      case .polygon:
        bytes.append(open)
        for ring in rings {
          if ring > rings.lowerBound { bytes.append(UInt8(ascii: ",")) }
          appendRing(ring, isHole: ring > rings.lowerBound, writer, to: &bytes)
        }
        bytes.append(close)
      case .lineString:
        for ring in rings { writer.append(vertices: writer.vertices(of: ring), to: &bytes) }
      default:
        for ring in rings { writer.append(point: writer.vertices(of: ring).lowerBound, to: &bytes) }
      }
    }
    if type.isMultiple { bytes.append(close) }
    return true
  }

  /// Appends a polygon's ring, closed, in the direction the notation asks for.
  private func appendRing(
    _ ring: Int, isHole: Bool, _ writer: RingWriter, to bytes: inout [UInt8]
  ) {
    let vertices = writer.vertices(of: ring)
    var isReversed = false
    if turnsRings {
      let area = writer.twiceArea(of: vertices)
      isReversed = isHole ? area > 0 : area < 0
    }
    writer.append(vertices: vertices, isReversed: isReversed, isClosed: true, to: &bytes)
  }
}

/// Writes the vertices of one feature.
private struct RingWriter {
  let column: GeometryColumn
  let hasZ: Bool
  /// Whether all numbers fit the fast way.
  let isSmall: Bool
  let notation: ShapeText.Notation
  let numbers: FixedPoint

  func vertices(of ring: Int) -> Range<Int> {
    Int(column.ringOffsets[ring])..<Int(column.ringOffsets[ring + 1])
  }

  /// Twice the area that a ring goes round, positive where it goes counter-clockwise. From the first
  /// vertex, so that little is lost far from the origin.
  func twiceArea(of vertices: Range<Int>) -> Double {
    guard let first = vertices.first else { return 0 }
    let xy = column.xy.span
    let (originX, originY) = (xy[2 * first], xy[2 * first + 1])
    var (sum, x, y) = (0.0, 0.0, 0.0)
    for vertex in vertices.dropFirst() {
      let (nextX, nextY) = (xy[2 * vertex] - originX, xy[2 * vertex + 1] - originY)
      sum += x * nextY - nextX * y
      (x, y) = (nextX, nextY)
    }
    return sum
  }

  /// Appends a line's or a ring's vertices with their brackets.
  func append(
    vertices: Range<Int>, isReversed: Bool = false, isClosed: Bool = false, to bytes: inout [UInt8]
  ) {
    bytes.append(UInt8(ascii: notation == .json ? "[" : "("))
    let (first, last) = (vertices.lowerBound, vertices.upperBound - 1)
    let closes =
      isClosed && !vertices.isEmpty
      && (column.xy[2 * first] != column.xy[2 * last]
        || column.xy[2 * first + 1] != column.xy[2 * last + 1])
    if isSmall {
      let room = (vertices.count + 1) * (3 * FixedPoint.longest + 6)
      bytes.append(addingCapacity: room) { output in
        let xy = column.xy.span
        for step in 0..<vertices.count {
          if step > 0 { output.append(UInt8(ascii: ",")) }
          append(isReversed ? last - step : first + step, xy, to: &output)
        }
        if closes {
          output.append(UInt8(ascii: ","))
          append(isReversed ? last : first, xy, to: &output)
        }
      }
    } else {
      for step in 0..<vertices.count {
        if step > 0 { bytes.append(UInt8(ascii: ",")) }
        appendSlowly(isReversed ? last - step : first + step, to: &bytes)
      }
      if closes {
        bytes.append(UInt8(ascii: ","))
        appendSlowly(isReversed ? last : first, to: &bytes)
      }
    }
    bytes.append(UInt8(ascii: notation == .json ? "]" : ")"))
  }

  /// Appends a point: `[x,y]`, `(x y)`.
  func append(point vertex: Int, to bytes: inout [UInt8]) {
    guard notation == .wellKnownText else { return appendSlowly(vertex, to: &bytes) }
    bytes.append(UInt8(ascii: "("))
    appendSlowly(vertex, to: &bytes)
    bytes.append(UInt8(ascii: ")"))
  }

  @inline(__always)
  private func append(_ vertex: Int, _ xy: Span<Double>, to output: inout OutputSpan<UInt8>) {
    let isJSON = notation == .json
    let separator = UInt8(ascii: isJSON ? "," : " ")
    if isJSON { output.append(UInt8(ascii: "[")) }
    numbers.append(xy[2 * vertex], to: &output)
    output.append(separator)
    numbers.append(xy[2 * vertex + 1], to: &output)
    if hasZ {
      output.append(separator)
      numbers.append(column.z[vertex], to: &output)
    }
    if isJSON { output.append(UInt8(ascii: "]")) }
  }

  private func appendSlowly(_ vertex: Int, to bytes: inout [UInt8]) {
    let isJSON = notation == .json
    let separator = UInt8(ascii: isJSON ? "," : " ")
    if isJSON { bytes.append(UInt8(ascii: "[")) }
    numbers.append(column.xy[2 * vertex], to: &bytes)
    bytes.append(separator)
    numbers.append(column.xy[2 * vertex + 1], to: &bytes)
    if hasZ {
      bytes.append(separator)
      numbers.append(column.z[vertex], to: &bytes)
    }
    if isJSON { bytes.append(UInt8(ascii: "]")) }
  }
}
