import Planning
import SimpleFeatures
import Testing

@Suite("Rules about single shapes")
struct ShapeRulesTests {
  private let parcel = ShapeRuleSupport.parcel("A-01")

  private func judged(
    _ code: RuleCode, _ parameters: [String: RuleParameter] = [:], _ flaw: ShapeRules.Flaw,
    at place: Geometry? = nil
  ) -> [Finding] {
    var findings = ShapeRuleSupport.collector([code: parameters])
    ShapeRules(findings.book).judge(flaw, of: parcel, at: place, into: &findings)
    return findings.findings
  }

  @Test func tellsWhyAShapeIsNotValid() {
    let place = Geometry(pointX: 1, y: 2)
    let found = judged(
      .shapeInvalid, .init(), .invalid(ShapeFault(reason: "self_intersection")), at: place)
    #expect(found.map(\.code) == [.shapeInvalid])
    #expect(found.first?.values["reason"] == .shapeReason("self_intersection"))
    #expect(found.first?.values["subject"] == .text("A-01"))
    #expect(found.first?.shape == place)
    #expect(found.first?.severity == .error)
  }

  @Test func tellsWhatTheLibrarySaysOfAShapeItCannotHandle() {
    let flaw = ShapeRules.Flaw.notProcessable(reason: "failed", message: "TopologyException")
    let found = judged(.shapeNotProcessable, flaw)
    #expect(found.first?.values["message"] == .text("TopologyException"))
    #expect(judged(.shapeInvalid, flaw).isEmpty)
  }

  private func judged(_ code: RuleCode, _ flaw: ShapeRules.Flaw) -> [Finding] {
    judged(code, .init(), flaw)
  }

  @Test func countsVerticesSpikesAndRings() {
    #expect(
      judged(.shapeDuplicateVertex, .duplicateVertices(3)).first?.values["count"] == .count(3))
    let spikes = judged(
      .shapeSpike, ["angle": ShapeRuleSupport.number(1), "length": ShapeRuleSupport.number(0.1)],
      .spikes(2))
    #expect(spikes.first?.values["angle"] == .number(1))
    #expect(spikes.first?.values["length"] == .metres(0.1))
    #expect(judged(.shapeRingDirection, .misdirectedRings(1)).count == 1)
  }

  @Test func twoOfOneShapeAreOneFindingWhicheverIsNamedFirst() {
    let other = ShapeRuleSupport.parcel("A-02")
    let found = judged(.shapeDuplicate, .duplicate(of: other))
    var findings = ShapeRuleSupport.collector([.shapeDuplicate: [:]])
    ShapeRules(findings.book).judge(
      .duplicate(of: parcel), of: other, at: nil, into: &findings)
    #expect(found.first?.id == findings.findings.first?.id)
    #expect(found.first?.squareMetres == 1_000)
  }

  @Test(arguments: [(50_000, 1, 0, 0), (50_001, 1, 0, 1), (4, 501, 0, 1), (4, 1, 501, 1)])
  func aShapeIsTooComplexFromAboveItsLimits(vertices: Int, parts: Int, holes: Int, count: Int) {
    let limits = [
      "vertices": ShapeRuleSupport.number(50_000), "parts": ShapeRuleSupport.number(500),
      "holes": ShapeRuleSupport.number(500),
    ]
    let flaw = ShapeRules.Flaw.size(vertices: vertices, parts: parts, holes: holes)
    #expect(judged(.shapeComplexity, limits, flaw).count == count)
  }

  @Test func tellsBothAreasOfAMendedShape() {
    let repair = ShapeRepair(
      fault: ShapeFault(reason: "self_intersection"), squareMetresBefore: 90,
      squareMetresAfter: 100)
    let found = judged(.shapeRepaired, .repaired(repair))
    #expect(found.first?.values["before"] == .squareMetres(90))
    #expect(found.first?.values["after"] == .squareMetres(100))
  }
}
