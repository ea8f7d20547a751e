internal import Characters
public import Planning

/// The answer to a question for a document: its heading, and the text that it was read from.
public struct DocumentAnswer: Hashable, Sendable {
  /// What was asked.
  public var query: String
  /// Whether one document was found.
  public var verdict = LookupAnswer.Verdict.none
  /// The moment asked about.
  public var moment: Moment
  /// The moment as the answer tells it: where no day or instant was asked, those of the answer.
  public var toldMoment: Moment
  /// The document.
  public var document: DocumentRecord?
  /// Its lines, or the lines of its file that were asked for.
  public var text: SourceExcerpt?
  /// What is told of its file, where the register keeps that itself.
  public var original: SourceOriginal.Label?
  /// The documents that may be meant, where they are several.
  public var candidates: [DocumentReference] = []
  /// Near misses, the nearest first, where nothing was found.
  public var suggestions: [String] = []

  /// An answer without anything found.
  public init(query: String, moment: Moment) {
    self.query = query
    self.moment = moment
    toldMoment = moment
  }
}

extension DocumentAnswer: Encodable {
  /// Writes the answer, with what was found.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("query", query)
    try json("answer", verdict)
    try json("as_of", toldMoment.asOf)
    try json("known_at", toldMoment.knownAt)
    try json("document", document)
    try json("text", text)
    try json("original", original)
    try json.filled("candidates", candidates)
    try json.filled("suggestions", suggestions)
  }
}
