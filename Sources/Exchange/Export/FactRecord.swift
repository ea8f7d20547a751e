import Answers
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
struct DocumentFact: Codable {
  let version: Int
  let recordedAt: String
  let source: SourceFile
  let document: LandDocument

  init(_ version: RegisterExport.Version) {
    self.version = version.version
    recordedAt = version.recordedAt
    source = version.source
    document = version.document
  }

  enum CodingKeys: String, CodingKey {
    case version
    case recordedAt = "recorded_at"
    case sha256, extractor
    case sourceName = "source_file"
    case number, title, date, issuer, addressee, county, kind
    case requestNumber = "request_number"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    version = try container.decode(Int.self, forKey: .version)
    recordedAt = try container.decode(String.self, forKey: .recordedAt)
    source = SourceFile(
      name: try container.decode(String.self, forKey: .sourceName),
      sha256: try container.decodeIfPresent(String.self, forKey: .sha256),
      extractor: try container.decode(String.self, forKey: .extractor))
    document = try LandDocument(from: decoder)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(version, forKey: .version)
    try container.encode(recordedAt, forKey: .recordedAt)
    try container.encode(source.name, forKey: .sourceName)
    try container.encodeIfPresent(source.sha256, forKey: .sha256)
    try container.encode(source.extractor, forKey: .extractor)
    try container.encodeIfPresent(document.number, forKey: .number)
    try container.encode(document.title, forKey: .title)
    try container.encodeIfPresent(document.date, forKey: .date)
    try container.encodeIfPresent(document.issuer, forKey: .issuer)
    try container.encodeIfPresent(document.addressee, forKey: .addressee)
    try container.encodeIfPresent(document.county, forKey: .county)
    try container.encode(document.kind, forKey: .kind)
    try container.encodeIfPresent(document.requestNumber, forKey: .requestNumber)
    try document.place.encode(to: encoder)
  }
}
