public import Characters

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

extension SourcePlace: JSONRecord {
  /// A place nowhere.
  public static var blank: SourcePlace { SourcePlace(file: "", lineStart: 0, lineEnd: 0) }

  /// Reads or writes the place, unless it is kept elsewhere: see ``placeKey``.
  public mutating func exchange(_ json: inout JSONExchange) throws {
    if let key = SourcePlace.placeKey, let outside = json.userInfo[key] {
      if json.isReading, let place = outside as? SourcePlace { self = place }
      return
    }
    try json("file", &file)
    try json("line_start", &lineStart)
    try json("line_end", &lineEnd)
  }

  /// The key under which a coder is told that the place is kept elsewhere, beside the record: what
  /// a document says is the same wherever it is printed.
  public static let placeKey = CodingUserInfoKey(rawValue: "yulin.place")
}
