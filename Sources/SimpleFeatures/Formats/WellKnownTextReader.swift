internal import Characters

/// Reads WKT into flat columns.
///
/// Letters of any case, any spaces, EWKT's `SRID=4490;` before the shape, `POINTZ` and `POINT Z`,
/// points of a MULTIPOINT with or without brackets. Without a tag a third number is a height and a
/// fourth a measure.
///
/// Source: OGC 06-103r4 §7; EWKT is PostGIS's.
struct WellKnownTextReader {
  /// What stands before a shape's content.
  struct Head {
    var type: GeometryType
    var hasZ = false
    var hasM = false
    /// Whether heights or measures were named; else the first vertex tells.
    var isTagged = false
    var isEmpty = false
  }

  /// The next byte.
  var offset = 0

  /// Reads `SRID=4490;`, where it stands there.
  mutating func srid(_ text: Span<UInt8>) throws(FormatFault) -> Int? {
    skipSpace(text)
    let start = offset
    guard word(text) == "SRID" else {
      offset = start
      return nil
    }
    try expect("=", in: text)
    skipSpace(text)
    let place = offset
    guard let number = DecimalNumber.read(text, at: &offset), let code = Int(exactly: number) else {
      throw FormatFault(.expected("a number"), at: place)
    }
    try expect(";", in: text)
    return code
  }

  /// Reads the name of a type, `Z`, `M` or `ZM`, and `EMPTY`.
  mutating func head(_ text: Span<UInt8>) throws(FormatFault) -> Head {
    skipSpace(text)
    let start = offset
    let name = word(text)
    guard !name.isEmpty else {
      throw FormatFault(offset < text.count ? .notThisFormat : .truncated, at: start)
    }
    var head = Head(type: .point)
    if let type = GeometryType(wellKnownName: name) {
      head.type = type
    } else {
      let tag = name.hasSuffix("ZM") ? "ZM" : String(name.suffix(1))
      guard ["Z", "M", "ZM"].contains(tag),
        let type = GeometryType(wellKnownName: String(name.dropLast(tag.count)))
      else { throw FormatFault(.unknownType(String(name.prefix(40))), at: start) }
      head.type = type
      head.tag(tag)
    }
    for _ in 0..<2 {
      skipSpace(text)
      let place = offset
      let next = word(text)
      switch next {
      case "": return head
      case "Z" where !head.isTagged, "M" where !head.isTagged, "ZM" where !head.isTagged:
        head.tag(next)
      case "EMPTY":
        head.isEmpty = true
        return head
      default: throw FormatFault(.expected("("), at: place)
      }
    }
    return head
  }

  /// Reads the content of a shape that is no collection: its parts go to the column.
  mutating func parts(
    after head: Head, in text: Span<UInt8>, to column: inout GeometryColumn
  ) throws(FormatFault) {
    var head = head
    if head.isEmpty { return }
    guard head.type.isMultiple else {
      return try part(&head, in: text, to: &column)
    }
    try list(text) { reader, text throws(FormatFault) in
      if reader.isEmptyWord(text) {
        column.finishPart()
      } else if head.type == .multiPoint && reader.peek(text) != UInt8(ascii: "(") {
        try reader.vertex(&head, in: text, to: &column)
        column.finishRing()
        column.finishPart()
      } else {
        try reader.part(&head, in: text, to: &column)
      }
    }
  }

  private mutating func part(
    _ head: inout Head, in text: Span<UInt8>, to column: inout GeometryColumn
  ) throws(FormatFault) {
    switch head.type.partType {
    case .point:
      try expect("(", in: text)
      try vertex(&head, in: text, to: &column)
      column.finishRing()
      try expect(")", in: text)
    case .lineString: try ring(&head, in: text, to: &column)
    default:
      try list(text) { reader, text throws(FormatFault) in
        if reader.isEmptyWord(text) {
          column.finishRing()
        } else {
          try reader.ring(&head, in: text, to: &column)
        }
      }
    }
    column.finishPart()
  }

  private mutating func ring(
    _ head: inout Head, in text: Span<UInt8>, to column: inout GeometryColumn
  ) throws(FormatFault) {
    try list(text) { reader, text throws(FormatFault) in
      try reader.vertex(&head, in: text, to: &column)
    }
    column.finishRing()
  }

  private mutating func vertex(
    _ head: inout Head, in text: Span<UInt8>, to column: inout GeometryColumn
  ) throws(FormatFault) {
    let x = try number(text)
    let y = try number(text)
    if !head.isTagged {
      skipSpace(text)
      head.hasZ = !isEndOfVertex(text)
      let third = head.hasZ ? try number(text) : nil
      skipSpace(text)
      head.hasM = !isEndOfVertex(text)
      let fourth = head.hasM ? try number(text) : nil
      head.isTagged = true
      column.appendVertex(x: x, y: y, z: third, m: fourth)
    } else if head.hasZ || head.hasM {
      let height = head.hasZ ? try number(text) : nil
      let measure = head.hasM ? try number(text) : nil
      column.appendVertex(x: x, y: y, z: height, m: measure)
    } else {
      column.appendVertex(x: x, y: y)
    }
    guard column.vertexCount < Int(Int32.max) else {
      throw FormatFault(.countTooLarge, at: offset)
    }
  }

  /// Reads items in brackets, commas between them.
  mutating func list(
    _ text: Span<UInt8>,
    item: (inout WellKnownTextReader, Span<UInt8>) throws(FormatFault) -> Void
  ) throws(FormatFault) {
    try expect("(", in: text)
    while true {
      try item(&self, text)
      guard let next = peek(text) else { throw FormatFault(.truncated, at: offset) }
      offset += 1
      switch next {
      case UInt8(ascii: ","): continue
      case UInt8(ascii: ")"): return
      default: throw FormatFault(.expected(")"), at: offset - 1)
      }
    }
  }

  private mutating func number(_ text: Span<UInt8>) throws(FormatFault) -> Double {
    skipSpace(text)
    if let value = DecimalNumber.read(text, at: &offset) { return value }
    guard offset < text.count else { throw FormatFault(.truncated, at: offset) }
    let start = offset
    let isNegative = text[offset] == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    switch word(text) {
    case "NAN": return .nan
    case "INF", "INFINITY": return isNegative ? -.infinity : .infinity
    default: throw FormatFault(.expected("a number"), at: start)
    }
  }

  private mutating func expect(
    _ character: Unicode.Scalar, in text: Span<UInt8>
  ) throws(FormatFault) {
    guard let next = peek(text) else { throw FormatFault(.truncated, at: offset) }
    guard next == UInt8(ascii: character) else {
      throw FormatFault(.expected(String(character)), at: offset)
    }
    offset += 1
  }

  private mutating func isEmptyWord(_ text: Span<UInt8>) -> Bool {
    skipSpace(text)
    let start = offset
    if word(text) == "EMPTY" { return true }
    offset = start
    return false
  }

  private func isEndOfVertex(_ text: Span<UInt8>) -> Bool {
    offset >= text.count || text[offset] == UInt8(ascii: ",") || text[offset] == UInt8(ascii: ")")
  }

  /// The next byte that is no space.
  mutating func peek(_ text: Span<UInt8>) -> UInt8? {
    skipSpace(text)
    return offset < text.count ? text[offset] : nil
  }

  private mutating func skipSpace(_ text: Span<UInt8>) {
    while offset < text.count, text[offset] == 0x20 || (0x09...0x0D).contains(text[offset]) {
      offset += 1
    }
  }

  /// The letters that begin here, in capitals; of a longer word its first 64.
  private mutating func word(_ text: Span<UInt8>) -> String {
    var word = ""
    while offset < text.count, (0x61...0x7A).contains(text[offset] | 0x20) {
      if word.utf8.count < 64 { word.unicodeScalars.append(Unicode.Scalar(text[offset] & 0xDF)) }
      offset += 1
    }
    return word
  }
}

extension WellKnownTextReader.Head {
  mutating func tag(_ tag: String) {
    isTagged = true
    hasZ = tag != "M"
    hasM = tag != "Z"
  }
}
