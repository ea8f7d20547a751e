internal import SimpleFeatures

/// A vertex in whole units, in numbers wide enough for products of differences.
struct IntegerPoint: Hashable {
  var x: Int64
  var y: Int64

  @inline(__always)
  init(_ pair: SIMD2<Int32>) {
    x = Int64(pair.x)
    y = Int64(pair.y)
  }

  /// A vertex of a buffer `x, y, x, y …`.
  @inline(__always)
  init(_ xy: Span<Int32>, _ vertex: Int) {
    x = Int64(xy[2 * vertex])
    y = Int64(xy[2 * vertex + 1])
  }

  /// Twice the area of the triangle a, b, c. Exact for coordinates below 2³⁰.
  @inline(__always)
  static func doubledArea(_ a: IntegerPoint, _ b: IntegerPoint, _ c: IntegerPoint) -> Int64 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }

  /// Whether a point that is in line with an edge lies on it, the ends included.
  @inline(__always)
  func isBetween(_ a: IntegerPoint, _ b: IntegerPoint) -> Bool {
    min(a.x, b.x) <= x && x <= max(a.x, b.x) && min(a.y, b.y) <= y && y <= max(a.y, b.y)
  }
}

/// What two edges have in common.
enum EdgeMeeting: Hashable {
  case nothing
  /// One point, an end of at least one of them.
  case touch(IntegerPoint)
  /// A point within both, or more than a point.
  case crossing

  /// What edges a–b and c–d have in common, exactly.
  @inline(__always)
  init(_ a: IntegerPoint, _ b: IntegerPoint, _ c: IntegerPoint, _ d: IntegerPoint) {
    self = .nothing
    let (ofC, ofD) = (IntegerPoint.doubledArea(a, b, c), IntegerPoint.doubledArea(a, b, d))
    if ofC > 0 && ofD > 0 || ofC < 0 && ofD < 0 { return }
    let (ofA, ofB) = (IntegerPoint.doubledArea(c, d, a), IntegerPoint.doubledArea(c, d, b))
    if ofA > 0 && ofB > 0 || ofA < 0 && ofB < 0 { return }
    if ofA != 0 && ofB != 0 && ofC != 0 && ofD != 0 {
      self = .crossing
      return
    }
    // An end lies in line with the other edge.
    var common: IntegerPoint?
    for (end, isOn) in [
      (c, ofC == 0 && c.isBetween(a, b)), (d, ofD == 0 && d.isBetween(a, b)),
      (a, ofA == 0 && a.isBetween(c, d)), (b, ofB == 0 && b.isBetween(c, d)),
    ] where isOn {
      if let common, common != end {
        self = .crossing
        return
      }
      common = end
    }
    if let common { self = .touch(common) }
  }
}

/// One feature in whole units of a tile while it is built: rings of areas are open, the first
/// vertex does not stand once more at the end.
struct IntegerShape {
  private(set) var xy: [Int32]
  private(set) var ringOffsets: [Int]
  private(set) var partOffsets: [Int]

  /// A shape from its buffers, which fit each other.
  init(xy: [Int32] = [], ringOffsets: [Int] = [0], partOffsets: [Int] = [0]) {
    self.xy = xy
    self.ringOffsets = ringOffsets
    self.partOffsets = partOffsets
  }

  var ringCount: Int { ringOffsets.count - 1 }
  var partCount: Int { partOffsets.count - 1 }

  mutating func removeAll() {
    xy.removeAll(keepingCapacity: true)
    ringOffsets.removeLast(ringOffsets.count - 1)
    partOffsets.removeLast(partOffsets.count - 1)
  }

  /// Rounds to the nearest whole number, halves upwards: neighbouring tiles agree.
  @inline(__always)
  static func whole(_ value: Double) -> Int32 {
    let raised = value + 0.5
    let towardsZero = Int64(raised)
    return Int32(truncatingIfNeeded: Double(towardsZero) > raised ? towardsZero - 1 : towardsZero)
  }

  /// Adds a point as a part.
  mutating func append(pointX x: Double, y: Double) {
    xy.append(IntegerShape.whole(x))
    xy.append(IntegerShape.whole(y))
    ringOffsets.append(xy.count / 2)
    partOffsets.append(ringCount)
  }

  /// Adds a line as a part, without vertices that stand twice or lie on the way between their
  /// neighbours.
  ///
  /// - Returns: how many vertices were left out; `nil` where fewer than two are left: then nothing
  ///   is added.
  mutating func append(line: [Double]) -> Int? {
    let base = xy.count
    let line = line.span
    for index in stride(from: 0, to: line.count - 1, by: 2) {
      let (x, y) = (IntegerShape.whole(line[index]), IntegerShape.whole(line[index + 1]))
      let top = xy.count
      if top > base && xy[top - 2] == x && xy[top - 1] == y { continue }
      if top > base + 2 && isOnTheWay(top - 2, x, y) {
        xy[top - 2] = x
        xy[top - 1] = y
        continue
      }
      xy.append(x)
      xy.append(y)
    }
    guard xy.count >= base + 4 else {
      xy.removeLast(xy.count - base)
      return nil
    }
    ringOffsets.append(xy.count / 2)
    partOffsets.append(ringCount)
    return (line.count - xy.count + base) / 2
  }

  /// Whether a line goes straight on at a vertex, and not back.
  private func isOnTheWay(_ index: Int, _ x: Int32, _ y: Int32) -> Bool {
    let (aX, aY) = (Int64(xy[index] - xy[index - 2]), Int64(xy[index + 1] - xy[index - 1]))
    let (bX, bY) = (Int64(x - xy[index]), Int64(y - xy[index + 1]))
    return aX * bY == aY * bX && aX * bX + aY * bY > 0
  }

  /// Adds an open ring of an area to the part that is being built, without vertices that stand
  /// twice or lie in line with their neighbours, and turns it: the shell's area is positive by the
  /// surveyor's formula with y to the south, a hole's negative.
  ///
  /// Source: Mapbox Vector Tile Specification 2.1 §4.3.4.4.
  ///
  /// - Returns: how many vertices were left out; `nil` where no area is left: then nothing is
  /// added.
  mutating func append(ring: [Double], isShell: Bool) -> Int? {
    let base = xy.count
    xy.append(addingCapacity: ring.count) { output in
      let ring = ring.span
      for index in 0..<ring.count { output.append(IntegerShape.whole(ring[index])) }
    }
    leaveOutStraight(from: base)
    let area = finishOpenRing(from: base)
    guard area != 0 else {
      xy.removeLast(xy.count - base)
      return nil
    }
    if (area > 0) != isShell { reverse(from: base) }
    ringOffsets.append(xy.count / 2)
    return (ring.count - xy.count + base) / 2
  }

  /// Ends the part whose rings were added.
  mutating func finishPart() { partOffsets.append(ringCount) }

  /// Takes away vertices that stand twice or lie in line with their neighbours.
  private mutating func leaveOutStraight(from base: Int) {
    var top = base
    var numbers = xy.mutableSpan
    for index in stride(from: base, to: numbers.count, by: 2) {
      let (x, y) = (numbers[index], numbers[index + 1])
      var isNew = true
      while top > base {
        let (lastX, lastY) = (numbers[top - 2], numbers[top - 1])
        isNew = lastX != x || lastY != y
        guard isNew, top > base + 2 else { break }
        let (aX, aY) = (Int64(lastX - numbers[top - 4]), Int64(lastY - numbers[top - 3]))
        guard aX * Int64(y - lastY) == aY * Int64(x - lastX) else { break }
        top -= 2
      }
      guard isNew else { continue }
      numbers[top] = x
      numbers[top + 1] = y
      top += 2
    }
    xy.removeLast(xy.count - top)
  }

  /// Whether three vertices, the third by its coordinates, lie on one line.
  @inline(__always)
  private func isStraight(_ a: Int, _ b: Int, _ x: Int32, _ y: Int32) -> Bool {
    let (aX, aY) = (Int64(xy[b] - xy[a]), Int64(xy[b + 1] - xy[a + 1]))
    return aX * Int64(y - xy[b + 1]) == aY * Int64(x - xy[b])
  }

  /// Takes away what does not turn where the ring closes.
  ///
  /// - Returns: twice the area.
  private mutating func finishOpenRing(from base: Int) -> Int64 {
    var start = base
    while true {
      let last = xy.count - 2
      guard last >= start + 4 else { return 0 }
      if isStraight(last - 2, last, xy[start], xy[start + 1]) {
        xy.removeLast(2)
      } else if isStraight(last, start, xy[start + 2], xy[start + 3]) {
        start += 2
      } else {
        break
      }
    }
    if start > base { xy.removeSubrange(base..<start) }
    var (sum, lastX, lastY) = (Int64(0), Int64(0), Int64(0))
    for index in stride(from: base + 2, to: xy.count, by: 2) {
      let (x, y) = (Int64(xy[index] - xy[base]), Int64(xy[index + 1] - xy[base + 1]))
      sum += lastX * y - x * lastY
      (lastX, lastY) = (x, y)
    }
    return sum
  }

  /// Turns the ring at the end; its first vertex stays the first.
  private mutating func reverse(from base: Int) {
    var (low, high) = (base + 2, xy.count - 2)
    while low < high {
      xy.swapAt(low, high)
      xy.swapAt(low + 1, high + 1)
      low += 2
      high -= 2
    }
  }
}

/// Makes shapes of whole units from shapes that are in units already, and adds them to a tile's
/// features.
struct ShapeRounding {
  var shape = IntegerShape()
  private var validity = RingValidity()

  /// Rounds the parts of a dimension.
  ///
  /// - Returns: whether anything is left.
  mutating func round(_ geometry: Geometry, dimension: Int?) -> Bool {
    shape.removeAll()
    add(geometry, dimension: dimension)
    return shape.partCount > 0
  }

  private mutating func add(_ geometry: Geometry, dimension: Int?) {
    for member in geometry.members { add(member, dimension: dimension) }
    // A thousand times the widest tile; farther out nothing belongs to it.
    guard geometry.type.dimension == dimension, geometry.xy.allSatisfy({ abs($0) <= 0x1p28 })
    else { return }
    for part in 0..<geometry.partCount {
      let rings = geometry.rings(ofPart: part)
      let before = shape.ringCount
      for number in rings {
        let vertices = geometry.vertices(ofRing: number)
        let ring = Array(geometry.xy[2 * vertices.lowerBound..<2 * vertices.upperBound])
        switch dimension {
        case 0: if ring.count >= 2 { shape.append(pointX: ring[0], y: ring[1]) }
        case 1: _ = shape.append(line: ring)
        default:
          let isShell = number == rings.lowerBound
          if !isShell && shape.ringCount == before { break }
          _ = shape.append(ring: ring, isShell: isShell)
        }
      }
      if dimension == 2 && shape.ringCount > before { shape.finishPart() }
    }
  }

  /// Adds the shape as a feature.
  mutating func finish(_ type: GeometryType, row: Int, into output: inout TileFeatures) {
    let isArea = type.dimension == 2
    if isArea && validity.isDoubtful(shape) { output.doubtful.append(output.count) }
    let xy = shape.xy.span
    for part in 0..<shape.partCount {
      for ring in shape.partOffsets[part]..<shape.partOffsets[part + 1] {
        let (first, end) = (shape.ringOffsets[ring], shape.ringOffsets[ring + 1])
        for vertex in first..<end {
          output.shapes.appendVertex(x: Double(xy[2 * vertex]), y: Double(xy[2 * vertex + 1]))
        }
        if isArea {
          output.shapes.appendVertex(x: Double(xy[2 * first]), y: Double(xy[2 * first + 1]))
        }
        output.shapes.finishRing()
      }
      output.shapes.finishPart()
    }
    output.shapes.finishFeature(shape.partCount > 1 ? type.multipleType : type)
    output.rows.append(row)
  }
}
