/// Reads the bytes of a vector tile.
///
/// Strict, it refuses what the specification forbids in version 2. Tolerant, it goes on where it
/// can: a feature of a kind there is not becomes one of unknown kind, a feature without shape and
/// one whose commands are not understood are left out, an odd tag and a tag that names nothing are
/// passed over, layers of one name are kept side by side, a text that is not UTF-8 is repaired, a
/// layer without version is of version 1 and a later one of version 2. In both a feature without
/// kind is of unknown kind, the default of `vector_tile.proto`, and fields that are not known are
/// passed over.
///
/// Nothing is made that the bytes do not pay for: counts are compared with what is left, so that
/// memory grows with the bytes and not with what they claim.
///
/// Source: Mapbox Vector Tile Specification 2.1.
public struct VectorTileReader: Sendable {
  /// Whether it refuses what the specification forbids.
  public let isStrict: Bool

  /// A reader.
  public init(isStrict: Bool = true) { self.isStrict = isStrict }

  /// Reads a tile.
  public func read(_ bytes: [UInt8]) throws(VectorTileFault) -> VectorTile {
    var tile = VectorTile()
    var names: Set<VectorTileValue> = []
    var reader = ProtobufReader(bytes, 0..<bytes.count)
    while let field = try reader.field() {
      guard field.number == 3 else {
        try reader.skip(field)
        continue
      }
      try reader.expect(.lengthDelimited, field)
      var work = VectorTileLayerReading(bytes, isStrict: isStrict)
      let layer = try work.read(try reader.stretch())
      guard names.insert(.text(layer.name)).inserted || !isStrict else {
        throw .duplicateLayer(layer.name)
      }
      tile.layers.append(layer)
    }
    return tile
  }
}
