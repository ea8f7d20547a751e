import Characters
import SimpleFeatures

/// Reads the shapes of GeoJSON into flat columns. A hot path: numbers go from the text to the
/// buffers.
///
/// A ring that is not closed is read as it stands; that is for the validity check to say.
///
/// Source: RFC 7946 §3.1.
struct GeoJSONGeometry {
  /// How deeply collections may stand in one another.
  static let maximumDepth = 32

  /// What an object turned out to be.
  enum Shape: Equatable {
    /// Its parts were added to the column.
    case parts(GeometryType)
    /// A collection of shapes of several types, which a column does not keep; or an empty one.
    case collection(isEmpty: Bool)
  }

  /// Reads the shape that begins at a byte: its parts go to the column.
  static func read(
    at offset: Int, _ bytes: Span<UInt8>, to column: inout GeometryColumn, depth: Int = 0
  ) throws(JSONFault) -> Shape {
    let members = try GeoJSONMembers(at: offset, bytes)
    let name = try members.type(of: offset, bytes)
    if name == "GeometryCollection" {
      return try collection(members, at: offset, bytes, to: &column, depth: depth)
    }
    guard let type = types[name] else {
      throw JSONFault(.type, at: members[.type] ?? offset)
    }
    guard let place = members[.coordinates] else { throw JSONFault(.member, at: offset) }
    var reader = GeoJSONGeometry(cursor: JSONCursor(offset: place))
    try reader.coordinates(of: type, bytes, to: &column)
    return .parts(type)
  }

  private static let types: [String: GeometryType] = [
    "Point": .point, "LineString": .lineString, "Polygon": .polygon, "MultiPoint": .multiPoint,
    "MultiLineString": .multiLineString, "MultiPolygon": .multiPolygon,
  ]

  private static func collection(
    _ members: GeoJSONMembers, at offset: Int, _ bytes: Span<UInt8>,
    to column: inout GeometryColumn, depth: Int
  ) throws(JSONFault) -> Shape {
    guard let place = members[.geometries], bytes[place] == 0x5B else {
      throw JSONFault(.member, at: members[.geometries] ?? offset)
    }
    guard depth < maximumDepth else { throw JSONFault(.nesting, at: offset) }
    var cursor = JSONCursor(offset: place + 1)
    guard cursor.peek(bytes) != 0x5D else { return .collection(isEmpty: true) }
    var found: GeometryType?
    var (isMixed, isEmpty) = (false, true)
    repeat {
      guard cursor.peek(bytes) == 0x7B else { throw JSONFault(.geometry, at: cursor.offset) }
      let parts = column.mark
      switch try read(at: cursor.offset, bytes, to: &column, depth: depth + 1) {
      case .parts(let type):
        isEmpty = false
        if !type.isMultiple && column.mark == parts { column.finishPart() }
        isMixed = isMixed || found ?? type.partType != type.partType
        found = type.partType
      case .collection(let isMemberEmpty):
        isEmpty = isEmpty && isMemberEmpty
        isMixed = isMixed || !isMemberEmpty
      }
      try cursor.skipByBrackets(bytes)
    } while try cursor.separator(0x5D, bytes)
    guard !isMixed, let type = found?.multipleType else { return .collection(isEmpty: isEmpty) }
    return .parts(type)
  }

  private var cursor: JSONCursor

  private mutating func coordinates(
    of type: GeometryType, _ bytes: Span<UInt8>, to column: inout GeometryColumn
  ) throws(JSONFault) {
    if try isEmptyArray(bytes) { return }
    guard type.isMultiple else {
      switch type {
      case .point: try position(bytes, to: &column)
      case .lineString: return try line(bytes, to: &column)
      default: return try polygon(bytes, to: &column)
      }
      column.finishRing()
      return column.finishPart()
    }
    try open(bytes)
    repeat {
      switch type.partType {
      case .point:
        try position(bytes, to: &column)
        column.finishRing()
        column.finishPart()
      case .lineString:
        try line(bytes, to: &column)
      default:
        if try isEmptyArray(bytes) { column.finishPart() } else { try polygon(bytes, to: &column) }
      }
    } while try cursor.separator(0x5D, bytes)
  }

  private mutating func polygon(
    _ bytes: Span<UInt8>, to column: inout GeometryColumn
  ) throws(JSONFault) {
    try open(bytes)
    repeat {
      let start = cursor.offset
      try positions(bytes, to: &column)
      guard column.openRing.count >= 4 else { throw JSONFault(.ring, at: start) }
      column.finishRing()
    } while try cursor.separator(0x5D, bytes)
    column.finishPart()
  }

  private mutating func line(
    _ bytes: Span<UInt8>, to column: inout GeometryColumn
  ) throws(JSONFault) {
    let start = cursor.offset
    try positions(bytes, to: &column)
    guard column.openRing.count >= 2 else { throw JSONFault(.line, at: start) }
    column.finishRing()
    column.finishPart()
  }

  private mutating func positions(
    _ bytes: Span<UInt8>, to column: inout GeometryColumn
  ) throws(JSONFault) {
    if try isEmptyArray(bytes) { return }
    try open(bytes)
    repeat { try position(bytes, to: &column) } while try cursor.separator(0x5D, bytes)
  }

  private mutating func position(
    _ bytes: Span<UInt8>, to column: inout GeometryColumn
  ) throws(JSONFault) {
    try open(bytes)
    let x = try number(bytes)
    try comma(bytes)
    let y = try number(bytes)
    guard try cursor.separator(0x5D, bytes) else {
      return column.appendVertex(x: x, y: y)
    }
    let height = try number(bytes)
    let measure = try cursor.separator(0x5D, bytes) ? try number(bytes) : nil
    if measure != nil, try cursor.separator(0x5D, bytes) {
      throw JSONFault(.coordinate, at: cursor.offset)
    }
    column.appendVertex(x: x, y: y, z: height, m: measure)
  }

  private mutating func number(_ bytes: Span<UInt8>) throws(JSONFault) -> Double {
    let byte = cursor.peek(bytes)
    guard let value = DecimalNumber.read(bytes, at: &cursor.offset, asJSON: true), value.isFinite
    else {
      // An array here is nested too deeply for the type; a text or a word is no coordinate.
      let isDeeper = byte == 0x5B || byte == 0x7B
      throw JSONFault(isDeeper ? .geometry : .coordinate, at: cursor.offset)
    }
    return value
  }

  private mutating func comma(_ bytes: Span<UInt8>) throws(JSONFault) {
    let byte = cursor.peek(bytes)
    guard byte == 0x2C else {
      throw JSONFault(byte == 0x5D ? .coordinate : .json, at: cursor.offset)
    }
    cursor.offset += 1
  }

  private mutating func open(_ bytes: Span<UInt8>) throws(JSONFault) {
    guard cursor.peek(bytes) == 0x5B else { throw JSONFault(.geometry, at: cursor.offset) }
    cursor.offset += 1
  }

  /// Passes over `[]`, where it stands here.
  private mutating func isEmptyArray(_ bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    guard cursor.peek(bytes) == 0x5B else { throw JSONFault(.geometry, at: cursor.offset) }
    let start = cursor.offset
    cursor.offset += 1
    if cursor.peek(bytes) == 0x5D {
      cursor.offset += 1
      return true
    }
    cursor.offset = start
    return false
  }
}
