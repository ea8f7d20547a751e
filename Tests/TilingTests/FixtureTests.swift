import Foundation
import SimpleFeatures
import TestSupport
import Testing

@testable import Tiling

/// The fixtures of other decoders; see the folder `shared/suites` beside the repository.
@Suite struct FixtureTests {
  private static let folder = Repository.shared("suites/mvt-fixtures/fixtures")
  private static let names: [String] =
    folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path) }?.sorted() ?? []
  private static let absent: Comment = "shared/suites is not beside the repository"

  /// What is refused of the fixtures that are said to be valid, and why.
  private static let refused: [String: (fault: VectorTileFault, reason: String)] = [
    "057": (
      .commandCount(layer: "hello", feature: 0),
      "a command for half a thousand million points with one in the bytes"
    )
  ]

  /// What is read of the fixtures that are said to be invalid, and why.
  private static let accepted: [String: String] = [
    "003": "a feature without kind: byte for byte as 016, which is said to be valid"
  ]

  private struct Fixture {
    let bytes: [UInt8]
    let isValid: Bool
    let layers: [[String: Any]]
  }

  private func fixture(_ name: String) throws -> Fixture {
    let folder = try #require(Self.folder).appendingPathComponent(name)
    func object(_ file: String) throws -> [String: Any] {
      let data = try Data(contentsOf: folder.appendingPathComponent(file))
      return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
    let validity = try #require(try object("info.json")["validity"] as? [String: Any])
    return Fixture(
      bytes: [UInt8](try Data(contentsOf: folder.appendingPathComponent("tile.mvt"))),
      isValid: try #require(validity["v2"] as? Bool),
      layers: try object("tile.json")["layers"] as? [[String: Any]] ?? [])
  }

  @Test(.enabled(if: !names.isEmpty, absent), arguments: names)
  func fixturesAreReadOrRefusedAsTheyShould(name: String) throws {
    let fixture = try fixture(name)
    if let refusal = Self.refused[name] {
      #expect(throws: refusal.fault) { try VectorTileReader().read(fixture.bytes) }
    } else if fixture.isValid || Self.accepted[name] != nil {
      let tile = try VectorTileReader().read(fixture.bytes)
      #expect(try VectorTileReader().read(tile.bytes) == tile)
    } else {
      #expect(throws: VectorTileFault.self) { try VectorTileReader().read(fixture.bytes) }
    }
  }

  @Test(.enabled(if: !names.isEmpty, absent), arguments: names)
  func validFixturesAreReadAsTheirDescriptionSays(name: String) throws {
    let fixture = try fixture(name)
    guard fixture.isValid, Self.refused[name] == nil else { return }
    let tile = try VectorTileReader().read(fixture.bytes)
    #expect(tile.layers.map(\.name) == fixture.layers.map { $0["name"] as? String })
    for (layer, expected) in zip(tile.layers, fixture.layers) {
      #expect(layer.version == expected["version"] as? UInt32)
      #expect(layer.extent == expected["extent"] as? UInt32 ?? 4096)
      let features = try #require(expected["features"] as? [[String: Any]])
      let keys = try #require(expected["keys"] as? [String])
      let values = try #require(expected["values"] as? [[String: Any]])
      #expect(layer.features.count == features.count)
      for (feature, expected) in zip(layer.features, features) {
        #expect(feature.identifier == expected["id"] as? UInt64)
        #expect(feature.geometry.kind.rawValue == expected["type"] as? UInt32)
        #expect(feature.geometry.numbers == expected["geometry"] as? [UInt32])
        let tags = try #require(expected["tags"] as? [Int])
        #expect(feature.properties.count == tags.count / 2)
        for (index, property) in feature.properties.enumerated() {
          #expect(property.name == keys[tags[2 * index]])
          #expect(Self.equals(property.value, values[tags[2 * index + 1]]))
        }
      }
    }
  }

  private static func equals(_ value: VectorTileValue, _ expected: [String: Any]) -> Bool {
    switch value {
    // The description of 076 has a number where the bytes have its text.
    case .text(let text): text == expected["string_value"].map { "\($0)" }
    case .single(let number): number == (expected["float_value"] as? NSNumber)?.floatValue
    case .real(let number): number == (expected["double_value"] as? NSNumber)?.doubleValue
    case .integer(let number): number == (expected["int_value"] as? NSNumber)?.int64Value
    case .unsigned(let number): number == (expected["uint_value"] as? NSNumber)?.uint64Value
    case .signed(let number): number == (expected["sint_value"] as? NSNumber)?.int64Value
    case .boolean(let flag): flag == expected["bool_value"] as? Bool
    }
  }

  @Test(.enabled(if: !names.isEmpty, absent), arguments: names)
  func aTolerantReaderRefusesOnlyWhatIsFatal(name: String) throws {
    let fixture = try fixture(name)
    let fatal = ["007", "008", "010", "013", "014", "023"]
    if fatal.contains(name) {
      #expect(throws: VectorTileFault.self) {
        try VectorTileReader(isStrict: false).read(fixture.bytes)
      }
    } else {
      #expect(throws: Never.self) { try VectorTileReader(isStrict: false).read(fixture.bytes) }
    }
  }

  @Test(.enabled(if: !names.isEmpty, absent), arguments: names)
  func aMutatedOrShortenedFixtureNeverTraps(name: String) throws {
    let bytes = try fixture(name).bytes
    var random = SeededGenerator(seed: UInt64(name) ?? 0)
    for length in 0..<bytes.count { Hostile.read(Array(bytes.prefix(length))) }
    for _ in 0..<200 where !bytes.isEmpty {
      var mutated = bytes
      for _ in 0...random.integer(0...3) {
        mutated[random.integer(0...mutated.count - 1)] = UInt8(random.integer(0...255))
      }
      Hostile.read(mutated)
    }
  }
}
