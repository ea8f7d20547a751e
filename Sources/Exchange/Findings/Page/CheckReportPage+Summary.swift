internal import Answers
internal import Terms
internal import Characters
internal import Planning

extension CheckReportPage {
  /// The numbers that people want first.
  func writeSummary(to html: inout HTMLText) {
    html.open("section", ["aria-labelledby": "summary"])
    html.element("h2", ["id": "summary"], word("一、摘要", "1. Summary"))
    html.element("p", verdict)
    html.nested("ul", ["class": "counts"]) { html in
      func count(_ kind: String, _ number: Int, _ name: String) {
        html.open("li", ["class": kind])
        html.element("strong", NumberText.grouped(number), breaks: false)
        html.text(name)
        html.close("li")
      }
      for severity in Diagnostic.Severity.allCases.reversed() {
        count(severity.rawValue, counts.open[severity] ?? 0, name(of: severity))
      }
      count("mark", counts.accepted, word("已接受，不计入", "accepted, not counted"))
      count("mark", counts.rulesNotChecked, word("未能检查的规则", "rules not checked"))
    }
    writeThreeLines(to: &html)
    writeFamilies(to: &html)
    html.close("section")
  }

  private var verdict: String {
    let open = counts.findings - counts.accepted
    let found =
      open == 0
      ? word("已检查的内容没有发现问题。", "Nothing was found in what was checked.")
      : word(
        "发现 \(NumberText.grouped(open)) 项问题，其中错误 \(NumberText.grouped(counts.open[.error] ?? 0)) 项。",
        "Findings: \(NumberText.grouped(open)), of which errors: "
          + "\(NumberText.grouped(counts.open[.error] ?? 0)).")
    let isWhole = report.outcomes.allSatisfy { $0.tally.notChecked.isEmpty && $0.tally.checked > 0 }
    guard !isWhole else { return found }
    return found
      + word(
        "有内容未能检查（见第二部分），不能视为没有问题。",
        " Some could not be checked (see part 2): that is not to say nothing is wrong with it.")
  }

  /// Conflict, conditional, clear, not checked: by line, with the areas.
  private func writeThreeLines(to html: inout HTMLText) {
    // Which classes of use land takes is told, but is no conflict.
    let lines = report.outcomes.filter {
      $0.rule.family == .threeLines && $0.rule.code != .existingUseTaken
    }
    guard !lines.isEmpty else { return }
    let findings = Dictionary(grouping: report.findings, by: \.code)
    html.nested("div", ["class": "wide"]) { html in
      html.open("table")
      html.element("caption", word("三线与用地审查", "The three lines and land review"))
      html.head([
        .words(word("项目", "Question")), .number(word("冲突（项）", "Conflict")),
        .number(word("面积（平方米）", "area (m²)")), .number(word("面积（亩）", "area (mu)")),
        .number(word("有条件（项）", "Conditional")),
        .number(word("面积（平方米）", "area (m²)")), .number(word("面积（亩）", "area (mu)")),
        .number(word("无冲突（个）", "Clear")), .number(word("未检查（个）", "Not checked")),
      ])
      html.open("tbody")
      for outcome in lines {
        let own = findings[outcome.rule.code] ?? []
        let conflicts = own.filter { $0.conclusion != .conditional }
        let conditional = own.filter { $0.conclusion == .conditional }
        let subjects = Set(own.compactMap { $0.subjects.first?.key })
        let missing = outcome.tally.notChecked.values.reduce(0, +)
        let isAsked = outcome.tally.checked > 0 || !own.isEmpty
        let none = word("未检查", "not checked")
        func number(_ text: String) -> HTMLText.Cell { .number(isAsked ? text : none) }
        html.row([
          .heading(outcome.rule.title[language]), number(NumberText.grouped(conflicts.count)),
          number(area(of: conflicts)), number(mu(of: conflicts)),
          number(NumberText.grouped(conditional.count)), number(area(of: conditional)),
          number(mu(of: conditional)),
          number(NumberText.grouped(max(0, outcome.tally.checked - subjects.count))),
          .number(NumberText.grouped(missing)),
        ])
      }
      html.close("tbody")
      html.close("table")
    }
    html.element(
      "p", ["class": "quiet"],
      word(
        "含已接受的问题；一块地在两项中各计一次。“未检查”不等于无冲突。",
        "Accepted findings are counted here. Land in two rows counts in each. "
          + "“Not checked” is not “clear”."))
  }

  private func total(of findings: [Finding]) -> Double? {
    let areas = findings.compactMap(\.squareMetres).filter(\.isFinite)
    return areas.isEmpty ? nil : areas.reduce(0, +)
  }

  private func area(of findings: [Finding]) -> String {
    total(of: findings).map { NumberText.grouped($0, places: 2, keep: 2) } ?? "–"
  }

  private func mu(of findings: [Finding]) -> String {
    total(of: findings).map {
      NumberText.grouped(AreaUnit.mu(fromSquareMetres: $0), places: 2, keep: 2)
    } ?? "–"
  }

  /// What was found in each family of rules.
  private func writeFamilies(to html: inout HTMLText) {
    var open: [RuleFamily: [Diagnostic.Severity: Int]] = [:]
    let families = Dictionary(
      report.outcomes.map { ($0.rule.code, $0.rule.family) }, uniquingKeysWith: { a, _ in a })
    for finding in report.openFindings {
      guard let family = families[finding.code] else { continue }
      open[family, default: [:]][finding.severity, default: 0] += 1
    }
    html.nested("div", ["class": "wide"]) { html in
      html.open("table")
      html.element("caption", word("各类规则的结果", "Results by family of rules"))
      let severities = Diagnostic.Severity.allCases.reversed()
      html.head(
        [.words(word("类别", "Family"))]
          + severities.map { .number(name(of: $0)) }
          + [
            .number(word("规则数", "Rules")), .number(word("其中未能检查", "Not checked at all")),
          ])
      html.open("tbody")
      for family in RuleFamily.allCases {
        let outcomes = report.outcomes.filter { $0.rule.family == family }
        guard !outcomes.isEmpty else { continue }
        html.row(
          [.heading(family.name[language])]
            + severities.map { .number(NumberText.grouped(open[family]?[$0] ?? 0)) }
            + [
              .number(NumberText.grouped(outcomes.count)),
              .number(NumberText.grouped(outcomes.count { $0.verdict == .notChecked })),
            ])
      }
      html.close("tbody")
      html.close("table")
    }
  }

  /// What was not checked, why, and what to do about it.
  func writeNotChecked(to html: inout HTMLText) {
    html.open("section", ["aria-labelledby": "not-checked"])
    html.element("h2", ["id": "not-checked"], word("二、未检查的内容", "2. What was not checked"))
    let rows = report.outcomes.flatMap { outcome in
      outcome.tally.notCheckedReasons.map { (outcome, $0.reason, $0.count) }
    }
    let silent = report.outcomes.filter { $0.verdict == .notChecked && $0.tally.notChecked.isEmpty }
    if rows.isEmpty && silent.isEmpty {
      html.element("p", word("全部内容都已检查。", "Everything was checked."))
    } else {
      html.nested("div", ["class": "wide"]) { html in
        html.table([
          .words(word("规则", "Rule")), .words(word("原因", "Why")),
          .number(word("未检查", "Not checked")), .number(word("已检查", "Checked")),
          .words(word("如何补查", "What to do")),
        ]) { html in
          for (outcome, reason, count) in rows {
            html.row([
              .heading(outcome.rule.title[language]), .words(reason.name[language]),
              .number(NumberText.grouped(count)),
              .number(NumberText.grouped(outcome.tally.checked)),
              .words(reason.remedy[language]),
            ])
          }
          for outcome in silent {
            html.row([
              .heading(outcome.rule.title[language]),
              .words(NotCheckedReason.nothingToCheck.name[language]), .number("–"), .number("0"),
              .words(NotCheckedReason.nothingToCheck.remedy[language]),
            ])
          }
        }
      }
    }
    html.close("section")
  }
}
