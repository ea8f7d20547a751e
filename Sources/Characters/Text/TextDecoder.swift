/// How a text file writes its characters.
public enum TextEncoding: Hashable, Sendable {
  /// UTF-8.
  case utf8
  /// UTF-16, the lower or the upper byte first.
  case utf16(littleEndian: Bool)
  /// GB18030, of which GBK and GB2312 are parts.
  case gb18030
}

/// Where the bytes of a file are no text.
public struct TextDamage: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The bytes as a whole are no text.
    case noText
    /// A character is broken.
    case character
    /// The text ends inside a character.
    case cut
  }

  /// What is wrong.
  public let kind: Kind
  /// The byte of the file, counted from 0.
  public let offset: Int
  /// Its line, counted from 1.
  public let line: Int

  init(_ kind: Kind, at offset: Int = 0, line: Int = 1) {
    self.kind = kind
    self.offset = offset
    self.line = line
  }
}

/// Turns the bytes of a file into text: UTF-8, UTF-16 with or without a mark, GB18030.
///
/// A file has one encoding. Its first bytes tell it: a mark; zeros in every other place (UTF-16
/// without a mark); else UTF-8, unless more of it is not UTF-8 than is, which is GB18030. Bytes that
/// are no text in it are told to the caller and never replaced.
///
/// Of a long file the chunks go through ``plain(_:)``; lines and cells are then cut out of them and
/// those that somebody wants go through ``text(_:)``. In UTF-8 as in GB18030 no part of another
/// character looks like a line end, a quotation mark, a comma, a semicolon or a tab.
public struct TextDecoder: Sendable {
  /// So many first bytes tell the encoding of a long file.
  public static let headLength = 64 * 1024

  /// The encoding; `nil` while all bytes were ASCII.
  public private(set) var encoding: TextEncoding?
  /// How many bytes the mark has with which the file begins.
  public private(set) var markLength = 0
  private var oddByte: UInt8?
  private var highSurrogate: UInt16?

  /// Judges the first bytes of a file, which may end inside a character.
  ///
  /// - Throws: ``TextDamage`` `noText`.
  public init(head: [UInt8]) throws(TextDamage) {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      (encoding, markLength) = (.utf8, 3)
    } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      (encoding, markLength) = (.utf16(littleEndian: head[0] == 0xFF), 2)
    } else if let isLittleEndian = try Self.zeroPlaces(head) {
      encoding = .utf16(littleEndian: isLittleEndian)
    } else {
      encoding = Self.judged(head.span)
      if encoding == .gb18030, Self.isStrange(head.span) { throw TextDamage(.noText) }
    }
  }

  /// The text of a whole file, without its mark.
  ///
  /// - Throws: ``TextDamage`` with the first place that is no text.
  public static func text(_ bytes: [UInt8]) throws(TextDamage) -> String {
    var decoder = try TextDecoder(head: bytes)
    let plain = decoder.plain(Array(bytes.dropFirst(decoder.markLength)))
    if !decoder.endsInsideCharacter, let text = decoder.text(plain[...]) { return text }
    // Read anew from the front, for the place.
    let fault = decoder.firstFault(in: plain.span)
    let before = plain[..<fault.place]
    let offset =
      switch decoder.encoding {
      case .utf16: 2 * String(decoding: before, as: UTF8.self).utf16.count
      default: fault.place
      }
    throw TextDamage(
      fault.isCut ? .cut : .character, at: decoder.markLength + offset,
      line: 1 + lineEnds(in: before))
  }

  /// Whether the bytes of UTF-16 so far end inside a character.
  public var endsInsideCharacter: Bool { oddByte != nil || highSurrogate != nil }

  /// The next bytes of the file, in UTF-8 where the file is in UTF-16, else as they are.
  ///
  /// A surrogate without its partner becomes three bytes that are no UTF-8, so that what it stands in
  /// is refused and not repaired. Characters that are not whole yet wait for the next bytes.
  public mutating func plain(_ bytes: [UInt8]) -> [UInt8] {
    guard case .utf16(let isLittleEndian) = encoding else { return bytes }
    func unit(_ first: UInt8, _ second: UInt8) -> UInt16 {
      isLittleEndian ? UInt16(first) | UInt16(second) << 8 : UInt16(first) << 8 | UInt16(second)
    }
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

  /// The text of a line, a cell or a name out of the bytes that ``plain(_:)`` gave; `nil` where they
  /// are no text in the file's encoding.
  public mutating func text(_ bytes: ArraySlice<UInt8>) -> String? {
    if encoding != .gb18030, let text = String(validating: bytes, as: UTF8.self) {
      if encoding == nil, text.utf8.contains(where: { $0 >= 0x80 }) { encoding = .utf8 }
      return text
    }
    guard encoding == nil || encoding == .gb18030 else { return nil }
    // Nothing before told the two apart.
    guard encoding == .gb18030 || Self.judged(bytes.span) == .gb18030,
      let text = GB18030.text(bytes)
    else { return nil }
    encoding = .gb18030
    return text
  }

  private mutating func append(_ unit: UInt16, to text: inout [UInt8]) {
    if unit < 0x80, highSurrogate == nil {
      text.append(UInt8(truncatingIfNeeded: unit))
      return
    }
    if let high = highSurrogate {
      highSurrogate = nil
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x1_0000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
        text.append(UInt8(0xF0 | value >> 18))
        text.append(UInt8(0x80 | value >> 12 & 0x3F))
        text.append(UInt8(0x80 | value >> 6 & 0x3F))
        text.append(UInt8(0x80 | value & 0x3F))
        return
      }
      appendUnit(high, to: &text)
    }
    if UTF16.isLeadSurrogate(unit) {
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

extension TextDecoder {
  /// Whether the zeros of UTF-16 without a mark stand in the odd places, as where the lower byte comes
  /// first; `nil` where there are hardly any.
  ///
  /// A few may stand in the others: the lower byte of 一 is zero.
  private static func zeroPlaces(_ head: [UInt8]) throws(TextDamage) -> Bool? {
    let head = head.prefix(4096)
    var counts = [0, 0]
    for (place, byte) in head.enumerated() where byte == 0 { counts[place % 2] += 1 }
    guard counts[0] + counts[1] > 2 else { return nil }
    let isLittleEndian = counts[1] > counts[0]
    guard max(counts[0], counts[1]) >= 2 * min(counts[0], counts[1]) else {
      throw TextDamage(.noText)
    }
    // Of a hundred characters hardly any steers a device or belongs to nobody.
    let strange = stride(from: 0, to: head.count - 1, by: 2).count { place in
      let high = head[isLittleEndian ? place + 1 : place]
      let low = head[isLittleEndian ? place : place + 1]
      return (0xE0...0xF8).contains(high)
        || (high == 0 && low < 0x20 && !(0x09...0x0D).contains(low))
    }
    guard strange * 100 <= head.count else { throw TextDamage(.noText) }
    return isLittleEndian
  }

  /// UTF-8 or GB18030; `nil` of ASCII.
  ///
  /// Characters of two bytes in UTF-8 count for neither: a fifth of the bytes of Chinese in GB18030
  /// look like them, but hardly any like Chinese in UTF-8, which has three.
  private static func judged(_ bytes: Span<UInt8>) -> TextEncoding? {
    var (index, chinese, strange, isASCII) = (0, 0, 0, true)
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      isASCII = false
      // What is cut off by the end tells nothing.
      guard let length = characterLength(bytes, at: index) else { break }
      if length == 0 { strange += 1 }
      if length > 2 { chinese += length }
      index += max(length, 1)
    }
    return isASCII ? nil : strange > chinese ? .gb18030 : .utf8
  }

  /// How many bytes the character has in UTF-8 that begins at a place; 0 where none does, `nil` where
  /// the bytes end inside it.
  private static func characterLength(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    let second: ClosedRange<UInt8>
    let length: Int
    switch bytes[start] {
    case 0..<0x80: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    for place in 1..<length {
      guard start + place < bytes.count else { return nil }
      guard (place == 1 ? second : 0x80...0xBF).contains(bytes[start + place]) else { return 0 }
    }
    return length
  }

  /// Whether bytes that are no UTF-8 are hardly text in GB18030 either: of a hundred characters more
  /// than two are broken, steer a device or belong to nobody.
  private static func isStrange(_ bytes: Span<UInt8>) -> Bool {
    var (index, count, strange, broken) = (0, 0, 0, 0)
    while index < bytes.count {
      count += 1
      guard let scalar = GB18030.read(bytes, at: &index)?.value else {
        broken += 1
        index += 1
        continue
      }
      let steers = scalar < 0x20 && !(0x09...0x0D).contains(scalar)
      if steers || (0xE000...0xF8FF).contains(scalar) { strange += 1 }
    }
    // A short text may have a broken character too: that is said with its place.
    return strange * 50 > count || broken > 2 + count / 50
  }

  /// The first byte that is no text in the file's encoding, or the end; and whether the bytes end
  /// there inside a character.
  private func firstFault(in bytes: Span<UInt8>) -> (place: Int, isCut: Bool) {
    var index = 0
    while index < bytes.count {
      if encoding == .gb18030 {
        guard GB18030.read(bytes, at: &index) != nil else {
          return (index, GB18030.isCut(bytes, at: index))
        }
      } else {
        guard let length = Self.characterLength(bytes, at: index) else { return (index, true) }
        guard length > 0 else { return (index, false) }
        index += length
      }
    }
    return (index, true)
  }

  /// How many lines end in some bytes: with CR, LF or both.
  private static func lineEnds(in bytes: ArraySlice<UInt8>) -> Int {
    var (ends, previous) = (0, UInt8(0))
    for byte in bytes {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { ends += 1 }
      previous = byte
    }
    return ends
  }
}
