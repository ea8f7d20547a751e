import Planning
import Terms
import TestSupport
import Testing

@Suite struct IndicatorRuleTests {
  static let built: RuleParameter.Value = .list(["0701", "0702", "09", "1001"])
  static let parameters: [RuleCode: [String: RuleParameter.Value]] = [
    .indicatorRange: [
      "percentage_max": .number(100), "floor_area_ratio_max": .number(15),
      "height_max": .number(500),
    ],
    .indicatorMissing: [
      "floor_area_ratio": built, "building_density": built, "green_space_ratio": built,
      "building_height": built,
    ],
    .indicatorDirection: [
      "floor_area_ratio_max": .list(["0701"]), "floor_area_ratio_min": .list(["1001"]),
      "green_space_ratio_min": .list(["0701"]), "green_space_ratio_max": .list(["1001"]),
    ],
  ]

  static func most(_ value: Double) -> Interval {
    Interval(upper: Interval.Bound(value, inclusive: true))
  }

  static func least(_ value: Double) -> Interval {
    Interval(lower: Interval.Bound(value, inclusive: true))
  }

  static let four: [Indicator: Interval] = [
    .floorAreaRatio: most(2), .buildingDensity: most(30), .greenSpaceRatio: least(35),
    .buildingHeight: most(54),
  ]

  static func parcel(
    number: String = "1", use: String? = "070102", scheme: LandUseScheme = .mnr2023,
    _ indicators: [Indicator: Interval]
  ) throws -> CheckedParcel {
    var said = Sample.parcel(number, area: 10_000)
    if let use { said.landUse = [LandUse(scheme: scheme, code: use)] }
    said.indicators = indicators
    return try FactRules.parcel(
      number, Sample.document("样政函〔2024〕1号", on: "2024-01-01", parcels: [said]))
  }

  func judge(_ code: RuleCode, _ parcel: CheckedParcel) -> FindingCollector {
    var findings = FactRules.collector(code, Self.parameters[code] ?? [:])
    var rules = IndicatorRules()
    rules.judge(parcel, into: &findings)
    rules.finish(into: &findings)
    return findings
  }

  // MARK: - indicator_range

  @Test(arguments: [
    (Indicator.buildingDensity, most(100)), (.greenSpaceRatio, least(0)),
    (.floorAreaRatio, most(15)), (.buildingHeight, most(500)),
  ])
  func aPossibleIndicatorPasses(_ indicator: Indicator, _ interval: Interval) throws {
    let findings = judge(.indicatorRange, try Self.parcel([indicator: interval]))
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: .indicatorRange) == 1)
  }

  @Test(arguments: [
    (Indicator.greenSpaceRatio, least(650)), (.buildingDensity, most(100.5)),
    (.floorAreaRatio, least(-0.1)), (.floorAreaRatio, most(20)), (.structureHeight, most(1200)),
  ])
  func anImpossibleIndicatorIsAFinding(_ indicator: Indicator, _ interval: Interval) throws {
    let findings = judge(
      .indicatorRange, try Self.parcel([indicator: interval, .buildingHeight: Self.most(9)]))
    #expect(findings.findings.map(\.detail) == [indicator.rawValue])
    #expect(findings.findings.first?.values["indicator"] == .indicator(indicator))
    #expect(findings.findings.first?.sources.first?.number == "样政函〔2024〕1号")
  }

  @Test func anAbsurdRatioIsNeverMoreThanAWarning() throws {
    var findings = FindingCollector(
      RuleBook(try errorProfile(.indicatorRange, Self.parameters[.indicatorRange] ?? [:])))
    var rules = IndicatorRules()
    rules.judge(
      try Self.parcel([.floorAreaRatio: Self.most(200), .greenSpaceRatio: Self.least(101)]),
      into: &findings)
    #expect(findings.severities == [.warning, .error])
  }

  private func errorProfile(
    _ code: RuleCode, _ parameters: [String: RuleParameter.Value]
  ) throws -> RuleProfile {
    var profile = FactRules.collector(code, parameters).book.profile
    profile.rules[code]?.severities = [.draft: .error, .approved: .error, .supplied: .error]
    return profile
  }

  @Test(arguments: [RuleCode.indicatorRange, .indicatorEmptyInterval, .indicatorConflict])
  func withoutIndicatorsNothingIsChecked(_ code: RuleCode) throws {
    let findings = judge(code, try Self.parcel([:]))
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: code) == 0)
    #expect(findings.notChecked(of: code) == [.notStated: 1])
  }

  // MARK: - indicator_empty_interval

  @Test func aLowerLimitUpToTheUpperPasses() throws {
    let findings = judge(
      .indicatorEmptyInterval, try Self.parcel([.floorAreaRatio: .exactly(2)]))
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: .indicatorEmptyInterval) == 1)
  }

  @Test func aLowerLimitAboveTheUpperIsAFinding() throws {
    let empty = Interval(lower: .init(2.5, inclusive: true), upper: .init(2, inclusive: true))
    let findings = judge(.indicatorEmptyInterval, try Self.parcel([.floorAreaRatio: empty]))
    #expect(findings.findings.map(\.values["value"]) == [.interval(empty, .floorAreaRatio)])
  }

  // MARK: - indicator_missing

  @Test func homesWithAllFourIndicatorsPass() throws {
    let findings = judge(.indicatorMissing, try Self.parcel(Self.four))
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: .indicatorMissing) == 1)
  }

  @Test func homesWithoutGreenAndHeightAreOneFinding() throws {
    var given = Self.four
    given[.greenSpaceRatio] = nil
    given[.buildingHeight] = nil
    let findings = judge(.indicatorMissing, try Self.parcel(given))
    #expect(
      findings.findings.map(\.values["missing"]) == [
        .indicators([.greenSpaceRatio, .buildingHeight])
      ])
    #expect(findings.findings.first?.detail == "green_space_ratio,building_height")
  }

  @Test func aCoefficientWillDoForADensity() throws {
    var given = Self.four
    given[.buildingDensity] = nil
    given[.buildingCoefficient] = Self.least(40)
    #expect(judge(.indicatorMissing, try Self.parcel(use: "100101", given)).findings.isEmpty)
  }

  @Test func blankLandNeedsNone() throws {
    let findings = judge(.indicatorMissing, try Self.parcel(use: "16", [:]))
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: .indicatorMissing) == 1)
  }

  @Test func oldCodesAreLedToTheNewOnes() throws {
    // R2 二类居住用地 of GB 50137 is 070102.
    let findings = judge(.indicatorMissing, try Self.parcel(use: "R2", scheme: .gb50137, [:]))
    #expect(findings.findings.count == 1)
  }

  @Test func landThatKeepsItsUseNeedsNone() throws {
    var said = Sample.parcel("1", use: "070102")
    said.keepsCurrentUse = true
    let parcel = try FactRules.parcel(
      "1", Sample.document("样政函〔2024〕1号", on: "2024-01-01", parcels: [said]))
    #expect(judge(.indicatorMissing, parcel).findings.isEmpty)
  }

  @Test func withoutAPlanOrAKnownUseMissingIsNotChecked() throws {
    let reserved = try FactRules.parcel(
      "1",
      Sample.document(
        "样政函〔2024〕1号", on: "2024-01-01",
        parcels: [Sample.parcel("1", use: "070102")], kind: .reserve))
    #expect(judge(.indicatorMissing, reserved).notChecked(of: .indicatorMissing) == [.notStated: 1])
    let unknown = try Self.parcel(use: "9999", [:])
    #expect(
      judge(.indicatorMissing, unknown).notChecked(of: .indicatorMissing) == [.schemeUnknown: 1])
  }

  // MARK: - indicator_direction

  @Test func usualDirectionsPass() throws {
    #expect(judge(.indicatorDirection, try Self.parcel(Self.four)).findings.isEmpty)
    let industry = try Self.parcel(
      use: "100102", [.floorAreaRatio: Self.least(1), .greenSpaceRatio: Self.most(15)])
    #expect(judge(.indicatorDirection, industry).findings.isEmpty)
    let both = Interval(lower: .init(1, inclusive: false), upper: .init(2, inclusive: true))
    #expect(
      judge(.indicatorDirection, try Self.parcel(use: "100102", [.floorAreaRatio: both])).findings
        .isEmpty)
  }

  @Test func unusualDirectionsAreFindings() throws {
    let homes = judge(
      .indicatorDirection,
      try Self.parcel([.floorAreaRatio: Self.least(2), .greenSpaceRatio: Self.most(35)]))
    #expect(homes.findings.map(\.detail) == ["floor_area_ratio", "green_space_ratio"])
    let industry = judge(
      .indicatorDirection, try Self.parcel(use: "100102", [.floorAreaRatio: Self.most(1)]))
    #expect(industry.severities == [.warning])
  }

  @Test func withoutAUseDirectionIsNotChecked() throws {
    let findings = judge(.indicatorDirection, try Self.parcel(use: nil, Self.four))
    #expect(findings.notChecked(of: .indicatorDirection) == [.notStated: 1])
  }

  // MARK: - indicator_conflict

  @Test func aLaterDocumentMayChangeAValue() throws {
    let parcel = try FactRules.parcel(
      "1",
      Sample.document(
        "样政函〔2024〕1号", on: "2024-01-01", parcels: [Sample.parcel("1", floorAreaRatio: 2)]),
      Sample.document(
        "样政函〔2024〕2号", on: "2024-02-01", parcels: [Sample.parcel("1", floorAreaRatio: 2.5)]))
    let findings = judge(.indicatorConflict, parcel)
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: .indicatorConflict) == 1)
  }

  @Test func twoValuesInOneDocumentAreAFinding() throws {
    let parcel = try FactRules.parcel(
      "1",
      Sample.document(
        "样政函〔2024〕1号", on: "2024-01-01",
        parcels: [
          Sample.parcel("1", floorAreaRatio: 2, line: 5),
          Sample.parcel("1", floorAreaRatio: 2.5, line: 9),
        ]))
    let findings = judge(.indicatorConflict, parcel).findings
    #expect(findings.map(\.values["first"]) == [.interval(Self.most(2), .floorAreaRatio)])
    #expect(findings.map(\.values["second"]) == [.interval(Self.most(2.5), .floorAreaRatio)])
    #expect(findings.first?.sources.map(\.place.lineStart) == [5, 9])
  }

  private func overlap(
    _ first: CheckedParcel, _ second: CheckedParcel, isSliver: Bool = false
  ) -> FindingCollector {
    var findings = FactRules.collector(.indicatorConflict)
    IndicatorRules.judge(
      overlapOf: first, and: second, squareMetres: 350, isSliver: isSliver, into: &findings)
    return findings
  }

  @Test func parcelsThatOverlapWithOneValuePass() throws {
    let findings = overlap(
      try Self.parcel(number: "1", Self.four),
      try Self.parcel(number: "2", [.floorAreaRatio: Self.most(2)]))
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: .indicatorConflict) == 1)
  }

  @Test func parcelsThatOverlapWithTwoValuesAreAFinding() throws {
    let (a, b) = (
      try Self.parcel(number: "1", Self.four),
      try Self.parcel(number: "2", [.floorAreaRatio: Self.most(3)])
    )
    let findings = overlap(a, b).findings
    #expect(findings.map(\.detail) == ["floor_area_ratio"])
    #expect(findings.first?.squareMetres == 350)
    #expect(findings.first?.subjects.map(\.label) == ["1", "2"])
    #expect(overlap(b, a).findings == findings, "the order of the two must not matter")
  }

  @Test func aSliverIsNoConflict() throws {
    let findings = overlap(
      try Self.parcel(number: "1", Self.four),
      try Self.parcel(number: "2", [.floorAreaRatio: Self.most(3)]),
      isSliver: true)
    #expect(findings.findings.isEmpty)
    #expect(findings.tallies.isEmpty)
  }

  @Test func anOverlapWithoutACommonIndicatorIsNotChecked() throws {
    let findings = overlap(
      try Self.parcel(number: "1", [.floorAreaRatio: Self.most(2)]),
      try Self.parcel(number: "2", [.buildingHeight: Self.most(24)]))
    #expect(findings.notChecked(of: .indicatorConflict) == [.notStated: 1])
  }
}
