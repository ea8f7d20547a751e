internal import Characters
public import Foundation
public import Planning

extension AnswerText {
  /// Rules, one a row; their parameters as `name=value` in one cell.
  public static func csv(of rules: [Rule], byteOrderMark: Bool) -> Data {
    var csv = CSVWriter(byteOrderMark: byteOrderMark, formulas: .neutralised)
    csv.append([
      "code", "family", "title_zh", "title_en", "severity_draft", "severity_approved",
      "severity_supplied", "scopes", "responsibility", "enabled", "in_force_from",
      "in_force_until", "parameters", "message_zh", "message_en", "source_zh", "source_en",
    ])
    for rule in rules {
      let severities = RuleStage.allCases.map { rule.severities[$0]?.rawValue }
      let scopes = CheckScope.allCases.filter { rule.scopes.contains($0) }.map(\.rawValue)
      let parameters = rule.parameters.sorted { $0.key < $1.key }.compactMap { name, parameter in
        RuleText.value(of: parameter).map { "\(name)=\($0)" }
      }
      csv.append(
        [rule.code.rawValue, rule.family.rawValue, rule.title.zh, rule.title.en] + severities + [
          scopes.joined(separator: " "), rule.responsibility.rawValue,
          rule.isEnabled ? "true" : "false", rule.inForceFrom?.description,
          rule.inForceUntil?.description, parameters.joined(separator: "; "), rule.message.zh,
          rule.message.en, rule.source.zh, rule.source.en,
        ])
    }
    return Data(csv.text.utf8)
  }
}

/// Parts of rules as text.
public enum RuleText {
  /// A parameter's value with its unit; `nil` where it only holds words.
  public static func value(of parameter: RuleParameter) -> String? {
    switch parameter.value {
    case .number(let number):
      return NumberText.decimal(number, places: 6)
        + (RuleText.units[parameter.unit].map { " \($0)" } ?? "")
    case .text("words"): return nil
    case .text(let text): return text
    case .list(let texts): return texts.joined(separator: " ")
    case .table(let table):
      return table.sorted { $0.key < $1.key }
        .map { "\($0.key) \(NumberText.decimal($0.value, places: 6))" }.joined(separator: ", ")
    }
  }

  /// Units as people write them.
  private static let units = ["m2": "m²", "m": "m", "percent": "%", "degree": "°"]
}
