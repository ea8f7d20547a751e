internal import SimpleFeatures

/// A value with what is known of it and where it stands.
struct WrittenOperand {
  var value: FilterOperand
  var kind: FilterKind?
  var offset: Int
  /// The text as written, for messages.
  var seen: String
  /// What is known of it, where it is a property.
  var property: FilterProperties.Property?
  /// What a unit behind a number measures.
  var measure: FilterMeasure?
}

/// Words that are no names.
enum FilterKeywords {
  static let reserved: Set<String> = [
    "AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "DIV",
  ]

  /// Whether CQL2 has a function of a name, in capitals.
  static func isFunction(_ name: String) -> Bool {
    functions.contains(name) || ["S_", "T_", "A_"].contains { name.hasPrefix($0) }
  }

  private static let functions: Set<String> = [
    "CASEI", "ACCENTI", "DATE", "TIMESTAMP", "INTERVAL", "BBOX", "ENVELOPE",
  ]
}

/// Goes through the words and signs of a filter's text, and reads the shapes that are written in it.
struct FilterCursor {
  /// How deep brackets, NOT and CASEI may stand in one another.
  static let greatestDepth = 64

  private var lexer: FilterLexer
  /// The word or sign that is read now, and the one behind it.
  private(set) var token: FilterToken
  private(set) var next: FilterToken
  /// How many brackets are open.
  private(set) var depth = 0

  init(_ text: String) {
    lexer = FilterLexer(text)
    token = lexer.next()
    next = lexer.next()
  }

  mutating func advance() {
    token = next
    next = lexer.next()
  }

  /// The value without quotes that begins here.
  func bare(inList: Bool) -> (text: String, end: Int) {
    lexer.bare(from: token.offset, inList: inList)
  }

  /// Goes on behind a value without quotes.
  mutating func skip(to end: Int) {
    lexer.move(to: end)
    token = lexer.next()
    next = lexer.next()
  }

  /// Goes behind a sign or keyword, where it is there.
  mutating func accept(_ word: String) -> Bool {
    guard token.is(word) else { return false }
    advance()
    return true
  }

  mutating func expect(_ word: String) throws(FilterError) {
    guard accept(word) else { throw unexpected([word]) }
  }

  func unexpected(_ expected: [String]) -> FilterError {
    if case .invalid(let error) = token.kind { return error }
    return FilterError(.unexpected, seen: token.text, at: token.offset, expected: expected)
  }

  func notSupported(_ feature: String, at offset: Int) -> FilterError {
    FilterError(.notSupported, seen: feature, at: offset)
  }

  mutating func enter() throws(FilterError) {
    depth += 1
    guard depth <= FilterCursor.greatestDepth else {
      throw FilterError(
        .tooDeep, seen: token.text, at: token.offset,
        expected: ["\(FilterCursor.greatestDepth)"])
    }
  }

  mutating func leave() { depth -= 1 }
}

/// Shapes written out.
extension FilterCursor {
  /// `BBOX(west, south, east, north)`.
  mutating func box() throws(FilterError) -> Envelope {
    let start = token
    advance()
    try expect("(")
    var numbers = [try coordinate()]
    while accept(",") { numbers.append(try coordinate()) }
    try expect(")")
    if numbers.count == 6 {
      throw FilterError(
        .notSupported, seen: "BBOX with heights", at: start.offset, expected: ["BBOX"])
    }
    guard numbers.count == 4, numbers[0] <= numbers[2], numbers[1] <= numbers[3] else {
      throw FilterError(
        .badLiteral, seen: start.text, at: start.offset,
        expected: ["BBOX(west, south, east, north)"])
    }
    return Envelope(minX: numbers[0], minY: numbers[1], maxX: numbers[2], maxY: numbers[3])
  }

  private mutating func coordinate() throws(FilterError) -> Double {
    let isNegative = token.is("-")
    let start = token
    if isNegative || token.is("+") { advance() }
    guard token.kind == .number else { throw unexpected(["number"]) }
    let written = token.text
    advance()
    guard let value = Double(written), value.isFinite else {
      throw FilterError(.badLiteral, seen: written, at: start.offset, expected: ["number"])
    }
    return isNegative ? -value : value
  }

  // MARK: Well-known text

  static let types: [String: GeometryType] = [
    "POINT": .point, "LINESTRING": .lineString, "POLYGON": .polygon, "MULTIPOINT": .multiPoint,
    "MULTILINESTRING": .multiLineString, "MULTIPOLYGON": .multiPolygon,
    "GEOMETRYCOLLECTION": .geometryCollection,
  ]

  /// A written shape. CQL2 has its own grammar of them: no empty shapes, no measures.
  mutating func geometry() throws(FilterError) -> Geometry {
    guard let type = FilterCursor.types[token.keyword] else {
      throw unexpected(FilterCursor.types.keys.sorted())
    }
    let start = token
    advance()
    let isTagged = accept("Z")
    if token.is("M") || token.is("ZM") || token.is("EMPTY") {
      throw notSupported(token.keyword, at: token.offset)
    }
    if type == .geometryCollection {
      try enter()
      defer { leave() }
      try expect("(")
      var members = [try geometry()]
      while accept(",") { members.append(try geometry()) }
      try expect(")")
      return Geometry(collection: members)
    }
    var buffer = ShapeBuffer(type)
    switch type.isMultiple {
    case true:
      try expect("(")
      repeat { try part(into: &buffer) } while accept(",")
      try expect(")")
    case false: try part(into: &buffer)
    }
    guard buffer.z.isEmpty ? !isTagged : buffer.z.count * 2 == buffer.xy.count else {
      throw malformed(start, "x y, or x y z, alike in all points")
    }
    return buffer.geometry
  }

  private mutating func part(into buffer: inout ShapeBuffer) throws(FilterError) {
    if buffer.type.partType == .polygon {
      try expect("(")
      repeat { try ring(into: &buffer) } while accept(",")
      try expect(")")
    } else {
      try ring(into: &buffer)
    }
    buffer.partOffsets.append(Int32(buffer.ringOffsets.count - 1))
  }

  /// One point, line or ring in brackets.
  private mutating func ring(into buffer: inout ShapeBuffer) throws(FilterError) {
    let start = token
    let first = buffer.xy.count
    try expect("(")
    repeat {
      buffer.xy.append(try coordinate())
      buffer.xy.append(try coordinate())
      if !token.is(","), !token.is(")") { buffer.z.append(try coordinate()) }
    } while buffer.type.partType != .point && accept(",")
    try expect(")")
    let count = (buffer.xy.count - first) / 2
    buffer.ringOffsets.append(Int32(buffer.xy.count / 2))
    switch buffer.type.partType {
    case .lineString where count < 2: throw malformed(start, "two points at least")
    case .polygon:
      guard count >= 4 else { throw malformed(start, "four points at least") }
      let last = buffer.xy.count - 2
      guard buffer.xy[first] == buffer.xy[last], buffer.xy[first + 1] == buffer.xy[last + 1] else {
        throw malformed(start, "a closed ring")
      }
    default: break
    }
  }

  private func malformed(_ start: FilterToken, _ expected: String) -> FilterError {
    FilterError(.badLiteral, seen: start.text, at: start.offset, expected: [expected])
  }
}

/// The buffers of a shape that is being read.
private struct ShapeBuffer {
  let type: GeometryType
  var xy: [Double] = []
  var z: [Double] = []
  var ringOffsets: [Int32] = [0]
  var partOffsets: [Int32] = [0]

  init(_ type: GeometryType) { self.type = type }

  var geometry: Geometry {
    Geometry(type, xy: xy, z: z, ringOffsets: ringOffsets, partOffsets: partOffsets)
  }
}
