internal import Answers
internal import Terms
internal import Characters
internal import Planning
internal import SimpleFeatures
internal import Terms

extension CheckReportPage {
  /// Findings of one rule and severity.
  private struct Group {
    var rule: Rule?
    var code: RuleCode
    var severity: Diagnostic.Severity
    var findings: [Finding]
    var isAccepted: Bool

    var anchor: String { "\(isAccepted ? "accepted-" : "")\(severity.rawValue)-\(code.rawValue)" }
  }

  private func groups(of findings: [Finding], areAccepted: Bool) -> [Group] {
    Diagnostic.Severity.allCases.reversed().flatMap { severity -> [Group] in
      let grave = Dictionary(grouping: findings.filter { $0.severity == severity }, by: \.code)
      return RuleCode.allCases.compactMap { code in
        grave[code].map {
          Group(
            rule: report.profile.rules[code], code: code, severity: severity, findings: $0,
            isAccepted: areAccepted)
        }
      }
    }
  }

  /// The findings, those that count first, then those that were accepted.
  func writeFindings(
    context: (Finding) throws -> DrawingContext, to sink: ([UInt8]) throws -> Void
  ) throws {
    let open = groups(of: report.openFindings, areAccepted: false)
    let accepted = groups(of: report.findings.filter { $0.acceptance != nil }, areAccepted: true)
    var html = HTMLText()
    html.open("section", ["aria-labelledby": "findings"])
    html.element("h2", ["id": "findings"], word("三、问题", "3. Findings"))
    writeContents(of: open, to: &html)
    if open.isEmpty { html.element("p", word("没有需要处理的问题。", "There is nothing to act on.")) }
    try sink(html.bytes)
    var room = options.details
    for group in open { try write(group, &room, context, to: sink) }
    html = HTMLText()
    html.close("section")
    if !accepted.isEmpty {
      html.open("section", ["aria-labelledby": "accepted"])
      html.element(
        "h2", ["id": "accepted"], word("已接受的问题（不计入）", "Accepted findings (not counted)"))
      try sink(html.bytes)
      for group in accepted { try write(group, &room, context, to: sink) }
      html = HTMLText()
      html.close("section")
    }
    try sink(html.bytes)
  }

  private func writeContents(of groups: [Group], to html: inout HTMLText) {
    guard groups.count > 3 else { return }
    html.nested("nav", ["aria-label": word("问题目录", "Findings by rule")]) { html in
      html.nested("ol") { html in
        for group in groups {
          html.open("li")
          html.element("a", ["href": "#\(group.anchor)"], heading(of: group), breaks: false)
          html.close("li")
        }
      }
    }
  }

  private func heading(of group: Group) -> String {
    let count = NumberText.grouped(group.findings.count)
    return text.title(of: group.code) + word("（\(count) 项）", " (\(count))")
  }

  private func write(
    _ group: Group, _ room: inout Int, _ context: (Finding) throws -> DrawingContext,
    to sink: ([UInt8]) throws -> Void
  ) throws {
    var html = HTMLText()
    html.open("h3", ["id": group.anchor])
    writeBadge(group.severity.rawValue, name(of: group.severity), to: &html)
    html.text(" " + heading(of: group))
    html.close("h3")
    if let rule = group.rule {
      html.element("p", ["class": "rule"], rule.about[language])
      html.open("p", ["class": "rule quiet"])
      html.text(word("规则代码 ", "Rule "))
      html.element("code", rule.code.rawValue, breaks: false)
      html.text(word("；依据：\(rule.source[language])", "; source: \(rule.source[language])"))
      html.close("p")
      if !hasOwnAdvice(rule) {
        let who = rule.responsibility.name[language]
        html.element(
          "p", ["class": "rule"],
          word(
            "处理建议（\(who)）：\(rule.advice[language])", "What to do (\(who)): \(rule.advice[language])"
          ))
      }
    }
    try sink(html.bytes)
    let detailed = group.findings.prefix(min(options.detailsPerRule, room))
    room -= detailed.count
    for finding in detailed {
      html = HTMLText()
      write(finding, in: group, try context(finding), to: &html)
      try sink(html.bytes)
    }
    html = HTMLText()
    writeRest(of: group, after: detailed.count, to: &html)
    try sink(html.bytes)
  }

  /// Whether each finding has advice of its own.
  private func hasOwnAdvice(_ rule: Rule) -> Bool { rule.advice[language].contains("{") }

  private func writeBadge(_ kind: String, _ name: String, to html: inout HTMLText) {
    html.element("span", ["class": "badge \(kind)"], name, breaks: false)
  }

  /// A finding in full, with its drawing.
  private func write(
    _ finding: Finding, in group: Group, _ context: DrawingContext, to html: inout HTMLText
  ) {
    let drawing = FindingDrawing(
      finding, context, isGeographic: options.isGeographic, language)
    let subject = finding.subjects.first.map { $0.text(language) } ?? ""
    html.open(
      "article",
      [
        "class": "finding \(finding.severity.rawValue)\(drawing == nil ? " plain" : "")",
        "id": "finding-\(finding.id)",
      ])
    html.open("div")
    html.open("h4")
    html.text(subject)
    for (isSo, name) in [
      (finding.isSchematic, word("示意", "schematic")), (finding.isSliver, word("狭长", "sliver")),
    ] where isSo {
      html.text(" ")
      writeBadge("mark", name, to: &html)
    }
    html.close("h4")
    html.element("p", ["class": "sentence"], text.sentence(for: finding))
    writeFacts(of: finding, in: group, to: &html)
    html.close("div")
    let label = word("\(subject)的位置图：", "Map of \(subject): ") + text.sentence(for: finding)
    drawing?.write(to: &html, label: label, system: report.epsg.map { "EPSG:\($0)" })
    html.close("article")
  }

  private func writeFacts(of finding: Finding, in group: Group, to html: inout HTMLText) {
    html.nested("dl") { html in
      func fact(_ name: String, _ value: String) {
        html.element("dt", name)
        html.element("dd", value)
      }
      if let area = finding.squareMetres, area.isFinite {
        fact(word("面积", "Area"), AreaText.forSentences(area, language))
      }
      if let share = finding.share, share.isFinite {
        fact(word("占对象面积", "Share"), FindingText.share(share, language))
      }
      if let conclusion = finding.conclusion {
        fact(word("结论", "Conclusion"), conclusion.name[language])
      }
      let others = finding.subjects.dropFirst().map { $0.text(language) }
      if !others.isEmpty {
        fact(word("相关对象", "With"), text.text(of: .texts(others)))
      }
      if !finding.sources.isEmpty {
        html.element("dt", word("依据", "Sources"))
        html.open("dd")
        html.nested("ul") { html in
          for source in finding.sources.prefix(8) {
            html.element("li", sourceText(source))
          }
          let rest = finding.sources.count - 8
          if rest > 0 { html.element("li", word("另有 \(rest) 份", "and \(rest) more")) }
        }
        html.close("dd")
      }
      if let rule = group.rule, hasOwnAdvice(rule) {
        fact(word("处理建议", "What to do"), text.advice(for: finding))
      }
      if let acceptance = finding.acceptance {
        fact(word("接受理由", "Accepted because"), acceptance.reason)
        fact(
          word("接受人", "Accepted by"),
          [acceptance.author, String(acceptance.recordedAt.prefix(10))].joined(separator: "，"))
      }
      html.element("dt", word("问题编号", "Finding"))
      html.open("dd")
      html.element("code", finding.id, breaks: false)
      html.close("dd")
    }
  }

  /// A document with its title, date, file and lines.
  func sourceText(_ source: DocumentReference) -> String {
    let title = source.title == source.name ? "" : word("《\(source.title)》", " “\(source.title)”")
    let date = source.date.map { word("（\($0.description)）", " (\($0.description))") } ?? ""
    let place = source.place
    let lines =
      place.lineStart == place.lineEnd
      ? word("第 \(place.lineStart) 行", "line \(place.lineStart)")
      : word(
        "第 \(place.lineStart)–\(place.lineEnd) 行", "lines \(place.lineStart)–\(place.lineEnd)")
    return source.name + title + date + word("，", ", ") + place.file + " " + lines
  }

  /// The findings that are not told in full: a table, then how many more there are.
  private func writeRest(of group: Group, after told: Int, to html: inout HTMLText) {
    let rest = group.findings.dropFirst(told)
    let rows = rest.prefix(options.rowsPerRule)
    if !rows.isEmpty {
      html.nested("div", ["class": "wide"]) { html in
        html.open("table")
        html.element("caption", word("其余问题", "The others"))
        html.head([
          .words(word("问题编号", "Finding")), .words(word("对象", "Subject")),
          .words(word("问题", "What")), .number(word("平方米", "m²")), .number(word("亩", "mu")),
          .number(word("占比", "Share")),
        ])
        html.open("tbody")
        for finding in rows {
          let area = finding.squareMetres.flatMap { $0.isFinite ? $0 : nil }
          html.row([
            .code(finding.id),
            .words(finding.subjects.first.map { $0.text(language) } ?? ""),
            .words(text.sentence(for: finding) + marks(of: finding)),
            .number(area.map { NumberText.significant($0, places: 2) } ?? ""),
            .number(
              area.map { NumberText.decimal(AreaUnit.mu(fromSquareMetres: $0), places: 2) } ?? ""),
            .number(
              finding.share.flatMap { $0.isFinite ? FindingText.share($0, language) : nil } ?? ""),
          ])
        }
        html.close("tbody")
        html.close("table")
      }
    }
    let more = rest.count - rows.count
    if more > 0 {
      let number = NumberText.grouped(more)
      html.element(
        "p", ["class": "note"],
        word(
          "另有 \(number) 项未列出，全部问题见 CSV、GeoJSON 或 GeoPackage 输出。",
          "\(number) more are not listed here; the CSV, GeoJSON and GeoPackage outputs have all."))
    }
  }

  private func marks(of finding: Finding) -> String {
    var marks: [String] = []
    if finding.isSchematic { marks.append(word("示意", "schematic")) }
    if finding.isSliver { marks.append(word("狭长", "sliver")) }
    if let acceptance = finding.acceptance { marks.append(acceptance.reason) }
    guard !marks.isEmpty else { return "" }
    return word("【\(marks.joined(separator: "，"))】", " [\(marks.joined(separator: ", "))]")
  }
}
