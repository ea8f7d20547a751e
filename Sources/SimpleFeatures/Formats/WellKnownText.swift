extension Geometry {
  /// A shape from its WKT, in capitals or small letters, with or without `SRID=4490;` before it,
  /// which is passed over.
  public init(wellKnownText text: some StringProtocol) throws(FormatFault) {
    let bytes = Array(text.utf8)
    var reader = WellKnownTextReader()
    _ = try reader.srid(bytes.span)
    self = try Self.read(&reader, in: bytes.span, depth: 0)
    guard reader.peek(bytes.span) == nil else { throw FormatFault(.trailing, at: reader.offset) }
  }

  private static func read(
    _ reader: inout WellKnownTextReader, in text: Span<UInt8>, depth: Int
  ) throws(FormatFault) -> Geometry {
    let start = reader.offset
    let head = try reader.head(text)
    guard head.type == .geometryCollection else {
      var column = GeometryColumn()
      try reader.parts(after: head, in: text, to: &column)
      return Geometry(
        head.type, xy: column.xy, z: column.z, m: column.m, ringOffsets: column.ringOffsets,
        partOffsets: column.partOffsets)
    }
    guard depth < WellKnownBinaryReader.maximumDepth else {
      throw FormatFault(.nestedTooDeep, at: start)
    }
    var members: [Geometry] = []
    if !head.isEmpty {
      try reader.list(text) { reader, text throws(FormatFault) in
        members.append(try read(&reader, in: text, depth: depth + 1))
      }
    }
    return Geometry(collection: members)
  }

  /// The shape as WKT: `POLYGON Z ((…))`. Each number has the fewest digits that read back as it.
  public var wellKnownText: String {
    var bytes: [UInt8] = []
    appendWellKnownText(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the shape as WKT.
  public func appendWellKnownText(to bytes: inout [UInt8]) {
    guard type == .geometryCollection else {
      return WellKnownTextWriter.append(0, of: GeometryColumn(self), type: type, to: &bytes)
    }
    bytes += Array(type.wellKnownName.utf8)
    guard !members.isEmpty else {
      bytes += Array(" EMPTY".utf8)
      return
    }
    bytes += Array(" (".utf8)
    for (index, member) in members.enumerated() {
      if index > 0 { bytes += Array(", ".utf8) }
      member.appendWellKnownText(to: &bytes)
    }
    bytes.append(UInt8(ascii: ")"))
  }
}

extension GeometryColumn {
  /// Adds a feature's shape from its WKT. On a fault nothing is added.
  ///
  /// A collection of shapes of one type is added as one shape of several parts; another collection
  /// is a fault.
  ///
  /// - Returns: the coordinate system's number that EWKT may have (`SRID=4490;`).
  @discardableResult
  public mutating func append(wellKnownText text: [UInt8]) throws(FormatFault) -> Int? {
    try append(wellKnownText: text.span)
  }

  /// Adds a feature's shape from its WKT. On a fault nothing is added.
  ///
  /// - Returns: the coordinate system's number that EWKT may have (`SRID=4490;`).
  @discardableResult
  public mutating func append(wellKnownText text: Span<UInt8>) throws(FormatFault) -> Int? {
    let mark = mark
    do throws(FormatFault) {
      var reader = WellKnownTextReader()
      let srid = try reader.srid(text)
      let type = try readParts(&reader, in: text)
      guard reader.peek(text) == nil else { throw FormatFault(.trailing, at: reader.offset) }
      finishFeature(type)
      return srid
    } catch {
      rewind(to: mark)
      throw error
    }
  }

  private mutating func readParts(
    _ reader: inout WellKnownTextReader, in text: Span<UInt8>
  ) throws(FormatFault) -> GeometryType {
    let start = reader.offset
    let head = try reader.head(text)
    guard head.type == .geometryCollection else {
      try reader.parts(after: head, in: text, to: &self)
      return head.type
    }
    var partType: GeometryType?
    if !head.isEmpty {
      try reader.list(text) { reader, text throws(FormatFault) in
        let member = try reader.head(text)
        guard member.type != .geometryCollection,
          partType ?? member.type.partType == member.type.partType
        else { throw FormatFault(.mixedCollection, at: start) }
        partType = member.type.partType
        if member.isEmpty && !member.type.isMultiple { finishPart() }
        try reader.parts(after: member, in: text, to: &self)
      }
    }
    guard let type = partType?.multipleType else {
      throw FormatFault(.mixedCollection, at: start)
    }
    return type
  }

  /// Appends a feature's shape as WKT.
  ///
  /// - Returns: whether the feature has a shape.
  @discardableResult
  public func appendWellKnownText(of feature: Int, to bytes: inout [UInt8]) -> Bool {
    guard let type = types[feature] else { return false }
    WellKnownTextWriter.append(feature, of: self, type: type, to: &bytes)
    return true
  }
}

/// Writes shapes of flat columns as WKT.
///
/// Source: OGC 06-103r4 §7.
struct WellKnownTextWriter {
  private let column: GeometryColumn
  private let type: GeometryType
  private let hasZ: Bool
  private let hasM: Bool
  private var text: [UInt8]

  /// Appends the WKT of a feature that has a shape.
  static func append(
    _ feature: Int, of column: GeometryColumn, type: GeometryType, to text: inout [UInt8]
  ) {
    let vertices = column.vertices(of: feature)
    var writer = WellKnownTextWriter(
      column: column, type: type, hasZ: column.hasZ(in: vertices), hasM: column.hasM(in: vertices),
      text: text)
    // One owner of the text at a time, or each byte would copy it.
    text = []
    writer.write(feature)
    text = writer.text
  }

  private mutating func write(_ feature: Int) {
    text += Array(type.wellKnownName.utf8)
    if hasZ || hasM { text += Array((hasZ ? hasM ? " ZM" : " Z" : " M").utf8) }
    space()
    let parts = column.parts(of: feature)
    guard type.isMultiple, !parts.isEmpty else { return write(part: parts.first) }
    for part in parts {
      separate(part, parts)
      write(part: part)
    }
    text.append(UInt8(ascii: ")"))
  }

  private mutating func write(part: Int?) {
    let rings = part.map(column.rings(ofPart:)) ?? 0..<0
    guard !rings.isEmpty else { return empty() }
    guard type.partType == .polygon else { return write(ring: rings.lowerBound) }
    for ring in rings {
      separate(ring, rings)
      write(ring: ring)
    }
    text.append(UInt8(ascii: ")"))
  }

  private mutating func write(ring: Int) {
    let vertices = column.vertices(ofRing: ring)
    guard !vertices.isEmpty else { return empty() }
    for vertex in vertices {
      separate(vertex, vertices)
      Self.append(column.xy[2 * vertex], to: &text)
      space()
      Self.append(column.xy[2 * vertex + 1], to: &text)
      if hasZ {
        space()
        Self.append(column.z[vertex], to: &text)
      }
      if hasM {
        space()
        Self.append(column.m[vertex], to: &text)
      }
    }
    text.append(UInt8(ascii: ")"))
  }

  /// `(` before the first of several items, `, ` before every other.
  private mutating func separate(_ item: Int, _ items: Range<Int>) {
    if item == items.lowerBound {
      text.append(UInt8(ascii: "("))
    } else {
      text.append(UInt8(ascii: ","))
      space()
    }
  }

  private mutating func space() { text.append(UInt8(ascii: " ")) }

  private mutating func empty() { text += Array("EMPTY".utf8) }

  /// Appends a number with the fewest digits that read back as it; a whole one without `.0`.
  static func append(_ number: Double, to text: inout [UInt8]) {
    var digits = number.description
    if digits.hasSuffix(".0") { digits.removeLast(2) }
    text += digits.utf8
  }
}
