import Foundation
import Planning
import TestSupport
import Testing

@testable import Intake

@Suite struct RuleProfileReaderTests {
  private func read(_ text: String) throws -> RuleProfile {
    try RuleProfileReader.read(
      Data(text.utf8), file: "county.yaml", over: RuleProfileReader.standard())
  }

  private func fault(_ text: String) -> RuleProfileFault? {
    do {
      _ = try read(text)
      return nil
    } catch {
      return error as? RuleProfileFault
    }
  }

  private func change(_ rule: String) -> String {
    "name: 云溪县\nversion: \"1\"\nrules:\n  - code: coverage_overlap\n    \(rule)\n"
  }

  // MARK: - The standard profile

  @Test func theStandardProfileHasEveryRule() throws {
    let profile = try RuleProfileReader.standard()
    #expect(profile.orderedRules.map(\.code) == RuleCode.allCases)
    #expect(profile.slivers == SliverThresholds(area: 10, areaOverPerimeter: 0.05))
    #expect(profile.acceptanceGrowth == 1)
    #expect(
      profile.zones == ZoneAssignmentRule(shareOfParcel: 10, shareOfZone: 50, tie: 1, limit: 4))
    #expect(profile.digest.count == 64)
    #expect(profile.sliverSource != nil)
    #expect(profile.zoneSource != nil)
  }

  @Test func theStandardProfileIsAllFilesOfData() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appendingPathComponent("Data/rules").path)
    let known = Set(RuleProfileReader.standardFiles.map(\.name))
    #expect(Set(names.map { "Data/rules/\($0)" }) == known)
  }

  @Test(arguments: RuleCode.allCases)
  func everyRuleSaysWhatItKnows(_ code: RuleCode) throws {
    let rule = try #require(RuleProfileReader.standard().rules[code])
    let names = Rule.names(in: rule.message).union(Rule.names(in: rule.advice))
    #expect(names.isSubset(of: rule.values.keys))
    #expect(
      Rule.names(in: LocalText(rule.message.zh, ""))
        == Rule.names(in: LocalText("", rule.message.en)),
      "the two sentences tell different things")
    #expect(rule.passingExample != nil && rule.failingExample != nil)
    #expect(!rule.severities.isEmpty)
    #expect(!rule.scopes.contains(.all))
  }

  @Test func sentencesAreInTheirLanguages() throws {
    let isHan: (Character) -> Bool = {
      $0.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
    }
    for rule in try RuleProfileReader.standard().orderedRules {
      for text in [rule.title, rule.about, rule.message, rule.advice] {
        #expect(text.zh.contains(where: isHan), "\(rule.code)")
        #expect(!text.zh.contains(","), "\(rule.code): a half-width comma in Chinese")
      }
      #expect(!rule.title.en.contains(where: isHan), "\(rule.code)")
    }
  }

  // MARK: - A bureau's own

  @Test func aBureausProfileChangesOnlyWhatItNames() throws {
    let standard = try RuleProfileReader.standard()
    let profile = try read(
      """
      name: 云溪县
      version: "2026-2"
      slivers: {area_m2: 5}
      acceptances: {growth_percent: 4}
      zones: {limit: 2}
      rules:
        - code: coverage_overlap
          severity: {supplied: warning, draft: none}
          parameters: {minimum_m2: 2.5}
        - code: redline_occupied
          enabled: false
          in_force: {from: 2024-01-01, until: 2026-12-31}
        - code: indicator_missing
          parameters:
            floor_area_ratio: {value: [0701, "09"], note: {zh: 本县的, en: the county's}}
      """)
    #expect(profile.name == "standard + 云溪县")
    #expect(profile.version == "\(standard.version) + 2026-2")
    #expect(profile.digest != standard.digest)
    #expect(profile.slivers == SliverThresholds(area: 5, areaOverPerimeter: 0.05))
    #expect(profile.acceptanceGrowth == 4)
    #expect(profile.zones.limit == 2)
    #expect(profile.zones.shareOfZone == 50)
    let overlap = try #require(profile.rules[.coverageOverlap])
    #expect(overlap.severities == [.approved: .error, .supplied: .warning])
    #expect(overlap.parameters["minimum_m2"]?.value == .number(2.5))
    #expect(overlap.parameters["minimum_m2"]?.unit == "m2")
    #expect(overlap.message == standard.rules[.coverageOverlap]?.message)
    let redline = try #require(profile.rules[.redlineOccupied])
    #expect(!redline.isEnabled)
    #expect(redline.inForceFrom == CalendarDate(year: 2024, month: 1, day: 1))
    #expect(redline.inForceUntil == CalendarDate(year: 2026, month: 12, day: 31))
    #expect(
      profile.rules[.indicatorMissing]?.parameters["floor_area_ratio"]?.value
        == .list(["0701", "09"]))
    let changed: Set<RuleCode> = [.coverageOverlap, .redlineOccupied, .indicatorMissing]
    for code in RuleCode.allCases where !changed.contains(code) {
      #expect(profile.rules[code] == standard.rules[code])
    }
  }

  @Test func oneWordIsTheSeverityOfAllStages() throws {
    let profile = try read(change("severity: info"))
    #expect(
      profile.rules[.coverageOverlap]?.severities == [
        .draft: .info, .approved: .info, .supplied: .info,
      ])
  }

  @Test func aMessageMayBeOnesOwn() throws {
    let profile = try read(
      change("message: {zh: \"{subject}压{other}\", en: \"{subject} on {other}\"}"))
    #expect(profile.rules[.coverageOverlap]?.message.zh == "{subject}压{other}")
  }

  @Test func theDigestTellsProfilesApart() throws {
    let a = try read(change("severity: info"))
    let b = try read(change("severity: info "))
    let again = try read(change("severity: info"))
    #expect(a.digest != b.digest)
    #expect(a.digest == again.digest)
  }

  @Test func aProfileInTheWindowsEncodingIsRead() throws {
    // 名称 in GB18030.
    let bytes =
      Array("name: \"".utf8) + [0xC3, 0xFB, 0xB3, 0xC6] + Array("\"\nversion: \"1\"\n".utf8)
    let profile = try RuleProfileReader.read(
      Data(bytes), file: "county.yaml", over: RuleProfileReader.standard())
    #expect(profile.name.hasSuffix("名称"))
  }

  // MARK: - Faults

  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let reason: RuleProfileFault.Reason
    let line: Int?
    let key: String

    init(_ text: String, _ reason: RuleProfileFault.Reason, _ line: Int?, _ key: String) {
      (self.text, self.reason, self.line, self.key) = (text, reason, line, key)
    }

    var testDescription: String { "\(reason) \(key)" }
  }

  static let head = "name: a\nversion: \"1\"\n"
  static let rule = head + "rules:\n  - code: coverage_overlap\n    "

  static let faults: [Case] = [
    Case("", .empty, nil, ""),
    Case("# nothing\n", .empty, nil, ""),
    Case("name: a\n", .missing, 1, "version"),
    Case(head + "colour: red\n", .unknownKey, 3, "colour"),
    Case(head + "slivers: {area: 3}\n", .unknownKey, 3, "slivers.area"),
    Case(head + "slivers: {area_m2: -3}\n", .outOfRange, 3, "slivers.area_m2"),
    Case(head + "slivers: {area_m2: .nan}\n", .outOfRange, 3, "slivers.area_m2"),
    Case(head + "slivers: {area_m2: 1e999}\n", .outOfRange, 3, "slivers.area_m2"),
    Case(head + "slivers: {area_m2: \"3\"}\n", .wrongType, 3, "slivers.area_m2"),
    Case(head + "zones: {tie_percent: 101}\n", .outOfRange, 3, "zones.tie_percent"),
    Case(head + "zones: {limit: 1.5}\n", .outOfRange, 3, "zones.limit"),
    Case(head + "zones: {limit: 0}\n", .outOfRange, 3, "zones.limit"),
    Case(head + "rules: []\n", .empty, 3, "rules"),
    Case(head + "rules: {}\n", .wrongType, 3, "rules"),
    Case(head + "rules:\n  - severity: info\n", .missing, 4, "rules[0].code"),
    Case(head + "rules:\n  - code: coverage_overlp\n", .unknownRule, 4, "rules[0].code"),
    Case(rule + "colour: red\n", .unknownKey, 5, "coverage_overlap.colour"),
    Case(rule + "scopes: [plans]\n", .unknownKey, 5, "coverage_overlap.scopes"),
    Case(rule + "severity: fatal\n", .unknownWord, 5, "coverage_overlap.severity"),
    Case(rule + "severity: {planned: info}\n", .unknownKey, 5, "coverage_overlap.severity.planned"),
    Case(rule + "severity: [info]\n", .wrongType, 5, "coverage_overlap.severity"),
    Case(rule + "enabled: maybe\n", .wrongType, 5, "coverage_overlap.enabled"),
    Case(rule + "in_force: {from: 2024}\n", .wrongType, 5, "coverage_overlap.in_force.from"),
    Case(
      rule + "in_force: {from: 2024-01-02, until: 2024-01-01}\n", .outOfRange, 5,
      "coverage_overlap.in_force"),
    Case(rule + "title: {zh: 重叠}\n", .missing, 5, "coverage_overlap.title.en"),
    Case(rule + "title: {zh: 重叠, en: \" \"}\n", .empty, 5, "coverage_overlap.title.en"),
    Case(rule + "title: overlap\n", .wrongType, 5, "coverage_overlap.title"),
    Case(
      rule + "message: {zh: \"{plan}\", en: \"{plan}\"}\n", .unknownValue, 5,
      "coverage_overlap.message"),
    Case(
      rule + "parameters: {minimum: 3}\n", .unknownKey, 5, "coverage_overlap.parameters.minimum"),
    Case(
      rule + "parameters: {minimum_m2: [3]}\n", .wrongType, 5,
      "coverage_overlap.parameters.minimum_m2"),
    Case(
      rule + "parameters: {minimum_m2: {value: 3, unit: 亩}}\n", .otherUnit, 5,
      "coverage_overlap.parameters.minimum_m2.unit"),
    Case(
      head + "rules:\n  - code: growth_boundary_zone\n    parameters: {zones: []}\n", .empty, 5,
      "growth_boundary_zone.parameters.zones"),
    Case(
      rule + "enabled: true\n  - code: coverage_overlap\n    enabled: true\n", .duplicate, 6,
      "rules[1]"),
    Case(head + "name: b\n", .duplicate, 1, "name"),
    Case("name: [a\n", .notYAML, 2, ""),
    Case("\tname: a\n", .notYAML, 1, ""),
    Case(head + "---\nname: b\n", .notYAML, 3, ""),
    Case("name: &a b\nversion: *a\n", .notPlain, 1, ""),
    Case(head + "zones: " + String(repeating: "[", count: 2000), .notPlain, 3, ""),
    Case(head + "zones:\n  " + String(repeating: "- ", count: 2000) + "a\n", .notPlain, 4, ""),
    Case(String(repeating: "#", count: 2 << 20), .tooLarge, nil, ""),
  ]

  @Test(arguments: faults)
  func aFaultNamesLineAndKey(_ expected: Case) {
    let fault = fault(expected.text)
    #expect(fault?.reason == expected.reason)
    #expect(fault?.line == expected.line)
    #expect(fault?.key == expected.key)
    #expect(fault?.file == "county.yaml")
  }

  @Test func aFaultTellsWhatIsAllowed() {
    #expect(
      fault(Self.rule + "severity: fatal\n")?.allowed == ["info", "warning", "error", "none"])
    #expect(
      fault(Self.head + "rules:\n  - code: coverage_overlp\n")?.allowed.first == "coverage_overlap")
    #expect(fault(Self.rule + "parameters: {minimum: 3}\n")?.allowed.contains("minimum_m2") == true)
  }

  @Test func bytesThatAreNoTextAreRefused() throws {
    let standard = try RuleProfileReader.standard()
    #expect(throws: RuleProfileFault(file: "a.yaml", reason: .notText)) {
      try RuleProfileReader.read(Data([0, 1, 2, 0xFF, 0, 0, 3]), file: "a.yaml", over: standard)
    }
  }

  @Test func aMissingFileIsAFault() throws {
    let standard = try RuleProfileReader.standard()
    let fault = #expect(throws: RuleProfileFault.self) {
      try RuleProfileReader.read(file: "none.yaml", over: standard)
    }
    #expect(fault?.reason == .unreadable)
  }
}
