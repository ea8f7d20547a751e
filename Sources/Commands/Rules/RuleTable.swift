import Exchange
import Planning
import Terms

/// Rules as a person reads them.
enum RuleTable {
  /// One rule a row.
  static func all(_ rules: [Rule]) -> TextTable {
    var table = TextTable([
      .text(Wording.ruleCode.text), .text(Wording.ruleFamily.text), .text(Wording.severity.text),
      .words(Wording.ruleTitle.text),
    ])
    for rule in rules {
      table.append([
        rule.code.rawValue, rule.family.name.text, shortSeverity(rule),
        rule.title[.current] + (rule.isEnabled ? "" : Wording.ruleIsOff.text),
      ])
    }
    return table
  }

  /// One rule whole: code and title, then its fields.
  static func one(_ rule: Rule, width: Int?) -> [String] {
    let language = Language.current
    var block = FieldBlock()
    block.append(Wording.ruleAsks, rule.about[language])
    block.append(Wording.ruleFamily, rule.family.name.text)
    block.append(Wording.severity, severities(rule))
    block.append(Wording.ruleMessage, rule.message[language])
    block.append(Wording.ruleAdvice, rule.advice[language])
    block.append(
      Wording.ruleValues,
      rule.values.sorted { $0.key < $1.key }.map { "{\($0.key)}  \($0.value[language])" })
    block.append(
      Wording.parameters,
      rule.parameters.sorted { $0.key < $1.key }.map { name, parameter in
        [
          "\(name) = \(RuleText.value(of: parameter) ?? Wording.ruleWords.text)",
          parameter.note?[language],
        ].compactMap { $0 }.joined(separator: "  ")
      })
    block.append(Wording.inForceDays, force(rule))
    block.append(
      Wording.askedBy,
      CheckScope.allCases.filter { rule.scopes.contains($0) }
        .map { "yulin check \($0.rawValue)" }.joined(separator: Wording.comma.text))
    block.append(Wording.mendedBy, rule.responsibility.name.text)
    block.append(Wording.ruleSource, rule.source[language])
    block.append(Wording.passes, rule.passingExample?[language])
    block.append(Wording.fails, rule.failingExample?[language])
    let title = rule.title[language] + (rule.isEnabled ? "" : Wording.ruleIsOff.text)
    return ["\(rule.code.rawValue)  \(title)"] + block.lines(width: width)
  }

  /// One word where all stages have it, else a word a stage.
  private static func shortSeverity(_ rule: Rule) -> String {
    let words = RuleStage.allCases.map { word(rule.severities[$0]) }
    return Set(words).count == 1 ? words[0] : words.joined(separator: " → ")
  }

  private static func severities(_ rule: Rule) -> String {
    RuleStage.allCases.map {
      "\($0.name.text) \(word(rule.severities[$0]))"
    }.joined(separator: Wording.comma.text)
  }

  private static func word(_ severity: Diagnostic.Severity?) -> String {
    severity.map { $0.name.text } ?? Wording.notAsked.text
  }

  private static func force(_ rule: Rule) -> String {
    guard rule.inForceFrom != nil || rule.inForceUntil != nil else { return Wording.always.text }
    return "\(rule.inForceFrom?.description ?? "…") – \(rule.inForceUntil?.description ?? "…")"
  }
}
