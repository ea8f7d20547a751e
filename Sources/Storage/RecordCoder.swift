internal import Foundation
internal import Planning

/// Facts as JSON text and back, without their places, which have columns of their own.
struct RecordCoder {
  private let encoder = JSONEncoder()
  private let decoder = JSONDecoder()

  /// A coder whose text is the same for the same fact, so that digests of it can be compared.
  init() {
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if let key = SourcePlace.placeKey { encoder.userInfo[key] = true }
  }

  /// The fact as JSON text.
  func text(_ fact: some Encodable) throws -> String {
    String(decoding: try encoder.encode(fact), as: UTF8.self)
  }

  /// A fact that is printed at a place.
  func fact<Fact: Decodable>(
    _ type: Fact.Type, _ text: String, at place: SourcePlace
  ) throws -> Fact {
    if let key = SourcePlace.placeKey { decoder.userInfo[key] = place }
    return try decoder.decode(type, from: Data(text.utf8))
  }
}
