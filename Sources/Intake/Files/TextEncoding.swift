/// How a text file writes its characters.
enum TextEncoding: Hashable, Sendable {
  case utf8
  case utf16(littleEndian: Bool)
  case gb18030

  /// What the first bytes of a file say: a byte-order mark, or zero bytes in every other place
  /// (UTF-16 without a mark).
  struct Evidence: Hashable, Sendable {
    /// The encoding; `nil` where these bytes do not tell: UTF-8 or GB18030.
    var encoding: TextEncoding?
    /// How many bytes the mark has.
    var markLength = 0
    /// Whether the bytes are no text.
    var isNoText = false

    /// Judges the first bytes of a file.
    init(_ bytes: [UInt8]) {
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        encoding = .utf8
        markLength = 3
        return
      }
      if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        encoding = .utf16(littleEndian: bytes[0] == 0xFF)
        markLength = 2
        return
      }
      let zeros = bytes.prefix(4096).enumerated().filter { $0.element == 0 }
      guard zeros.count > 2 else { return }
      let odd = zeros.count(where: { $0.offset % 2 == 1 })
      isNoText = odd != 0 && odd != zeros.count
      encoding = .utf16(littleEndian: odd > 0)
    }
  }
}
