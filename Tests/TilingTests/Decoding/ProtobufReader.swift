@testable import Tiling

/// Reads fields of protocol buffers from a stretch of bytes; never looks beyond it.
///
/// Source: Protocol Buffers, "Encoding".
struct ProtobufReader {
  typealias WireType = ProtobufBytes.WireType

  /// The number of a field and how it is written.
  struct Field {
    let number: UInt64
    let type: WireType
    let offset: Int
  }

  private let bytes: [UInt8]
  private(set) var offset: Int
  let end: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    offset = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { offset >= end }

  /// A number of up to 64 bits.
  mutating func varint() throws(VectorTileFault) -> UInt64 {
    let start = offset
    var (value, shift) = (UInt64(0), UInt64(0))
    while offset < end {
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
      if shift > 63 { throw .longNumber(offset: start) }
    }
    throw .truncated(offset: start)
  }

  /// A number of which 32 bits count.
  mutating func number() throws(VectorTileFault) -> UInt32 {
    UInt32(truncatingIfNeeded: try varint())
  }

  /// The next field; `nil` at the end.
  mutating func field() throws(VectorTileFault) -> Field? {
    guard !isAtEnd else { return nil }
    let start = offset
    let key = try varint()
    guard let type = WireType(rawValue: key & 7), key >> 3 > 0 else {
      throw .wireType(offset: start)
    }
    return Field(number: key >> 3, type: type, offset: start)
  }

  /// Whether a field is written as it should be.
  func expect(_ type: WireType, _ field: Field) throws(VectorTileFault) {
    guard field.type == type else { throw .wireType(offset: field.offset) }
  }

  /// The stretch of a field that tells its length.
  mutating func stretch() throws(VectorTileFault) -> Range<Int> {
    let start = offset
    let length = try varint()
    guard length <= UInt64(end - offset) else { throw .truncated(offset: start) }
    let range = offset..<offset + Int(length)
    offset = range.upperBound
    return range
  }

  /// So many bytes as a number, the least first.
  mutating func fixed(_ count: Int) throws(VectorTileFault) -> UInt64 {
    guard count <= end - offset else { throw .truncated(offset: offset) }
    var value: UInt64 = 0
    for place in 0..<count { value |= UInt64(bytes[offset + place]) << UInt64(8 * place) }
    offset += count
    return value
  }

  /// Passes over what stands in a field.
  mutating func skip(_ field: Field) throws(VectorTileFault) {
    switch field.type {
    case .varint: _ = try varint()
    case .eightBytes: _ = try fixed(8)
    case .lengthDelimited: _ = try stretch()
    case .fourBytes: _ = try fixed(4)
    }
  }

  /// The text of a field.
  mutating func text(_ field: Field, repairs: Bool) throws(VectorTileFault) -> String {
    try expect(.lengthDelimited, field)
    let range = try stretch()
    if let text = String(validating: bytes[range], as: UTF8.self) { return text }
    guard repairs else { throw .text(offset: range.lowerBound) }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Adds the numbers of a repeated field, packed or one by one.
  mutating func numbers(
    _ field: Field, into numbers: inout [UInt32]
  ) throws(VectorTileFault) {
    if field.type == .varint {
      numbers.append(try number())
      return
    }
    try expect(.lengthDelimited, field)
    let range = try stretch()
    var packed = ProtobufReader(bytes, range)
    while !packed.isAtEnd { numbers.append(try packed.number()) }
  }
}
