import Planning
import Terms
import TestSupport
import Testing

@Suite struct BuildingJudgementTests {
  static func most(_ value: Double) -> Interval {
    Interval(upper: Interval.Bound(value, inclusive: true))
  }

  static func least(_ value: Double) -> Interval {
    Interval(lower: Interval.Bound(value, inclusive: true))
  }

  func parcel(
    use: String = "090104", area: Double? = 20_000, boundary: Double? = nil,
    _ indicators: [Indicator: Interval]
  ) throws -> ParcelRecord {
    var said = Sample.parcel("1", use: use, area: area)
    said.indicators = indicators
    return try FactRules.parcel(
      "1", Sample.document("样政函〔2024〕1号", on: "2024-01-01", parcels: [said]),
      boundary: boundary.map { FactRules.boundary("1", area: $0) }
    ).record
  }

  let hotel: [Indicator: Interval] = [
    .floorAreaRatio: most(2), .buildingDensity: most(30), .greenSpaceRatio: least(35),
    .buildingHeight: most(45),
  ]

  @Test func aBuildingThatKeepsEveryIndicatorComplies() throws {
    let judgement = BuildingJudgement(
      BuildingProposal(floorArea: 40_000, footprint: 6_000, greenArea: 7_000, height: 45),
      on: try parcel(hotel))
    #expect(judgement.verdict == .complies)
    #expect(judgement.items.map(\.computed) == [2, 30, 35, 45])
    #expect(judgement.landAreaSource == .stated)
    #expect(judgement.items.allSatisfy { $0.source?.number == "样政函〔2024〕1号" })
  }

  @Test(arguments: [
    (BuildingProposal(floorArea: 40_001), Indicator.floorAreaRatio),
    (BuildingProposal(footprint: 6_001), .buildingDensity),
    (BuildingProposal(greenArea: 6_999), .greenSpaceRatio),
    (BuildingProposal(height: 45.01), .buildingHeight),
  ])
  func oneMeasureTooMuchDoesNotComply(_ proposal: BuildingProposal, _ indicator: Indicator) throws {
    let judgement = BuildingJudgement(proposal, on: try parcel(hotel))
    #expect(judgement.verdict == .doesNotComply)
    #expect(
      judgement.items.filter { $0.verdict == .doesNotComply }.map(\.indicator) == [indicator])
  }

  @Test func whatIsNotProposedCannotBeSaid() throws {
    let judgement = BuildingJudgement(BuildingProposal(height: 20), on: try parcel(hotel))
    #expect(judgement.verdict == .cannotSay)
    #expect(judgement.items.filter { $0.obstacle == .notProposed }.count == 3)
  }

  @Test func whatNothingLimitsCannotBeSaid() throws {
    let judgement = BuildingJudgement(
      BuildingProposal(floorArea: 100, height: 20), on: try parcel([.buildingHeight: Self.most(24)])
    )
    #expect(judgement.items.map(\.obstacle) == [.noLimit, nil])
    #expect(judgement.verdict == .complies, "what is in force is kept")
    let none = BuildingJudgement(BuildingProposal(height: 20), on: try parcel([:]))
    #expect(none.verdict == .cannotSay)
  }

  @Test func parkingIsJudgedByPlacesOrByTheFloorAreaThatCounts() throws {
    var share = Self.least(0.8)
    share.isPer100SquareMetres = true
    for (limit, places, floors, verdict) in [
      (Self.least(120), 120, nil, BuildingJudgement.Verdict.complies),
      (Self.least(120), 119, nil, .doesNotComply), (share, 80, 10_000.0, .complies),
      (share, 79, 10_000, .doesNotComply), (share, 80, nil, .cannotSay),
    ] as [(Interval, Int, Double?, BuildingJudgement.Verdict)] {
      let judgement = BuildingJudgement(
        BuildingProposal(floorArea: floors, parkingPlaces: places),
        on: try parcel([.parkingPlaces: limit]))
      let item = judgement.items.first { $0.indicator == .parkingPlaces }
      #expect(item?.verdict == verdict, "\(limit) \(places)")
    }
  }

  @Test func withoutLandSharesCannotBeSaidAndHeightsCan() throws {
    let judgement = BuildingJudgement(
      BuildingProposal(floorArea: 40_000, footprint: 6_000, greenArea: 7_000, height: 50),
      on: try parcel(area: nil, hotel))
    #expect(judgement.landArea == nil)
    #expect(
      judgement.items.map(\.obstacle) == [
        .landAreaUnknown, .landAreaUnknown, .landAreaUnknown, nil,
      ])
    #expect(judgement.verdict == .doesNotComply)
  }

  @Test func theLandIsTheGivenElseTheStatedElseTheBoundarys() throws {
    let proposal = BuildingProposal(floorArea: 10_000)
    let ratio: [Indicator: Interval] = [.floorAreaRatio: Self.most(2)]
    let mapped = BuildingJudgement(
      proposal, on: try parcel(area: nil, boundary: 10_000, ratio))
    #expect(mapped.landAreaSource == .boundary)
    #expect(mapped.items.first?.computed == 1)
    let stated = BuildingJudgement(proposal, on: try parcel(boundary: 10_000, ratio))
    #expect(stated.landAreaSource == .stated)
    var given = proposal
    given.landArea = 4_000
    let judgement = BuildingJudgement(given, on: try parcel(boundary: 10_000, ratio))
    #expect(judgement.landAreaSource == .given)
    #expect(judgement.items.first?.computed == 2.5)
    #expect(judgement.notes == [.otherLandArea])
  }

  @Test func limitsThatExcludeOneAnotherDecideNothing() throws {
    let empty = Interval(lower: .init(3, inclusive: true), upper: .init(2, inclusive: true))
    let judgement = BuildingJudgement(
      BuildingProposal(floorArea: 40_000), on: try parcel([.floorAreaRatio: empty]))
    #expect(judgement.items.map(\.obstacle) == [.emptyLimit])
  }

  @Test func highIndustrialStoreysCountTwiceOnlyWhereAsked() throws {
    let works = try parcel(use: "100102", [.floorAreaRatio: Self.least(1)])
    let silent = BuildingJudgement(BuildingProposal(floorArea: 12_000), on: works)
    #expect(silent.verdict == .doesNotComply)
    #expect(silent.notes == [.tallStoreys])
    let asked = BuildingJudgement(
      BuildingProposal(floorArea: 12_000, tallStoreyArea: 8_000), on: works)
    #expect(asked.items.first?.computed == 1)
    #expect(asked.verdict == .complies)
    #expect(asked.notes.isEmpty)
  }

  @Test func aCoefficientWithoutYardsIsSaidWhereTheBuildingsDecideIt() throws {
    let works = try parcel(use: "100102", [.buildingCoefficient: Self.least(40)])
    let enough = BuildingJudgement(BuildingProposal(footprint: 8_000), on: works)
    #expect(enough.items.map(\.verdict) == [.complies])
    let open = BuildingJudgement(BuildingProposal(footprint: 7_000), on: works)
    #expect(open.items.map(\.obstacle) == [.structuresUnknown])
    let told = BuildingJudgement(
      BuildingProposal(footprint: 7_000, structureArea: 500), on: works)
    #expect(told.items.map(\.verdict) == [.doesNotComply])
    let limited = try parcel(use: "100102", [.buildingCoefficient: Self.most(40)])
    let below = BuildingJudgement(BuildingProposal(footprint: 7_000), on: limited)
    #expect(below.items.map(\.obstacle) == [.structuresUnknown])
    let above = BuildingJudgement(BuildingProposal(footprint: 9_000), on: limited)
    #expect(above.items.map(\.verdict) == [.doesNotComply])
  }

  @Test func whatDoesNotFitTogetherIsNoted() throws {
    let judgement = BuildingJudgement(
      BuildingProposal(
        floorArea: 40_000, footprint: 6_000, greenArea: 15_000, height: 20, storeys: 6),
      on: try parcel(hotel))
    #expect(judgement.notes == [.floorAreaAboveStoreys, .landOverfull])
  }
}
