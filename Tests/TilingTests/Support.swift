import SimpleFeatures
import TestSupport

@testable import Tiling

enum Bytes {
  /// Packed numbers.
  static func numbers(_ bytes: [UInt8]) -> [UInt32] {
    var reader = ProtobufReader(bytes, 0..<bytes.count)
    var numbers: [UInt32] = []
    while let number = try? reader.number() { numbers.append(number) }
    return numbers
  }
}

extension [UInt8] {
  /// The bytes of a tile of one layer with its true length.
  func replacingLength() -> [UInt8] {
    var bytes = self
    bytes[1] = UInt8(count - 2)
    return bytes
  }
}

extension TileFeatures {
  /// Features of shapes that are whole already.
  mutating func replaceAll(_ geometries: [Geometry]) {
    self = TileFeatures()
    for (row, geometry) in geometries.enumerated() {
      shapes.append(geometry)
      rows.append(row)
    }
  }
}

extension SeededGenerator {
  mutating func integer(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func number(_ range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &self)
  }

  /// A closed ring around a centre, as far out as it likes at each of some angles: it does not
  /// cross itself.
  mutating func star(x: Double, y: Double, radius: Double, vertices: Int) -> [Double] {
    var ring: [Double] = []
    for vertex in 0..<vertices {
      let angle = (Double(vertex) + number(0...0.9)) / Double(vertices) * 2 * .pi
      let length = radius * number(0.2...1)
      ring += [x + length * Trigonometry.cosine(angle), y + length * Trigonometry.sine(angle)]
    }
    return ring + ring.prefix(2)
  }
}
