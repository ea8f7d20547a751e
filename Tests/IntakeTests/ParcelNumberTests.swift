import Foundation
import Intake
import Planning
import Testing

/// A parcel's number is taken whole, however it is made.
struct ParcelNumberTests {
  private func numbers(in sentence: String) async throws -> [String] {
    let result = try await SampleLetter(title: "关于一宗国有建设用地供应方案的批复", body: sentence).read()
    return result.documents.flatMap { $0.transactions.compactMap(\.parcelID) }
  }

  @Test(arguments: [
    ("现挂牌出让YS(2026)21号宗地，面积9000平方米。", "YS(2026)21"),
    ("现挂牌出让YS（2026）21号宗地，面积9000平方米。", "YS（2026）21"),
    ("拟拍卖出让砚土储〔2026〕5号宗地，面积9000平方米。", "砚土储〔2026〕5"),
    ("2026砚网挂-8号地块面积15000平方米，挂牌出让。", "2026砚网挂-8"),
    ("同意2026-商-03号宗地以挂牌方式出让，面积18000平方米。", "2026-商-03"),
    ("挂牌出让YC-B-7-1/03地块，面积21000平方米。", "YC-B-7-1/03"),
    ("2026-9(挂)号宗地面积4100平方米，挂牌出让。", "2026-9(挂)"),
    ("宗地编号：砚溪储2026-2，面积4100平方米，挂牌出让。", "砚溪储2026-2"),
    ("同意YC-03-02地块（面积5000平方米）以划拨方式供地。", "YC-03-02"),
  ])
  func aNumberIsWhole(_ sentence: String, _ number: String) async throws {
    #expect(try await numbers(in: sentence) == [number])
  }

  @Test func theNumbersOfAListAreEachWhole() async throws {
    #expect(
      try await numbers(in: "同意YS(2026)21号、YS(2026)22号宗地以挂牌方式出让。")
        == ["YS(2026)21", "YS(2026)22"])
  }

  @Test func aHolderIsNoMarkOfTheNumber() async throws {
    let result = try await SampleLetter(
      title: "关于收回赵明远国有建设用地使用权的批复", body: "同意有偿收回赵明远2014-12号地块1.5公顷国有建设用地使用权。"
    ).read()
    let act = try #require(result.documents.first?.transactions.first)
    #expect(act.parcelID == "2014-12")
    #expect(act.party == "赵明远")
  }
}
