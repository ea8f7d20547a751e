public import Answers
internal import Characters
public import Planning
internal import SimpleFeatures
public import Terms

/// A report of a check as one page of HTML for people: to read on a screen, to print, to file. It
/// needs no network and no script.
public struct CheckReportPage: Sendable {
  /// What is beside the report, and how much of it is written.
  public struct Options: Sendable {
    /// The command that makes the report again, word by word.
    public var command: [String] = []
    /// The documents, boundary files and layers that the register has.
    public var sources: [PublicationSource] = []
    /// Whether the shapes are in degrees.
    public var isGeographic = false
    /// At most so many findings of a rule are told in full, with a drawing.
    public var detailsPerRule = 30
    /// At most so many in all.
    public var details = 600
    /// At most so many more of a rule are listed in a table.
    public var rowsPerRule = 500
    /// At most so many documents and files are listed.
    public var listedSources = 300

    /// The usual lengths.
    public init() {}
  }

  let report: CheckReport
  let language: Language
  let options: Options
  let text: FindingText
  let counts: CheckCounts

  /// A page of a report.
  public init(_ report: CheckReport, _ language: Language, _ options: Options = Options()) {
    self.report = report
    self.language = language
    self.options = options
    text = FindingText(report.profile, language)
    counts = CheckCounts(report)
  }

  /// The words of the page's language.
  func word(_ zh: String, _ en: String) -> String { Words(zh, en)[language] }

  /// A gravity as a heading has it.
  func name(of severity: Diagnostic.Severity) -> String {
    let name = severity.name[language]
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// The page's title.
  var title: String {
    let counties = report.counties.joined(separator: word("、", ", "))
    return counties.isEmpty
      ? word("用地与规划检查报告", "Check of land and plans")
      : word("\(counties)用地与规划检查报告", "\(counties): check of land and plans")
  }

  /// Writes the page.
  ///
  /// - Parameters:
  ///   - context: what lies around a finding that is drawn.
  ///   - sink: takes the bytes in order.
  /// - Throws: what `context` and `sink` throw.
  public func write(
    context: (Finding) throws -> DrawingContext = { _ in DrawingContext() },
    to sink: ([UInt8]) throws -> Void
  ) throws {
    var html = HTMLText()
    let day = report.moment.asOf.map(\.description) ?? ""
    let header = [title, day].filter { !$0.isEmpty }.joined(separator: " · ")
    html.beginPage(title, language, .report(header: header), forbidsFetching: true)
    html.open("body")
    html.markup(FindingDrawing.patterns)
    html.open("main")
    writeTitle(to: &html)
    writeSummary(to: &html)
    writeNotChecked(to: &html)
    try sink(html.bytes)
    try writeFindings(context: context, to: sink)
    html = HTMLText()
    writeBasis(to: &html)
    html.close("main")
    writeFoot(to: &html)
    html.close("body")
    html.close("html")
    try sink(html.bytes)
  }

  /// What was checked, as of when, by which rules.
  private func writeTitle(to html: inout HTMLText) {
    html.open("header")
    html.element("h1", title)
    html.nested("dl", ["class": "facts"]) { html in
      func fact(_ name: String, _ value: String) {
        guard !value.isEmpty else { return }
        html.element("dt", name)
        html.element("dd", value)
      }
      fact(word("检查内容", "Checked"), report.scope.name[language])
      fact(word("截至日期", "As of"), report.moment.asOf.map(\.description) ?? "")
      fact(word("登记内容截至", "As known at"), report.moment.knownAt.map(instant) ?? "")
      fact(word("登记文件", "Register"), report.register)
      fact(
        word("规则集", "Rules"),
        word(
          "\(report.profile.name) \(report.profile.version)",
          "\(report.profile.name) \(report.profile.version)"))
      fact(
        word("检查数量", "Looked at"),
        word(
          "地块 \(NumberText.grouped(counts.parcels)) 个（有界线 \(NumberText.grouped(counts.boundaries))"
            + " 个），文件 \(NumberText.grouped(counts.documents)) 份",
          "\(NumberText.grouped(counts.parcels)) parcels "
            + "(\(NumberText.grouped(counts.boundaries)) with boundary), "
            + "\(NumberText.grouped(counts.documents)) documents"))
    }
    if isSchematic {
      html.element(
        "p", ["class": "note"],
        word(
          "本报告涉及示意图形。示意图形未经测量，相关结论仅供参考，不得作为权属或审批依据。",
          "Schematic shapes take part in this report. They are not surveyed: what follows from them is "
            + "a hint, and no basis for decisions."))
    }
    html.close("header")
  }

  /// An instant to the second, as people write it.
  private func instant(_ text: String) -> String {
    text.prefix(19).replacing("T", with: " ") + word("（世界时）", " UTC")
  }

  /// Whether a shape that only shows roughly where something lies takes part.
  var isSchematic: Bool {
    report.layers.contains { $0.source.quality == .schematic }
      || report.findings.contains(where: \.isSchematic)
  }

  private func writeFoot(to html: inout HTMLText) {
    html.nested("footer") { html in
      html.element(
        "p", ["class": "quiet"],
        word(
          "由 \(report.versions["yulin"].map { "yulin \($0)" } ?? "yulin") 自动生成。依据以所列文件原件为准。",
          "Made by \(report.versions["yulin"].map { "yulin \($0)" } ?? "yulin"). "
            + "What counts is the documents themselves."))
    }
  }
}
