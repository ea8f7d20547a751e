@testable import Tiling

extension VectorTile {
  /// The bytes of the tile; layers without features are kept.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for layer in layers {
      var output = LayerBytes(name: layer.name)
      for feature in layer.features {
        for property in feature.properties {
          output.append(output.key(property.name), property.value)
        }
        var geometry = GeometryBytes()
        for number in feature.geometry.numbers {
          ProtobufBytes.append(varint: UInt64(number), to: &geometry.bytes)
        }
        output.finishFeature(identifier: feature.identifier, feature.geometry.kind, geometry)
      }
      output.finish(extent: layer.extent, version: layer.version, into: &bytes)
    }
    return bytes
  }
}

extension VectorTileGeometry {
  /// The shape as commands and steps; steps keep 32 bits.
  var numbers: [UInt32] {
    let (moveTo, lineTo, closePath): (UInt32, UInt32, UInt32) = (1, 2, 7)
    var (x, y): (Int32, Int32) = (0, 0)
    func step(_ vertex: Int) -> [UInt32] {
      let next = (
        Int32(truncatingIfNeeded: xy[2 * vertex]), Int32(truncatingIfNeeded: xy[2 * vertex + 1])
      )
      defer { (x, y) = next }
      return [ProtobufBytes.zigzag(next.0 &- x), ProtobufBytes.zigzag(next.1 &- y)]
    }
    switch kind {
    case .unknown: return commands
    case .point:
      let count = UInt32(truncatingIfNeeded: xy.count / 2)
      return [count << 3 | moveTo] + (0..<xy.count / 2).flatMap(step)
    case .line, .polygon:
      var numbers: [UInt32] = []
      for ring in 0..<ringCount {
        let vertices = ringOffsets[ring]..<ringOffsets[ring + 1]
        guard let first = vertices.first else { continue }
        numbers += [1 << 3 | moveTo] + step(first)
        numbers.append(UInt32(truncatingIfNeeded: vertices.count - 1) << 3 | lineTo)
        numbers += vertices.dropFirst().flatMap(step)
        if kind == .polygon { numbers.append(1 << 3 | closePath) }
      }
      return numbers
    }
  }
}
