import Answers
import Characters
import Exchange
import Foundation
import Planning
import Registry
import TestSupport
import Testing

@testable import Server

/// Answers that are put together from parts are those that are given the long way.
@Suite struct PointAnswerTests {
  /// What differs from one second to the next.
  private func masked(_ text: String) -> String {
    text.replacing(/"(known_at|as_of)":"[^"]*"/) { "\"\($0.1)\":\"…\"" }
  }

  private func answers(_ register: LandRegister) throws -> PointAnswers {
    var parcels: MapLayer?
    var layers: [MapLayer] = []
    for collection in try register.collections.all() {
      guard let layer = try register.map.layer(collection.id) else { continue }
      switch collection.subject {
      case .parcels: parcels = layer
      case .layer: layers.append(layer)
      default: continue
      }
    }
    return try #require(try PointAnswers(of: register, parcels: parcels, layers: layers))
  }

  private func points(_ count: Int, seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let x = Double.random(in: 111.08...111.3, using: &random)
      let y = Double.random(in: 37.25...37.43, using: &random)
      return "\((x * 1e6).rounded() / 1e6),\((y * 1e6).rounded() / 1e6)"
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func whatIsPutTogetherIsWhatIsSaidTheLongWay(_ seed: UInt64) throws {
    let register = try LandRegister.open(at: CountySession.shared.get().path)
    let prepared = try answers(register)
    try prepared.prepare(register) { true }
    #expect(prepared.size > 0)
    let points = points(300, seed: seed) + ["111.1925,37.3744"]
    var quick = 0
    for point in points {
      guard let text = prepared.answer(point, at: 1_800_000_000_000) else { continue }
      quick += 1
      let long = try JSONText.line(try register.places.lookup(point, about: .usual)[0])
      #expect(
        masked(String(decoding: text, as: UTF8.self))
          == masked(String(decoding: long, as: UTF8.self)))
    }
    // All apart from points on boundaries and at point layers.
    #expect(quick >= 260)
  }

  @Test func nothingIsSaidQuicklyOfWhatIsNotPrepared() throws {
    let register = try LandRegister.open(at: CountySession.shared.get().path)
    #expect(try answers(register).answer("111.1925,37.3744", at: 1_800_000_000_000) == nil)
  }

  @Test(arguments: ["NX-03", "37.3744,111.1925", "111.1925，37.3744", "200,10", "1e3,4", ","])
  func whatIsNotPlainGoesTheLongWay(_ what: String) throws {
    let register = try LandRegister.open(at: CountySession.shared.get().path)
    #expect(try answers(register).answer(what, at: 0) == nil)
  }
}
