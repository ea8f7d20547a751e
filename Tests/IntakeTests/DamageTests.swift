import Foundation
import Intake
import Planning
import TestSupport
import Testing

/// Documents that were cut, doubled and mixed up: nothing stops the reader.
struct DamageTests {
  private static let pieces = [
    "（", "）", "、", "，", "。", "\n", "\t", "|", "《", "由", "调整为", "分别为", "地块", "号", "均", "≤", "1.",
    "一、",
    "位于", "收回", "合并为", "分为", "面积", "容积率", "070102", "A-01", "二", "合计",
  ]

  private static let texts: [[Character]] = SampleDocumentTests.samples.compactMap { sample in
    let file = Repository.root.appending(path: "Tests/IntakeTests/Samples/\(sample).txt")
    return (try? String(contentsOf: file, encoding: .utf8)).map(Array.init)
  }

  /// The line above a table in columns may be the last one of a table in tabs.
  @Test func twoTablesMayTouch() async throws {
    let text = """
      安政函〔2024〕9号
      地块编号\t\t用地面积（㎡）\t
      原用地性质\t\t拟变更用地性质\t
      原容积率\t\t拟变更容积率\t
          A-05    村口古樟旁    公园绿地    1401    2.40    -    -
      """
    let result = try await DocumentIntake().read(
      Array(text.utf8), name: "touching.txt", path: "touching.txt")
    #expect(!result.sha256.isEmpty)
  }

  @Test(arguments: 0..<200)
  func aDamagedDocumentIsReadToItsEnd(_ seed: Int) async throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var text = try #require(Self.texts.randomElement(using: &random))
    for _ in 0..<Int.random(in: 1...6, using: &random) where text.count > 80 {
      let start = Int.random(in: 0..<text.count - 60, using: &random)
      let end = start + Int.random(in: 1...60, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: text.removeSubrange(start..<end)
      case 1: text.insert(contentsOf: text[start..<end], at: start)
      case 2:
        let other = try #require(Self.texts.randomElement(using: &random))
        text.insert(contentsOf: other.prefix(end).suffix(60), at: start)
      default:
        text.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? "。", at: start)
      }
    }
    let bytes = Array(String(text).utf8)
    let result = try await DocumentIntake().read(bytes, name: "damaged.txt", path: "damaged.txt")
    let lines = text.count(where: \.isNewline) + 1
    for document in result.documents {
      for parcel in document.parcels {
        #expect(parcel.place.lineStart >= 1 && parcel.place.lineEnd <= lines)
      }
    }
  }
}
