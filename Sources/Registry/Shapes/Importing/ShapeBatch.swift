internal import Planning
internal import Storage

/// A stretch of a file on its way into the register.
struct ShapeBatch: Sendable {
  /// The features.
  var prepared: PreparedShapes
  /// What the attributes say of each parcel; empty where they go into a layer.
  var statements: [ParcelStatement]
  /// Where they lie.
  var placing: ShapePlacing
  /// What the file says of all.
  var facts: ShapeFileFacts
  /// The features as they are written, where they are boundaries that go into a register.
  var encoded: EncodedBoundaries?
}
