/// What a published copy says of itself beside the rows.
public struct Publication: Hashable, Sendable {
  /// How a layer is drawn.
  public struct Style: Hashable, Sendable {
    /// The layer's table.
    public var table: String
    /// The style's name.
    public var name: String
    /// The style as QGIS has it.
    public var qml: String
    /// The style as Styled Layer Descriptor.
    public var sld: String

    /// A style.
    public init(table: String, name: String, qml: String, sld: String) {
      self.table = table
      self.name = name
      self.qml = qml
      self.sld = sld
    }
  }

  /// The default style of each layer.
  public var styles: [Style]
  /// Where the content comes from, as JSON with the names of Dublin Core.
  public var metadata: String

  /// A publication.
  public init(styles: [Style], metadata: String) {
    self.styles = styles
    self.metadata = metadata
  }
}
