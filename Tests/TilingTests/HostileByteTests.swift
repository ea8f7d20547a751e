import SimpleFeatures
import TestSupport
import Testing

@testable import Tiling

enum Hostile {
  /// Reads bytes in both ways; what is read is written and read again.
  static func read(_ bytes: [UInt8]) {
    for isStrict in [true, false] {
      guard let tile = try? VectorTileReader(isStrict: isStrict).read(bytes) else { continue }
      for layer in tile.layers {
        for feature in layer.features { #expect(feature.geometry.parts.count <= bytes.count) }
      }
      #expect((try? VectorTileReader(isStrict: false).read(tile.bytes)) != nil)
    }
  }
}

@Suite struct HostileByteTests {
  @Test func randomBytesNeverTrap() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<20_000 {
      Hostile.read((0..<random.integer(0...60)).map { _ in UInt8(random.integer(0...255)) })
    }
  }

  @Test(arguments: 0..<20) func mutatedTilesNeverTrap(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bytes = RandomTile.tile(&random).bytes
    for _ in 0..<300 where !bytes.isEmpty {
      var mutated = bytes
      for _ in 0...random.integer(0...4) {
        let place = random.integer(0...mutated.count - 1)
        switch random.integer(0...3) {
        case 0: mutated[place] = UInt8(random.integer(0...255))
        case 1: mutated[place] ^= 1 << UInt8(random.integer(0...7))
        case 2: mutated.insert(0xFF, at: place)
        default: if mutated.count > 1 { mutated.remove(at: place) }
        }
      }
      Hostile.read(mutated)
    }
  }

  @Test func aNumberOfElevenBytesIsRefused() {
    let bytes = [UInt8](repeating: 0xFF, count: 11)
    #expect(throws: VectorTileFault.longNumber(offset: 0)) { try VectorTileReader().read(bytes) }
  }

  @Test func aLengthBeyondTheEndIsRefused() {
    #expect(throws: VectorTileFault.truncated(offset: 1)) {
      try VectorTileReader().read([0x1A, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F])
    }
  }

  @Test func aFieldOfNumberZeroOrAGroupIsRefused() {
    #expect(throws: VectorTileFault.wireType(offset: 0)) { try VectorTileReader().read([0x00, 1]) }
    #expect(throws: VectorTileFault.wireType(offset: 0)) { try VectorTileReader().read([0x1B, 1]) }
  }
}
