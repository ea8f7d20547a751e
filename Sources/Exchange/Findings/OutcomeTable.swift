public import Answers
internal import Planning
public import SimpleFeatures
public import Terms

/// What was asked of each rule as a table: a row for each rule and each reason why it could not be
/// asked of something.
public enum OutcomeTable {
  /// The columns: name, type in GeoPackage, name for people.
  public static let columns: [(name: String, type: String, title: Words)] = [
    ("code", "TEXT", Words("规则代码", "rule code")), ("title", "TEXT", Words("规则", "rule")),
    ("family", "TEXT", Words("类别", "family")), ("verdict", "TEXT", Words("结果", "answer")),
    ("checked", "INTEGER", Words("已检查数", "checked")),
    ("findings", "INTEGER", Words("问题数", "findings")),
    ("not_checked", "INTEGER", Words("未检查数", "not checked")),
    ("not_checked_reason", "TEXT", Words("未检查原因", "why not checked")),
    ("source", "TEXT", Words("规则依据", "source of the rule")),
  ]

  /// The rows, without shapes.
  public static func rows(of report: CheckReport, _ language: Language) -> FeatureTable {
    var table = FeatureTable(name: "rules")
    table.fields = columns.map { FieldColumn(name: $0.name, title: $0.title[language]) }
    for outcome in report.outcomes {
      let (rule, tally) = (outcome.rule, outcome.tally)
      let reasons = tally.notCheckedReasons.map { ($0.reason.name[language], $0.count) }
      for (reason, count) in reasons.isEmpty ? [("", 0)] : reasons {
        let row: [FieldValue] = [
          .text(rule.code.rawValue), .text(rule.title[language]), .text(rule.family.rawValue),
          .text(outcome.verdict.rawValue), .integer(Int64(tally.checked)),
          .integer(Int64(tally.findings)), .integer(Int64(count)), .words(reason),
          .words(rule.source[language]),
        ]
        for (index, value) in row.enumerated() { table.fields[index].values.append(value) }
        table.shapes.append(nil)
      }
    }
    return table
  }
}
