import Planning
import Terms
import TestSupport
import Testing

@Suite("Life cycle")
struct LifeCycleRuleTests {
  static let parameters: [RuleCode: [String: RuleParameter.Value]] = [
    .supplyWithoutReserve: [
      "kinds": .list(["listing", "auction", "tender"]), "tolerance_m2": .number(1),
    ],
    .reclaimedStillSupplied: ["tolerance_m2": .number(1)],
    .landCountedTwice: ["tolerance_m2": .number(0.5)],
    .reserveTotal: ["tolerance_m2": .number(1), "tolerance_percent": .number(0.01)],
  ]

  /// What a rule finds in a register of these documents.
  func judge(_ code: RuleCode, _ documents: LandDocument...) -> FindingCollector {
    var findings = FactRules.collector(code, Self.parameters[code] ?? [:])
    var rules = LifeCycleRules()
    let keys = documents.flatMap { document in
      document.parcels.compactMap { PlotKey.of($0) }
        + document.transactions.compactMap { PlotKey.of($0) }
    }
    for key in Set(keys).sorted() {
      for parcel in FactRules.parcels(key, documents) { rules.judge(parcel, into: &findings) }
    }
    for document in documents { rules.judge(FactRules.document(document), into: &findings) }
    rules.finish(into: &findings)
    return findings
  }

  let plan = Sample.document(
    "样政函〔2024〕1号", on: "2024-01-01",
    parcels: [Sample.parcel("1", use: "070102", name: "二类城镇住宅用地", floorAreaRatio: 2)])

  func act(
    _ number: String, _ date: String?, _ kind: TransactionKind, _ parcel: String? = "1",
    party: String? = nil, area: Double? = nil, location: String? = nil, concluded: Bool = false
  ) -> LandDocument {
    Sample.document(
      number, on: date,
      transactions: [
        Sample.act(
          kind, parcel, party: party, area: area, concluded: concluded, location: location)
      ], kind: kind.documentKind)
  }

  // MARK: - supply_without_reserve

  @Test("A listing after its reserve passes, of the same day too")
  func listingAfterReserve() {
    let findings = judge(
      .supplyWithoutReserve, act("样政函〔2024〕86号", "2024-02-01", .reserve),
      act("样政函〔2024〕85号", "2024-02-01", .listing))
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: .supplyWithoutReserve) == 1)
  }

  @Test("A listing without a reserve, or before it, is told once")
  func listingWithoutReserve() {
    let never = judge(.supplyWithoutReserve, act("样政函〔2024〕5号", "2024-02-01", .listing))
    #expect(never.severities == [.warning])
    #expect(never.findings.map(\.subjects.first?.label) == ["1"])
    let late = judge(
      .supplyWithoutReserve, act("样政函〔2024〕5号", "2024-02-01", .listing),
      act("样政函〔2024〕6号", "2024-03-01", .reserve),
      act("样政函〔2024〕7号", "2024-04-01", .listing, concluded: true))
    #expect(late.findings.count == 1)
  }

  @Test("A reserve of the same area without a number is named, and the finding a note")
  func reserveWithoutNumber() {
    let findings = judge(
      .supplyWithoutReserve, act("样政函〔2024〕5号", "2024-02-01", .listing, area: 20_000),
      act("样政函〔2024〕4号", "2024-01-15", .reserve, nil, area: 20_000))
    #expect(findings.severities == [.info])
    #expect(findings.findings.first?.sources.map(\.name) == ["样政函〔2024〕5号", "样政函〔2024〕4号"])
  }

  @Test("Not asked of an allocation; not checked of a listing without date")
  func reserveNotChecked() {
    let allocation = judge(.supplyWithoutReserve, act("样政函〔2024〕5号", "2024-02-01", .allocation))
    #expect(allocation.findings.isEmpty && allocation.checked(of: .supplyWithoutReserve) == 0)
    let undated = judge(.supplyWithoutReserve, act("样政函〔2024〕5号", nil, .listing))
    #expect(undated.notChecked(of: .supplyWithoutReserve) == [.notStated: 1])
  }

  // MARK: - supply_without_plan

  @Test("A supply after its plan passes")
  func supplyAfterPlan() {
    let findings = judge(.supplyWithoutPlan, plan, act("样政函〔2024〕5号", "2024-02-01", .allocation))
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: .supplyWithoutPlan) == 1)
  }

  @Test("A supply of which no plan speaks, or only a later one, is told")
  func supplyWithoutPlan() {
    let never = judge(
      .supplyWithoutPlan, plan, act("样政函〔2024〕5号", "2024-02-01", .allocation, "2"))
    #expect(never.findings.map(\.subjects.first?.label) == ["2"])
    let early = judge(.supplyWithoutPlan, plan, act("样政函〔2023〕5号", "2023-02-01", .listing))
    #expect(early.findings.first?.sources.map(\.name) == ["样政函〔2023〕5号", "样政函〔2024〕1号"])
  }

  @Test("Not checked: a register without plans, a supply without date")
  func planNotChecked() {
    let none = judge(.supplyWithoutPlan, act("样政函〔2024〕5号", "2024-02-01", .listing))
    #expect(none.notChecked(of: .supplyWithoutPlan) == [.nothingToCheck: 1])
    #expect(none.checked(of: .supplyWithoutPlan) == 0 && none.findings.isEmpty)
    let undated = judge(.supplyWithoutPlan, plan, act("样政函〔2024〕5号", nil, .listing))
    #expect(undated.notChecked(of: .supplyWithoutPlan) == [.notStated: 1])
  }

  // MARK: - reclaimed_still_supplied

  @Test("Land reclaimed, reserved again and then supplied passes")
  func suppliedAfterNewReserve() {
    let findings = judge(
      .reclaimedStillSupplied, act("样政函〔2020〕1号", "2020-01-01", .listing),
      act("样政函〔2024〕1号", "2024-01-01", .reclaimPaid),
      act("样政函〔2024〕2号", "2024-02-01", .reserve), act("样政函〔2024〕3号", "2024-03-01", .listing))
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: .reclaimedStillSupplied) == 1)
  }

  @Test("Land supplied after a reclaim without a new reserve is told")
  func suppliedAfterReclaim() throws {
    let findings = judge(
      .reclaimedStillSupplied, act("样政函〔2024〕1号", "2024-01-01", .reclaimPaid),
      act("样政函〔2024〕3号", "2024-03-01", .allocation))
    let finding = try #require(findings.findings.first)
    #expect(findings.findings.count == 1)
    #expect(finding.sources.map(\.name) == ["样政函〔2024〕1号", "样政函〔2024〕3号"])
    #expect(finding.values["reclaim"] == .act(.reclaimPaid))
  }

  @Test("A reclaim that names no number, of a party that still holds such land, is told")
  func reclaimedUnderNoNumber() {
    let supply = act("样政函〔2020〕1号", "2020-01-01", .listing, party: "甲公司", area: 5_000)
    let findings = judge(
      .reclaimedStillSupplied, supply,
      act("样政函〔2024〕1号", "2024-01-01", .reclaim, nil, party: "甲公司（张某）", area: 5_000))
    #expect(findings.findings.map(\.subjects.first?.label) == ["1"])
    let other = judge(
      .reclaimedStillSupplied, supply,
      act("样政函〔2024〕1号", "2024-01-01", .reclaim, nil, party: "乙公司", area: 5_000))
    #expect(other.findings.isEmpty)
  }

  @Test("A supply without date beside a reclaim is told: one cannot tell which holds")
  func undatedSupply() {
    let findings = judge(
      .reclaimedStillSupplied, act("样政函〔2024〕1号", "2024-01-01", .reclaim),
      act("样政函〔2024〕3号", nil, .listing))
    #expect(findings.findings.count == 1)
  }

  // MARK: - adjusted_after_supply

  func adjustment(_ date: String?) -> LandDocument {
    Sample.document(
      "样政函〔2025〕9号", on: date,
      parcels: [Sample.parcel("1", use: "0803", name: "文化用地", floorAreaRatio: 2.5)])
  }

  @Test("A plan adjusted before the supply passes, and so does one after a reclaim")
  func adjustedInTime() {
    let before = judge(
      .adjustedAfterSupply, plan, adjustment("2024-06-01"),
      act("样政函〔2024〕50号", "2024-07-01", .listing))
    #expect(before.findings.isEmpty)
    #expect(before.checked(of: .adjustedAfterSupply) == 1)
    let reclaimed = judge(
      .adjustedAfterSupply, plan, act("样政函〔2024〕50号", "2024-02-01", .listing),
      act("样政函〔2024〕60号", "2024-05-01", .reclaim), adjustment("2024-06-01"))
    #expect(reclaimed.findings.isEmpty)
  }

  @Test("Use and indicator changed after the supply are told, each with both documents")
  func adjustedAfterSupply() throws {
    let findings = judge(
      .adjustedAfterSupply, plan, act("样政函〔2024〕50号", "2024-02-01", .listing),
      adjustment("2025-03-01"))
    #expect(findings.findings.count == 2)
    let use = try #require(findings.findings.first)
    #expect(
      use.values["old"] == .landUse(LandUse(scheme: .mnr2023, code: "070102", name: "二类城镇住宅用地")))
    #expect(use.values["new"] == .landUse(LandUse(scheme: .mnr2023, code: "0803", name: "文化用地")))
    #expect(use.sources.map(\.name) == ["样政函〔2024〕50号", "样政函〔2025〕9号"])
    let ratio = try #require(findings.findings.last)
    #expect(ratio.values["property"] == .indicator(.floorAreaRatio))
    #expect(
      ratio.values["new"]
        == .interval(Interval(upper: .init(2.5, inclusive: true)), .floorAreaRatio))
  }

  @Test("Of parcels that were never supplied nothing is asked")
  func neverSupplied() {
    let findings = judge(.adjustedAfterSupply, plan, adjustment("2025-03-01"))
    #expect(findings.checked(of: .adjustedAfterSupply) == 0 && findings.findings.isEmpty)
  }

  // MARK: - land_counted_twice

  @Test("Listing and contract of one parcel, and two parcels of one area, pass")
  func countedOnce() {
    let findings = judge(
      .landCountedTwice,
      act("样政函〔2024〕1号", "2024-01-01", .listing, party: "甲公司", area: 5_000),
      act("样政函〔2024〕2号", "2024-02-01", .listing, party: "甲公司", area: 5_000, concluded: true),
      act("样政函〔2024〕3号", "2024-03-01", .listing, "2", party: "甲公司", area: 5_000),
      act("样政函〔2024〕4号", "2024-04-01", .reclaim, nil, party: "甲公司", area: 5_000),
      act("样政函〔2024〕5号", "2024-05-01", .reclaim, nil, party: "乙公司", area: 5_000))
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: .landCountedTwice) == 5)
  }

  @Test("Two reclaims of one area and party, one without a number, are told")
  func countedTwice() throws {
    let findings = judge(
      .landCountedTwice,
      act("样政函〔2024〕79号", "2024-11-26", .reclaim, nil, party: "某公司（韩某）", area: 54_723),
      act("样政函〔2024〕87号", "2024-12-06", .reclaimPaid, "2012-25", party: "韩某", area: 54_723))
    let finding = try #require(findings.findings.first)
    #expect(findings.findings.count == 1)
    #expect(finding.squareMetres == 54_723)
    #expect(finding.sources.map(\.name) == ["样政函〔2024〕79号", "样政函〔2024〕87号"])
    #expect(finding.subjects.map(\.label) == ["某公司（韩某）", "2012-25"])
  }

  @Test("Two numbers at one location are told")
  func countedTwiceByLocation() {
    let findings = judge(
      .landCountedTwice,
      act("样政函〔2024〕1号", "2024-01-01", .reserve, "A-1", area: 800, location: "城关镇柳林村"),
      act("样政函〔2024〕2号", "2024-02-01", .reserve, "B-7", area: 800, location: "柳林村城关镇柳林村"))
    #expect(findings.findings.count == 1)
  }

  @Test("Not checked: acts without area, or without party and location")
  func repetitionNotChecked() {
    let findings = judge(
      .landCountedTwice, act("样政函〔2024〕1号", "2024-01-01", .listing, party: "甲公司"),
      act("样政函〔2024〕2号", "2024-02-01", .listing, "2", area: 5))
    #expect(findings.notChecked(of: .landCountedTwice) == [.notStated: 2])
  }

  // MARK: - reserve_total

  func reserve(title: String, acts: [Double?], totals: [(String, Double)]) -> LandDocument {
    var document = Sample.document(
      "样政函〔2024〕78号", on: "2024-11-25",
      transactions: acts.enumerated().map {
        Sample.act(.reserve, "R-\($0)", area: $1, line: 3 + $0)
      },
      kind: .reserve)
    document.title = title
    document.totals = totals.enumerated().map { index, total in
      var made = AreaTotal(
        area: StatedArea(squareMetres: total.1), place: Sample.place(10 + index))
      made.name = total.0
      return made
    }
    return document
  }

  @Test("A reserve plan whose rows add up passes, and so does before and added to after")
  func reserveFits() {
    let plan = reserve(title: "样县土地储备计划", acts: [300, 500], totals: [("合计", 800)])
    #expect(judge(.reserveTotal, plan).findings.isEmpty)
    #expect(judge(.reserveTotal, plan).checked(of: .reserveTotal) == 1)
    let adjusted = reserve(
      title: "调整储备计划", acts: [2_000], totals: [("原储备总量", 40_000), ("调整后储备总量", 42_000)])
    #expect(judge(.reserveTotal, adjusted).findings.isEmpty)
    #expect(judge(.reserveTotal, adjusted).checked(of: .reserveTotal) == 1)
  }

  @Test("A sum that its rows do not add up to is told; less than expected after is a note")
  func reserveDiffers() {
    let plan = reserve(title: "样县土地储备计划", acts: [300, 500], totals: [("合计", 900)])
    #expect(judge(.reserveTotal, plan).findings.map(\.squareMetres) == [100])
    let more = reserve(
      title: "调整储备计划", acts: [2_000], totals: [("原储备总量", 40_000), ("调整后储备总量", 45_000)])
    #expect(judge(.reserveTotal, more).severities == [.warning])
    let less = reserve(
      title: "调整储备计划", acts: [2_000], totals: [("原储备总量", 40_000), ("调整后储备总量", 41_000)])
    #expect(judge(.reserveTotal, less).severities == [.info])
  }

  @Test("Not checked: only the total before, or land without area")
  func reserveTotalNotChecked() {
    let before = reserve(title: "增加一宗土地", acts: [2_000], totals: [("原储备总量", 35_946)])
    #expect(judge(.reserveTotal, before).notChecked(of: .reserveTotal) == [.notStated: 1])
    let silent = reserve(title: "样县土地储备计划", acts: [300, nil], totals: [("合计", 900)])
    #expect(judge(.reserveTotal, silent).notChecked(of: .reserveTotal) == [.notStated: 1])
  }
}
