/// Where in which file a fact is printed.
public struct SourcePlace: Hashable, Sendable {
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
}

extension SourcePlace: Codable {
  enum CodingKeys: String, CodingKey {
    case file
    case lineStart = "line_start"
    case lineEnd = "line_end"
  }

  /// Reads a place; where the decoder's `userInfo` gives one under ``placeKey``, takes that.
  public init(from decoder: any Decoder) throws {
    if let key = SourcePlace.placeKey, let place = decoder.userInfo[key] as? SourcePlace {
      self = place
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    file = try container.decode(String.self, forKey: .file)
    lineStart = try container.decode(Int.self, forKey: .lineStart)
    lineEnd = try container.decode(Int.self, forKey: .lineEnd)
  }

  /// Writes the place, unless the encoder's `userInfo` has something under ``placeKey``.
  public func encode(to encoder: any Encoder) throws {
    if let key = SourcePlace.placeKey, encoder.userInfo[key] != nil { return }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file, forKey: .file)
    try container.encode(lineStart, forKey: .lineStart)
    try container.encode(lineEnd, forKey: .lineEnd)
  }

  /// The key under which a coder is told that the place is kept elsewhere, beside the record: what
  /// a document says is the same wherever it is printed.
  public static let placeKey = CodingUserInfoKey(rawValue: "yulin.place")
}
