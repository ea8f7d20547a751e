import Planning
import TestSupport
import Testing

@Suite("The register itself")
struct RegisterRuleTests {
  static let few: [String: RuleParameter.Value] = ["aggregate_above": .number(5)]

  let plan = Sample.document(
    "样政函〔2024〕1号", on: "2024-01-01",
    parcels: [Sample.parcel("1"), Sample.parcel("2")])

  // MARK: - document_file_missing

  func judge(_ state: SourceFileState, sha256: String? = "ab") -> FindingCollector {
    var findings = FactRules.collector(.documentFileMissing)
    var rules = RegisterRules()
    let file = SourceFile(name: "a.txt", sha256: sha256, extractor: "test")
    rules.judge(FactRules.document(plan, file: file), into: &findings)
    rules.judge(CheckedFile(file, state), into: &findings)
    rules.finish(into: &findings)
    return findings
  }

  @Test("A file that is there with its bytes passes")
  func filePresent() {
    let findings = judge(.present)
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: .documentFileMissing) == 1)
  }

  @Test(
    "A file that is gone, or is another now, is told with its documents",
    arguments: [SourceFileState.missing, .changed(sha256: "cd")])
  func fileMissing(state: SourceFileState) throws {
    let finding = try #require(judge(state).findings.first)
    #expect(finding.subjects.map(\.label) == ["样政函〔2024〕1号"])
    #expect(finding.values["file"] == .text("a.txt"))
  }

  @Test("Not checked: a path that means nothing here, a file without a digest")
  func fileNotChecked() {
    #expect(judge(.elsewhere).notChecked(of: .documentFileMissing) == [.fileElsewhere: 1])
    #expect(judge(.missing, sha256: nil).notChecked(of: .documentFileMissing) == [.notStated: 1])
  }

  // MARK: - boundary_orphan

  func judge(
    _ code: RuleCode, documents: [LandDocument], boundaries: [BoundaryFact], numbers: [String]
  ) -> FindingCollector {
    var findings = FactRules.collector(code, Self.few)
    var rules = RegisterRules()
    for document in documents { rules.judge(FactRules.document(document), into: &findings) }
    for number in numbers {
      let own = boundaries.filter { $0.record.statement.parcelID == number }
      for parcel in FactRules.parcels(number, documents, boundaries: own) {
        rules.judge(parcel, into: &findings)
      }
    }
    rules.finish(into: &findings)
    return findings
  }

  @Test("A boundary of a parcel that documents know passes")
  func boundaryKnown() {
    let findings = judge(
      .boundaryOrphan, documents: [plan],
      boundaries: [FactRules.boundary("1", area: 5, plan: Sample.plan)], numbers: ["1"])
    #expect(findings.findings.isEmpty)
    #expect(findings.checked(of: .boundaryOrphan) == 1)
  }

  @Test("A boundary of a number that no document of its plan knows is told")
  func boundaryOrphan() {
    let findings = judge(
      .boundaryOrphan, documents: [plan],
      boundaries: [FactRules.boundary("9", area: 5, plan: Sample.plan)], numbers: ["9"])
    #expect(findings.findings.map(\.subjects.first?.label) == ["9"])
    #expect(findings.findings.first?.sources.map(\.place.lineStart) == [3])
  }

  @Test("Many orphans of one file are one finding, whatever their order")
  func manyOrphans() throws {
    let numbers = (10..<40).map(String.init)
    let boundaries = numbers.map { FactRules.boundary($0, area: 5) }
    let forward = judge(
      .boundaryOrphan, documents: [plan], boundaries: boundaries, numbers: numbers)
    let backward = judge(
      .boundaryOrphan, documents: [plan], boundaries: boundaries, numbers: numbers.reversed())
    let finding = try #require(forward.findings.first)
    #expect(forward.findings.count == 1)
    #expect(finding.values["count"] == .count(30))
    #expect(
      finding.values["parcels"]
        == .words(
          LocalText("30 个地块（10、11、12、13、14等）", "30 parcels (10, 11, 12, 13, 14, …)")))
    #expect(forward.findings == backward.findings)
  }

  @Test("Not checked: a county that is only mapped, a plan of which no document speaks")
  func orphansNotChecked() {
    let mapped = judge(
      .boundaryOrphan, documents: [], boundaries: [FactRules.boundary("9", area: 5)],
      numbers: ["9"])
    #expect(mapped.notChecked(of: .boundaryOrphan) == [.nothingToCheck: 1])
    let other = judge(
      .boundaryOrphan, documents: [plan],
      boundaries: [FactRules.boundary("9", area: 5, plan: "乙片区控制性详细规划")], numbers: ["9"])
    #expect(other.notChecked(of: .boundaryOrphan) == [.nothingToCheck: 1])
    #expect(other.findings.isEmpty)
  }

  // MARK: - parcel_without_boundary

  @Test("A parcel with its boundary passes, one without is told with its document")
  func parcelWithoutBoundary() {
    let findings = judge(
      .parcelWithoutBoundary, documents: [plan],
      boundaries: [FactRules.boundary("1", area: 5)], numbers: ["1", "2"])
    #expect(findings.findings.map(\.subjects.first?.label) == ["2"])
    #expect(findings.findings.first?.sources.map(\.name) == ["样政函〔2024〕1号"])
    #expect(findings.checked(of: .parcelWithoutBoundary) == 2)
    let all = judge(
      .parcelWithoutBoundary, documents: [plan],
      boundaries: [FactRules.boundary("1", area: 5), FactRules.boundary("2", area: 5)],
      numbers: ["1", "2"])
    #expect(all.findings.isEmpty)
  }

  @Test("Many parcels of one document are one finding")
  func manyWithoutBoundary() {
    let numbers = (1...30).map(String.init)
    let large = Sample.document(
      "样政函〔2024〕1号", on: "2024-01-01", parcels: numbers.map { Sample.parcel($0) })
    let findings = judge(
      .parcelWithoutBoundary, documents: [large],
      boundaries: [FactRules.boundary("1", area: 5)], numbers: numbers)
    #expect(findings.findings.map { $0.values["count"] } == [.count(29)])
    #expect(findings.findings.map(\.subjects.first?.kind) == [.document])
  }

  @Test("Not checked: a register without any boundary")
  func noBoundariesAtAll() {
    let findings = judge(
      .parcelWithoutBoundary, documents: [plan], boundaries: [], numbers: ["1", "2"])
    #expect(findings.notChecked(of: .parcelWithoutBoundary) == [.nothingToCheck: 2])
    #expect(findings.findings.isEmpty)
  }
}
