public import Answers
internal import Characters
internal import Planning
public import Terms

/// A report of a check as lines for a terminal: findings by severity and rule, then what was not
/// checked and why.
public struct CheckReportTable: Sendable {
  private let report: CheckReport
  private let language: Language
  private let width: Int?
  private let limit: Int
  private let text: FindingText

  /// A table of a report.
  ///
  /// - Parameters:
  ///   - width: the columns of the terminal; sentences are broken to it. `nil` for a line each.
  ///   - limit: at most so many findings of a rule are listed; the rest is counted.
  public init(_ report: CheckReport, _ language: Language, width: Int?, limit: Int = 20) {
    self.report = report
    self.language = language
    self.width = width.map { max(60, $0) }
    self.limit = max(0, limit)
    text = FindingText(report.profile, language)
  }

  /// The lines.
  public var lines: [String] {
    var lines = wrapped(headline) + wrapped(summary)
    for severity in Diagnostic.Severity.allCases.reversed() {
      let findings = report.openFindings.filter { $0.severity == severity }
      guard !findings.isEmpty else { continue }
      lines += ["", heading(severity.name[language], findings.count)]
      lines += groups(of: findings)
    }
    let accepted = report.findings.filter { $0.acceptance != nil }
    if !accepted.isEmpty {
      lines += ["", heading(Words("已接受", "accepted")[language], accepted.count)]
      lines += groups(of: accepted)
    }
    let missing = notChecked
    if !missing.isEmpty {
      lines += ["", Words("未检查的内容", "Not checked")[language]]
      lines += missing.flatMap { wrapped($0, margin: 2) }
    }
    return lines.map { DisplayWidth.printable($0) }
  }

  /// A text broken to the terminal; lines after the first stand farther in.
  private func wrapped(_ text: String, margin: Int = 0) -> [String] {
    let text = DisplayWidth.printable(text)
    let lead = String(repeating: " ", count: margin)
    guard let width else { return [lead + text] }
    return DisplayWidth.wrapped(text, to: width - margin - 4).enumerated()
      .map { lead + ($0.offset == 0 ? "" : "    ") + $0.element }
  }

  private func heading(_ name: String, _ count: Int) -> String {
    let name = name.prefix(1).uppercased() + name.dropFirst()
    return "\(name) \(NumberText.grouped(count))"
  }

  /// What was checked, by which rules, as of when.
  private var headline: String {
    let scope = report.scope.name[language]
    let day = report.moment.asOf.map(\.description) ?? ""
    let profile = "\(report.profile.name) \(report.profile.version)"
    let (counties, mark) = (report.counties.joined(separator: "、"), Words("规则集", "rules")[language])
    return ([counties, scope, day, "\(mark) \(profile)"].filter { !$0.isEmpty })
      .joined(separator: " · ")
  }

  private var summary: String {
    let counts = CheckCounts(report)
    func number(_ severity: Diagnostic.Severity) -> String {
      NumberText.grouped(counts.open[severity] ?? 0)
    }
    var parts = Diagnostic.Severity.allCases.reversed().map {
      "\($0.name[language]) \(number($0))"
    }
    if counts.accepted > 0 {
      parts.append(
        Words("已接受", "accepted")[language] + " \(NumberText.grouped(counts.accepted))")
    }
    if counts.rulesNotChecked > 0 {
      parts.append(
        Words("未检查的规则", "rules not checked")[language]
          + " \(NumberText.grouped(counts.rulesNotChecked))")
    }
    let looked = Words(
      "地块 \(NumberText.grouped(counts.parcels))（有界线 \(NumberText.grouped(counts.boundaries))），"
        + "文件 \(NumberText.grouped(counts.documents))",
      "\(NumberText.grouped(counts.parcels)) parcels "
        + "(\(NumberText.grouped(counts.boundaries)) with boundary), "
        + "\(NumberText.grouped(counts.documents)) documents")[language]
    return looked + Words("：", ": ")[language] + parts.joined(separator: Words("，", ", ")[language])
  }

  /// The findings under the headings of their rules.
  private func groups(of findings: [Finding]) -> [String] {
    let groups = Dictionary(grouping: findings, by: \.code)
    return RuleCode.allCases.flatMap { code -> [String] in
      guard let group = groups[code] else { return [] }
      let title = text.title(of: code)
      var lines = ["  \(title) [\(code.rawValue)] \(NumberText.grouped(group.count))"]
      let shown = group.prefix(limit)
      let labels = shown.map { finding in
        DisplayWidth.printable(finding.subjects.first.map { $0.text(language) } ?? "")
      }
      let column = min(28, labels.map { DisplayWidth.of($0) }.max() ?? 0)
      for (finding, label) in zip(shown, labels) {
        lines += self.lines(of: finding, label: label, column: column)
      }
      if group.count > shown.count {
        let rest = NumberText.grouped(group.count - shown.count)
        lines.append("    " + Words("… 另有 \(rest) 项", "… and \(rest) more")[language])
      }
      return lines
    }
  }

  private func lines(of finding: Finding, label: String, column: Int) -> [String] {
    let name = DisplayWidth.padded(DisplayWidth.truncated(label, to: column), to: column)
    let lead = "    \(finding.id)  \(name)  "
    let sentence = DisplayWidth.printable(text.sentence(for: finding)) + marks(of: finding)
    guard let width else { return [lead + sentence] }
    let margin = DisplayWidth.of(lead)
    let room = width - margin
    if room >= 30 {
      let pad = String(repeating: " ", count: margin)
      return DisplayWidth.wrapped(sentence, to: room).enumerated()
        .map { ($0.offset == 0 ? lead : pad) + $0.element }
    }
    let pad = String(repeating: " ", count: 6)
    return ["    \(finding.id)  \(DisplayWidth.truncated(label, to: width - 18))"]
      + DisplayWidth.wrapped(sentence, to: width - 6).map { pad + $0 }
  }

  /// What else to know: schematic, sliver, accepted and why.
  private func marks(of finding: Finding) -> String {
    var marks: [String] = []
    if finding.isSchematic { marks.append(Words("示意", "schematic")[language]) }
    if finding.isSliver { marks.append(Words("狭长", "sliver")[language]) }
    if let acceptance = finding.acceptance {
      marks.append(
        Words("已接受：", "accepted: ")[language] + DisplayWidth.printable(acceptance.reason))
    }
    guard !marks.isEmpty else { return "" }
    return Words("【\(marks.joined(separator: "，"))】", " [\(marks.joined(separator: ", "))]")[
      language]
  }

  /// The rules that could not be asked of everything, and why.
  private var notChecked: [String] {
    report.outcomes.flatMap { outcome -> [String] in
      outcome.tally.notCheckedReasons.map { reason, count in
        let title = "\(text.title(of: outcome.rule.code)) [\(outcome.rule.code.rawValue)]"
        let why = reason.name[language]
        let number = NumberText.grouped(count)
        let checked = NumberText.grouped(outcome.tally.checked)
        let share =
          outcome.tally.checked == 0
          ? Words("全部未检查", "not checked at all")[language]
          : Words("\(number) 项未检查（已检查 \(checked)）", "\(number) not checked (\(checked) checked)")[
            language]
        return title + Words("：", ": ")[language] + why + Words("，", ", ")[language] + share
      }
    }
  }
}

extension FindingCollector.Tally {
  /// Why a rule could not be asked, and of how many, the commonest reason first.
  var notCheckedReasons: [(reason: NotCheckedReason, count: Int)] {
    notChecked.map { ($0.key, $0.value) }
      .sorted { ($1.count, $0.reason.key) < ($0.count, $1.reason.key) }
  }
}
