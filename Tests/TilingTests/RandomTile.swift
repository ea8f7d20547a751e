import TestSupport

@testable import Tiling

/// Tiles made by chance, of all kinds of shape and value.
enum RandomTile {
  static func tile(_ random: inout SeededGenerator) -> VectorTile {
    var tile = VectorTile()
    for number in 0..<random.integer(0...3) {
      var layer = VectorTile.Layer(
        name: "层 \(number)", extent: UInt32(random.integer(1...8192)))
      for _ in 0..<random.integer(0...12) { layer.features.append(feature(&random)) }
      tile.layers.append(layer)
    }
    return tile
  }

  private static func feature(_ random: inout SeededGenerator) -> VectorTile.Feature {
    var properties: [VectorTile.Property] = []
    for key in 0..<5 where random.integer(0...2) > 0 {
      properties.append(VectorTile.Property("key \(key)", value(&random)))
    }
    return VectorTile.Feature(
      identifier: random.integer(0...1) == 0 ? nil : UInt64.random(in: 0...(.max), using: &random),
      properties: properties, geometry: geometry(&random))
  }

  private static func value(_ random: inout SeededGenerator) -> VectorTileValue {
    switch random.integer(0...6) {
    case 0: .text(["", "水田", "é", "e\u{301}", "a\0b"][random.integer(0...4)])
    case 1: .single([0, -0.0, .nan, 1.5, .infinity][random.integer(0...4)])
    case 2: .real([0, -0.0, .nan, 1e300, -.infinity, 0.1][random.integer(0...5)])
    case 3: .integer(Int64.random(in: .min ... .max, using: &random))
    case 4: .unsigned(UInt64.random(in: 0 ... .max, using: &random))
    case 5: .signed(Int64(random.integer(-3...3)))
    default: .boolean(random.integer(0...1) == 1)
    }
  }

  private static func geometry(_ random: inout SeededGenerator) -> VectorTileGeometry {
    let kind = VectorTileGeometry.Kind(rawValue: UInt32(random.integer(0...3))) ?? .unknown
    guard kind != .unknown else { return VectorTileGeometry(unknown: [9, 50, 34]) }
    var geometry = VectorTileGeometry(kind, xy: [], ringOffsets: [0])
    for _ in 0...random.integer(0...3) {
      var last = [Int.min, Int.min]
      let least = kind == .point ? 1 : kind == .line ? 2 : 3
      for _ in 0..<(kind == .point ? 1 : least + random.integer(0...5)) {
        var next = last
        while next == last { next = [random.integer(-70...4200), random.integer(-70...4200)] }
        geometry.xy += next
        last = next
      }
      geometry.ringOffsets.append(geometry.xy.count / 2)
    }
    return geometry
  }
}
