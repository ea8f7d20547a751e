extension Geometry {
  /// A shape from its WKB, of either byte order, with the flags of ISO or of EWKB for heights and
  /// measures. The coordinate system's number that EWKB may have is passed over.
  public init(wkb bytes: [UInt8]) throws(FormatFault) {
    var reader = WellKnownBinaryReader()
    try self.init(reader: &reader, in: bytes.span)
  }

  /// Reads a shape that ends where the bytes end.
  init(reader: inout WellKnownBinaryReader, in bytes: Span<UInt8>) throws(FormatFault) {
    self = try Self.read(&reader, in: bytes, depth: 0)
    guard reader.offset == bytes.count else {
      throw FormatFault(.trailing, at: reader.offset)
    }
  }

  private static func read(
    _ reader: inout WellKnownBinaryReader, in bytes: Span<UInt8>, depth: Int
  ) throws(FormatFault) -> Geometry {
    let start = reader.offset
    let head = try reader.head(of: bytes)
    guard head.type == .geometryCollection else {
      var column = GeometryColumn()
      try reader.parts(after: head, in: bytes, to: &column)
      return Geometry(
        head.type, xy: column.xy, z: column.z, m: column.m, ringOffsets: column.ringOffsets,
        partOffsets: column.partOffsets)
    }
    guard depth < WellKnownBinaryReader.maximumDepth else {
      throw FormatFault(.nestedTooDeep, at: start)
    }
    var members: [Geometry] = []
    for _ in 0..<(try reader.count(in: bytes, head, itemSize: 9)) {
      members.append(try read(&reader, in: bytes, depth: depth + 1))
    }
    return Geometry(collection: members)
  }

  /// The shape as ISO WKB, little endian.
  public func wkb() -> [UInt8] {
    var bytes: [UInt8] = []
    appendWKB(to: &bytes)
    return bytes
  }

  /// Appends the shape as ISO WKB, little endian.
  public func appendWKB(to bytes: inout [UInt8]) {
    guard type == .geometryCollection else {
      return WellKnownBinaryWriter.append(0, of: GeometryColumn(self), type: type, to: &bytes)
    }
    bytes.append(1)
    let dimensions: UInt32 = (hasZ ? 1000 : 0) + (hasM ? 2000 : 0)
    WellKnownBinaryWriter.append(UInt32(type.rawValue) + dimensions, to: &bytes)
    WellKnownBinaryWriter.append(UInt32(members.count), to: &bytes)
    for member in members { member.appendWKB(to: &bytes) }
  }
}

extension GeometryColumn {
  /// Adds a feature's shape from its WKB. On a fault nothing is added.
  ///
  /// A collection of shapes of one type is added as one shape of several parts; another collection
  /// is a fault.
  public mutating func append(wellKnownBinary bytes: Span<UInt8>) throws(FormatFault) {
    try append(wellKnownBinary: bytes, from: 0)
  }

  /// Adds a feature's shape from its WKB. On a fault nothing is added.
  public mutating func append(wellKnownBinary bytes: [UInt8]) throws(FormatFault) {
    try append(wellKnownBinary: bytes.span, from: 0)
  }

  mutating func append(
    wellKnownBinary bytes: Span<UInt8>, from offset: Int
  ) throws(FormatFault) {
    let mark = mark
    do throws(FormatFault) {
      var reader = WellKnownBinaryReader(offset: offset)
      let type = try readParts(&reader, in: bytes)
      guard reader.offset == bytes.count else {
        throw FormatFault(.trailing, at: reader.offset)
      }
      finishFeature(type)
    } catch {
      rewind(to: mark)
      throw error
    }
  }

  private mutating func readParts(
    _ reader: inout WellKnownBinaryReader, in bytes: Span<UInt8>
  ) throws(FormatFault) -> GeometryType {
    let start = reader.offset
    let head = try reader.head(of: bytes)
    guard head.type == .geometryCollection else {
      try reader.parts(after: head, in: bytes, to: &self)
      return head.type
    }
    var partType: GeometryType?
    for _ in 0..<(try reader.count(in: bytes, head, itemSize: 9)) {
      let member = try reader.head(of: bytes)
      guard member.type != .geometryCollection,
        partType ?? member.type.partType == member.type.partType
      else { throw FormatFault(.mixedCollection, at: start) }
      partType = member.type.partType
      if member.type.isMultiple {
        try reader.parts(after: member, in: bytes, to: &self)
      } else {
        try reader.part(after: member, in: bytes, to: &self, isMember: true)
      }
    }
    guard let type = partType?.multipleType else {
      throw FormatFault(.mixedCollection, at: start)
    }
    return type
  }

  /// Appends a feature's shape as ISO WKB, little endian.
  ///
  /// - Returns: whether the feature has a shape.
  @discardableResult
  public func appendWKB(of feature: Int, to bytes: inout [UInt8]) -> Bool {
    guard let type = types[feature] else { return false }
    WellKnownBinaryWriter.append(feature, of: self, type: type, to: &bytes)
    return true
  }

  /// A feature's shape as ISO WKB, little endian; `nil` where it has none.
  public func wkb(of feature: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    return appendWKB(of: feature, to: &bytes) ? bytes : nil
  }
}

/// Writes shapes of flat columns as ISO WKB, little endian. A hot path: the vertices of a ring are
/// copied in one piece.
///
/// Source: ISO 13249-3 and OGC 06-103r4 §8.
enum WellKnownBinaryWriter {
  /// Appends the WKB of a feature that has a shape.
  static func append(
    _ feature: Int, of column: GeometryColumn, type: GeometryType, to bytes: inout [UInt8]
  ) {
    let vertices = column.vertices(of: feature)
    let hasZ = column.hasZ(in: vertices)
    let hasM = column.hasM(in: vertices)
    let parts = column.parts(of: feature)
    bytes.reserveCapacity(
      bytes.count + 16 + vertices.count * 32 + 16 * (parts.count + column.rings(of: feature).count))
    let dimensions: UInt32 = (hasZ ? 1000 : 0) + (hasM ? 2000 : 0)
    func head(_ type: GeometryType) {
      bytes.append(1)
      append(UInt32(type.rawValue) + dimensions, to: &bytes)
    }
    func ring(_ ring: Int) {
      let range = Int(column.ringOffsets[ring])..<Int(column.ringOffsets[ring + 1])
      append(range, of: column, hasZ: hasZ, hasM: hasM, to: &bytes)
    }
    func count(_ count: Int) { append(UInt32(count), to: &bytes) }

    func part(_ rings: Range<Int>) {
      head(type.partType)
      switch type.partType {
      case .point:
        if rings.isEmpty || column.ringOffsets[rings.lowerBound] == column.ringOffsets.last {
          for _ in 0..<(2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0)) {
            append(Double.nan.bitPattern, to: &bytes)
          }
        } else {
          let vertex = Int(column.ringOffsets[rings.lowerBound])
          append(vertex..<vertex + 1, of: column, hasZ: hasZ, hasM: hasM, to: &bytes)
        }
      case .lineString:
        guard let line = rings.first else { return count(0) }
        count(Int(column.ringOffsets[line + 1] - column.ringOffsets[line]))
        ring(line)
      default:
        count(rings.count)
        for index in rings {
          count(Int(column.ringOffsets[index + 1] - column.ringOffsets[index]))
          ring(index)
        }
      }
    }

    func rings(ofPart part: Int) -> Range<Int> {
      Int(column.partOffsets[part])..<Int(column.partOffsets[part + 1])
    }
    guard type.isMultiple else { return part(parts.first.map(rings(ofPart:)) ?? 0..<0) }
    head(type)
    count(parts.count)
    for index in parts { part(rings(ofPart: index)) }
  }

  private static func append(
    _ vertices: Range<Int>, of column: GeometryColumn, hasZ: Bool, hasM: Bool,
    to bytes: inout [UInt8]
  ) {
    guard hasZ || hasM else {
      // Every platform of the program is little endian, so the numbers lie as WKB wants them.
      unsafe column.xy.withUnsafeBytes { all in
        unsafe bytes.append(
          contentsOf: all[16 * vertices.lowerBound..<16 * vertices.upperBound])
      }
      return
    }
    for vertex in vertices {
      append(column.xy[2 * vertex].bitPattern, to: &bytes)
      append(column.xy[2 * vertex + 1].bitPattern, to: &bytes)
      if hasZ { append(column.z[vertex].bitPattern, to: &bytes) }
      if hasM { append(column.m[vertex].bitPattern, to: &bytes) }
    }
  }

  /// Appends a whole number, its least byte first.
  static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }
}
