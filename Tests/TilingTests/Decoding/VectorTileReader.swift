@testable import Tiling

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
struct VectorTileReader: Sendable {
  /// Whether it refuses what the specification forbids.
  let isStrict: Bool

  /// A reader.
  init(isStrict: Bool = true) { self.isStrict = isStrict }

  /// Reads a tile.
  func read(_ bytes: [UInt8]) throws(VectorTileFault) -> VectorTile {
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

/// Reads the commands of a shape: moves, lines and closings from where the last ended.
///
/// Source: Mapbox Vector Tile Specification 2.1 §4.3.
struct GeometryCommands {
  private let isStrict: Bool
  private let layer: String
  private let feature: Int
  private var xy: [Int] = []
  private var ringOffsets = [0]
  private var (x, y) = (0, 0)
  private var next = 0

  init(isStrict: Bool, layer: String, feature: Int) {
    self.isStrict = isStrict
    self.layer = layer
    self.feature = feature
  }

  private enum Command: UInt32 {
    case moveTo = 1
    case lineTo = 2
    case closePath = 7
  }

  /// The shape of a feature.
  mutating func decode(
    _ commands: [UInt32], _ kind: VectorTileGeometry.Kind
  ) throws(VectorTileFault) -> VectorTileGeometry {
    switch kind {
    case .unknown: return VectorTileGeometry(unknown: commands)
    case .point:
      let count = try command(.moveTo, in: commands)
      for _ in 0..<count {
        try step(commands)
        ringOffsets.append(xy.count / 2)
      }
      guard next == commands.count else { throw .command(layer: layer, feature: feature) }
    case .line:
      while next < commands.count { try line(commands, least: 1) }
    case .polygon:
      while next < commands.count {
        try line(commands, least: 2)
        guard try command(.closePath, in: commands) == 1 else {
          throw .command(layer: layer, feature: feature)
        }
      }
    }
    return VectorTileGeometry(kind, xy: xy, ringOffsets: ringOffsets)
  }

  /// A move and the lines after it.
  private mutating func line(_ commands: [UInt32], least: Int) throws(VectorTileFault) {
    guard try command(.moveTo, in: commands) == 1 else {
      throw .command(layer: layer, feature: feature)
    }
    try step(commands)
    let count = try command(.lineTo, in: commands)
    guard count >= least else { throw .command(layer: layer, feature: feature) }
    for _ in 0..<count {
      let (lastX, lastY) = (x, y)
      try step(commands)
      if isStrict && x == lastX && y == lastY {
        throw .segmentWithoutLength(layer: layer, feature: feature)
      }
    }
    ringOffsets.append(xy.count / 2)
  }

  /// The next command's count, of which there are as many steps.
  private mutating func command(
    _ expected: Command, in commands: [UInt32]
  ) throws(VectorTileFault) -> Int {
    guard next < commands.count, Command(rawValue: commands[next] & 7) == expected else {
      throw .command(layer: layer, feature: feature)
    }
    let count = Int(commands[next] >> 3)
    next += 1
    guard count > 0 else { throw .command(layer: layer, feature: feature) }
    guard expected == .closePath || 2 * count <= commands.count - next else {
      throw .commandCount(layer: layer, feature: feature)
    }
    return count
  }

  private mutating func step(_ commands: [UInt32]) throws(VectorTileFault) {
    guard next + 1 < commands.count else { throw .commandCount(layer: layer, feature: feature) }
    x += GeometryCommands.signed(commands[next])
    y += GeometryCommands.signed(commands[next + 1])
    next += 2
    xy.append(x)
    xy.append(y)
  }

  private static func signed(_ number: UInt32) -> Int {
    Int(Int32(bitPattern: number >> 1) ^ -Int32(bitPattern: number & 1))
  }
}
