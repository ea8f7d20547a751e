public import Characters

/// Why a file could not be read; nothing of it goes in.
public struct IntakeError: Error, Hashable, Sendable {
  /// What went wrong.
  public enum Reason: Hashable, Sendable {
    /// The file is not there or may not be opened.
    case missing
    /// The file holds nothing.
    case empty
    /// The bytes are no text in UTF-8, GB18030 or UTF-16: from the place on, or as a whole.
    case notText(TextDamage?)
    /// The file ends in the middle: an odd byte, a broken archive.
    case truncated
    /// A quotation mark is never closed, in the row that begins on a line: the rest of the table
    /// would be one cell.
    case openQuote(line: Int)
    /// A program that reads this format is not installed.
    case missingTool(name: String, package: String)
    /// The program that reads this format failed or ran too long.
    case toolFailed(name: String, message: String)
    /// The content is not of the format that the name says.
    case notOfFormat(String)
    /// The file has several layers, of which one must be named.
    case severalLayers([String])
    /// The file has no layer of the name; these are those it has.
    case noLayer(String, known: [String])
    /// An archive is not unpacked: a key (`too_large`, `too_many_files`, `ratio`, `link`, `path`) and
    /// what was seen.
    case archiveRefused(String, seen: String)
  }

  /// The file as the user named it.
  public let file: String
  /// What went wrong.
  public let reason: Reason

  init(_ reason: Reason, file: String) {
    self.file = file
    self.reason = reason
  }

  init(_ damage: TextDamage, file: String) {
    let reason: Reason =
      switch damage.kind {
      case .noText: .notText(nil)
      case .character: .notText(damage)
      case .cut: .truncated
      }
    self.init(reason, file: file)
  }
}
