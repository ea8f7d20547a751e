import Terms
import Planning
import SimpleFeatures
import Testing

@Suite("Rules about shapes beside each other")
struct CoverageRulesTests {
  private let first = ShapeRuleSupport.parcel("A-01", stage: .draft)
  private let second = ShapeRuleSupport.parcel("A-02", squareMetres: 500, isSchematic: true)
  private var collector: FindingCollector {
    let minimum = ["minimum_m2": ShapeRuleSupport.number(1)]
    return ShapeRuleSupport.collector([
      .coverageOverlap: minimum.merging(["meaning_same_plan": ShapeRuleSupport.words("同一规划")]) {
        $1
      },
      .coverageSliver: ["minimum_m2": ShapeRuleSupport.number(0.01)],
      .coverageGap: minimum.merging(["maximum_m2": ShapeRuleSupport.number(10_000)]) { $1 },
      .coverageMissingVertex: [:], .coverageOutsidePlan: minimum,
    ])
  }

  private func overlap(
    _ meaning: LandMeeting, _ area: Double, perimeter: Double? = nil
  ) -> Finding? {
    var findings = collector
    CoverageRules(findings.book).judge(
      .init(meaning: meaning, squareMetres: area, perimeter: perimeter), of: first, and: second,
      into: &findings
    ) { Geometry(pointX: 1, y: 1) }
    return findings.findings.first
  }

  @Test func parcelsOfOnePlanMustNotOverlap() {
    let found = overlap(.samePlan, 350)
    #expect(found?.code == .coverageOverlap)
    #expect(found?.severity == .error)
    #expect(found?.values["meaning"] == .words(LocalText("同一规划", "同一规划")))
    #expect(found?.squareMetres == 350)
    #expect(found?.share == 35)
    #expect(found?.isSchematic == true)
    #expect(found?.shape != nil)
    #expect(overlap(.samePlan, 1) == nil)
  }

  @Test func whatTwoPlansSayIsAWarning() {
    #expect(overlap(.otherPlan, 350)?.severity == .warning)
    #expect(overlap(.suppliedTwice, 350)?.severity == .warning)
  }

  @Test(arguments: [LandMeeting.actOnPlan, .successive, .superseded])
  func successiveActsOverlapAsTheyShould(meaning: LandMeeting) {
    #expect(overlap(meaning, 350) == nil)
  }

  @Test func aLongStripIsASliverAndNoOverlap() {
    let found = overlap(.samePlan, 7.960955811586454, perimeter: 2 * 1_247.8)
    #expect(found?.code == .coverageSliver)
    #expect(found?.isSliver == true)
    #expect(overlap(.samePlan, 9, perimeter: 12)?.code == .coverageOverlap)
    #expect(overlap(.samePlan, 0.01, perimeter: 100) == nil)
  }

  @Test(arguments: [(0.5, 0), (1.5, 1), (10_000, 1), (10_001, 0)])
  func aGapIsToldBetweenItsLimits(area: Double, count: Int) {
    var findings = collector
    CoverageRules(findings.book).judgeGap(
      squareMetres: area, perimeter: 8, between: [first, second], place: "1,2", into: &findings
    ) { nil }
    #expect(findings.findings.count == count)
    #expect(findings.findings.allSatisfy { $0.detail == "1,2" && $0.subjects.count == 2 })
  }

  @Test func countsTheVerticesThatANeighbourLacks() {
    var findings = collector
    CoverageRules(findings.book).judgeMissingVertices(
      2, distance: 0.004, in: first, of: second, at: nil, into: &findings)
    #expect(findings.findings.first?.values["count"] == .count(2))
    #expect(findings.findings.first?.values["distance"] == .metres(0.004))
  }

  @Test func eachOfTwoNeighboursThatLackVerticesIsAFindingOfItsOwn() {
    var findings = collector
    let rules = CoverageRules(findings.book)
    for (shape, other) in [(first, second), (second, first)] {
      rules.judgeMissingVertices(
        1, distance: 0, in: shape, of: other, at: nil, into: &findings)
    }
    #expect(Set(findings.findings.map(\.id)).count == 2)
  }

  @Test func landOutsideThePlanIsToldUnlessItIsRounding() {
    func found(_ area: Double, perimeter: Double? = nil) -> Finding? {
      var findings = collector
      CoverageRules(findings.book).judgeOutside(
        squareMetres: area, perimeter: perimeter, of: second, role: .detailedPlan,
        layers: ["详细规划"], isSchematic: false, into: &findings
      ) { nil }
      return findings.findings.first
    }
    #expect(found(200)?.severity == .error)
    #expect(found(200)?.share == 40)
    #expect(found(1) == nil)
    #expect(found(5, perimeter: 400)?.severity == .info)
  }
}

@Suite("What it means that two parcels meet")
struct LandMeetingTests {
  private func land(
    _ kind: LandStanding.Kind, _ plan: String? = "东湾", _ number: String = "A-01",
    _ change: (inout LandStanding) -> Void = { _ in }
  ) -> LandStanding {
    var standing = LandStanding(kind: kind, county: "云溪县", planKey: plan, number: number)
    change(&standing)
    return standing
  }

  private func meeting(_ a: LandStanding, _ b: LandStanding) -> LandMeeting {
    #expect(LandMeeting(a, b) == LandMeeting(b, a))
    return LandMeeting(a, b)
  }

  @Test func plansAreToldApart() {
    #expect(meeting(land(.plan), land(.plan, "东湾", "A-02")) == .samePlan)
    #expect(meeting(land(.plan), land(.plan, "西山", "A-02")) == .otherPlan)
    // Two approvals that name no plan are not of one plan.
    #expect(meeting(land(.plan, nil), land(.plan, nil, "A-02")) == .otherPlan)
  }

  @Test func whatFollowsAnotherIsNoConflict() {
    let parent = land(.plan)
    let child = land(.plan, "东湾", "A-01-1") { $0.kin = ["A-01"] }
    #expect(meeting(parent, child) == .successive)
    let gone = land(.plan, "东湾", "A-03") { $0.isSuperseded = true }
    #expect(meeting(gone, parent) == .superseded)
    #expect(meeting(land(.map), land(.plan)) == .successive)
    #expect(meeting(land(.act, nil), land(.plan)) == .actOnPlan)
    #expect(meeting(land(.act, nil), land(.act, nil, "C-01")) == .successive)
    #expect(meeting(land(.map, "东湾"), land(.map, "西山")) == .successive)
  }

  @Test func theSameLandSuppliedTwiceIsAFinding() {
    let one = land(.act, nil, "C-01") { $0.isSupplied = true }
    let two = land(.act, nil, "C-02") { $0.isSupplied = true }
    #expect(meeting(one, two) == .suppliedTwice)
  }

  @Test func piecesOfOneMapMustNotOverlap() {
    #expect(meeting(land(.map, nil), land(.map, nil, "A-02")) == .samePlan)
  }
}
