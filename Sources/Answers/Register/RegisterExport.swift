public import Characters
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

extension RegisterExport.Version: JSONRecord {
  /// A version of nothing.
  public static var blank: RegisterExport.Version {
    RegisterExport.Version(
      version: 1, recordedAt: "", source: SourceFile(name: "", sha256: nil, extractor: ""),
      document: .blank)
  }

  /// Reads or writes the version.
  public mutating func exchange(_ json: inout JSONExchange) throws {
    try json("version", &version)
    try json("recorded_at", &recordedAt)
    try json("sha256", &source.sha256)
    try json("file", &source.name)
    try json("extractor", &source.extractor)
    try json("document", &document)
  }
}
