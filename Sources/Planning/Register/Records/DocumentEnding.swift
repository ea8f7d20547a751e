public import Characters
public import Terms

/// How a document lost its force: by which other document, or by its own words.
public struct DocumentEnding: Hashable, Sendable {
  /// How it was ended.
  public enum Manner: String, Hashable, Sendable, Codable, CaseIterable {
    /// Taken back by a later decision (撤销).
    case revoked
    /// Ended by a later document (废止).
    case repealed
    /// In force no longer by its own words (有效期届满).
    case lapsed

    /// How a document of some force ends others.
    public init(by force: DocumentForce) { self = force == .repeals ? .repealed : .revoked }
  }

  /// How it was ended.
  public var manner: Manner
  /// The first day on which it is not in force any more; `nil` where the ending document has no date.
  public var date: CalendarDate?
  /// The number of the document that ends it; of one that lapsed its own.
  public var number: String?
  /// That document's title.
  public var title: String
  /// What that document is about.
  public var kind: DocumentKind
  /// The version of that document.
  public var version: Int
  /// When the register learnt of it.
  public var recordedAt: String
  /// Where it is printed.
  public var place: SourcePlace

  /// An ending by a document, or by the words of the document itself.
  public init(_ manner: Manner, on date: CalendarDate?, by document: DocumentReference) {
    self.manner = manner
    self.date = date
    number = document.number
    title = document.title
    kind = document.kind
    version = document.version
    recordedAt = document.recordedAt
    place = document.place
  }

  /// What people call the document that ends it.
  public var name: String { number ?? title }

  /// The ending as the source of what it changes.
  public var reference: DocumentReference {
    DocumentReference(
      number: number, title: title, date: date, kind: kind, version: version,
      recordedAt: recordedAt, place: place)
  }
}

extension DocumentEnding: JSONRecord {
  /// An ending by nothing.
  public static var blank: DocumentEnding { DocumentEnding(.revoked, on: nil, by: .blank) }

  /// Reads or writes manner, day and document.
  public mutating func exchange(_ json: inout JSONExchange) throws {
    try json("manner", &manner)
    try json("date", &date)
    try json("document", &number)
    try json("title", &title)
    try json("kind", &kind)
    try json("version", &version)
    try json("recorded_at", &recordedAt)
    try json.members(of: &place)
  }
}
