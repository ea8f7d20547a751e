import Planning
import Terms
import TestSupport
import Testing

@Suite("What acts say against the plan")
struct ActConditionTests {
  let plan = Sample.document(
    "样政函〔2026〕5号", on: "2026-01-10",
    parcels: [Sample.parcel("B-1", use: "0902", area: 8000, floorAreaRatio: 2)])

  func supply(_ stage: ActStage = .announced, most: Double) -> LandDocument {
    var act = Sample.act(.listing, "B-1", area: 8000)
    act.stage = stage
    act.landUse = [LandUse(scheme: .mnr2023, code: "090104", name: "旅馆用地")]
    act.indicators[.floorAreaRatio] = Interval(upper: .init(most, inclusive: true))
    return Sample.document("样政地〔2026〕7号", on: "2026-05-02", transactions: [act], kind: .supply)
  }

  func found(_ code: RuleCode, _ rules: some RuleSet, _ documents: LandDocument...) throws -> Int {
    var (rules, findings) = (rules, FactRules.collector(code))
    for parcel in FactRules.parcels("B-1", documents) { rules.judge(parcel, into: &findings) }
    return findings.findings.count
  }

  @Test func conditionsThatAreNotThePlansAreAConflict() throws {
    let rules = IndicatorRules()
    #expect(try found(.indicatorConflict, rules, plan, supply(most: 3)) == 1)
    #expect(try found(.indicatorConflict, rules, plan, supply(most: 2)) == 0)
  }

  @Test func aSupplyNeedNotRepeatAllThatThePlanSays() throws {
    var both = plan
    both.parcels[0].indicators[.floorAreaRatio]?.lower = .init(1, inclusive: true)
    #expect(try found(.indicatorConflict, IndicatorRules(), both, supply(most: 2)) == 0)
  }

  @Test(arguments: [(ActStage.announced, 1), (.concluded, 1), (.planned, 0), (.failed, 0)])
  func theUseOfASupplyIsHeldAgainstThePlanOfAnIntentionNot(stage: ActStage, count: Int) throws {
    #expect(
      try found(.useSuppliedAgainstPlan, UseRules(), plan, supply(stage, most: 2)) == count)
  }

  @Test func aRowThatIsAParcelAndAnActIsOneMemberOfItsTotal() throws {
    var document = Sample.document(nil, on: nil, kind: .supplyPlan)
    for (line, number, area) in [(3, "A-1", 25_000.0), (4, "A-2", 12_000.0)] {
      document.parcels.append(Sample.parcel(number, area: area, floorAreaRatio: 2, line: line))
      document.transactions.append(Sample.act(.listing, number, area: area, line: line))
    }
    func differs(_ total: Double) -> [Bool] {
      document.totals = [
        AreaTotal(name: "合计", area: StatedArea(squareMetres: total), place: Sample.place(5))
      ]
      return TotalComparison.comparisons(of: document).map(\.differs)
    }
    #expect(differs(37_000) == [false])
    #expect(differs(74_000) == [true])
    // A row of which the parcel's half has no area is one member too.
    document.parcels[1].area = nil
    #expect(differs(37_000) == [false])
  }
}
