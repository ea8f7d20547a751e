public import Characters
public import Terms

/// A document as the source of a fact: which one, and the lines that say so.
public struct DocumentReference: Hashable, Sendable {
  /// The document's number, where it has one.
  public var number: String?
  /// Its title.
  public var title: String
  /// The day it is dated.
  public var date: CalendarDate?
  /// What it is about.
  public var kind: DocumentKind
  /// What it does.
  public var force = DocumentForce.decides
  /// How it lost its force, at the moment that was asked about; `nil` where it did not.
  public var ending: DocumentEnding?
  /// The version of the document in this register, counted from 1.
  public var version: Int
  /// When this register learnt of that version, UTC.
  public var recordedAt: String
  /// Where it is printed: the fact's lines, or the document's where the fact has none of its own.
  public var place: SourcePlace

  /// A reference.
  public init(
    number: String?, title: String, date: CalendarDate?, kind: DocumentKind, version: Int,
    recordedAt: String, place: SourcePlace
  ) {
    self.number = number
    self.title = title
    self.date = date
    self.kind = kind
    self.version = version
    self.recordedAt = recordedAt
    self.place = place
  }

  /// What people call it: its number, or its title.
  public var name: String { number ?? title }
}

extension DocumentReference: JSONRecord {
  /// A reference to nothing.
  public static var blank: DocumentReference {
    DocumentReference(
      number: nil, title: "", date: nil, kind: .other, version: 1, recordedAt: "", place: .blank)
  }

  /// Reads or writes the reference with the place's flat keys.
  public mutating func exchange(_ json: inout JSONExchange) throws {
    try json("number", &number)
    try json("title", &title)
    try json("date", &date)
    try json("kind", &kind)
    var known = Optional(force)
    if force == .decides { known = nil }
    try json("force", &known)
    force = known ?? .decides
    try json("ended", &ending)
    try json("version", &version)
    try json("recorded_at", &recordedAt)
    try json.members(of: &place)
  }
}

extension DocumentReference {
  /// Orders documents by what they are, never by when the register learnt of them: by date, then
  /// by the serial of their number, then by name.
  ///
  /// Documents of one day follow each other by serial: 〔2025〕9号 comes before 〔2025〕10号.
  public static func precedes(_ a: DocumentReference, _ b: DocumentReference) -> Bool {
    if a.date != b.date {
      guard let first = a.date else { return true }
      guard let second = b.date else { return false }
      return first < second
    }
    if a.number == b.number { return a.title < b.title }
    let (first, second) = (a.number ?? "", b.number ?? "")
    let (firstSerial, secondSerial) = (serial(first), serial(second))
    return firstSerial == secondSerial ? first < second : firstSerial < secondSerial
  }

  /// The serial at the end of `中政函〔2025〕62号`, 0 where there is none.
  private static func serial(_ number: String) -> Int {
    var value = 0
    var power = 1
    for byte in number.utf8.reversed().drop(while: { !(48...57).contains($0) }) {
      guard (48...57).contains(byte), power < 1_000_000_000 else { break }
      value += Int(byte - 48) * power
      power *= 10
    }
    return value
  }
}
