import Answers
import Foundation
import Planning
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite("Rules of areas, life cycle and register by the standard profile")
struct FactRuleTests {
  /// What the three families find in a register, as `code subject`, and what they could not ask.
  func judge(_ register: LandRegister) throws -> (found: [String], collector: FindingCollector) {
    var findings = FindingCollector(RuleBook(try RuleProfiles.standard()))
    var areas = AreaRules()
    var life = LifeCycleRules()
    var own = RegisterRules()
    try register.store.read { reader in
      try reader.plots.forEach { facts in
        for record in PlotFolding.records(of: facts) {
          let parcel = CheckedParcel(record: record, facts: facts)
          areas.judge(parcel, into: &findings)
          life.judge(parcel, into: &findings)
          own.judge(parcel, into: &findings)
        }
      }
    }
    for version in try register.export.facts().documentVersions {
      let document = version.document
      let checked = CheckedDocument(
        document: document,
        reference: DocumentReference(
          number: document.number, title: document.title, date: document.date,
          kind: document.kind, version: version.version, recordedAt: version.recordedAt,
          place: document.place),
        file: version.source, county: CountyName.of(document))
      areas.judge(checked, into: &findings)
      life.judge(checked, into: &findings)
      own.judge(checked, into: &findings)
    }
    areas.finish(into: &findings)
    life.finish(into: &findings)
    own.finish(into: &findings)
    let found = findings.findings.map { finding in
      ([finding.code.rawValue] + finding.subjects.map(\.label)).joined(separator: " ")
    }
    return (found.sorted(), findings)
  }

  @Test("The sample county: land reclaimed twice, supply without plan or reserve, and no more")
  func sampleCounty() async throws {
    let county = try await DifferenceTests.county.value
    let (found, findings) = try judge(county.register)
    #expect(
      found == [
        // What a letter promises is not in force.
        "boundary_orphan 城关110千伏变电站迁建用地",
        "boundary_orphan 张家庄粮站",
        "land_counted_twice 吕梁鑫琪物资贸易有限公司（韩瑞峰） 2012-25",
        "parcel_without_boundary 003-1",
        "parcel_without_boundary 003-2",
        "parcel_without_boundary B2025-03",
        "parcel_without_boundary B2025-06",
        "supply_without_plan A2024-06",
        "supply_without_plan B2025-03",
        "supply_without_plan B2025-06",
        "supply_without_plan D-08-01",
        "supply_without_reserve B2025-06",
      ])
    #expect(findings.checked(of: .areaDiffers) > 80)
    #expect(findings.checked(of: .areaTotalMembers) == 11)
    // Only the total before the adjustment is printed.
    #expect(findings.tallies[.reserveTotal]?.notChecked == [.notStated: 1])
  }

  @Test("The exercise breaks the rules of which the sample county has no case")
  func exercise() async throws {
    let folder = try TemporaryFolder()
    let register = try LandRegister.create(at: folder.path("land.gpkg"))
    for name in [
      "1-original-plan", "2-adjustment", "4-listing", "5-reclaim", "6-allocation",
      "7-reserve-adjustment",
    ] {
      let file = Repository.root.appendingPathComponent("Data/exercise/\(name).txt")
      let reading = await SourceReader().read(
        Array(try Data(contentsOf: file)), name: name, path: file.path)
      try register.imports.documents(reading.documents, from: reading.file)
    }
    let (found, findings) = try judge(register)
    #expect(
      found == [
        "adjusted_after_supply LP-02",
        "adjusted_after_supply LP-02",
        "adjusted_after_supply LP-02",
        "adjusted_after_supply LP-02",
        "adjusted_after_supply LP-02",
        "area_act_differs LP-02",
        "area_plan_total 练政函〔2024〕12号",
        "area_plan_total 练政函〔2024〕12号",
        "reclaimed_still_supplied LP-01",
        "reserve_total 练政函〔2025〕26号",
        "supply_without_reserve LP-02",
      ])
    #expect(findings.findings.allSatisfy { !$0.sources.isEmpty })
    #expect(Set(findings.findings.map(\.id)).count == findings.findings.count)
  }

  @Test("Each finding fills the places of its message in both languages")
  func messagesAreFilled() async throws {
    let county = try await DifferenceTests.county.value
    let profile = try RuleProfiles.standard()
    for finding in try judge(county.register).collector.findings {
      let message = try #require(profile.rules[finding.code]?.message)
      for text in [message.zh, message.en] {
        for place in text.matches(of: /\{(\w+)\}/) {
          #expect(
            finding.values[String(place.output.1)] != nil, "\(finding.code): \(place.output.1)")
        }
      }
    }
  }
}

extension FindingCollector {
  fileprivate func checked(of code: RuleCode) -> Int { tallies[code]?.checked ?? 0 }
}
