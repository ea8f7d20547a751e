/// Writes fields of protocol buffers.
///
/// Source: Protocol Buffers, "Encoding".
enum ProtobufBytes {
  /// How a field is written.
  enum WireType: UInt64 {
    case varint = 0
    case eightBytes = 1
    case lengthDelimited = 2
    case fourBytes = 5
  }

  /// The most bytes that a number of 32 bits takes.
  static let longestNumber = 5

  @inline(__always)
  static func append(varint value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  @inline(__always)
  static func append(number value: UInt32, to output: inout OutputSpan<UInt8>) {
    var rest = value
    while rest >= 0x80 {
      output.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    output.append(UInt8(truncatingIfNeeded: rest))
  }

  /// The bytes that a number takes.
  static func length(ofVarint value: UInt64) -> Int {
    max(1, (70 - value.leadingZeroBitCount) / 7)
  }

  /// The key of a field: its number and how it is written.
  @inline(__always)
  static func append(
    field: UInt64, _ type: WireType, to bytes: inout [UInt8]
  ) {
    append(varint: field << 3 | type.rawValue, to: &bytes)
  }

  static func append(field: UInt64, varint value: UInt64, to bytes: inout [UInt8]) {
    append(field: field, .varint, to: &bytes)
    append(varint: value, to: &bytes)
  }

  static func append(field: UInt64, text: String, to bytes: inout [UInt8]) {
    append(field: field, .lengthDelimited, to: &bytes)
    append(varint: UInt64(text.utf8.count), to: &bytes)
    bytes += text.utf8
  }

  static func append(field: UInt64, bytes content: [UInt8], to bytes: inout [UInt8]) {
    append(field: field, .lengthDelimited, to: &bytes)
    append(varint: UInt64(content.count), to: &bytes)
    bytes += content
  }

  /// A number as so many bytes, the least first.
  static func append(fixed value: UInt64, count: Int, to bytes: inout [UInt8]) {
    for place in 0..<count {
      bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * place)))
    }
  }

  /// Small numbers of either sign as small numbers.
  @inline(__always)
  static func zigzag(_ value: Int32) -> UInt32 { UInt32(bitPattern: value << 1 ^ value >> 31) }
}
