internal import Characters

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
  /// Writes `outcome` as `inserted`, `unchanged` or `new_version` with its `version`.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("document", document)
    switch change {
    case .inserted: try json("outcome", "inserted")
    case .unchanged: try json("outcome", "unchanged")
    case .newVersion(let version):
      try json("outcome", "new_version")
      try json("version", version)
    }
    try json.members(of: place)
  }
}
