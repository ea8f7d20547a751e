/// Puts UTF-16 into UTF-8, chunk by chunk; a chunk may end inside a character.
///
/// A surrogate without its partner becomes three bytes that are no UTF-8, so that the line it stands
/// in is refused and not repaired.
struct UTF16Transcoder {
  private let littleEndian: Bool
  private var oddByte: UInt8?
  private var highSurrogate: UInt16?

  init(littleEndian: Bool) {
    self.littleEndian = littleEndian
  }

  /// Whether the bytes so far end inside a character.
  var isInsideCharacter: Bool { oddByte != nil || highSurrogate != nil }

  /// The bytes in UTF-8 of the characters that are whole by now.
  mutating func utf8(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = 0
    if let first = oddByte, let second = bytes.first {
      append(unit(first, second), to: &text)
      oddByte = nil
      index = 1
    }
    while index + 1 < bytes.count {
      append(unit(bytes[index], bytes[index + 1]), to: &text)
      index += 2
    }
    if index < bytes.count { oddByte = bytes[index] }
    return text
  }

  private func unit(_ first: UInt8, _ second: UInt8) -> UInt16 {
    littleEndian ? UInt16(first) | UInt16(second) << 8 : UInt16(first) << 8 | UInt16(second)
  }

  private mutating func append(_ unit: UInt16, to text: inout [UInt8]) {
    if unit < 0x80, highSurrogate == nil {
      text.append(UInt8(truncatingIfNeeded: unit))
      return
    }
    if let high = highSurrogate {
      highSurrogate = nil
      if (0xDC00...0xDFFF).contains(unit) {
        let value = 0x1_0000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
        text.append(UInt8(0xF0 | value >> 18))
        text.append(UInt8(0x80 | value >> 12 & 0x3F))
        text.append(UInt8(0x80 | value >> 6 & 0x3F))
        text.append(UInt8(0x80 | value & 0x3F))
        return
      }
      appendUnit(high, to: &text)
    }
    if (0xD800...0xDBFF).contains(unit) {
      highSurrogate = unit
    } else {
      appendUnit(unit, to: &text)
    }
  }

  private func appendUnit(_ unit: UInt16, to text: inout [UInt8]) {
    if unit < 0x80 {
      text.append(UInt8(unit))
    } else if unit < 0x800 {
      text.append(UInt8(0xC0 | unit >> 6))
      text.append(UInt8(0x80 | unit & 0x3F))
    } else {
      text.append(UInt8(0xE0 | unit >> 12))
      text.append(UInt8(0x80 | unit >> 6 & 0x3F))
      text.append(UInt8(0x80 | unit & 0x3F))
    }
  }
}
