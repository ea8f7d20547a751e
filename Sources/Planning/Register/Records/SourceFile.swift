/// The file a document was read from, as the register remembers it.
public struct SourceFile: Hashable, Sendable, Codable {
  /// Its name as the user gave it.
  public var name: String
  /// The SHA-256 of its bytes, in hexadecimal; `nil` where there was no file.
  public var sha256: String?
  /// The program and version that read it (`yulin 0.1.0`).
  public var extractor: String

  /// A file.
  public init(name: String, sha256: String?, extractor: String) {
    self.name = name
    self.sha256 = sha256
    self.extractor = extractor
  }
}
