import Planning
import Terms
import TestSupport
import Testing

@Suite("Areas")
struct AreaRuleTests {
  static let tolerances: [String: RuleParameter.Value] = [
    "tolerance_m2": .number(1), "tolerance_percent": .number(0.1), "warning_percent": .number(0.1),
    "error_percent": .number(1), "unit_ratio_percent": .number(1),
  ]

  // MARK: - area_differs

  func judge(_ parcel: CheckedParcel) -> FindingCollector {
    var findings = FactRules.collector(.areaDiffers, Self.tolerances)
    var rules = AreaRules()
    rules.judge(parcel, into: &findings)
    rules.finish(into: &findings)
    return findings
  }

  func parcel(
    stated: Double?, computed: Double?, quality: BoundaryQuality = .surveyed,
    fault: ShapeFault? = nil
  ) throws -> CheckedParcel {
    try FactRules.parcel(
      "1",
      Sample.document("样政函〔2024〕1号", on: "2024-01-01", parcels: [Sample.parcel("1", area: stated)]),
      boundary: FactRules.boundary("1", area: computed, quality: quality, fault: fault))
  }

  @Test("A stated area within a square metre of the boundary's passes")
  func statedAreaFits() throws {
    let findings = judge(try parcel(stated: 10_000, computed: 10_000.6))
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: .areaDiffers) == 1)
  }

  @Test(
    "The comparison tells how grave a difference is",
    arguments: [
      (10_005.0, Diagnostic.Severity.info), (10_050, .warning), (10_200, .error), (150_000, .error),
    ])
  func statedAreaDiffers(stated: Double, severity: Diagnostic.Severity) throws {
    let findings = judge(try parcel(stated: stated, computed: 10_000))
    #expect(findings.severities == [severity])
    let finding = try #require(findings.findings.first)
    #expect(finding.squareMetres == stated - 10_000)
    #expect(finding.values["computed"] == .squareMetres(10_000))
    #expect(finding.sources.map(\.name) == ["样政函〔2024〕1号", "b.txt"])
    #expect(finding.sources.map(\.place.lineStart) == [5, 3])
  }

  @Test("How grave a difference is follows the grades of the profile")
  func gradesAreOfTheProfile() throws {
    func severities(warning: Double, error: Double, ratio: Double, stated: Double) throws
      -> [Diagnostic.Severity]
    {
      var own = Self.tolerances
      own["warning_percent"] = .number(warning)
      own["error_percent"] = .number(error)
      own["unit_ratio_percent"] = .number(ratio)
      var findings = FactRules.collector(.areaDiffers, own)
      var rules = AreaRules()
      rules.judge(try parcel(stated: stated, computed: 10_000), into: &findings)
      return findings.severities
    }
    #expect(try severities(warning: 0.1, error: 1, ratio: 1, stated: 10_200) == [.error])
    #expect(try severities(warning: 0.1, error: 5, ratio: 1, stated: 10_200) == [.warning])
    #expect(try severities(warning: 3, error: 5, ratio: 1, stated: 10_200) == [.info])
    #expect(try severities(warning: 0.1, error: 5_000, ratio: 0, stated: 148_000) == [.warning])
  }

  @Test("A ratio of 15 betrays a unit, and is said")
  func unitIsBetrayed() throws {
    let finding = try #require(judge(try parcel(stated: 150_000, computed: 10_000)).findings.first)
    #expect(
      finding.values["hint"]
        == .words(
          LocalText(
            "；前者约为后者的 15 倍，疑为单位写错",
            "; the first is about 15 times the second, as where a unit is mistaken")))
  }

  @Test("A schematic boundary is marked, and makes no error")
  func schematicBoundaryIsMarked() throws {
    let findings = judge(try parcel(stated: 12_000, computed: 10_000, quality: .schematic))
    #expect(findings.severities == [.warning])
    #expect(findings.findings.map(\.isSchematic) == [true])
  }

  @Test("Not checked: no boundary, no stated area, a shape that is not valid")
  func areaIsNotChecked() throws {
    let document = Sample.document(
      "样政函〔2024〕1号", on: "2024-01-01", parcels: [Sample.parcel("1", area: 5)])
    let without = judge(try FactRules.parcel("1", document))
    #expect(without.notChecked(of: .areaDiffers) == [.noBoundary: 1])
    let silent = judge(try parcel(stated: nil, computed: 5))
    #expect(silent.notChecked(of: .areaDiffers) == [.notStated: 1])
    let invalid = judge(
      try parcel(
        stated: 5, computed: 900, fault: ShapeFault(reason: "self_intersection", x: 0, y: 0)))
    #expect(invalid.notChecked(of: .areaDiffers) == [.invalidShape: 1])
    #expect(invalid.findings.isEmpty && invalid.checked(of: .areaDiffers) == 0)
  }

  // MARK: - area_total_members

  func judge(_ document: LandDocument) -> FindingCollector {
    var findings = FactRules.collector(
      .areaTotalMembers, ["tolerance_m2": .number(1), "tolerance_percent": .number(0.01)])
    var rules = AreaRules()
    rules.judge(FactRules.document(document), into: &findings)
    rules.finish(into: &findings)
    return findings
  }

  /// A plan of two parcels of housing and one park, with totals by use.
  func plan(housing: Double, park: Double = 640) -> LandDocument {
    var document = Sample.document(
      "样政函〔2024〕12号", on: "2024-05-10",
      parcels: [
        Sample.parcel("L-1", use: "070102", name: "二类城镇住宅用地", area: 3_250),
        Sample.parcel("L-2", use: "070102", name: "二类城镇住宅用地", area: 1_800),
        Sample.parcel("L-3", use: "1401", name: "公园绿地", area: 640),
      ])
    document.totals = [("二类城镇住宅用地", housing), ("公园绿地", park)].map { use, area in
      AreaTotal(
        landUseName: use, area: StatedArea(squareMetres: area), place: Sample.place(20))
    }
    return document
  }

  @Test("Totals that their parcels add up to pass")
  func totalsFit() {
    let findings = judge(plan(housing: 5_050))
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: .areaTotalMembers) == 2)
  }

  @Test("A total that its parcels do not add up to is told with its line")
  func totalDiffers() throws {
    let findings = judge(plan(housing: 6_050))
    let finding = try #require(findings.findings.first)
    #expect(findings.findings.count == 1)
    #expect(finding.values["stated"] == .squareMetres(6_050))
    #expect(finding.values["sum"] == .squareMetres(5_050))
    #expect(finding.squareMetres == 1_000)
    #expect(finding.sources.map(\.place.lineStart) == [20])
  }

  @Test("Not checked: a total one of whose parcels states no area")
  func memberWithoutArea() {
    var document = plan(housing: 5_050)
    document.parcels[0].area = nil
    let findings = judge(document)
    #expect(findings.findings.isEmpty)
    #expect(findings.notChecked(of: .areaTotalMembers) == [.notStated: 1])
    #expect(findings.checked(of: .areaTotalMembers) == 1)
  }

  /// A table of three rows with a subtotal after two, and the sum.
  func table(_ subtotal: Double, _ sum: Double, sumsFirst: Bool = false) -> LandDocument {
    let rows = sumsFirst ? [12, 13, 15] : [11, 12, 14]
    var document = Sample.document(
      "样政发〔2024〕3号", on: "2024-02-01",
      parcels: zip(rows, [100.0, 200, 400]).map { line, area in
        Sample.parcel("T-\(line)", area: area, line: line)
      }, kind: .developmentScheme)
    let lines = sumsFirst ? [11, 14, 10] : [13, 15, 16]
    document.totals = zip(zip(["甲片区小计", "乙片区小计", "总计"], lines), [subtotal, 400, sum]).map {
      label, area in
      var total = AreaTotal(
        area: StatedArea(squareMetres: area, text: "\(area)平方米"), place: Sample.place(label.1))
      total.name = label.0
      return total
    }
    return document
  }

  @Test("Subtotals of a table sum the rows above them, or below where the sums stand first")
  func tableFits() {
    #expect(judge(table(300, 700)).findings.isEmpty)
    #expect(judge(table(300, 700, sumsFirst: true)).findings.isEmpty)
    #expect(judge(table(300, 700)).checked(of: .areaTotalMembers) == 3)
  }

  @Test("A subtotal that its rows do not add up to is told, and so is the sum")
  func tableDiffers() {
    #expect(judge(table(350, 700)).findings.map(\.squareMetres) == [50])
    #expect(judge(table(300, 900)).findings.map(\.squareMetres) == [200])
    #expect(judge(table(350, 700, sumsFirst: true)).findings.count == 1)
  }

  // MARK: - area_plan_total

  func judgePlan(_ documents: LandDocument...) -> FindingCollector {
    var findings = FactRules.collector(.areaPlanTotal, Self.tolerances)
    var rules = AreaRules()
    for document in documents { rules.judge(FactRules.document(document), into: &findings) }
    let numbers = Set(documents.flatMap(\.parcels).compactMap(\.parcelID))
    for number in numbers.sorted() {
      for parcel in FactRules.parcels(number, documents) { rules.judge(parcel, into: &findings) }
    }
    rules.finish(into: &findings)
    return findings
  }

  @Test("A plan's totals that its parcels still add up to pass")
  func planTotalFits() {
    let findings = judgePlan(plan(housing: 5_050))
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: .areaPlanTotal) == 2)
  }

  @Test("A later adjustment leaves the plan's total behind: told with both documents")
  func planTotalDiffers() throws {
    let adjustment = Sample.document(
      "样政函〔2025〕9号", on: "2025-03-18",
      parcels: [Sample.parcel("L-3", plan: Sample.adjustedPlan, area: 720)])
    let findings = judgePlan(plan(housing: 5_050), adjustment)
    let finding = try #require(findings.findings.first)
    #expect(findings.findings.count == 1)
    #expect(finding.values["use"] == .text("公园绿地"))
    #expect(finding.values["stated"] == .squareMetres(640))
    #expect(finding.values["sum"] == .squareMetres(720))
    #expect(finding.values["changes"] == .texts(["样政函〔2025〕9号"]))
    #expect(finding.sources.map(\.name) == ["样政函〔2024〕12号", "样政函〔2025〕9号"])
  }

  @Test("A split parcel is held by its parts")
  func planTotalOfParts() {
    var split = Sample.document(
      "样政函〔2025〕10号", on: "2025-04-01",
      parcels: [
        Sample.parcel("L-1-1", use: "070102", name: "二类城镇住宅用地", area: 3_000),
        Sample.parcel("L-1-2", use: "070102", name: "二类城镇住宅用地", area: 250),
      ])
    split.lineage = [
      ParcelLineage(kind: .split, from: ["L-1"], to: ["L-1-1", "L-1-2"], line: 4)
    ]
    let findings = judgePlan(plan(housing: 5_050), split)
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: .areaPlanTotal) == 2)
  }

  @Test("Not checked: a parcel of the use states no area now")
  func planTotalNotChecked() {
    var original = plan(housing: 5_050)
    original.parcels[2].area = StatedArea(squareMetres: 640)
    let use = Sample.document(
      "样政函〔2025〕11号", on: "2025-05-01",
      parcels: [Sample.parcel("L-4", use: "1401", name: "公园绿地")])
    var split = use
    split.lineage = [ParcelLineage(kind: .split, from: ["L-3"], to: ["L-4"], line: 4)]
    let findings = judgePlan(original, split)
    #expect(findings.notChecked(of: .areaPlanTotal) == [.notStated: 1])
  }

  // MARK: - area_act_differs

  func judgeActs(plan: Double?, reserve: Double?, listing: Double?) throws -> FindingCollector {
    var findings = FactRules.collector(.areaActDiffers, Self.tolerances)
    var rules = AreaRules()
    let parcel = try FactRules.parcel(
      "1",
      Sample.document("样政函〔2024〕1号", on: "2024-01-01", parcels: [Sample.parcel("1", area: plan)]),
      Sample.document(
        "样政函〔2024〕2号", on: "2024-02-01",
        transactions: [Sample.act(.reserve, "1", area: reserve)], kind: .reserve),
      Sample.document(
        "样政函〔2024〕3号", on: "2024-03-01",
        transactions: [Sample.act(.listing, "1", area: listing)], kind: .supply))
    rules.judge(parcel, into: &findings)
    rules.finish(into: &findings)
    return findings
  }

  @Test("Acts of the plan's area pass")
  func actsFit() throws {
    let findings = try judgeActs(plan: 20_000, reserve: 20_000, listing: 20_000.5)
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: .areaActDiffers) == 1)
  }

  @Test("A listing that differs from plan and reserve is told against each")
  func actDiffers() throws {
    let findings = try judgeActs(plan: 20_000, reserve: 20_000, listing: 21_000)
    #expect(
      findings.findings.map { $0.values["other_document"] } == [
        .text("样政函〔2024〕1号"), .text("样政函〔2024〕2号"),
      ])
    #expect(findings.findings.map(\.squareMetres) == [1_000, 1_000])
    #expect(findings.findings.map(\.share) == [5, 5])
    #expect(Set(findings.findings.map(\.id)).count == 2)
  }

  @Test("A unit mistaken in an act is an error")
  func actInOtherUnit() throws {
    let findings = try judgeActs(plan: 20_000, reserve: nil, listing: 300_000)
    #expect(findings.severities == [.error])
  }

  @Test("Not checked: acts without an area to compare")
  func actsNotChecked() throws {
    let findings = try judgeActs(plan: nil, reserve: nil, listing: 5)
    #expect(findings.notChecked(of: .areaActDiffers) == [.notStated: 1])
    #expect(findings.findings.isEmpty)
  }
}
