internal import Planning
public import Terms

/// A document, a file of boundaries or a reference layer that a published copy comes from.
public struct PublicationSource: Hashable, Sendable, Encodable {
  /// What a source is.
  public enum Kind: String, Hashable, Sendable, Encodable {
    case document, boundaries, layer
  }

  /// What it is.
  public var kind: Kind
  /// The document's number or the layer's name.
  public var identifier: String?
  /// The document's title.
  public var title: String?
  /// Its day.
  public var date: String?
  /// Its version in the register, where it has one.
  public var version: Int?
  /// How good its shapes are.
  public var quality: BoundaryQuality?
  /// The file.
  public var file: String
  /// The SHA-256 of the file, in hexadecimal.
  public var sha256: String?
  /// What read it.
  public var extractor: String
  /// When the register learnt of it, UTC.
  public var recordedAt: String

  /// A source.
  public init(
    kind: Kind, identifier: String? = nil, title: String? = nil, date: String? = nil,
    version: Int? = nil, quality: BoundaryQuality? = nil, file: String, sha256: String? = nil,
    extractor: String, recordedAt: String
  ) {
    self.kind = kind
    self.identifier = identifier
    self.title = title
    self.date = date
    self.version = version
    self.quality = quality
    self.file = file
    self.sha256 = sha256
    self.extractor = extractor
    self.recordedAt = recordedAt
  }

  enum CodingKeys: String, CodingKey {
    case kind, identifier, title, date, version, quality, file, sha256, extractor
    case recordedAt = "recorded_at"
  }
}
