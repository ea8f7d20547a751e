extension FilterExpression {
  /// How long a text may be, in bytes: a polygon of 20,000 vertices has room.
  static let greatestLength = 1 << 20

  /// Reads several filters, all of which must hold.
  ///
  /// - Throws: ``FilterError``, as of one of them.
  public init?(
    parsing texts: [String], properties: FilterProperties? = nil
  ) throws(FilterError) {
    var parts: [FilterExpression] = []
    for text in texts { parts.append(try FilterExpression(parsing: text, properties: properties)) }
    guard let first = parts.first else { return nil }
    self = parts.count == 1 ? first : .and(parts)
  }

  /// Reads CQL2 text.
  ///
  /// - Parameters:
  ///   - text: the filter. Lines may be broken anywhere.
  ///   - properties: those it may ask for; a name that is none of them, or compared with a value of
  ///     another kind, is an error. Names are put into their first spelling. Without it any name
  ///     is taken.
  /// - Throws: ``FilterError``, with the character at which it goes wrong.
  public init(parsing text: String, properties: FilterProperties? = nil) throws(FilterError) {
    guard text.utf8.count <= FilterExpression.greatestLength else {
      throw FilterError(
        .tooLong, seen: "\(text.utf8.count)", at: 0,
        expected: ["\(FilterExpression.greatestLength)"])
    }
    var parser = FilterTextParser(text, properties: properties)
    self = try parser.filter()
  }
}
