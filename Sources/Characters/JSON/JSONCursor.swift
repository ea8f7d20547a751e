/// Reads one JSON value after another from bytes in memory. A hot path.
///
/// Source: RFC 8259.
public struct JSONCursor: Sendable {
  /// How deeply values may stand in one another where they are looked into.
  public static let maximumDepth = 64

  /// The next byte.
  public var offset: Int

  /// A reader of what begins at a byte.
  @inlinable
  public init(offset: Int = 0) { self.offset = offset }

  /// The next byte that is no space; 0 at the end.
  @inlinable
  public mutating func peek(_ bytes: Span<UInt8>) -> UInt8 {
    while offset < bytes.count {
      let byte = bytes[offset]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      offset += 1
    }
    return 0
  }

  /// Passes over a byte that must stand here, spaces before it.
  @inlinable
  public mutating func expect(_ byte: UInt8, _ bytes: Span<UInt8>) throws(JSONFault) {
    guard peek(bytes) == byte else { throw JSONFault(.json, at: offset) }
    offset += 1
  }

  /// Passes over a comma (`true`) or the closing bracket (`false`).
  @inlinable
  public mutating func separator(_ closing: UInt8, _ bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    let byte = peek(bytes)
    guard byte == 0x2C || byte == closing else { throw JSONFault(.json, at: offset) }
    offset += 1
    return byte == 0x2C
  }

  /// Reads a key and its colon.
  ///
  /// - Returns: the bytes between the quotes, escapes as they stand.
  @inlinable
  public mutating func key(_ bytes: Span<UInt8>) throws(JSONFault) -> Range<Int> {
    let range = try rawString(bytes)
    try expect(0x3A, bytes)
    return range
  }

  /// Passes over a text.
  ///
  /// - Returns: the bytes between its quotes, escapes as they stand.
  @inlinable
  public mutating func rawString(_ bytes: Span<UInt8>) throws(JSONFault) -> Range<Int> {
    try expect(0x22, bytes)
    let start = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == 0x22 {
        offset += 1
        return start..<offset - 1
      }
      guard byte >= 0x20 else { break }
      offset += byte == 0x5C ? 2 : 1
    }
    throw JSONFault(.json, at: min(offset, bytes.count))
  }

  /// Reads a text.
  public mutating func string(_ bytes: Span<UInt8>) throws(JSONFault) -> String {
    try Self.text(of: try rawString(bytes), bytes)
  }

  /// The text that stands between quotes, its escapes resolved.
  public static func text(of range: Range<Int>, _ bytes: Span<UInt8>) throws(JSONFault) -> String {
    for index in range where bytes[index] == 0x5C { return try escapedText(of: range, bytes) }
    do {
      return String(copying: try UTF8Span(validating: bytes.extracting(range)))
    } catch {
      throw JSONFault(.encoding, at: range.lowerBound)
    }
  }

  private static func escapedText(
    of range: Range<Int>, _ bytes: Span<UInt8>
  ) throws(JSONFault) -> String {
    var units: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == 0x5C else {
        units.append(bytes[index])
        index += 1
        continue
      }
      guard index + 1 < range.upperBound else { throw JSONFault(.json, at: index) }
      let escapes: [UInt8: UInt8] = [
        0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D,
        0x74: 0x09,
      ]
      if let unit = escapes[bytes[index + 1]] {
        units.append(unit)
        index += 2
        continue
      }
      let (scalar, length) = try unicodeEscape(at: index, range, bytes)
      units += Array(String(scalar).utf8)
      index += length
    }
    guard let text = String(validating: units, as: UTF8.self) else {
      throw JSONFault(.encoding, at: range.lowerBound)
    }
    return text
  }

  /// Reads `\u4E2D`, or two that are one character beyond the first 65 536.
  private static func unicodeEscape(
    at index: Int, _ range: Range<Int>, _ bytes: Span<UInt8>
  ) throws(JSONFault) -> (Unicode.Scalar, length: Int) {
    func unit(_ place: Int) throws(JSONFault) -> UInt32 {
      guard place + 6 <= range.upperBound, bytes[place] == 0x5C, bytes[place + 1] == 0x75 else {
        throw JSONFault(.json, at: index)
      }
      var value: UInt32 = 0
      for digit in place + 2..<place + 6 {
        let byte = bytes[digit]
        let nibble: UInt8
        switch byte {
        case 0x30...0x39: nibble = byte - 0x30
        case 0x41...0x46: nibble = byte - 0x41 + 10
        case 0x61...0x66: nibble = byte - 0x61 + 10
        default: throw JSONFault(.json, at: digit)
        }
        value = value << 4 | UInt32(nibble)
      }
      return value
    }
    let first = try unit(index)
    if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
    let second = try unit(index + 6)
    guard first < 0xDC00, (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw JSONFault(.json, at: index) }
    return (scalar, 12)
  }

  /// Passes over a value and looks into all of it.
  public mutating func skip(_ bytes: Span<UInt8>, depth: Int = 0) throws(JSONFault) {
    guard depth < Self.maximumDepth else { throw JSONFault(.nesting, at: offset) }
    switch peek(bytes) {
    case 0x22:
      _ = try Self.text(of: try rawString(bytes), bytes)
    case 0x7B:
      offset += 1
      if peek(bytes) == 0x7D {
        offset += 1
        return
      }
      repeat {
        _ = try Self.text(of: try key(bytes), bytes)
        try skip(bytes, depth: depth + 1)
      } while try separator(0x7D, bytes)
    case 0x5B:
      offset += 1
      if peek(bytes) == 0x5D {
        offset += 1
        return
      }
      repeat { try skip(bytes, depth: depth + 1) } while try separator(0x5D, bytes)
    default: try skipScalar(bytes)
    }
  }

  /// Passes over a number, `true`, `false` or `null`.
  public mutating func skipScalar(_ bytes: Span<UInt8>) throws(JSONFault) {
    let start = offset
    switch peek(bytes) {
    case UInt8(ascii: "n"): if literal("null", bytes) { return }
    case UInt8(ascii: "t"): if literal("true", bytes) { return }
    case UInt8(ascii: "f"): if literal("false", bytes) { return }
    default: break
    }
    guard DecimalNumber.read(bytes, at: &offset, asJSON: true) != nil else {
      throw JSONFault(.json, at: start)
    }
  }

  /// Passes over a word, where it stands here.
  public mutating func literal(_ word: StaticString, _ bytes: Span<UInt8>) -> Bool {
    let letters = word.description.utf8
    guard offset + letters.count <= bytes.count else { return false }
    var place = offset
    for letter in letters {
      guard bytes[place] == letter else { return false }
      place += 1
    }
    offset = place
    return true
  }

  /// Passes over a value by its brackets only; what is in it is looked at later.
  @inlinable
  public mutating func skipByBrackets(_ bytes: Span<UInt8>) throws(JSONFault) {
    let first = peek(bytes)
    guard first == 0x7B || first == 0x5B else {
      if first == 0x22 { _ = try rawString(bytes) } else { try skipScalar(bytes) }
      return
    }
    var depth = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == 0x22 {
        _ = try rawString(bytes)
        continue
      }
      offset += 1
      switch byte {
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D:
        depth -= 1
        if depth == 0 { return }
      default: break
      }
    }
    throw JSONFault(.json, at: offset)
  }

  /// Bytes as they stand, as text.
  public static func verbatim(
    _ range: Range<Int>, _ bytes: Span<UInt8>
  ) throws(JSONFault) -> String {
    do {
      return String(copying: try UTF8Span(validating: bytes.extracting(range)))
    } catch {
      throw JSONFault(.encoding, at: range.lowerBound)
    }
  }

  /// Whether a text is one JSON value and nothing else, not even space around it.
  public static func isValue(_ text: String) -> Bool {
    guard let first = text.utf8.first, "{[\"-0123456789tfn".utf8.contains(first) else {
      return false
    }
    let bytes = Array(text.utf8)
    var cursor = JSONCursor()
    guard (try? cursor.skip(bytes.span)) != nil else { return false }
    return cursor.offset == bytes.count
  }

  /// The members of an object: the key, and the bytes of the value.
  public static func members(
    of object: [UInt8]
  ) throws(JSONFault) -> [(key: String, value: Range<Int>)] {
    var members: [(String, Range<Int>)] = []
    let bytes = object.span
    var cursor = JSONCursor()
    try cursor.expect(0x7B, bytes)
    if cursor.peek(bytes) == 0x7D { return members }
    repeat {
      let key = try text(of: try cursor.key(bytes), bytes)
      _ = cursor.peek(bytes)
      let start = cursor.offset
      try cursor.skip(bytes)
      members.append((key, start..<cursor.offset))
    } while try cursor.separator(0x7D, bytes)
    return members
  }
}
