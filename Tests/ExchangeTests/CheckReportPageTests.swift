import Answers
import Exchange
import Foundation
import Planning
import SimpleFeatures
import Terms
import TestSupport
import Testing

@Suite("Pages of checks")
struct CheckReportPageTests {
  private func page(
    _ report: CheckReport = SampleReport.report, _ language: Language = .zh,
    _ options: CheckReportPage.Options = CheckReportPage.Options(),
    context: DrawingContext = DrawingContext()
  ) throws -> String {
    var bytes: [UInt8] = []
    try CheckReportPage(report, language, options).write(context: { _ in context }) {
      bytes += $0
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A parcel, its neighbour and a layer that reaches far beyond the drawing.
  private var context: DrawingContext {
    let origin = SampleReport.origin
    return DrawingContext([
      .init(
        kind: .subject, label: "A-01",
        shape: SampleReport.square(origin.x - 10, origin.y - 10, 80), isSchematic: true),
      .init(
        kind: .parcel, label: "<b>A-02</b>",
        shape: SampleReport.square(origin.x + 70, origin.y - 10, 40)),
      .init(
        kind: .layer(.permanentBasicFarmland), label: "永久基本农田",
        shape: SampleReport.square(origin.x - 9_000, origin.y - 9_000, 9_035.136)),
    ])
  }

  private var options: CheckReportPage.Options {
    var options = CheckReportPage.Options()
    options.command = ["yulin", "check", "all", "-o", "报告 1.html"]
    options.sources = [
      PublicationSource(
        kind: .boundaries, date: "2025-01-01", quality: .schematic, file: "宁兴.txt", extractor: "",
        recordedAt: "")
    ]
    return options
  }

  @Test func chinesePage() throws {
    try Golden.check(page(options: options), "findings/report.zh.html")
  }

  @Test func englishPage() throws {
    try Golden.check(page(.en, options: options), "findings/report.en.html")
  }

  private func page(
    _ language: Language = .zh, options: CheckReportPage.Options
  ) throws -> String {
    try page(SampleReport.report, language, options, context: context)
  }

  /// Elements that are begun and ended are the same, in order; nothing else looks like one.
  @Test func everyElementIsEnded() throws {
    for language in Language.allCases {
      let text = try page(SampleReport.report, language, options, context: context)
      var open: [Substring] = []
      var rest = text.dropFirst("<!DOCTYPE html>".count)[...]
      while let start = rest.firstIndex(of: "<") {
        let end = try #require(rest[start...].firstIndex(of: ">"))
        let tag = rest[rest.index(after: start)..<end]
        rest = rest[rest.index(after: end)...]
        if tag.hasPrefix("/") {
          #expect(open.popLast() == tag.dropFirst())
        } else if !tag.hasSuffix("/"), !tag.hasPrefix("meta") {
          let name = tag.prefix { $0 != " " }
          #expect(name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "!" }, "\(tag)")
          open.append(name)
        }
      }
      #expect(open.isEmpty)
    }
  }

  @Test func hostileNamesAreText() throws {
    var report = SampleReport.report
    report.counties = ["</title></style><script>x()</script>\u{202E}"]
    report.register = "a\" onload=\"x()\u{0}.gpkg"
    report.versions["<i>"] = "'>"
    report.layers[0].source.name = "<iframe src=x>"
    report.findings[0].sources[0].title = "]]><script>"
    report.findings[3].acceptance?.reason = "<!-- & -->"
    let text = try page(report, .zh, options, context: context)
    for word in ["<script", "<i>", "<iframe", "<img", "<b>", "<!--"] {
      #expect(!text.contains(word))
    }
    #expect(!text.contains(" onload=\""))
    #expect(text.contains("&lt;b&gt;A-02&lt;/b&gt;"))
    #expect(text.contains("&lt;!-- &amp; --&gt;"))
    let steering = text.unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n") || (0x202A...0x202E).contains($0.value)
    }
    #expect(steering.isEmpty)
    #expect(text.components(separatedBy: "</style>").count == 2)
  }

  @Test func nothingIsFetchedAndNothingRuns() throws {
    let text = try page(SampleReport.report, .zh, options, context: context)
    for word in ["http://", "https://", "<link", "<img", "<script", "@import", "url(h"] {
      #expect(!text.replacing("HYPERLINK(&quot;http://", with: "").contains(word), "\(word)")
    }
    #expect(text.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
  }

  @Test func aLongReportIsCutWithACount() throws {
    var report = SampleReport.report
    report.findings = (0..<190).map { index in
      var finding = SampleReport.conflict
      finding.subjects = [SampleReport.parcel("P\(index)")]
      return finding
    }
    var short = options
    (short.details, short.detailsPerRule, short.rowsPerRule) = (5, 10, 20)
    let text = try page(report, .zh, short, context: context)
    #expect(text.components(separatedBy: "<article").count == 6)
    #expect(text.components(separatedBy: "<figure").count == 6)
    #expect(text.contains("另有 165 项未列出"))
  }

  @Test func aShapeOfManyVerticesIsDrawnWithFew() throws {
    var report = SampleReport.report
    let origin = SampleReport.origin
    let ring = (0...200_000).flatMap { index -> [Double] in
      let angle = Double(index % 200_000) / 200_000 * 2 * .pi
      return [origin.x + 500 * cos(angle), origin.y + 500 * sin(angle)]
    }
    report.findings = [SampleReport.conflict]
    report.findings[0].shape = Geometry(polygon: [ring])
    #expect(try page(report).utf8.count < 120_000)
  }

  @Test func aShapeThatCannotBeDrawnIsLeftOut() throws {
    var report = SampleReport.report
    report.findings = [Geometry(pointX: .nan, y: 0), Geometry(empty: .polygon)].map { shape in
      var finding = SampleReport.conflict
      finding.shape = shape
      return finding
    }
    let text = try page(report)
    #expect(!text.contains("<figure"))
    #expect(text.components(separatedBy: "<article").count == 3)
  }

  @Test func degreesAreDrawnWithTheirOwnScale() throws {
    var report = SampleReport.report
    report.findings = [SampleReport.conflict]
    report.findings[0].shape = Geometry(
      polygon: [[111, 37, 111.001, 37, 111.001, 37.001, 111, 37.001, 111, 37]])
    var options = CheckReportPage.Options()
    options.isGeographic = true
    let text = try page(report, .zh, options)
    #expect(text.contains("东经 110.") && text.contains("50 米"))
  }

  @Test func aCleanReportSaysWhatWasNotChecked() throws {
    var report = SampleReport.report
    report.findings = []
    let text = try page(report, .en)
    #expect(text.contains("Nothing was found in what was checked."))
    #expect(text.contains("that is not to say nothing is wrong"))
    #expect(text.contains("the register has no layer"))
    for index in report.outcomes.indices {
      report.outcomes[index].tally.notChecked = [:]
      report.outcomes[index].tally.checked = 1
    }
    let whole = try page(report, .en)
    #expect(whole.contains("Everything was checked."))
    #expect(!whole.contains("that is not to say"))
  }
}
