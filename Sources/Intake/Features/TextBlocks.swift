import Characters
import Planning

/// The lines of a long text, some at a time, in memory that does not grow with the file.
///
/// UTF-16 is put into UTF-8 on the way; UTF-8 and GB18030 stay as they are, for in both a comma, a
/// digit before a comma and the end of a line can be told by their bytes. Text is decoded line by
/// line, where somebody wants it.
struct TextBlocks {
  /// A longer line is no line of a text.
  static let longestLine = 4 << 20
  /// So many bytes decide the encoding.
  static let headLength = 64 * 1024

  private var source: ByteSource
  private var transcoder: UTF16Transcoder?
  private var carry: [UInt8] = []
  private var hasBegun = false
  private var hasEnded = false
  /// The encoding of lines whose bytes leave a choice.
  private var encoding: TextEncoding?
  /// Whether a mark, or UTF-16, leaves no choice.
  private var isCertain = false
  /// Whether the file ended inside a character of UTF-16.
  private(set) var endedInsideCharacter = false

  init(_ source: ByteSource) {
    self.source = source
  }

  /// The next whole lines with their ends; the last line may have none. `nil` at the end.
  ///
  /// - Throws: ``IntakeError`` where the file cannot be read or is no text.
  mutating func next() throws(IntakeError) -> [UInt8]? {
    if !hasBegun { try begin() }
    while !hasEnded {
      guard let bytes = try nextBytes() else {
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
      guard carry.count < Self.longestLine else { throw IntakeError(.notText, file: source.name) }
    }
    defer { carry = [] }
    return carry.isEmpty ? nil : carry
  }

  /// Decodes one line; `nil` where its bytes are text in no encoding that the file may have.
  mutating func text(_ line: ArraySlice<UInt8>) -> String? {
    guard encoding != .gb18030 else {
      return GB18030.text(line) ?? String(validating: line, as: UTF8.self)
    }
    if let text = String(validating: line, as: UTF8.self) { return text }
    guard !isCertain, let text = GB18030.text(line) else { return nil }
    // Nothing before this line told the two apart.
    if encoding == nil { encoding = .gb18030 }
    return text
  }

  private mutating func begin() throws(IntakeError) {
    hasBegun = true
    var head: [UInt8] = []
    while head.count < Self.headLength, let chunk = try source.next() { head += chunk }
    let evidence = TextEncoding.Evidence(head)
    guard !head.isEmpty else { throw IntakeError(.empty, file: source.name) }
    guard !evidence.isNoText else { throw IntakeError(.notText, file: source.name) }
    head.removeFirst(evidence.markLength)
    switch evidence.encoding {
    case .utf16(let littleEndian):
      transcoder = UTF16Transcoder(littleEndian: littleEndian)
      (encoding, isCertain) = (.utf8, true)
      head = transcoder?.utf8(head) ?? []
    case .utf8: (encoding, isCertain) = (.utf8, true)
    default:
      // A character may be cut at the end of the head.
      let judged = head.prefix(Self.headLength)
      let isUTF8 = (0...3).contains {
        String(validating: judged.dropLast($0), as: UTF8.self) != nil
      }
      let isASCII = judged.allSatisfy { $0 < 0x80 }
      encoding = isASCII ? nil : isUTF8 ? .utf8 : .gb18030
    }
    waiting = head
  }

  /// The head, which was read to tell the encoding.
  private var waiting: [UInt8]?

  private mutating func nextBytes() throws(IntakeError) -> [UInt8]? {
    if let bytes = waiting {
      waiting = nil
      return bytes
    }
    guard let bytes = try source.next() else {
      endedInsideCharacter = transcoder?.isInsideCharacter ?? false
      return nil
    }
    return transcoder?.utf8(bytes) ?? bytes
  }

  /// Where the last whole line ends: behind a line feed, else behind a carriage return that no line
  /// feed can follow any more.
  private func lastLineEnd(from start: Int) -> Int? {
    if let feed = carry[start...].lastIndex(of: 0x0A) { return feed + 1 }
    guard let last = carry[start...].dropLast().lastIndex(of: 0x0D) else { return nil }
    return last + 1
  }
}
