/// What a published copy says of where its content comes from. The keys are those of Dublin Core
/// (`http://purl.org/dc/terms/`) where it has one.
public struct PublicationMetadata: Hashable, Sendable, Encodable {
  /// Its title.
  public var title: String
  /// The program that made it, with its version.
  public var creator: String
  /// When it was made, UTC.
  public var created: String
  /// The counties it is about.
  public var spatial: [String]
  /// What its reader should know.
  public var description: String
  /// The documents and files it comes from.
  public var source: [PublicationSource]

  /// The metadata of a copy.
  public init(
    title: String, creator: String, created: String, spatial: [String], description: String,
    source: [PublicationSource]
  ) {
    self.title = title
    self.creator = creator
    self.created = created
    self.spatial = spatial
    self.description = description
    self.source = source
  }
}
