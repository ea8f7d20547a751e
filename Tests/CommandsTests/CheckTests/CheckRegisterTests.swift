import Foundation
import Planning
import TestSupport
import Testing

/// Checks through the built program, on the sample county.
@Suite("yulin check")
struct CheckRegisterTests {
  /// The sample county's register, made once.
  private static let county = Result { try SampleCounty() }

  struct SampleCounty {
    let program: BuiltProgram

    init() throws {
      program = try BuiltProgram()
      let data = Repository.root.appendingPathComponent("Data/zhongyang")
      try FileManager.default.createSymbolicLink(
        at: program.folder.url.appendingPathComponent("zhongyang"), withDestinationURL: data)
      let lines = [
        "yulin import --quiet zhongyang/*.* --store land.gpkg",
        "yulin import --quiet zhongyang/boundaries/2025-062-ningxiang.txt "
          + "zhongyang/boundaries/2025-05-ningxiang-draft.txt "
          + "zhongyang/boundaries/supply-and-reserve.txt --store land.gpkg",
        "yulin import --quiet zhongyang/layers/permanent-basic-farmland.geojson "
          + "--as layer 永久基本农田 --store land.gpkg",
        "yulin import --quiet zhongyang/layers/growth-boundary.geojson "
          + "--as layer 城镇开发边界 --store land.gpkg",
      ]
      for line in lines {
        let outcome = try program.runShell(line)
        guard outcome.status <= 1 else { throw RegisterSession.NotFilled(errors: outcome.errors) }
      }
    }
  }

  private func run(
    _ arguments: String..., in county: SampleCounty? = nil
  ) throws -> BuiltProgram.Outcome {
    let program = try (county ?? Self.county.get()).program
    return try program.run(["check"] + arguments + ["--store", "land.gpkg"])
  }

  private struct Report: Decodable {
    struct Finding: Decodable {
      struct Subject: Decodable { let label: String }
      let id: String
      let code: RuleCode
      let severity: Diagnostic.Severity
      let subjects: [Subject]
      let area_m2: Double?
      let conclusion: String?
      let accepted: Bool
    }
    let findings: [Finding]
  }

  private func report(_ outcome: BuiltProgram.Outcome) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
  }

  @Test(arguments: ["zh", "en"])
  func theThreeLinesAreGolden(_ language: String) throws {
    let outcome = try run(
      "parcels", "--family", "three_lines", "--family", "coverage", "--as-of", "2026-11-20",
      "--lang", language)
    #expect(outcome.status == 1)
    try Golden.check(outcome.output + "--\n" + outcome.errors, "check-lines.\(language).txt")
  }

  @Test func aConflictHasItsArea() throws {
    let outcome = try run("--rule", "farmland_occupied", "-f", "json")
    let found = try report(outcome).findings
    #expect(outcome.status == 1)
    #expect(found.contains { $0.subjects[0].label == "D-08-01" && $0.conclusion == "conflict" })
    let area = try #require(found.first { $0.subjects[0].label == "D-08-01" }?.area_m2)
    #expect(abs(area - 602.18) < 0.01)
  }

  @Test func aMissingLayerIsNotChecked() throws {
    let outcome = try run("--rule", "redline_occupied")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("not checked"))
  }

  @Test func failOnDecidesTheStatus() throws {
    #expect(try run("--rule", "supply_without_plan").status == 0)
    #expect(try run("--rule", "supply_without_plan", "--fail-on", "warning").status == 1)
    #expect(try run("--rule", "farmland_occupied", "--fail-on", "never").status == 0)
    #expect(try run("--rule", "farmland_occupied", "--stage", "draft").status == 0)
  }

  @Test func wrongUseIsSaid() throws {
    let rule = try run("--rule", "farmland_ocupied")
    #expect(rule.status == 2 && rule.errors.contains("farmland_occupied"))
    let layer = try run("--layer", "城镇")
    #expect(layer.status == 2 && layer.errors.contains("城镇开发边界"))
    #expect(try run("everything").status == 2)
    #expect(try run("-o", "report.doc").status == 2)
    #expect(try run("-f", "gpkg").status == 2)
    #expect(try run("--accept", "x").status == 2)
    #expect(try run("--parcel", "没有").status == 1)
    #expect(try run("--profile", "none.yaml").status == 3)
    let program = try BuiltProgram()
    #expect(try program.run("check", "--store", "none.gpkg").status == 3)
  }

  @Test func howGraveADifferenceOfAreasIsFollowsTheProfile() throws {
    let program = try BuiltProgram()
    try program.folder.write(
      """
      WKT,DKBH,MJ
      "POLYGON ((37517000 4135000, 37517100 4135000, 37517100 4135050, 37517000 4135050, \
      37517000 4135000))",A-01,5100

      """, to: "dk.csv")
    _ = try program.run(
      "import", "dk.csv", "--as", "boundary", "--crs", "EPSG:4525", "--store", "land.gpkg")
    func severity(_ parameters: String) throws -> [Diagnostic.Severity] {
      try program.folder.write(
        """
        name: 云溪县
        version: "1"
        rules:
          - code: area_differs
            parameters: {\(parameters)}
        """, to: "own.yaml")
      let outcome = try program.run(
        "check", "--store", "land.gpkg", "--rule", "area_differs", "-f", "json", "--profile",
        "own.yaml")
      #expect(outcome.status <= 1, "\(outcome.errors)")
      return try report(outcome).findings.map(\.severity)
    }
    // 100 m² are two percent.
    #expect(try severity("tolerance_m2: 1") == [.error])
    #expect(try severity("error_percent: 3") == [.warning])
    #expect(try severity("error_percent: 5, warning_percent: 3") == [.info])
    #expect(try severity("tolerance_m2: 100") == [])
  }

  @Test func everyFormatIsWritten() throws {
    let county = try Self.county.get()
    let names = ["r.html", "r.json", "r.jsonl", "r.csv", "r.geojson", "r.gpkg"]
    let outcome = try county.program.run(
      ["check", "parcels", "--store", "land.gpkg", "--overwrite"] + names.flatMap { ["-o", $0] })
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    for name in names {
      let size = try #require(
        try county.program.folder.url.appendingPathComponent(name).resourceValues(
          forKeys: [.fileSizeKey]
        ).fileSize)
      #expect(size > 100, "\(name)")
    }
    let again = try county.program.run("check", "--store", "land.gpkg", "-o", "r.html")
    #expect(again.status == 3)
  }

  @Test func aFindingIsLetPassWithAReason() throws {
    let county = try SampleCounty()
    let all = ["--rule", "farmland_occupied", "--rule", "growth_boundary_outside", "-f", "json"]
    func findings(_ more: String...) throws -> [Report.Finding] {
      try report(county.program.run(["check"] + all + more + ["--store", "land.gpkg"])).findings
    }
    let first = try #require(try findings().first)
    let count = try findings().count
    #expect(
      try run("--accept", first.id, "--reason", "省级重点项目", "--by", "李", in: county).status == 0)
    #expect(try findings().count == count - 1)
    #expect(try findings("--accepted").first { $0.id == first.id }?.accepted == true)
    let listed = try run("--acceptances", in: county).output
    #expect(listed.contains(first.id) && listed.contains("省级重点项目") && listed.contains("李"))
    let export = try county.program.run("export", "-o", "facts.json", "--store", "land.gpkg")
    #expect(export.errors.contains("1 acceptances"))
    #expect(try run("--withdraw", first.id, "--reason", "查明不符", in: county).status == 0)
    #expect(try findings().count == count)
    #expect(try run("--withdraw", first.id, "--reason", "再次", in: county).status == 2)
    var miss = first.id
    miss.removeLast()
    let unknown = try run("--accept", miss, "--reason", "x", in: county)
    #expect(unknown.status == 2 && unknown.errors.contains(first.id))
  }

  @Test func onlyTheParcelAskedForIsTold() throws {
    let found = try report(try run("--parcel", "D-08-01", "-f", "json")).findings
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.subjects.contains { $0.label == "D-08-01" } })
  }
}
