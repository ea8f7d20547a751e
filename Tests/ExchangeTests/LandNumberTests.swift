import Exchange
import Planning
import Terms
import Testing

@Suite struct LandNumberTests {
  @Test func anAreaIsGivenInThreeUnits() {
    let area = StatedArea(squareMetres: 21232)
    #expect(AreaText.full(area, .zh) == "21232 平方米 = 2.1232 公顷 = 31.85 亩")
    #expect(AreaText.full(area, .en) == "21232 m² = 2.1232 ha = 31.85 mu")
  }

  @Test func aMuIsTwoThousandThirdsOfASquareMetre() throws {
    let area = try #require(StatedArea(digits: "13.83", unit: .mu, isApproximate: true))
    #expect(AreaText.full(area, .zh) == "约 9220 平方米 = 0.922 公顷 = 13.83 亩")
  }

  @Test func moneyIsInTenThousands() {
    #expect(AreaText.money(37_434_400, .zh) == "3743.44 万元")
    #expect(AreaText.money(37_434_400, .en) == "CNY 37434400 (3743.44万元)")
  }

  @Test(arguments: [
    (Interval(upper: .init(2, inclusive: true)), Indicator.floorAreaRatio, "≤2.0"),
    (Interval(lower: .init(35, inclusive: true)), .greenSpaceRatio, "≥35%"),
    (Interval(upper: .init(54, inclusive: true)), .buildingHeight, "≤54 m"),
    (
      Interval(lower: .init(1, inclusive: false), upper: .init(2.5, inclusive: true)),
      .floorAreaRatio, "＞1.0，≤2.5"
    ),
    (
      Interval(lower: .init(1.2, inclusive: true), upper: .init(1.8, inclusive: true)),
      .floorAreaRatio, "1.2～1.8"
    ),
    (.exactly(30), .buildingDensity, "30%"), (Interval(), .buildingDensity, "–"),
  ])
  func anIntervalIsInPlanningNotation(_ interval: Interval, _ indicator: Indicator, _ text: String)
  {
    #expect(interval.notation(of: indicator) == text)
  }
}
