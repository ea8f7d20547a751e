internal import SimpleFeatures

/// Writes vector tiles of version 2: `application/vnd.mapbox-vector-tile`.
///
/// Written by hand and not with a library for protocol buffers: there are four kinds of message,
/// the packed numbers come straight from the columns without an object for a vertex or feature, and
/// nothing has to be carried along. What it writes is held against the published fixtures and other
/// decoders. The same input gives the same bytes.
///
/// A text is `string_value`, a real number `double_value`, a whole number `uint_value` or, below 0,
/// `sint_value`. An attribute without value is left out, so is a feature whose shape is empty or
/// has a coordinate that is no whole number of less than 2³⁰, and a layer without features.
///
/// Source: Mapbox Vector Tile Specification 2.1.
public enum VectorTileWriter {
  /// Writes a layer. A tile is its layers one after the other, no two of one name.
  public static func write(_ layer: TileLayer) -> [UInt8] {
    var output = LayerBytes(name: layer.name)
    var geometry = GeometryBytes()
    // A key stands in the layer once a feature has it.
    var keys = [UInt32?](repeating: nil, count: layer.fields.count)
    let flags = layer.fields.map { layer.flags.contains($0.name) }
    for (place, row) in zip(0..<layer.shapes.count, layer.rows) {
      guard let kind = kind(layer.shapes.types[place]), geometry.write(place, of: layer.shapes)
      else { continue }
      for index in layer.fields.indices {
        guard layer.fields[index].values.indices.contains(row),
          let value = value(layer.fields[index].values[row], isFlag: flags[index])
        else { continue }
        let key = keys[index] ?? output.key(layer.fields[index].name)
        keys[index] = key
        output.append(key, value)
      }
      let identifiers = layer.identifiers
      output.finishFeature(
        identifier: identifiers.indices.contains(row) ? identifiers[row] : nil, kind, geometry)
    }
    guard !output.isEmpty else { return [] }
    var bytes: [UInt8] = []
    output.finish(extent: UInt32(clamping: layer.extent), into: &bytes)
    return bytes
  }

  private static func kind(_ type: GeometryType?) -> VectorTileKind? {
    switch type?.dimension {
    case 0: .point
    case 1: .line
    case 2: .polygon
    default: nil
    }
  }

  private static func value(_ value: FieldValue, isFlag: Bool) -> VectorTileValue? {
    switch value {
    case .none: nil
    case .integer(let number) where isFlag && (number == 0 || number == 1): .boolean(number == 1)
    case .integer(let number): number < 0 ? .signed(number) : .unsigned(UInt64(number))
    case .real(let number): .real(number)
    case .text(let text): .text(text)
    }
  }
}
