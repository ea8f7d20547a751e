/// What is wrong with the bytes of a vector tile.
public enum VectorTileFault: Error, Hashable, Sendable {
  /// The bytes end within a number, or a length is more than there is.
  case truncated(offset: Int)
  /// A number has more than ten bytes.
  case longNumber(offset: Int)
  /// A field is written as another kind than it is, or as a kind there is not.
  case wireType(offset: Int)
  /// A text is not UTF-8.
  case text(offset: Int)
  /// A layer has no version, or one that is not known.
  case version(UInt32?)
  /// A layer has no name.
  case layerWithoutName
  /// Two layers have one name.
  case duplicateLayer(String)
  /// An extent of 0.
  case extent
  /// A value that is of none or of several kinds.
  case value(layer: String)
  /// A feature of a kind of shape that there is not.
  case kind(layer: String, feature: Int)
  /// A feature without shape.
  case missingGeometry(layer: String, feature: Int)
  /// A feature with more than one shape.
  case duplicateGeometry(layer: String, feature: Int)
  /// Tags that are not pairs.
  case oddTags(layer: String, feature: Int)
  /// A tag that names no key or no value of its layer.
  case tag(layer: String, feature: Int)
  /// An attribute that stands twice.
  case duplicateProperty(layer: String, feature: Int)
  /// A command that does not stand here, or not so many times.
  case command(layer: String, feature: Int)
  /// A command that is repeated more often than there are numbers.
  case commandCount(layer: String, feature: Int)
  /// A line that does not move.
  case segmentWithoutLength(layer: String, feature: Int)
}
