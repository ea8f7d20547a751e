public import Planning

/// Why something cannot be written as a coordinate text.
public enum CoordinateTextFault: Error, Hashable, Sendable {
  /// A character has no code in the encoding. Where: the title of the field, or the header's key.
  case unencodable(character: String, field: String)
  /// A feature, counted from 1, has no shape, or one without points.
  case noShape(feature: Int)
  /// A coordinate of a feature, counted from 1, is not finite.
  case notFinite(feature: Int)
  /// The dialect wants degrees and the coordinates are metres, or the other way round.
  case wrongUnit(dialect: CoordinateTextDialect)
}
