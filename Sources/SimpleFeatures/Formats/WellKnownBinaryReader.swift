/// Reads WKB into flat columns. A hot path: coordinates go from the bytes to the buffers.
///
/// Every count is checked against the bytes that are left before anything is allocated. On a fault
/// the column may have half a shape; ``GeometryColumn/append(wellKnownBinary:)`` takes it back.
///
/// Source: ISO 13249-3 and OGC 06-103r4 §8; the flags of EWKB are PostGIS's.
struct WellKnownBinaryReader {
  /// How deeply collections may stand in one another.
  static let maximumDepth = 32

  /// What stands before a shape's content.
  struct Head {
    var type: GeometryType
    var hasZ: Bool
    var hasM: Bool
    var isBigEndian: Bool

    /// The bytes of one vertex.
    var vertexSize: Int { 16 + (hasZ ? 8 : 0) + (hasM ? 8 : 0) }
  }

  /// The next byte.
  var offset = 0

  /// Reads the byte order and the type.
  mutating func head(of bytes: Span<UInt8>) throws(FormatFault) -> Head {
    let start = offset
    guard offset + 5 <= bytes.count else { throw FormatFault(.truncated, at: offset) }
    let order = unsafe bytes.bytes.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
    guard order <= 1 else { throw FormatFault(.notThisFormat, at: offset) }
    offset += 1
    var code = try number(in: bytes, isBigEndian: order == 0)
    var head = Head(type: .point, hasZ: false, hasM: false, isBigEndian: order == 0)
    head.hasZ = code & 0x8000_0000 != 0
    head.hasM = code & 0x4000_0000 != 0
    if code & 0x2000_0000 != 0 { _ = try number(in: bytes, isBigEndian: order == 0) }
    code &= 0x1FFF_FFFF
    if code >= 1000 && code < 4000 {
      head.hasZ = head.hasZ || code / 1000 != 2
      head.hasM = head.hasM || code / 1000 != 1
      code %= 1000
    }
    guard let raw = UInt8(exactly: code), let type = GeometryType(rawValue: raw) else {
      throw FormatFault(.unknownType(GeometryType.name(ofCode: code)), at: start)
    }
    head.type = type
    return head
  }

  /// Reads the content of a shape that is no collection: its parts go to the column.
  mutating func parts(
    after head: Head, in bytes: Span<UInt8>, to column: inout GeometryColumn
  ) throws(FormatFault) {
    guard head.type.isMultiple else {
      return try part(after: head, in: bytes, to: &column, isMember: false)
    }
    for _ in 0..<(try count(in: bytes, head, itemSize: 9)) {
      let start = offset
      let member = try self.head(of: bytes)
      guard member.type == head.type.partType else {
        throw FormatFault(.unexpectedMember, at: start)
      }
      try part(after: member, in: bytes, to: &column, isMember: true)
    }
  }

  /// Reads a point, a line or a polygon as one part. An empty one is a part without rings where it
  /// is a member of a shape of several, else no part at all.
  mutating func part(
    after head: Head, in bytes: Span<UInt8>, to column: inout GeometryColumn, isMember: Bool
  ) throws(FormatFault) {
    let firstRing = column.ringOffsets.count
    switch head.type {
    case .point:
      guard offset + head.vertexSize <= bytes.count else {
        throw FormatFault(.truncated, at: offset)
      }
      if double(in: bytes, at: offset, head).isNaN && double(in: bytes, at: offset + 8, head).isNaN
      {
        offset += head.vertexSize
      } else {
        try ring(of: 1, after: head, in: bytes, to: &column)
      }
    case .lineString:
      let count = try count(in: bytes, head, itemSize: head.vertexSize)
      if count > 0 { try ring(of: count, after: head, in: bytes, to: &column) }
    default:
      for _ in 0..<(try count(in: bytes, head, itemSize: 4)) {
        let count = try count(in: bytes, head, itemSize: head.vertexSize)
        try ring(of: count, after: head, in: bytes, to: &column)
      }
    }
    if isMember || column.ringOffsets.count > firstRing { column.finishPart() }
  }

  /// Copies the vertices of a ring; that they are all there is known.
  private mutating func ring(
    of count: Int, after head: Head, in bytes: Span<UInt8>, to column: inout GeometryColumn
  ) throws(FormatFault) {
    guard column.vertexCount + count <= Int(Int32.max) else {
      throw FormatFault(.countTooLarge, at: offset)
    }
    let (start, size) = (offset, head.vertexSize)
    if size == 16 && !head.isBigEndian {
      column.xy.append(addingCapacity: 2 * count) { output in
        for index in 0..<2 * count {
          // In range: `count` was checked against the bytes that are left.
          let bits = unsafe bytes.bytes.unsafeLoadUnaligned(
            fromUncheckedByteOffset: start + 8 * index, as: UInt64.self)
          output.append(Double(bitPattern: UInt64(littleEndian: bits)))
        }
      }
    } else {
      column.prepare(hasZ: head.hasZ, hasM: head.hasM)
      for vertex in 0..<count {
        var place = start + vertex * size
        column.xy.append(double(in: bytes, at: place, head))
        column.xy.append(double(in: bytes, at: place + 8, head))
        place += 16
        if head.hasZ {
          column.z.append(double(in: bytes, at: place, head))
          place += 8
        }
        if head.hasM { column.m.append(double(in: bytes, at: place, head)) }
      }
    }
    offset += count * size
    column.finishRing()
  }

  /// Reads how many items follow, of which each has `itemSize` bytes at least.
  mutating func count(
    in bytes: Span<UInt8>, _ head: Head, itemSize: Int
  ) throws(FormatFault) -> Int {
    let start = offset
    let count = Int(try number(in: bytes, isBigEndian: head.isBigEndian))
    guard count <= (bytes.count - offset) / itemSize else {
      throw FormatFault(.countTooLarge, at: start)
    }
    return count
  }

  private mutating func number(
    in bytes: Span<UInt8>, isBigEndian: Bool
  ) throws(FormatFault) -> UInt32 {
    guard offset + 4 <= bytes.count else { throw FormatFault(.truncated, at: offset) }
    let bits = unsafe bytes.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: offset, as: UInt32.self)
    offset += 4
    return isBigEndian ? UInt32(bigEndian: bits) : UInt32(littleEndian: bits)
  }

  /// The number at a place that is known to be inside.
  private func double(in bytes: Span<UInt8>, at place: Int, _ head: Head) -> Double {
    let bits = unsafe bytes.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: place, as: UInt64.self)
    return Double(
      bitPattern: head.isBigEndian ? UInt64(bigEndian: bits) : UInt64(littleEndian: bits))
  }
}

extension GeometryType {
  /// The name of a type's code in WKB, where it has one; else the code.
  static func name(ofCode code: UInt32) -> String {
    let names: [UInt32: String] = [
      8: "CIRCULARSTRING", 9: "COMPOUNDCURVE", 10: "CURVEPOLYGON", 11: "MULTICURVE",
      12: "MULTISURFACE", 13: "CURVE", 14: "SURFACE", 15: "POLYHEDRALSURFACE", 16: "TIN",
      17: "TRIANGLE",
    ]
    return names[code] ?? String(code)
  }
}

extension Span<UInt8> {
  /// The byte at a place.
  ///
  /// - Precondition: the place is inside.
  func byte(at place: Int) -> UInt8 {
    precondition(place >= 0 && place < count)
    return unsafe bytes.unsafeLoad(fromUncheckedByteOffset: place, as: UInt8.self)
  }

  /// The whole number at a place.
  ///
  /// - Precondition: it lies inside.
  func whole<Number: FixedWidthInteger & BitwiseCopyable>(
    at place: Int, isBigEndian: Bool
  ) -> Number {
    precondition(place >= 0 && place + MemoryLayout<Number>.size <= count)
    let bits = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: Number.self)
    return isBigEndian ? Number(bigEndian: bits) : Number(littleEndian: bits)
  }
}
