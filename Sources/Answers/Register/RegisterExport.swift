public import Planning

/// Everything a register knows, in one value: every version of every document, with the instant it
/// was recorded.
///
/// Whatever else the register shows follows from these, so export → import → export is the same.
public struct RegisterExport: Hashable, Sendable, Codable {
  /// One version of one document.
  public struct Version: Hashable, Sendable {
    /// The version of the document, counted from 1.
    public var version: Int
    /// When the register learnt of it, UTC.
    public var recordedAt: String
    /// The file it was read from.
    public var source: SourceFile
    /// The document with all it says.
    public var document: LandDocument

    /// A version.
    public init(version: Int, recordedAt: String, source: SourceFile, document: LandDocument) {
      self.version = version
      self.recordedAt = recordedAt
      self.source = source
      self.document = document
    }
  }

  /// The format's name.
  public static let format = "yulin-register"
  /// The format's version that this program writes.
  public static let formatVersion = 1

  /// The format's name: ``format``.
  public var format = RegisterExport.format
  /// The format's version.
  public var version = RegisterExport.formatVersion
  /// The document versions in the order they were recorded.
  public var documentVersions: [Version]

  /// An export of these versions.
  public init(documentVersions: [Version]) {
    self.documentVersions = documentVersions
  }

  enum CodingKeys: String, CodingKey {
    case format, version
    case documentVersions = "document_versions"
  }
}

extension RegisterExport.Version: Codable {
  enum CodingKeys: String, CodingKey {
    case version
    case recordedAt = "recorded_at"
    case sha256, file, extractor, document
  }

  /// Reads a version.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      version: try container.decode(Int.self, forKey: .version),
      recordedAt: try container.decode(String.self, forKey: .recordedAt),
      source: SourceFile(
        name: try container.decode(String.self, forKey: .file),
        sha256: try container.decodeIfPresent(String.self, forKey: .sha256),
        extractor: try container.decode(String.self, forKey: .extractor)),
      document: try container.decode(LandDocument.self, forKey: .document))
  }

  /// Writes the version.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(version, forKey: .version)
    try container.encode(recordedAt, forKey: .recordedAt)
    try container.encodeIfPresent(source.sha256, forKey: .sha256)
    try container.encode(source.name, forKey: .file)
    try container.encode(source.extractor, forKey: .extractor)
    try container.encode(document, forKey: .document)
  }
}
