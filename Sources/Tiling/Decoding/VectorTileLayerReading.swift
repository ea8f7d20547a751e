/// The work on one layer: first its keys and values, then its features, which may stand before
/// them.
struct VectorTileLayerReading {
  private let bytes: [UInt8]
  private let isStrict: Bool
  private var name: String?
  private var version: UInt32?
  private var extent: UInt32 = 4096
  private var features: [Range<Int>] = []
  private var keys: [String] = []
  private var values: [VectorTileValue?] = []
  /// For each key the feature that had it last, counted from 1.
  private var lastFeature: [Int] = []
  private var tags: [UInt32] = []
  private var commands: [UInt32] = []

  init(_ bytes: [UInt8], isStrict: Bool) {
    self.bytes = bytes
    self.isStrict = isStrict
  }

  /// Reads the layer in a stretch of the bytes.
  mutating func read(_ range: Range<Int>) throws(VectorTileFault) -> VectorTile.Layer {
    try gather(range)
    guard let name else { throw .layerWithoutName }
    // 1 is the default of `vector_tile.proto`, which the specification does not want.
    guard let version = version ?? (isStrict ? nil : 1), version >= 1, version <= 2 || !isStrict
    else { throw .version(version) }
    guard extent > 0 || !isStrict else { throw .extent }
    guard !isStrict || !values.contains(nil) else { throw .value(layer: name) }
    lastFeature = Array(repeating: 0, count: keys.count)
    var layer = VectorTile.Layer(name: name, version: min(version, 2), extent: extent)
    for (index, stretch) in features.enumerated() {
      guard let feature = try feature(stretch, index, name) else { continue }
      layer.features.append(feature)
    }
    return layer
  }

  private mutating func gather(_ range: Range<Int>) throws(VectorTileFault) {
    var reader = ProtobufReader(bytes, range)
    while let field = try reader.field() {
      switch field.number {
      case 1: name = try reader.text(field, repairs: !isStrict)
      case 2:
        try reader.expect(.lengthDelimited, field)
        features.append(try reader.stretch())
      case 3: keys.append(try reader.text(field, repairs: !isStrict))
      case 4:
        try reader.expect(.lengthDelimited, field)
        values.append(try value(try reader.stretch()))
      case 5:
        try reader.expect(.varint, field)
        extent = try reader.number()
      case 15:
        try reader.expect(.varint, field)
        version = try reader.number()
      default: try reader.skip(field)
      }
    }
  }

  /// A value; `nil` where it is of no kind or of several.
  private func value(_ range: Range<Int>) throws(VectorTileFault) -> VectorTileValue? {
    var reader = ProtobufReader(bytes, range)
    var (value, kinds) = (VectorTileValue?.none, 0)
    while let field = try reader.field() {
      guard (1...7).contains(field.number) else {
        try reader.skip(field)
        continue
      }
      kinds += 1
      switch field.number {
      case 1: value = .text(try reader.text(field, repairs: !isStrict))
      case 2:
        try reader.expect(.fourBytes, field)
        let bits = UInt32(truncatingIfNeeded: try reader.fixed(4))
        value = .single(Float(bitPattern: bits))
      case 3:
        try reader.expect(.eightBytes, field)
        value = .real(Double(bitPattern: try reader.fixed(8)))
      default:
        try reader.expect(.varint, field)
        let number = try reader.varint()
        switch field.number {
        case 4: value = .integer(Int64(bitPattern: number))
        case 5: value = .unsigned(number)
        case 6:
          value = .signed(Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1))
        default: value = .boolean(number != 0)
        }
      }
    }
    return kinds == 1 || !isStrict ? value : nil
  }

  private mutating func feature(
    _ range: Range<Int>, _ index: Int, _ layer: String
  ) throws(VectorTileFault) -> VectorTile.Feature? {
    var reader = ProtobufReader(bytes, range)
    var identifier: UInt64?
    var kind: VectorTileGeometry.Kind?
    var shapes = 0
    tags.removeAll(keepingCapacity: true)
    commands.removeAll(keepingCapacity: true)
    while let field = try reader.field() {
      switch field.number {
      case 1:
        try reader.expect(.varint, field)
        identifier = try reader.varint()
      case 2: try reader.numbers(field, into: &tags)
      case 3:
        try reader.expect(.varint, field)
        kind = VectorTileGeometry.Kind(rawValue: try reader.number())
        guard kind != nil || !isStrict else { throw .kind(layer: layer, feature: index) }
      case 4:
        if field.type == .lengthDelimited { shapes += 1 }
        try reader.numbers(field, into: &commands)
      default: try reader.skip(field)
      }
    }
    if isStrict {
      guard shapes <= 1 else { throw .duplicateGeometry(layer: layer, feature: index) }
      guard !commands.isEmpty else { throw .missingGeometry(layer: layer, feature: index) }
    }
    let properties = try properties(index, layer)
    var decoding = GeometryCommands(isStrict: isStrict, layer: layer, feature: index)
    do {
      guard !commands.isEmpty else { return nil }
      let geometry = try decoding.decode(commands, kind ?? .unknown)
      return VectorTile.Feature(
        identifier: identifier, properties: properties, geometry: geometry)
    } catch {
      guard !isStrict else { throw error }
      return nil
    }
  }

  private mutating func properties(
    _ index: Int, _ layer: String
  ) throws(VectorTileFault) -> [VectorTile.Property] {
    guard tags.count % 2 == 0 || !isStrict else { throw .oddTags(layer: layer, feature: index) }
    var properties: [VectorTile.Property] = []
    properties.reserveCapacity(tags.count / 2)
    for pair in stride(from: 0, to: tags.count - 1, by: 2) {
      let (key, number) = (Int(tags[pair]), Int(tags[pair + 1]))
      guard key < keys.count, number < values.count, let value = values[number] else {
        if isStrict { throw .tag(layer: layer, feature: index) }
        continue
      }
      if isStrict && lastFeature[key] == index + 1 {
        throw .duplicateProperty(layer: layer, feature: index)
      }
      lastFeature[key] = index + 1
      properties.append(VectorTile.Property(keys[key], value))
    }
    return properties
  }
}
