internal import Answers
internal import Terms
internal import Characters
internal import Planning

extension CheckReportPage {
  /// On what the report rests: data, rules, programs, and the command that repeats it.
  func writeBasis(to html: inout HTMLText) {
    html.open("section", ["aria-labelledby": "basis"])
    html.element("h2", ["id": "basis"], word("四、数据、规则与程序", "4. Data, rules and programs"))
    writeLayers(to: &html)
    writeSources(to: &html)
    writeRules(to: &html)
    writePrograms(to: &html)
    html.close("section")
  }

  private func writeLayers(to html: inout HTMLText) {
    html.element("h3", word("图层", "Layers"))
    guard !report.layers.isEmpty else {
      html.element("p", word("没有使用参考图层。", "No reference layer was used."))
      return
    }
    html.nested("div", ["class": "wide"]) { html in
      html.table([
        .words(word("图层", "Layer")), .words(word("含义", "Stands for")),
        .words(word("质量", "Quality")), .number(word("版本", "Version")),
        .words(word("日期", "Date")), .number(word("图斑", "Features")),
        .number(word("无效图形", "Invalid")), .words(word("文件", "File")),
        .words(word("SHA-256 前 12 位", "SHA-256, 12 digits")),
      ]) { html in
        for layer in report.layers {
          html.row([
            .heading(layer.source.name), .words(layer.source.role.name[language]),
            .words(layer.source.quality.name[language]), .number(String(layer.version)),
            .words(layer.source.date.map(\.description) ?? word("未注明", "not told")),
            .number(NumberText.grouped(layer.featureCount)),
            .number(NumberText.grouped(layer.faultCount)), .words(layer.source.file.name),
            .code(String((layer.source.file.sha256 ?? "–").prefix(12))),
          ])
        }
      }
    }
  }

  private func writeSources(to html: inout HTMLText) {
    let sources = options.sources.filter { $0.kind != .layer }
    guard !sources.isEmpty else { return }
    html.element("h3", word("文件与界线", "Documents and boundaries"))
    let shown = sources.prefix(options.listedSources)
    html.nested("div", ["class": "wide"]) { html in
      html.table([
        .words(word("文号或界线文件", "Document or boundary file")), .words(word("标题", "Title")),
        .words(word("日期", "Date")), .words(word("版本或质量", "Version or quality")),
        .words(word("来源文件", "File")), .words(word("SHA-256 前 12 位", "SHA-256, 12 digits")),
      ]) { html in
        for source in shown {
          let version = source.version.map { word("第 \($0) 版", "version \($0)") }
          html.row([
            .heading(
              source.identifier
                ?? (source.kind == .boundaries ? word("界线", "boundaries") : "–")),
            .words(source.title ?? ""), .words(source.date ?? ""),
            .words(source.quality.map { $0.name[language] } ?? version ?? ""),
            .words(source.file), .code(String((source.sha256 ?? "–").prefix(12))),
          ])
        }
      }
    }
    let more = sources.count - shown.count
    if more > 0 {
      let number = NumberText.grouped(more)
      html.element(
        "p", ["class": "note"], word("另有 \(number) 份未列出。", "\(number) more are not listed."))
    }
  }

  private func writeRules(to html: inout HTMLText) {
    html.element("h3", word("规则", "Rules"))
    html.open("p")
    html.text(
      word(
        "规则集 \(report.profile.name)，版本 \(report.profile.version)，SHA-256 ",
        "Profile \(report.profile.name), version \(report.profile.version), SHA-256 "))
    html.element("code", report.profile.digest, breaks: false)
    html.close("p")
    html.nested("div", ["class": "wide"]) { html in
      html.table([
        .words(word("规则", "Rule")), .words(word("结果", "Answer")),
        .number(word("已检查", "Checked")), .number(word("问题", "Findings")),
        .words(word("严重程度", "Severity")), .words(word("参数", "Parameters")),
        .words(word("依据", "Source")),
      ]) { html in
        for outcome in report.outcomes {
          let rule = outcome.rule
          html.row([
            .heading("\(rule.title[language])（\(rule.code.rawValue)）"),
            .words(outcome.verdict.name[language]),
            .number(NumberText.grouped(outcome.tally.checked)),
            .number(NumberText.grouped(outcome.tally.findings)), .words(severities(of: rule)),
            .words(parameters(of: rule)), .words(rule.source[language]),
          ])
        }
      }
    }
  }

  /// One word where all stages have the same, else a word for each.
  private func severities(of rule: Rule) -> String {
    let known = RuleStage.allCases.compactMap { stage in rule.severities[stage].map { (stage, $0) }
    }
    if known.count == RuleStage.allCases.count, let first = known.first,
      known.allSatisfy({ $0.1 == first.1 })
    {
      return first.1.name[language]
    }
    return known.map { stage, severity in
      stage.name[language] + word("：", ": ") + severity.name[language]
    }.joined(separator: word("；", "; "))
  }

  private func parameters(of rule: Rule) -> String {
    rule.parameters.sorted { $0.key < $1.key }.map { name, parameter in
      let note = parameter.note?[language] ?? name
      return "\(note)\(word("：", ": "))\(text(of: parameter))"
    }.joined(separator: word("；", "; "))
  }

  private func text(of parameter: RuleParameter) -> String {
    let unit =
      switch parameter.unit {
      case "m2": word(" 平方米", " m²")
      case "m": word(" 米", " m")
      case "percent": "%"
      case let other: other.isEmpty ? "" : " " + other
      }
    switch parameter.value {
    case .number(let number): return NumberText.plain(number) + unit
    case .text(let value): return value
    case .list(let values): return values.joined(separator: word("、", ", "))
    case .table(let values):
      return values.sorted { $0.key < $1.key }
        .map { "\($0.key) \(NumberText.plain($0.value))\(unit)" }
        .joined(separator: word("、", ", "))
    }
  }

  private func writePrograms(to html: inout HTMLText) {
    html.element("h3", word("程序", "Programs"))
    let versions = report.versions.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    html.element("p", versions.joined(separator: word("；", "; ")))
    guard !options.command.isEmpty else { return }
    html.element("p", word("重新生成本报告的命令：", "The command that makes this report again:"))
    html.open("pre")
    html.element(
      "code", options.command.map(ShellWord.quoted).joined(separator: " "), breaks: false)
    html.close("pre")
  }
}

/// Words of a command as a POSIX shell reads them.
enum ShellWord {
  /// A word, in single quotes where it has anything but plain characters.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
          || "-_./:,=@+".contains(Character($0))
      }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
