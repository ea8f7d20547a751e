import Planning

/// A line of a coordinate text: as printed, and with full-width letters, digits, brackets and
/// punctuation put into ASCII, place for place.
struct FoldedLine {
  /// The line as printed, without blanks around.
  let printed: [Unicode.Scalar]
  /// The same in ASCII where it can be.
  let plain: [Unicode.Scalar]

  init(_ text: some StringProtocol) {
    let scalars = Array(text.unicodeScalars)
    let start = scalars.firstIndex { !FoldedLine.isBlank($0) } ?? scalars.endIndex
    let end = scalars.lastIndex { !FoldedLine.isBlank($0) } ?? start
    printed = start < scalars.endIndex ? Array(scalars[start...end]) : []
    plain = printed.map(FoldedLine.folded)
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3010, 0x3014: "["
    case 0x3011, 0x3015: "]"
    case 0xFE50: ","
    case 0x2212: "-"
    default: isBlank(scalar) ? " " : scalar
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isSpace || scalar.value == 0
  }

  /// The line in ASCII where it can be.
  var text: String { String(plain) }

  var isBlank: Bool { plain.isEmpty }

  /// The name of the section that the line begins; `nil` where it begins none.
  var section: String? {
    guard plain.count > 2, plain.first == "[", plain.last == "]" else { return nil }
    let name = plain[1..<plain.count - 1].filter { $0 != " " }
    return name.contains(where: { $0 == "[" || $0 == "]" || $0 == "," }) ? nil : String(name)
  }

  /// The line as key and value; `nil` where it has no `=`.
  var entry: CoordinateTextHeader.Entry? {
    guard let sign = plain.firstIndex(of: "=") else { return nil }
    return CoordinateTextHeader.Entry(
      trimmed(plain, 0..<sign), trimmed(printed, sign + 1..<printed.count))
  }

  /// The fields of a parcel's heading, `@` and braces left out; `nil` where the line is none.
  ///
  /// A full-width comma divides fields only where ASCII commas do not make a heading, for it may
  /// stand in a name.
  var headingFields: [String]? {
    guard let mark = plain.lastIndex(of: "@"),
      plain[(mark + 1)...].allSatisfy({ $0 == "," || $0 == " " || $0 == "{" })
    else { return nil }
    let exact = fields(before: mark) { printed[$0] == "," }
    if exact.count >= 4 { return exact }
    let folded = fields(before: mark) { plain[$0] == "," }
    return folded.count >= 4 ? folded : nil
  }

  private func fields(before end: Int, isComma: (Int) -> Bool) -> [String] {
    var fields: [String] = []
    var start = 0
    for index in 0..<end where isComma(index) {
      fields.append(trimmed(printed, start..<index))
      start = index + 1
    }
    // `@` stands alone, or behind the last field.
    let last = trimmed(printed, start..<end)
    if !last.isEmpty { fields.append(last) }
    return fields
  }

  private func trimmed(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> String {
    guard let first = range.first(where: { plain[$0] != " " }),
      let last = range.last(where: { plain[$0] != " " })
    else { return "" }
    return String(scalars[first...last])
  }
}
