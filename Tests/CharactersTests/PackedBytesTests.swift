import Characters
import Testing

@Suite struct PackedBytesTests {
  @Test(arguments: [0, 1, 100, 100_000])
  func whatIsPackedIsUnpackedByteForByte(_ count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let packed = PackedBytes(bytes)
    #expect(packed.size == count)
    #expect(packed.unpacked() == bytes)
    #expect(count < 1_000 || packed.stream.count < count / 10)
  }

  @Test func theStreamIsZlibs() {
    // python3 -c 'import zlib; print(list(zlib.compress(b"yulin")))'
    let stream: [UInt8] = [120, 156, 171, 44, 205, 201, 204, 3, 0, 6, 186, 2, 50]
    #expect(PackedBytes(stream: stream, size: 5).unpacked() == Array("yulin".utf8))
  }

  @Test func aStreamThatIsDamagedOrHoldsMoreOrLessThanItSaysIsRefused() {
    let bytes = [UInt8](repeating: 65, count: 10_000)
    let stream = PackedBytes(bytes).stream
    for size in [9_999, 10_001, 0, -1, Int.max] {
      #expect(PackedBytes(stream: stream, size: size).unpacked() == nil)
    }
    var damaged = stream
    damaged[stream.count / 2] ^= 0x55
    #expect(PackedBytes(stream: damaged, size: bytes.count).unpacked() == nil)
    #expect(PackedBytes(stream: stream.dropLast(3) + [], size: bytes.count).unpacked() == nil)
    #expect(PackedBytes(stream: [], size: 1).unpacked() == nil)
  }

  @Test func whatAnArchivePacksIsUnpackedAndNoMoreThanItSays() {
    // python3 -c 'import zlib; c = zlib.compressobj(9, zlib.DEFLATED, -15); print(list(c.compress(b"a" * 9) + c.flush()))'
    let packed: [UInt8] = [75, 132, 1, 0]
    #expect(DeflatedBytes.unpacked(packed[...], size: 9) == Array("aaaaaaaaa".utf8))
    #expect(DeflatedBytes.unpacked(packed[...], size: 8) == nil)
    #expect(DeflatedBytes.unpacked(packed[...], size: 10) == nil)
    #expect(DeflatedBytes.unpacked(packed.dropLast(2)[...], size: 9) == nil)
  }
}
