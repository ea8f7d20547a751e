import Characters

/// The part of a text that is being read: it begins at the record in hand and grows as needed.
struct JSONWindow {
  /// A record with more bytes is given up: 256 MiB.
  static let maximumRecord = 256 << 20
  /// How deeply brackets may stand in one another.
  static let maximumDepth = 512

  private var source: TextSource
  private(set) var bytes: [UInt8] = []
  private var base = 0
  /// The line of the window's first byte.
  private(set) var line = 1
  private var isAtEnd = false

  /// The beginning of a text.
  init(_ source: ByteSource) { self.source = TextSource(source) }

  /// Whether the file ended inside a character of UTF-16.
  var endedInsideCharacter: Bool { source.endedInsideCharacter }

  /// The number of bytes there are so far.
  var count: Int { bytes.count - base }

  /// A byte, counted from the window's first; `nil` behind the text's end.
  mutating func byte(_ offset: Int) throws(IntakeError) -> UInt8? {
    while offset >= count {
      guard try fill() else { return nil }
    }
    return bytes[base + offset]
  }

  /// Takes in the next chunk; offsets stay as they are.
  ///
  /// - Returns: whether there was one.
  private mutating func fill() throws(IntakeError) -> Bool {
    guard !isAtEnd, count <= Self.maximumRecord, let chunk = try source.next() else {
      isAtEnd = true
      return false
    }
    if base > 0 {
      bytes.removeSubrange(0..<base)
      base = 0
    }
    bytes += chunk
    return true
  }

  /// Moves the window's beginning forward.
  mutating func drop(_ length: Int) {
    let end = base + min(length, count)
    line += lineEnds(base..<end)
    base = end
  }

  /// The line of a byte, counted from the window's first.
  func line(at offset: Int) -> Int { line + lines(0..<offset) }

  /// How many lines end in a stretch, counted from the window's first byte.
  func lines(_ range: Range<Int>) -> Int {
    lineEnds(base + min(range.lowerBound, count)..<base + min(range.upperBound, count))
  }

  private func lineEnds(_ range: Range<Int>) -> Int {
    let span = bytes.span
    var ends = 0
    for index in range { ends += span[index] == 0x0A ? 1 : 0 }
    return ends
  }

  /// Some text at an offset, for a reader to find the place: 40 characters at most.
  func excerpt(at offset: Int) -> String {
    let start = base + max(0, min(offset, count) - 10)
    let slice = bytes[start..<min(start + 60, bytes.count)]
    let text = String(decoding: slice, as: UTF8.self)
    return String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }.prefix(40))
  }

  /// Reads from the record's bytes.
  func read<Value>(
    _ length: Int, _ body: (Span<UInt8>) throws(JSONFault) -> Value
  ) throws(JSONFault) -> Value {
    try body(bytes.span.extracting(base..<base + length))
  }

  /// Moves behind spaces.
  mutating func dropSpace() throws(IntakeError) {
    var offset = 0
    while let byte = try byte(offset), byte == 0x20 || (0x09...0x0D).contains(byte) { offset += 1 }
    drop(offset)
  }

  /// Moves behind spaces.
  mutating func skipSpace(_ offset: inout Int) throws(IntakeError) {
    while let byte = try byte(offset), byte == 0x20 || (0x09...0x0D).contains(byte) { offset += 1 }
  }

  /// Where a value ended.
  enum Extent: Equatable {
    /// It is whole; the byte behind it.
    case whole(Int)
    /// The text ends in it.
    case cut
    /// A bracket is closed by one of the other kind, or they stand in one another too deeply.
    case broken(JSONFault)
  }

  /// Finds the end of the value that begins at a byte, by its brackets.
  mutating func extent(from start: Int) throws(IntakeError) -> Extent {
    guard let first = try byte(start) else { return .cut }
    var (offset, isInText) = (start, false)
    var closers: [UInt8] = []
    let isScalar = first != 0x7B && first != 0x5B && first != 0x22
    while try byte(offset) != nil {
      // As far as the bytes go that are there.
      let span = bytes.span.extracting(base..<bytes.count)
      while offset < span.count {
        let byte = span[offset]
        offset += 1
        if isInText {
          if byte == 0x22 {
            isInText = false
            if closers.isEmpty { return .whole(offset) }
          } else if byte == 0x5C {
            offset += 1
          }
          continue
        }
        switch byte {
        case 0x22 where !isScalar: isInText = true
        case 0x7B, 0x5B:
          guard !isScalar else { return .broken(JSONFault(.json, at: offset - 1)) }
          guard closers.count < Self.maximumDepth else {
            return .broken(JSONFault(.nesting, at: offset - 1))
          }
          closers.append(byte + 2)
        case 0x7D, 0x5D:
          guard let closer = closers.popLast() else {
            return offset - 1 > start
              ? .whole(offset - 1) : .broken(JSONFault(.json, at: start))
          }
          guard closer == byte else { return .broken(JSONFault(.json, at: offset - 1)) }
          if closers.isEmpty { return .whole(offset) }
        case 0x2C, 0x20, 0x0A, 0x0D, 0x09:
          if closers.isEmpty { return .whole(offset - 1) }
        default: break
        }
      }
    }
    return isScalar ? .whole(min(offset, count)) : .cut
  }

  /// The end of the line, or of the record behind RS, that the window begins with.
  mutating func end(before separator: UInt8) throws(IntakeError) -> Int {
    var offset = 0
    while try byte(offset) != nil {
      let span = bytes.span.extracting(base..<bytes.count)
      while offset < span.count {
        if span[offset] == separator { return offset }
        offset += 1
      }
    }
    return min(offset, count)
  }

  /// Moves on to where the next feature seems to begin: `{"type":"Feature"`, with spaces anywhere.
  ///
  /// - Parameter end: where to give up; the text's end if `nil`.
  /// - Returns: whether there is one; if not, the window has not moved where an end was given.
  mutating func seekFeature(from start: Int, before end: Int? = nil) throws(IntakeError) -> Bool {
    var offset = start
    while let byte = try byte(offset), end.map({ offset < $0 }) ?? true {
      if byte == 0x7B, try isFeature(at: offset) {
        drop(offset)
        return true
      }
      offset += 1
      if end == nil && offset > ByteSource.chunkSize {
        drop(offset)
        offset = 0
      }
    }
    return false
  }

  private mutating func isFeature(at start: Int) throws(IntakeError) -> Bool {
    let marks: [StaticString] = ["{", "\"type\"", ":", "\"Feature\""]
    var place = start
    for mark in marks {
      try skipSpace(&place)
      for expected in mark.description.utf8 {
        guard try byte(place) == expected else { return false }
        place += 1
      }
    }
    return true
  }
}
