import Characters
import Planning
import SimpleFeatures

/// The rings of one feature as they are written: which vertices in which order, under which names.
struct CoordinateTextRings {
  /// One ring.
  struct Ring {
    /// Its vertices, without one that closes it.
    var vertices: Range<Int>
    /// The vertex to begin with, counted from the first.
    var start = 0
    /// Whether to go backwards.
    var isReversed = false
    /// Whether the first point is written once more at the end.
    var isClosed: Bool
    /// The number of the ring.
    var number: Int
    /// The names of the points; `nil` for J1, J2 …
    var names: [String]?

    /// How many rows it has.
    var rowCount: Int { vertices.count + (isClosed ? 1 : 0) }

    /// The vertex of a row.
    func vertex(_ row: Int) -> Int {
      let step = row % vertices.count
      let offset = isReversed ? start - step + vertices.count : start + step
      return vertices.lowerBound + offset % vertices.count
    }
  }

  private(set) var rings: [Ring] = []

  /// How many rows there are.
  var rowCount: Int { rings.reduce(0) { $0 + $1.rowCount } }

  /// - Parameters:
  ///   - names: the points' names as ``PointNames`` writes them; used where the order is kept.
  ///   - numbers: the rings' numbers, likewise.
  init(
    of feature: Int, in shapes: GeometryColumn, keepsOrder: Bool, names: String?, numbers: String?
  ) {
    let isArea = shapes.types[feature]?.dimension == 2
    for ring in shapes.rings(of: feature) {
      let vertices = shapes.vertices(ofRing: ring)
      let isClosed = isArea && vertices.count > 1
      rings.append(
        Ring(
          vertices: isClosed ? vertices.dropLast() : vertices, isClosed: isClosed,
          number: rings.count + 1))
    }
    // Points without order are one ring.
    if shapes.types[feature]?.dimension == 0 {
      let all = shapes.vertices(of: feature)
      rings = [Ring(vertices: all, isClosed: false, number: 1)]
    }
    rings.removeAll { $0.vertices.isEmpty }
    if keepsOrder {
      take(names: names)
      take(numbers: numbers)
    } else if isArea {
      for index in rings.indices { turn(&rings[index], shapes.xy) }
    }
  }

  /// Gives the points their names, where these fit.
  private mutating func take(names text: String?) {
    guard let text, let names = PointNames.rings(of: text, limit: rowCount),
      names.count == rings.count,
      zip(names, rings).allSatisfy({ names, ring in
        names.count == ring.vertices.count || names.count == ring.rowCount
      })
    else { return }
    for index in rings.indices { rings[index].names = names[index] }
  }

  /// Gives the rings their numbers, where these fit, and puts them in that order.
  private mutating func take(numbers text: String?) {
    let numbers = text?.split(separator: ",").compactMap { Int($0) } ?? []
    guard numbers.count == rings.count, numbers.allSatisfy({ (0...99_999).contains($0) }) else {
      return
    }
    for index in rings.indices { rings[index].number = numbers[index] }
    rings = rings.enumerated().sorted {
      ($0.element.number, $0.offset) < ($1.element.number, $1.offset)
    }
    .map(\.element)
  }

  /// Lets a ring run clockwise from the corner nearest to the north-west of its box.
  private func turn(_ ring: inout Ring, _ xy: [Double]) {
    guard
      let box = Envelope(
        around: xy[2 * ring.vertices.lowerBound..<2 * ring.vertices.upperBound])
    else { return }
    var nearest = Double.infinity
    for vertex in ring.vertices {
      let (dx, dy) = (xy[2 * vertex] - box.minX, xy[2 * vertex + 1] - box.maxY)
      let distance = dx * dx + dy * dy
      if distance < nearest {
        nearest = distance
        ring.start = vertex - ring.vertices.lowerBound
      }
    }
    ring.isReversed = RingMeasure.signedArea(xy, ring.vertices) > 0
  }
}

/// The bytes of a coordinate text that are not handed over yet.
struct CoordinateTextBuffer {
  private(set) var bytes: [UInt8] = []
  let encoding: CoordinateTextOptions.Encoding

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12,
  ]

  init(encoding: CoordinateTextOptions.Encoding) {
    self.encoding = encoding
  }

  /// The bytes so far, after which there are none.
  mutating func take() -> [UInt8] {
    let taken = bytes
    bytes.removeAll(keepingCapacity: true)
    return taken
  }

  mutating func append(byte: UInt8) { bytes.append(byte) }

  /// Ends a line; the format's are CRLF.
  mutating func endLine() {
    bytes.append(0x0D)
    bytes.append(0x0A)
  }

  /// Text as one field: no comma and no line's end in it.
  ///
  /// - Returns: whether the text had to be changed: commas become full-width ones, ends of lines
  ///   blanks.
  /// - Throws: ``CoordinateTextFault/unencodable(character:field:)``.
  mutating func append(field text: String, of field: String) throws(CoordinateTextFault) -> Bool {
    guard text.utf8.contains(where: { $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      try append(text, of: field)
      return false
    }
    var changed = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      changed.append(scalar == "," ? "，" : scalar == "\n" || scalar == "\r" ? " " : scalar)
    }
    try append(String(changed), of: field)
    return true
  }

  /// Text as it is.
  mutating func append(_ text: String, of field: String) throws(CoordinateTextFault) {
    guard encoding != .utf8 else {
      bytes += text.utf8
      return
    }
    let isGBK = encoding == .gbk
    guard let character = GB18030.append(text, to: &bytes, gbkOnly: isGBK) else { return }
    throw .unencodable(character: String(Character(character)), field: field)
  }

  mutating func append(_ number: Int) {
    var rest = number.magnitude
    if number < 0 { bytes.append(0x2D) }
    let start = bytes.count
    repeat {
      bytes.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    reverse(from: start)
  }

  /// A finite number with so many decimals, 0 to 12.
  mutating func append(_ number: Double, decimals: Int) {
    let scaled = (number.magnitude * Self.powers[decimals]).rounded()
    guard scaled < 9e15 else {
      bytes += NumberText.decimal(number, places: decimals, keep: decimals).utf8
      return
    }
    var rest = UInt64(scaled)
    if number < 0, rest > 0 { bytes.append(0x2D) }
    let start = bytes.count
    for _ in 0..<decimals {
      bytes.append(0x30 + UInt8(rest % 10))
      rest /= 10
    }
    if decimals > 0 { bytes.append(0x2E) }
    repeat {
      bytes.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    reverse(from: start)
  }

  private mutating func reverse(from start: Int) {
    var (low, high) = (start, bytes.count - 1)
    while low < high {
      bytes.swapAt(low, high)
      low += 1
      high -= 1
    }
  }
}
