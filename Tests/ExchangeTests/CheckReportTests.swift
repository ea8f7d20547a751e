import Answers
import Exchange
import Foundation
import Planning
import SimpleFeatures
import Terms
import TestSupport
import Testing

@Suite("Reports of checks")
struct CheckReportTests {
  let report = SampleReport.report

  private func written(
    _ language: Language = .zh, _ write: (CheckReportText, ([UInt8]) throws -> Void) throws -> Void
  ) rethrows -> String {
    var bytes: [UInt8] = []
    try write(CheckReportText(report, language)) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func jsonHasTheReportAndItsFindings() throws {
    try Golden.check(written { try $0.writeJSON(to: $1) }, "findings/report.json")
  }

  @Test func jsonWithoutFindingsIsAnObjectToo() throws {
    var bytes: [UInt8] = []
    var empty = report
    empty.findings = []
    try CheckReportText(empty, .zh).writeJSON { bytes += $0 }
    let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    #expect((object?["findings"] as? [Any])?.isEmpty == true)
    #expect(object?["scope"] as? String == "all")
  }

  @Test func numbersOfJSONAreThoseOfTheFinding() throws {
    let text = try written { try $0.writeJSON(to: $1) }
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let findings = try #require(object?["findings"] as? [[String: Any]])
    #expect(findings.map { $0["id"] as? String } == report.findings.map(\.id))
    #expect(findings.map { $0["area_m2"] as? Double } == report.findings.map(\.squareMetres))
    #expect(findings.map { $0["share_percent"] as? Double } == report.findings.map(\.share))
    let rules = try #require(object?["rules"] as? [[String: Any]])
    #expect(
      rules.map { $0["verdict"] as? String } == ["found", "found", "found", "none", "not_checked"])
    #expect(
      rules.last?["not_checked"] as? [String: Int] == ["layer_missing:growth_boundary": 1_250])
  }

  @Test func aNumberThatIsNoneIsLeftOut() throws {
    var broken = report
    broken.findings[0].squareMetres = .nan
    broken.findings[0].share = .infinity
    broken.findings[0].values["area"] = .squareMetres(.nan)
    broken.findings[0].shape = Geometry(pointX: .nan, y: 1)
    var bytes: [UInt8] = []
    try CheckReportText(broken, .zh).writeLines { bytes += $0 }
    let first = try #require(bytes.split(separator: UInt8(ascii: "\n")).first)
    let object = try JSONSerialization.jsonObject(with: Data(first)) as? [String: Any]
    #expect(object?["area_m2"] == nil && object?["share_percent"] == nil)
  }

  @Test func aLineOfJSONIsAFinding() throws {
    let text = try written { try $0.writeLines(to: $1) }
    let lines = text.split(separator: "\n")
    #expect(lines.count == report.findings.count)
    for (line, finding) in zip(lines, report.findings) {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["code"] as? String == finding.code.rawValue)
    }
  }

  @Test func csvHasTheSameFindings() throws {
    try Golden.check(written { try $0.writeCSV(to: $1) }, "findings/findings.csv")
  }

  @Test func csvHoldsNoFormula() throws {
    let text = try written { try $0.writeCSV(byteOrderMark: true, to: $1) }
    #expect(text.hasPrefix("\u{FEFF}id,code,title,"))
    #expect(text.contains(",\"'=HYPERLINK(\"\"http://x\"\")<script>"))
    #expect(!text.contains(",=") && !text.contains(",\"="))
  }

  @Test func tableNamesWhatWasFoundAndWhatWasNotChecked() throws {
    let zh = CheckReportTable(report, .zh, width: nil).lines.joined(separator: "\n")
    try Golden.check(zh + "\n", "findings/table.zh.txt")
  }

  @Test func tableIsBrokenToTheTerminal() throws {
    let en = CheckReportTable(report, .en, width: 80).lines
    try Golden.check(en.joined(separator: "\n") + "\n", "findings/table.en.txt")
    #expect(en.allSatisfy { DisplayWidth.of($0) <= 80 })
  }

  @Test func aLongListIsCutAndCounted() {
    var long = report
    long.findings = (1...1_254).map { index in
      var finding = SampleReport.conflict
      finding.subjects = [SampleReport.parcel("A-\(index)")]
      return finding
    }
    let lines = CheckReportTable(long, .en, width: 100).lines
    #expect(lines.contains("    … and 1,234 more"))
    #expect(lines.count { $0.contains("A-") } >= 20 && lines.count < 80)
  }

  @Test func aTerminalIsNotSteered() {
    let lines = CheckReportTable(report, .zh, width: 80).lines
    #expect(!lines.joined().unicodeScalars.contains { $0.value < 0x20 })
  }

  @Test func aShapeOfSeveralKindsKeepsItsAreas() {
    let table = CheckReportText(report, .zh).features(of: report.findings[...])
    #expect(table.count == 4)
    #expect(table.shapes.types == [.polygon, .point, .multiPolygon, nil])
    #expect(table.fields.allSatisfy { $0.values.count == 4 })
    #expect(table.fields.map(\.name) == FindingColumn.all.map(\.name))
  }

  @Test func everyColumnHasItsOwnName() {
    let columns = FindingColumn.all
    #expect(Set(columns.map(\.name)).count == columns.count)
    #expect(Set(columns.map { $0.title[.zh] }).count == columns.count)
    #expect(columns.allSatisfy { $0.name.allSatisfy { $0.isLowercase || "_2".contains($0) } })
  }
}
