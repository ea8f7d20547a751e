internal import SimpleFeatures

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

/// Writes the commands of a shape: moves, lines and closings, each step from where the last ended.
///
/// Source: Mapbox Vector Tile Specification 2.1 §4.3.
struct GeometryBytes {
  /// The packed numbers.
  var bytes: [UInt8] = []
  private var (x, y): (Int32, Int32) = (0, 0)

  private static let moveTo: UInt32 = 1
  private static let lineTo: UInt32 = 2
  private static let closePath: UInt32 = 7

  private mutating func begin(vertices: Int, rings: Int) {
    bytes.removeAll(keepingCapacity: true)
    bytes.reserveCapacity(2 * ProtobufBytes.longestNumber * (vertices + 2 * rings))
    (x, y) = (0, 0)
  }

  private mutating func append(number: UInt32) {
    ProtobufBytes.append(varint: UInt64(number), to: &bytes)
  }

  /// Writes a feature of a column; false where it has no vertex or one that is no whole number of
  /// less than 2³⁰.
  mutating func write(_ feature: Int, of column: GeometryColumn) -> Bool {
    guard let dimension = column.types[feature]?.dimension else { return false }
    let (vertices, rings) = (column.vertices(of: feature), column.rings(of: feature))
    guard !vertices.isEmpty else { return false }
    let xy = column.xy.span
    for index in 2 * vertices.lowerBound..<2 * vertices.upperBound {
      guard abs(xy[index]) < 0x1p30, Double(Int64(xy[index])) == xy[index] else { return false }
    }
    begin(vertices: vertices.count, rings: rings.count)
    if dimension == 0 {
      append(number: UInt32(truncatingIfNeeded: vertices.count) << 3 | GeometryBytes.moveTo)
      append(vertices, xy)
      return true
    }
    for ring in rings {
      var vertices = Int(column.ringOffsets[ring])..<Int(column.ringOffsets[ring + 1])
      if dimension == 2 {
        if RingMeasure.isClosed(column.xy, vertices) { vertices = vertices.dropLast() }
        guard vertices.count > 2 else { continue }
      }
      guard vertices.count > 1 else { continue }
      append(line: vertices, xy)
      if dimension == 2 { append(number: 1 << 3 | GeometryBytes.closePath) }
    }
    return !bytes.isEmpty
  }

  private mutating func append(line vertices: Range<Int>, _ xy: Span<Double>) {
    append(number: 1 << 3 | GeometryBytes.moveTo)
    append(vertices.lowerBound..<vertices.lowerBound + 1, xy)
    append(number: UInt32(truncatingIfNeeded: vertices.count - 1) << 3 | GeometryBytes.lineTo)
    append(vertices.lowerBound + 1..<vertices.upperBound, xy)
  }

  private mutating func append(_ vertices: Range<Int>, _ xy: Span<Double>) {
    var (lastX, lastY) = (x, y)
    let room = 2 * ProtobufBytes.longestNumber * vertices.count
    bytes.append(addingCapacity: room) { output in
      for vertex in vertices {
        let nextX = Int32(truncatingIfNeeded: Int64(xy[2 * vertex]))
        let nextY = Int32(truncatingIfNeeded: Int64(xy[2 * vertex + 1]))
        ProtobufBytes.append(number: ProtobufBytes.zigzag(nextX &- lastX), to: &output)
        ProtobufBytes.append(number: ProtobufBytes.zigzag(nextY &- lastY), to: &output)
        (lastX, lastY) = (nextX, nextY)
      }
    }
    (x, y) = (lastX, lastY)
  }
}

/// Writes fields of protocol buffers.
///
/// Source: Protocol Buffers, "Encoding".
enum ProtobufBytes {
  /// How a field is written.
  enum WireType: UInt64 {
    case varint = 0
    case eightBytes = 1
    case lengthDelimited = 2
    case fourBytes = 5
  }

  /// The most bytes that a number of 32 bits takes.
  static let longestNumber = 5

  @inline(__always)
  static func append(varint value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  @inline(__always)
  static func append(number value: UInt32, to output: inout OutputSpan<UInt8>) {
    var rest = value
    while rest >= 0x80 {
      output.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    output.append(UInt8(truncatingIfNeeded: rest))
  }

  /// The bytes that a number takes.
  static func length(ofVarint value: UInt64) -> Int {
    max(1, (70 - value.leadingZeroBitCount) / 7)
  }

  /// The key of a field: its number and how it is written.
  @inline(__always)
  static func append(
    field: UInt64, _ type: WireType, to bytes: inout [UInt8]
  ) {
    append(varint: field << 3 | type.rawValue, to: &bytes)
  }

  static func append(field: UInt64, varint value: UInt64, to bytes: inout [UInt8]) {
    append(field: field, .varint, to: &bytes)
    append(varint: value, to: &bytes)
  }

  static func append(field: UInt64, text: String, to bytes: inout [UInt8]) {
    append(field: field, .lengthDelimited, to: &bytes)
    append(varint: UInt64(text.utf8.count), to: &bytes)
    bytes += text.utf8
  }

  static func append(field: UInt64, bytes content: [UInt8], to bytes: inout [UInt8]) {
    append(field: field, .lengthDelimited, to: &bytes)
    append(varint: UInt64(content.count), to: &bytes)
    bytes += content
  }

  /// A number as so many bytes, the least first.
  static func append(fixed value: UInt64, count: Int, to bytes: inout [UInt8]) {
    for place in 0..<count {
      bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * place)))
    }
  }

  /// Small numbers of either sign as small numbers.
  @inline(__always)
  static func zigzag(_ value: Int32) -> UInt32 { UInt32(bitPattern: value << 1 ^ value >> 31) }
}
