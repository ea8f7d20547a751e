internal import SimpleFeatures

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
