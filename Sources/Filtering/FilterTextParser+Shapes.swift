import SimpleFeatures

/// Questions about shapes, and shapes written out.
extension FilterTextParser {
  /// `S_INTERSECTS(geometry, …)`; `nil` where none begins here.
  mutating func spatialPredicate() throws(FilterError) -> SpatialPredicate? {
    guard token.kind == .word, next.kind == .sign, next.text == "(" else { return nil }
    guard let relation = SpatialPredicate.Relation(rawValue: token.keyword.lowercased()) else {
      guard token.keyword.hasPrefix("S_") else { return nil }
      throw notSupported(token.keyword, at: token.offset)
    }
    advance()
    advance()
    let first = try shape()
    try expect(",")
    let second = try shape()
    try expect(")")
    return SpatialPredicate(relation: relation, first: first, second: second)
  }

  private mutating func shape() throws(FilterError) -> SpatialPredicate.Operand {
    if token.is("BBOX") { return .box(try box()) }
    if token.is("ENVELOPE"), next.is("(") {
      // Its numbers stand in one order in one program and in another in the next.
      throw FilterError(
        .notSupported, seen: "ENVELOPE", at: token.offset, expected: ["BBOX"])
    }
    if token.kind == .word, FilterTextParser.types[token.keyword] != nil {
      return .geometry(try geometry())
    }
    if token.kind == .word, next.kind == .sign, next.text == "(" {
      throw notSupported(token.text, at: token.offset)
    }
    let property = try property()
    try require([.shape], of: property)
    guard case .property(let name) = property.value else { throw unexpected(["property"]) }
    return .property(name)
  }

  /// `BBOX(west, south, east, north)`.
  private mutating func box() throws(FilterError) -> Envelope {
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

  private static let types: [String: GeometryType] = [
    "POINT": .point, "LINESTRING": .lineString, "POLYGON": .polygon, "MULTIPOINT": .multiPoint,
    "MULTILINESTRING": .multiLineString, "MULTIPOLYGON": .multiPolygon,
    "GEOMETRYCOLLECTION": .geometryCollection,
  ]

  /// A written shape. CQL2 has its own grammar of them: no empty shapes, no measures.
  private mutating func geometry() throws(FilterError) -> Geometry {
    guard let type = FilterTextParser.types[token.keyword] else {
      throw unexpected(FilterTextParser.types.keys.sorted())
    }
    let start = token
    advance()
    let isTagged = accept("Z")
    if token.is("M") || token.is("ZM") || token.is("EMPTY") {
      throw notSupported(token.keyword, at: token.offset)
    }
    if type == .geometryCollection {
      try enter()
      defer { depth -= 1 }
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
