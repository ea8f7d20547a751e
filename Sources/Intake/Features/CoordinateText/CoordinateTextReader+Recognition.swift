import Planning

/// Telling a coordinate text from other text files by its beginning.
extension CoordinateTextReader {
  /// Whether a file that begins so is a coordinate text.
  ///
  /// It is where a line is the name of one of the format's sections and the next line is what
  /// belongs there, or where a parcel's heading is followed by the row of a point. Prose that speaks
  /// of the format is not.
  ///
  /// - Parameter firstBytes: the first 4 to 64 KiB, in any encoding; they may end anywhere.
  public static func recognises(_ firstBytes: [UInt8]) -> Bool {
    var blocks = TextBlocks(ByteSource(Array(firstBytes.prefix(65_536)), name: ""))
    var previous: FoldedLine?
    while let block = try? blocks.next() {
      for bytes in block.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
        guard bytes.count < 2000, let text = blocks.text(bytes) else { continue }
        let line = FoldedLine(text)
        if line.isBlank || line.text == "{" { continue }
        if let previous, confirms(line, after: previous) { return true }
        previous = line
      }
    }
    return false
  }

  private static func confirms(_ line: FoldedLine, after previous: FoldedLine) -> Bool {
    switch previous.section {
    case "属性描述": return line.entry != nil
    case "地块坐标": return line.headingFields.flatMap(ParcelHeading.init) != nil
    default: break
    }
    guard previous.headingFields.flatMap(ParcelHeading.init) != nil else { return false }
    let bytes = Array(line.text.utf8)
    return PointRow(bytes, from: 0, to: bytes.count, anyName: true) != nil
  }
}
