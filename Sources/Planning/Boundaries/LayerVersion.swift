public import SimpleFeatures

/// A version of a reference layer as the register holds it.
public struct LayerVersion: Hashable, Sendable {
  /// An attribute of its features.
  public struct Field: Hashable, Sendable, Codable {
    /// The name in the file.
    public var name: String
    /// A name for people, where the file has one beside.
    public var title: String?
    /// The column that holds it.
    public var column: String

    /// An attribute.
    public init(name: String, title: String?, column: String) {
      self.name = name
      self.title = title
      self.column = column
    }
  }

  /// The layer and its file.
  public var source: LayerSource
  /// The version among those of the same name, counted from 1.
  public var version: Int
  /// When the register learnt of it, UTC.
  public var recordedAt: String
  /// The table of its features.
  public var table: String
  /// How many there are.
  public var featureCount: Int
  /// How many of them have a shape that is not valid.
  public var faultCount: Int
  /// The box around all, in the layer's coordinate system.
  public var envelope: Envelope?
  /// The attributes.
  public var fields: [Field]

  /// A version.
  public init(
    source: LayerSource, version: Int, recordedAt: String, table: String, featureCount: Int,
    faultCount: Int, envelope: Envelope?, fields: [Field]
  ) {
    self.source = source
    self.version = version
    self.recordedAt = recordedAt
    self.table = table
    self.featureCount = featureCount
    self.faultCount = faultCount
    self.envelope = envelope
    self.fields = fields
  }
}
