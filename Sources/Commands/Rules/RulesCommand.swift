import ArgumentParser
import Dialogue
import Exchange
import Planning
import Registry
import Terms

/// `yulin rules`: the rules that a register is checked by, or one of them whole.
struct RulesCommand: ParsableCommand, SpeaksJSON {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: Wording.Help.rules.text,
    discussion: Wording.Help.rulesMore.text)

  @Argument(help: .init(Wording.Help.rulesCode.text, valueName: "code"))
  var codes: [String] = []

  @Option(help: .init(Wording.Help.rulesFamily.text))
  var family: RuleFamily?

  @Option(help: .init(Wording.Help.ruleProfile.text, valueName: "file"))
  var profile: String?

  @OptionGroup var answer: AnswerOptions<RulesFormat>

  var speaksJSON: Bool { answer.format.speaksJSON }

  /// How the rules are written.
  enum RulesFormat: String, OutputFormat {
    case table, json, csv
  }

  func run() throws {
    let profile = try RuleProfiles.profile(profile)
    let known = profile.orderedRules.filter { family == nil || $0.family == family }
    var unknown: [String] = []
    var rules: [Rule] = []
    for code in codes {
      let folded = code.lowercased().replacing("-", with: "_")
      if let rule = known.first(where: { $0.code.rawValue == folded }) {
        rules.append(rule)
      } else {
        unknown.append(code)
      }
    }
    if codes.isEmpty { rules = known }
    if !rules.isEmpty { try write(rules, of: profile) }
    for code in unknown {
      Console.say(Words.noSuchRule(code).text)
      let near = EditDistance.nearest(to: code, among: known.map(\.code.rawValue))
      if !near.isEmpty { Console.say(Words.nearMisses(near).text) }
    }
    if !unknown.isEmpty { throw Ending(status: .findings) }
  }

  private func write(_ rules: [Rule], of profile: RuleProfile) throws {
    switch answer.format {
    case .json: try Console.writeJSON(RuleProfileRecord(profile, rules: rules))
    case .csv: try Console.write(AnswerText.csv(of: rules, byteOrderMark: answer.bom))
    case .table where codes.isEmpty:
      try Console.write(
        RuleTable.all(rules).lines(width: Terminal.outputColumns).joined(separator: "\n"))
      Console.say(Wording.profileRead(profile, rules.count).text)
    case .table:
      let blocks = rules.map { RuleTable.one($0, width: Terminal.outputColumns) }
      try Console.write(blocks.joined(separator: [""]).joined(separator: "\n"))
    }
  }
}
