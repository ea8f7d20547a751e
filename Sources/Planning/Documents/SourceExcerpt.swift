/// Some lines of a file that facts come from.
public struct SourceExcerpt: Hashable, Sendable, Encodable {
  /// Whether the lines are those that were read.
  public enum State: String, Hashable, Sendable, Encodable {
    /// They are: the register has the text, or the file is the same byte for byte.
    case same
    /// The register has no text, and the file has changed since: its lines are not shown.
    case changed
    /// The register has no text, and the file is not where it was.
    case missing
    /// The register has no text, and the file's format has no lines that can be shown here.
    case notText = "not_text"
  }

  /// Where lines are taken from.
  public enum Origin: String, Hashable, Sendable, Encodable {
    /// The register keeps the text.
    case register
    /// The file is read again.
    case file
  }

  /// A line.
  public struct Line: Hashable, Sendable, Encodable {
    /// Its number, counted from 1.
    public var number: Int
    /// Its text.
    public var text: String
    /// The sheet that it is of, where several are shown because it is not known which is meant.
    public var sheet: String?

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
  /// Where the lines are taken from; `nil` where there are none.
  public var origin: Origin?
  /// The lines; none where they are not those that were read.
  public var lines: [Line] = []

  private enum CodingKeys: String, CodingKey {
    case file, state, lines
    case origin = "from"
  }

  /// An excerpt.
  public init(file: String, state: State) {
    self.file = file
    self.state = state
  }
}
