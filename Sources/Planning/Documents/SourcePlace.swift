/// Where in which file a fact is printed.
public struct SourcePlace: Hashable, Sendable, Codable {
  /// The file's name as the user gave it.
  public var file: String
  /// The first line, counted from 1.
  public var lineStart: Int
  /// The last line, counted from 1.
  public var lineEnd: Int

  /// A place in a file.
  public init(file: String, lineStart: Int, lineEnd: Int) {
    self.file = file
    self.lineStart = lineStart
    self.lineEnd = lineEnd
  }

  enum CodingKeys: String, CodingKey {
    case file
    case lineStart = "line_start"
    case lineEnd = "line_end"
  }
}
