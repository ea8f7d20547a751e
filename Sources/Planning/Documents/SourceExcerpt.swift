/// Some lines of a file that facts come from, as it is now.
public struct SourceExcerpt: Hashable, Sendable, Encodable {
  /// Whether the file is still the one that was read.
  public enum State: String, Hashable, Sendable, Encodable {
    /// It is, byte for byte.
    case same
    /// It has changed since: its lines may be others, and are not shown.
    case changed
    /// It is not where it was.
    case missing
    /// Its format has no lines that can be shown here.
    case notText = "not_text"
  }

  /// A line.
  public struct Line: Hashable, Sendable, Encodable {
    /// Its number, counted from 1.
    public var number: Int
    /// Its text.
    public var text: String

    /// A line.
    public init(number: Int, text: String) {
      self.number = number
      self.text = text
    }
  }

  /// The file, as the register names it.
  public var file: String
  /// What became of it.
  public var state: State
  /// The lines; none where it is not the same file.
  public var lines: [Line] = []

  /// An excerpt.
  public init(file: String, state: State) {
    self.file = file
    self.state = state
  }
}
