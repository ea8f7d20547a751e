/// The kinds of shape of a vector tile; the raw value is the code in the bytes.
enum VectorTileKind: UInt32 {
  case unknown = 0
  case point = 1
  case line = 2
  case polygon = 3
}

/// Writes one layer: its features one by one, each key and value once.
struct LayerBytes {
  private let name: String
  private var features: [UInt8] = []
  private var feature: [UInt8] = []
  private var keys: [VectorTileValue: UInt32] = [:]
  private var values = ValueTable()
  private var keyBytes: [UInt8] = []
  private var valueBytes: [UInt8] = []
  private var tags: [UInt8] = []

  /// Whether there is no feature.
  var isEmpty: Bool { features.isEmpty }

  init(name: String) { self.name = name }

  /// The place of a key, which is added where it is new.
  mutating func key(_ name: String) -> UInt32 {
    if let place = keys[.text(name)] { return place }
    let place = UInt32(truncatingIfNeeded: keys.count)
    keys[.text(name)] = place
    ProtobufBytes.append(field: 3, text: name, to: &keyBytes)
    return place
  }

  /// Adds an attribute to the feature at hand.
  mutating func append(_ key: UInt32, _ value: VectorTileValue) {
    let (place, isNew) = values.place(of: value)
    if isNew { LayerBytes.append(value, to: &valueBytes) }
    ProtobufBytes.append(varint: UInt64(key), to: &tags)
    ProtobufBytes.append(varint: UInt64(place), to: &tags)
  }

  private static func append(_ value: VectorTileValue, to bytes: inout [UInt8]) {
    let scalar: (field: UInt64, number: UInt64)
    switch value {
    case .text(let text):
      var message: [UInt8] = []
      ProtobufBytes.append(field: 1, text: text, to: &message)
      ProtobufBytes.append(field: 4, bytes: message, to: &bytes)
      return
    case .single(let number):
      ProtobufBytes.append(field: 4, .lengthDelimited, to: &bytes)
      bytes.append(5)
      ProtobufBytes.append(field: 2, .fourBytes, to: &bytes)
      ProtobufBytes.append(fixed: UInt64(number.bitPattern), count: 4, to: &bytes)
      return
    case .real(let number):
      ProtobufBytes.append(field: 4, .lengthDelimited, to: &bytes)
      bytes.append(9)
      ProtobufBytes.append(field: 3, .eightBytes, to: &bytes)
      ProtobufBytes.append(fixed: number.bitPattern, count: 8, to: &bytes)
      return
    case .integer(let number): scalar = (4, UInt64(bitPattern: number))
    case .unsigned(let number): scalar = (5, number)
    case .signed(let number): scalar = (6, UInt64(bitPattern: number << 1 ^ number >> 63))
    case .boolean(let flag): scalar = (7, flag ? 1 : 0)
    }
    ProtobufBytes.append(field: 4, .lengthDelimited, to: &bytes)
    bytes.append(UInt8(1 + ProtobufBytes.length(ofVarint: scalar.number)))
    ProtobufBytes.append(field: scalar.field, varint: scalar.number, to: &bytes)
  }

  /// Ends a feature with its shape; the attributes were added.
  mutating func finishFeature(
    identifier: UInt64?, _ kind: VectorTileKind, _ geometry: GeometryBytes
  ) {
    feature.removeAll(keepingCapacity: true)
    if let identifier { ProtobufBytes.append(field: 1, varint: identifier, to: &feature) }
    if !tags.isEmpty { ProtobufBytes.append(field: 2, bytes: tags, to: &feature) }
    ProtobufBytes.append(field: 3, varint: UInt64(kind.rawValue), to: &feature)
    ProtobufBytes.append(field: 4, bytes: geometry.bytes, to: &feature)
    ProtobufBytes.append(field: 2, bytes: feature, to: &features)
    tags.removeAll(keepingCapacity: true)
  }

  /// Adds the layer to a tile.
  func finish(extent: UInt32, version: UInt32 = 2, into tile: inout [UInt8]) {
    var head: [UInt8] = []
    ProtobufBytes.append(field: 1, text: name, to: &head)
    var tail: [UInt8] = []
    ProtobufBytes.append(field: 5, varint: UInt64(extent), to: &tail)
    ProtobufBytes.append(field: 15, varint: UInt64(version), to: &tail)
    let length = head.count + features.count + keyBytes.count + valueBytes.count + tail.count
    ProtobufBytes.append(field: 3, .lengthDelimited, to: &tile)
    ProtobufBytes.append(varint: UInt64(length), to: &tile)
    for part in [head, features, keyBytes, valueBytes, tail] { tile += part }
  }
}
