public import SimpleFeatures

/// One layer of a tile to be written: shapes, and beside them the attributes of the whole layer.
public struct TileLayer: Sendable {
  /// Its name; no two layers of a tile have the same.
  public var name: String
  /// Shapes in whole units of the tile, y to the south; areas as ``TileFeatures`` has them.
  public var shapes: GeometryColumn
  /// For each shape the row of the attributes and identifiers that belong to it.
  public var rows: [Int]
  /// The attributes of all rows, each with another name.
  public var fields: [FieldColumn]
  /// The features' numbers by row; without where empty.
  public var identifiers: [UInt64]
  /// Attributes whose numbers 0 and 1 are written as `false` and `true`.
  public var flags: Set<String>
  /// Units along a side of the tile.
  public var extent: Int

  /// A layer of a tile's features.
  public init(
    name: String, _ features: TileFeatures, fields: [FieldColumn] = [],
    identifiers: [UInt64] = [], flags: Set<String> = [], extent: Int = 4096
  ) {
    self.name = name
    shapes = features.shapes
    rows = features.rows
    self.fields = fields
    self.identifiers = identifiers
    self.flags = flags
    self.extent = extent
  }
}

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

/// The values of a layer, each once, in the order in which they came.
struct ValueTable {
  /// The place of a value in each slot, counted from 1; 0 where the slot is free.
  private var slots = [UInt32](repeating: 0, count: 64)
  private var values: [VectorTileValue] = []
  private var hashes: [UInt64] = []

  /// The place of a value, which is added where it is new.
  mutating func place(of value: VectorTileValue) -> (place: UInt32, isNew: Bool) {
    let hash = ValueTable.hash(value)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] > 0 {
      let place = Int(slots[slot]) - 1
      if hashes[place] == hash && values[place] == value {
        return (UInt32(truncatingIfNeeded: place), false)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    values.append(value)
    hashes.append(hash)
    slots[slot] = UInt32(truncatingIfNeeded: values.count)
    if 2 * values.count > slots.count { grow() }
    return (UInt32(truncatingIfNeeded: values.count - 1), true)
  }

  private mutating func grow() {
    let mask = 2 * slots.count - 1
    slots = Array(repeating: 0, count: mask + 1)
    for (place, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] > 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(truncatingIfNeeded: place + 1)
    }
  }

  private static func hash(_ value: VectorTileValue) -> UInt64 {
    switch value {
    case .text(let text):
      var hash: UInt64 = 1
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15 }
      return mix(hash)
    case .single(let number): return mix(UInt64(number.bitPattern) &+ 2)
    case .real(let number): return mix(number.bitPattern &+ 3)
    case .integer(let number): return mix(UInt64(bitPattern: number) &+ 4)
    case .unsigned(let number): return mix(number &+ 5)
    case .signed(let number): return mix(UInt64(bitPattern: number) &+ 6)
    case .boolean(let flag): return flag ? 7 : 8
    }
  }

  /// Source: SplitMix64.
  private static func mix(_ number: UInt64) -> UInt64 {
    var mixed = (number ^ number >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
