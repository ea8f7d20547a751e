/// What importing one document did.
public struct ImportOutcome: Hashable, Sendable {
  /// What happened.
  public enum Change: Hashable, Sendable {
    /// The register did not have the document.
    case inserted
    /// It had it with the same content; nothing was written.
    case unchanged
    /// It had it with other content; this is a new version of that number, counted from 1.
    case newVersion(Int)
  }

  /// The document's number, or its title where it has none.
  public var document: String
  /// The lines of the file it was read from.
  public var place: SourcePlace
  /// What happened.
  public var change: Change

  /// An outcome.
  public init(document: String, place: SourcePlace, change: Change) {
    self.document = document
    self.place = place
    self.change = change
  }
}

extension ImportOutcome: Encodable {
  enum CodingKeys: String, CodingKey {
    case document, outcome, version
  }

  /// Writes `outcome` as `inserted`, `unchanged` or `new_version` with its `version`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(document, forKey: .document)
    switch change {
    case .inserted: try container.encode("inserted", forKey: .outcome)
    case .unchanged: try container.encode("unchanged", forKey: .outcome)
    case .newVersion(let version):
      try container.encode("new_version", forKey: .outcome)
      try container.encode(version, forKey: .version)
    }
    try place.encode(to: encoder)
  }
}
