import Exchange
import Foundation
@testable import Intake
import Planning
import SimpleFeatures
import TestSupport
import Testing

/// Files that were cut and changed, and chunks of any size: nothing stops the reader.
struct CoordinateTextDamageTests {
  private static func bytes(_ dialect: CoordinateTextDialect, seed: UInt64) throws -> [UInt8] {
    var parcels = SeededParcels(dialect, seed: seed)
    let output = Output()
    var writer = CoordinateTextWriter(CoordinateTextOptions(dialect)) { output.bytes += $0 }
    try writer.write(parcels.table(6))
    try writer.finish()
    return output.bytes
  }

  private final class Output {
    var bytes: [UInt8] = []
  }

  @Test(arguments: CoordinateTextDialect.allCases)
  func theSizeOfChunksChangesNothing(_ dialect: CoordinateTextDialect) throws {
    let bytes = try Self.bytes(dialect, seed: 3)
    let whole = try CoordinateTextReading(bytes)
    #expect(whole.table.count == 6)
    for chunkSize in [1, 2, 7, 100, 1000] {
      let reading = try CoordinateTextReading(bytes, chunkSize: chunkSize)
      #expect(reading.batches == whole.batches && reading.diagnostics == whole.diagnostics)
      #expect(reading.header == whole.header)
    }
  }

  @Test(arguments: 0..<300)
  func aDamagedFileIsReadToItsEnd(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let dialect = CoordinateTextDialect.allCases[seed % CoordinateTextDialect.allCases.count]
    var bytes = try Self.bytes(dialect, seed: UInt64(seed))
    switch seed % 3 {
    case 0: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
    case 1:
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
    default:
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let start = Int.random(in: 0..<bytes.count - 80, using: &random)
        let piece = bytes[start..<start + Int.random(in: 1...80, using: &random)]
        bytes.insert(contentsOf: piece, at: Int.random(in: 0..<bytes.count, using: &random))
      }
    }
    let lines = bytes.count(where: { $0 == 0x0A || $0 == 0x0D }) + 1
    let reading: CoordinateTextReading
    do { reading = try CoordinateTextReading(bytes) } catch is IntakeError { return }
    #expect(!reading.batches.isEmpty || !reading.diagnostics.isEmpty)
    for table in reading.batches {
      #expect(table.places.count == table.count)
      let strangers = table.places.filter { !(1...lines).contains($0) }
      #expect(strangers.isEmpty)
      #expect(table.fields.allSatisfy { $0.values.count == table.count })
      #expect(Int(table.shapes.ringOffsets.last ?? 0) == table.shapes.vertexCount)
      let strange = table.shapes.xy.filter { !$0.isFinite }
      #expect(strange.isEmpty)
    }
    #expect(try CoordinateTextReading(bytes, chunkSize: 13).batches == reading.batches)
  }
}
