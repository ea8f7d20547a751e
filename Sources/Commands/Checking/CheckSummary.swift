import Answers
import Exchange
import Planning
import Registry

/// What people are told of a check on standard error: how much was found, and what could not be
/// checked and why.
struct CheckSummary {
  let report: CheckReport
  let shown: CheckReport

  func say(_ files: [String]) {
    for file in files { Console.say(Wording.reportWritten(file).text) }
    Console.say(Wording.checked(CheckCounts(report)).text)
    let outgrown = report.findings.filter { $0.outgrown != nil }
    if !outgrown.isEmpty {
      Console.say(Wording.outgrown(outgrown.map(\.id)).text)
    }
    let hidden = report.findings.count - shown.findings.count
    if hidden > 0 { Console.say(Wording.findingsHidden(hidden).text) }
    for (reason, rules) in notChecked() {
      Console.say(Wording.rulesNotChecked(rules, reason.name).text)
    }
  }

  /// Rules that could be asked of nothing, by a layer that is missing, else by the reason that most of
  /// it had.
  private func notChecked() -> [(reason: NotCheckedReason, rules: [String])] {
    var rules: [NotCheckedReason: [String]] = [:]
    for outcome in report.outcomes where outcome.verdict == .notChecked {
      let tally = outcome.tally.notChecked
      let missing = tally.keys.first { reason in
        if case .layerMissing = reason { true } else { false }
      }
      let reason =
        missing ?? tally.max { ($0.value, $1.key.key) < ($1.value, $0.key.key) }?.key
        ?? .nothingToCheck
      rules[reason, default: []].append(outcome.rule.title[.current])
    }
    return rules.sorted { $0.key.key < $1.key.key }.map { ($0.key, $0.value) }
  }
}
