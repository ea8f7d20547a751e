internal import Terms
import Answers
import Characters
import Planning

/// The kinds of record that an export as JSON Lines or CSV has.
enum FactKind: String, Codable, CaseIterable {
  case register, document, parcel, total, transaction, site, lineage
  case administrativeChange = "administrative_change"
}

/// The two keys that each record of an export begins with.
struct FactHead: Codable {
  /// What the record is.
  let record: FactKind
  /// The document it belongs to, counted from 1 in the order of recording; absent on the first
  /// record, which names the format.
  let of: Int?
}

/// A record of an export: the head's keys beside the fact's own.
struct FactRecord<Fact: Codable>: Codable {
  let head: FactHead
  let fact: Fact

  init(_ kind: FactKind, of document: Int?, _ fact: Fact) {
    head = FactHead(record: kind, of: document)
    self.fact = fact
  }

  init(from decoder: any Decoder) throws {
    head = try FactHead(from: decoder)
    fact = try Fact(from: decoder)
  }

  func encode(to encoder: any Encoder) throws {
    try fact.encode(to: encoder)
    try head.encode(to: encoder)
  }
}

/// The first record: the format's name and version.
struct FormatFact: Codable {
  let format: String
  let version: Int
}

/// One version of a document without its facts.
struct DocumentFact: JSONRecord {
  var version = 1
  var recordedAt = ""
  var source = SourceFile(name: "", sha256: nil, extractor: "")
  var document = LandDocument.blank

  static var blank: DocumentFact { DocumentFact() }

  mutating func exchange(_ json: inout JSONExchange) throws {
    try json("version", &version)
    try json("recorded_at", &recordedAt)
    try json("source_file", &source.name)
    try json("sha256", &source.sha256)
    try json("extractor", &source.extractor)
    try json("number", &document.number)
    try json("title", &document.title)
    try json("date", &document.date)
    try json("issuer", &document.issuer)
    try json("addressee", &document.addressee)
    try json("county", &document.county)
    try json("kind", &document.kind)
    var force = Optional(document.force)
    try json("force", &force)
    document.force = force ?? .decides
    try json("revokes", &document.revokes, leftOut: document.revokes.isEmpty)
    try json("in_force_until", &document.inForceUntil)
    try json("request_number", &document.requestNumber)
    try json("figures", &document.figures)
    try json("unread", &document.unread, leftOut: document.unread.isEmpty)
    try json.members(of: &document.place)
  }
}

extension DocumentFact {
  init(_ version: RegisterExport.Version) {
    self.init(
      version: version.version, recordedAt: version.recordedAt, source: version.source,
      document: version.document)
  }
}
