import Answers
import ArgumentParser
import Dialogue
import Exchange
import Foundation
import Planning
import Terms

/// `yulin codes`: land-use codes, their names, their place in the tree, their equivalents.
struct CodesCommand: ParsableCommand, SpeaksJSON {
  static let configuration = CommandConfiguration(
    commandName: "codes", abstract: Wording.Help.codes.text,
    discussion: Wording.Help.codesMore.text)

  @Argument(help: .init(Wording.Help.codesWhat.text, valueName: "code-or-name"))
  var what: [String] = []

  @Option(help: .init(Wording.Help.codesScheme.text))
  var scheme: LandUseScheme?

  @Option(help: .init(Wording.Help.codesTo.text))
  var to: LandUseScheme?

  @OptionGroup var answer: AnswerOptions<AnswerFormat>

  var speaksJSON: Bool { answer.format.speaksJSON }

  func validate() throws {
    if what.isEmpty, to != nil { throw ValidationError(Wording.toNeedsACode.text) }
  }

  func run() throws {
    if what.isEmpty { return try overview() }
    let answers = what.map { CodeQuestion($0, scheme: scheme, to: to).answer() }
    switch answer.format {
    case .json where answers.count == 1: try Console.writeJSON(answers[0])
    case .json: try Console.writeJSON(answers)
    case .jsonl: try Console.write(try AnswerText.lines(of: answers))
    case .csv: try Console.write(AnswerText.csv(of: answers, byteOrderMark: answer.bom))
    case .table:
      let found = answers.filter { $0.answer != .none }
        .map { CodeText(answer: $0, width: Terminal.outputColumns).lines() }
      if !found.isEmpty {
        try Console.write(found.joined(separator: [""]).joined(separator: "\n"))
      }
    }
    let missing = answers.filter { $0.answer == .none }
    for answer in missing where self.answer.format != .json {
      Console.say(Wording.noSuchCode(answer.query, in: scheme).text)
      if !answer.suggestions.isEmpty {
        Console.say(Words.nearMisses(answer.suggestions.map(CodeText.name)).text)
      }
    }
    if !missing.isEmpty { throw Ending(status: .findings) }
  }

  /// Without a code: the schemes, or all classes of one.
  private func overview() throws {
    let vocabulary = LandUseVocabulary.standard
    if let scheme {
      let classes = vocabulary.classes.filter { $0.scheme == scheme }
      switch answer.format {
      case .json: try Console.writeJSON(classes)
      case .jsonl: try Console.write(try AnswerText.lines(of: classes))
      case .csv: try Console.write(AnswerText.csv(of: classes, byteOrderMark: answer.bom))
      case .table: try Console.write(CodeText.tree(classes).joined(separator: "\n"))
      }
      return
    }
    switch answer.format {
    case .json: try Console.writeJSON(vocabulary.schemes)
    case .jsonl: try Console.write(try AnswerText.lines(of: vocabulary.schemes))
    case .csv: try Console.write(AnswerText.csv(of: vocabulary.schemes, byteOrderMark: answer.bom))
    case .table:
      let lines = CodeText.schemes(vocabulary.schemes).lines(width: Terminal.outputColumns)
      try Console.write(lines.joined(separator: "\n"))
    }
  }
}
