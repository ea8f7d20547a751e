internal import Planning

/// The lines of a long text, some at a time, in memory that does not grow with the file. Text is
/// decoded line by line, where somebody wants it.
struct TextBlocks {
  /// A longer line is no line of a text.
  static let longestLine = 4 << 20

  private var source: TextSource
  private var carry: [UInt8] = []
  private var hasEnded = false

  init(_ source: ByteSource) {
    self.source = TextSource(source)
  }

  /// Whether the file ended inside a character of UTF-16.
  var endedInsideCharacter: Bool { source.endedInsideCharacter }

  /// The next whole lines with their ends; the last line may have none. `nil` at the end.
  ///
  /// - Throws: ``IntakeError`` where the file cannot be read or is no text.
  mutating func next() throws(IntakeError) -> [UInt8]? {
    while !hasEnded {
      guard let bytes = try source.next() else {
        hasEnded = true
        break
      }
      let searched = carry.count
      carry += bytes
      if let end = lastLineEnd(from: max(searched - 1, 0)) {
        let block = Array(carry[..<end])
        carry.removeSubrange(..<end)
        return block
      }
      guard carry.count < Self.longestLine else {
        throw IntakeError(.notText(nil), file: source.name)
      }
    }
    defer { carry = [] }
    return carry.isEmpty ? nil : carry
  }

  /// Decodes one line; `nil` where its bytes are no text in the file's encoding.
  mutating func text(_ line: ArraySlice<UInt8>) -> String? { source.text(line) }

  /// Where the last whole line ends: behind a line feed, else behind a carriage return that no line
  /// feed can follow any more.
  private func lastLineEnd(from start: Int) -> Int? {
    if let feed = carry[start...].lastIndex(of: 0x0A) { return feed + 1 }
    guard let last = carry[start...].dropLast().lastIndex(of: 0x0D) else { return nil }
    return last + 1
  }
}
