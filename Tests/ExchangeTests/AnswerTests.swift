import Answers
import Characters
import Terms
import Exchange
import Foundation
import Planning
import TestSupport
import Testing

@Suite struct AnswerTests {
  private func answer() -> LookupAnswer {
    let document = Fixtures.planApproval()
    let reference = DocumentReference(
      number: document.number, title: document.title, date: document.date, kind: document.kind,
      version: 1, recordedAt: "2026-01-01T08:00:00.000Z", place: document.place)
    var parcel = ParcelRecord(values: document.parcels[0], county: "云溪县")
    parcel.documents = [reference]
    var answer = LookupAnswer(query: "DW-01", verdict: .found, moment: .now)
    answer.parcels = [parcel]
    answer.sites = Fixtures.hazardList().sites.map {
      SiteRecord(fact: $0, county: nil, source: reference)
    }
    return answer
  }

  @Test func anImportReportHasTheKeysOfTheContract() throws {
    let report = ImportReport(
      documents: Fixtures.all(),
      diagnostics: [
        Diagnostic(
          .ratioOver100(parcel: "A", .greenSpaceRatio, 120), .warning, file: "a.txt", line: 3)
      ], language: .en)
    let text = String(decoding: try JSONText.pretty(report), as: UTF8.self)
    try Golden.check(text + "\n", "import-report.json")
  }

  @Test func anAnswerIsOneRecordALine() throws {
    let lines = try AnswerText.lines(of: answer().lists).split(separator: 10)
    #expect(lines.count == 2)
    #expect(String(decoding: lines[0], as: UTF8.self).contains("\"record\":\"parcel\""))
    #expect(String(decoding: lines[1], as: UTF8.self).contains("\"record\":\"site\""))
  }

  @Test func kindsShareATableWhereSeveralWereFound() throws {
    let csv = AnswerText.csv(of: answer().lists, byteOrderMark: false)
    try Golden.check(String(decoding: csv, as: UTF8.self), "answer.csv")
  }

  @Test func anAnswerWithNothingStillHasItsHeader() {
    var none = answer()
    none.parcels = []
    none.sites = []
    let csv = String(decoding: AnswerText.csv(of: none.lists, byteOrderMark: false), as: UTF8.self)
    #expect(csv.hasPrefix("parcel_id,plan,"))
    #expect(csv.split(separator: "\r\n").count == 1)
  }
}
