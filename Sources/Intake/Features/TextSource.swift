internal import Planning
import Characters

/// The bytes of a text file, chunk by chunk, without a mark: UTF-16 is put into UTF-8 on the way, UTF-8
/// and GB18030 stay as they are until somebody wants a line's or a cell's text.
///
/// All readers of features read through it, so that what is no text has one fate: the record it
/// stands in does not go in and is named, the others do.
struct TextSource {
  private var source: ByteSource
  private var decoder: TextDecoder?

  init(_ source: ByteSource) { self.source = source }

  /// The file's name as diagnostics give it.
  var name: String { source.name }

  /// The next bytes; `nil` at the end. The first chunk has at least ``TextDecoder/headLength`` bytes
  /// where the file has.
  ///
  /// - Throws: ``IntakeError`` where the file cannot be read, is empty or is no text.
  mutating func next() throws(IntakeError) -> [UInt8]? {
    if decoder == nil {
      var head: [UInt8] = []
      while head.count < TextDecoder.headLength, let chunk = try source.next() { head += chunk }
      guard !head.isEmpty else { throw IntakeError(.empty, file: name) }
      do {
        let found = try TextDecoder(head: head)
        decoder = found
        head.removeFirst(found.markLength)
      } catch {
        throw IntakeError(error, file: name)
      }
      return decoder?.plain(head)
    }
    return try source.next().flatMap { decoder?.plain($0) }
  }

  /// The text of some of the bytes; `nil` where they are no text in the file's encoding.
  mutating func text(_ bytes: ArraySlice<UInt8>) -> String? { decoder?.text(bytes) }

  /// Whether the file ended inside a character of UTF-16.
  var endedInsideCharacter: Bool { decoder?.endsInsideCharacter ?? false }
}
