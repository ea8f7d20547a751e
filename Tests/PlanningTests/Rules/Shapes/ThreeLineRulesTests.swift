import Planning
import SimpleFeatures
import Testing

@Suite("The three lines, hazards and existing use")
struct ThreeLineRulesTests {
  private let parcel = ShapeRuleSupport.parcel("A-01", squareMetres: 10_000)
  private let parameters: [String: RuleParameter] = [
    "minimum_m2": ShapeRuleSupport.number(1),
    "exempt_uses": ShapeRuleSupport.list("01", "05"),
    "conditional_uses": RuleParameter(.list(["12"]), note: LocalText("用途", "用途")),
    "conditional_documents": RuleParameter(
      .list(["重大建设项目"]), note: LocalText("文书", "文书")),
    "conflict": ShapeRuleSupport.words("无依据"),
    "net_unknown": ShapeRuleSupport.words("不明"), "net_known": ShapeRuleSupport.words("已知"),
    "zones": ShapeRuleSupport.list("弹性发展区", "430"),
    "distance": ShapeRuleSupport.number(100),
    "inside": ShapeRuleSupport.words("位于"), "near": ShapeRuleSupport.words("临近"),
    "classes": ShapeRuleSupport.list("01", "03"),
  ]

  private func collector(_ code: RuleCode) -> FindingCollector {
    ShapeRuleSupport.collector([code: parameters])
  }

  private func use(_ codes: String...) -> [LandUse] {
    codes.map { LandUse(scheme: .mnr2023, code: $0) }
  }

  private func farmland(
    _ area: Double, uses: [LandUse] = [], documents: [String] = [], stage: RuleStage = .approved,
    _ change: (inout ThreeLineRules.Taking) -> Void = { _ in }
  ) -> Finding? {
    var findings = collector(.farmlandOccupied)
    var taking = ThreeLineRules.Taking(squareMetres: area)
    taking.netSquareMetres = area * 0.9
    taking.layers = ["永久基本农田"]
    change(&taking)
    var parcel = parcel
    parcel.stage = stage
    ThreeLineRules(findings.book).judge(
      taking, by: .farmlandOccupied, of: parcel, uses: uses, documents: documents, into: &findings
    ) { Geometry(pointX: 1, y: 1) }
    return findings.findings.first
  }

  @Test func farmlandTakenIsAConflictGrossAndNet() {
    let found = farmland(4_000, uses: use("1101"))
    #expect(found?.conclusion == .conflict)
    #expect(found?.severity == .error)
    #expect(found?.values["area"] == .squareMetres(4_000))
    #expect(found?.values["net"] == .squareMetres(3_600))
    #expect(found?.values["basis"] == .words(LocalText("无依据", "无依据")))
    #expect(found?.values["share"] == .percent(40))
    #expect(found?.share == 40)
    #expect(farmland(4_000, stage: .draft)?.severity == .warning)
    #expect(farmland(1) == nil)
  }

  @Test func aMissingCoefficientIsTold() {
    let found = farmland(4_000) {
      $0.netSquareMetres = nil
      $0.withoutCoefficient = 2
    }
    #expect(found?.values["net"] == .words(LocalText("不明", "不明")))
    #expect(found?.values["without_coefficient"] == .count(2))
  }

  @Test func aBasisMakesItConditional() {
    let byUse = farmland(4_000, uses: use("1207"))
    #expect(byUse?.conclusion == .conditional)
    #expect(byUse?.severity == .warning)
    #expect(byUse?.values["basis"] == .words(LocalText("用途", "用途")))
    let byDocument = farmland(4_000, uses: use("1101"), documents: ["关于重大建设项目用地的批复"])
    #expect(byDocument?.conclusion == .conditional)
    // One of two uses is not all of the land.
    #expect(farmland(4_000, uses: use("1207", "0701"))?.conclusion == .conflict)
    #expect(
      farmland(4_000, uses: use("1207") + [LandUse(scheme: .unknown, name: "路")])?.conclusion
        == .conflict)
  }

  @Test func landThatMayLieThereIsClear() {
    #expect(farmland(4_000, uses: use("0101")) == nil)
  }

  @Test func aSliverDecidesNothing() {
    let found = farmland(8) { $0.perimeter = 2_400 }
    #expect(found?.isSliver == true)
    #expect(found?.severity == .info)
    #expect(found?.conclusion == nil)
    #expect(farmland(8) { $0.perimeter = 12 }?.conclusion == .conflict)
  }

  @Test func schematicLayersSaySo() {
    #expect(farmland(4_000) { $0.isSchematic = true }?.isSchematic == true)
    #expect(farmland(4_000)?.isSchematic == false)
  }

  @Test(arguments: [("城镇弹性发展区", 1), ("430", 1), ("城镇集中建设区", 0), ("", 0)])
  func someZonesOfTheGrowthBoundaryAreRestricted(zone: String, count: Int) {
    var findings = collector(.growthBoundaryZone)
    ThreeLineRules(findings.book).judgeZone(
      zone, .init(squareMetres: 500), of: parcel, uses: use("1001"), documents: [],
      into: &findings
    ) { nil }
    #expect(findings.findings.count == count)
    #expect(findings.findings.allSatisfy { $0.values["zone"] == .text(zone) })
  }

  @Test(arguments: [(40.0, nil, 1), (100, nil, 1), (100.5, nil, 0), (0, 500, 1), (0, 0.5, 0)])
  func hazardsCountWithinTheirDistance(distance: Double, area: Double?, count: Int) {
    var findings = collector(.hazardNear)
    let site = FindingSubject(kind: .layerFeature, key: "隐患点|1", label: "石岭村滑坡", group: "隐患点")
    ThreeLineRules(findings.book).judgeHazard(
      site, distance: distance, squareMetres: area, of: parcel, layer: "隐患点", isSchematic: false,
      into: &findings
    ) { nil }
    #expect(findings.findings.count == count)
    let words = area == nil ? "临近" : "位于"
    #expect(
      findings.findings.allSatisfy { $0.values["relation"] == .words(LocalText(words, words)) })
  }

  @Test func existingClassesAreToldByTheirCodes() {
    var findings = collector(.existingUseTaken)
    let rules = ThreeLineRules(findings.book)
    #expect(rules.tells(existingUse: "0103"))
    #expect(!rules.tells(existingUse: "0601"))
    rules.judgeExistingUse(
      LandUse(scheme: .unknown, code: "0103", name: "旱地"), .init(squareMetres: 1_200), of: parcel,
      into: &findings
    ) { nil }
    #expect(findings.findings.first?.detail == "0103")
    #expect(findings.findings.first?.conclusion == nil)
  }
}
