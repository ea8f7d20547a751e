import Answers
import Planning
import Testing

@Suite("Findings that are let pass")
struct AcceptanceTests {
  private func report(area: Double?) -> CheckReport {
    let book = ShapeRuleSupport.collector([.farmlandOccupied: [:]]).book
    var report = CheckReport(scope: .all, moment: .now, profile: book.profile)
    var finding = Finding(
      .farmlandOccupied, .error, subjects: [ShapeRuleSupport.parcel("A-01").subject])
    finding.squareMetres = area
    report.findings = [finding]
    return report
  }

  private func acceptance(
    of report: CheckReport, area: Double?, isWithdrawn: Bool = false
  ) -> FindingAcceptance {
    FindingAcceptance(
      finding: report.findings[0].id, reason: "省级重点项目", author: "李",
      recordedAt: "2026-11-20T08:00:00.000Z", squareMetres: area, isWithdrawn: isWithdrawn)
  }

  @Test(arguments: [(100.0, 100.0, true), (101, 100, true), (101.5, 100, false), (50, 100, true)])
  func countAgainOnceTheirLandHasGrown(now: Double, then: Double, holds: Bool) {
    var report = report(area: now)
    report.accept([acceptance(of: report, area: then)])
    #expect((report.findings[0].acceptance != nil) == holds)
    #expect((report.findings[0].outgrown != nil) == !holds)
    #expect(report.openFindings.isEmpty == holds)
  }

  @Test func theLastWordCounts() {
    var report = report(area: nil)
    let first = acceptance(of: report, area: nil)
    report.accept([first, acceptance(of: report, area: nil, isWithdrawn: true)])
    #expect(report.findings[0].acceptance == nil)
    report.accept([acceptance(of: report, area: nil, isWithdrawn: true), first])
    #expect(report.findings[0].acceptance == first)
  }

  @Test func anotherFindingIsNotTouched() {
    var report = report(area: 1)
    var other = acceptance(of: report, area: 1)
    other.finding = "000000000000"
    report.accept([other])
    #expect(report.openFindings.count == 1)
  }
}
