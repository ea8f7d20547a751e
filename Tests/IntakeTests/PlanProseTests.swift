import Foundation
import Intake
import Planning
import Terms
import Testing

/// What sentences of plan approvals say of parcels.
struct PlanProseTests {
  private func parcels(_ sentence: String) async throws -> [String: ParcelStatement] {
    let result = try await SampleLetter(title: "关于砚池单元详细规划局部调整的批复", body: sentence).read()
    let parcels = result.documents.flatMap(\.parcels)
    return Dictionary(parcels.map { ($0.parcelID ?? "", $0) }, uniquingKeysWith: { a, _ in a })
  }

  @Test func whatDoesNotChangeIsStillAFact() async throws {
    let parcel = try #require(
      try await parcels("YC-07地块原规划为工业用地，面积5400平方米，容积率≤1.5。现将该地块调整为仓储用地，面积和容积率保持不变。")["YC-07"])
    #expect(parcel.area?.squareMetres == 5400)
    #expect(parcel.indicators[.floorAreaRatio]?.upper?.value == 1.5)
  }

  @Test func onePartOfASplitMayKeepTheNumber() async throws {
    let parcels = try await parcels(
      "YC-08地块划分为两个地块：东侧仍编号为YC-08，用地面积2100平方米；西侧编号为YC-08-2，用地面积900平方米。")
    #expect(parcels["YC-08"]?.area?.squareMetres == 2100)
    #expect(parcels["YC-08-2"]?.area?.squareMetres == 900)
  }

  @Test func aMergerNeedsNoNounBehindItsNumbers() async throws {
    let parcels = try await parcels("同意YC-09与YC-10合并为YC-09，合并后用地面积7000平方米。")
    #expect(parcels.keys.sorted() == ["YC-09"])
    #expect(parcels["YC-09"]?.area?.squareMetres == 7000)
  }

  @Test func aBoundWithItsUnitMayStandBeforeTheName() async throws {
    let height = try #require(
      try await parcels("YC-11地块用地面积7000平方米，6米≤建筑高度＜20米。")["YC-11"]?
        .indicators[.buildingHeight])
    #expect(height.lower == .init(6, inclusive: true))
    #expect(height.upper == .init(20, inclusive: false))
  }

  @Test(arguments: [
    "YC-12地块容积率不再按≤1.8执行，改按≤1.2执行。", "YC-12地块容积率≤1.8→≤1.2。", "YC-12地块容积率上限由1.8下调至1.2。",
  ])
  func theLaterValueIsTheFact(_ sentence: String) async throws {
    let parcel = try #require(try await parcels(sentence)["YC-12"])
    #expect(parcel.indicators[.floorAreaRatio]?.upper?.value == 1.2)
    #expect(parcel.previous?.indicators[.floorAreaRatio]?.upper?.value == 1.8)
  }

  @Test func aMixedUseHasShares() async throws {
    let parcel = try #require(
      try await parcels("YC-13地块用地性质为商业用地（0901）占70%、文化用地（0803）占30%，用地面积1200平方米。")["YC-13"])
    #expect(parcel.landUse.map(\.code) == ["0901", "0803"])
    #expect(parcel.landUse.map(\.share?.least) == [70, 30])
  }

  @Test func landBelowGroundHasLevels() async throws {
    let result = try await SampleLetter(
      title: "关于YC-DX-1号地下空间建设用地使用权出让方案的批复",
      body: "同意YC-DX-1号地下空间建设用地使用权以协议方式出让，用地面积800平方米，高程-12.5米至-3米（1985国家高程基准）。"
    ).read()
    let act = try #require(result.documents.first?.transactions.first)
    #expect(act.verticalRange == VerticalRange(lower: -12.5, upper: -3, datum: "1985国家高程基准"))
  }
}
