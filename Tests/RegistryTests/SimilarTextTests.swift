import TestSupport
import Testing

@testable import Registry

/// Texts that are kept by what differs come back as they were.
@Suite struct SimilarTextTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func everyTextComesBack(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func number() -> Int { Int.random(in: 0...99, using: &random) }
    let texts = (0..<500).map { index -> [UInt8] in
      switch Int.random(in: 0...9, using: &random) {
      case 0: return Array("{\"a\":\(number())}".utf8)
      case 1: return Array(String(repeating: "[\(number())],", count: number()).utf8)
      case 2: return []
      default:
        return Array(
          "{\"id\":\(index),\"use\":\"0\(number() % 4)\",\"box\":[\(number()),\(number())]}".utf8)
      }
    }
    var kept = SimilarTexts()
    for (key, text) in texts.enumerated() { kept.keep(Int64(key), text) }
    for (key, text) in texts.enumerated() {
      var bytes: [UInt8] = []
      #expect(kept.append(Int64(key), to: &bytes))
      #expect(bytes == text)
    }
    var bytes: [UInt8] = []
    #expect(!kept.append(-1, to: &bytes))
  }

  @Test func textsOfOneKindTakeLittleRoom() {
    var kept = SimilarTexts()
    var all = 0
    for index in 0..<1_000 {
      let text = Array(
        """
        {"boundary":{"area_m2":\(1_000 + index),"crs":"EPSG:4525","file":"county/parcels.gpkg",\
        "quality":"mapped","valid":true},"documents":[],"history":[],"parcel_id":"P\(index)"}
        """.utf8)
      all += text.count
      kept.keep(Int64(index), text)
    }
    #expect(kept.size < all / 2)
  }
}
