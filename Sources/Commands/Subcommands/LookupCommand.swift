import ArgumentParser
import Exchange
import Foundation
import Planning
import Registry

/// `yulin lookup`: what the register knows of a parcel, a document, a place, a project.
struct LookupCommand: ParsableCommand, AnswersInFormats {
  static let configuration = CommandConfiguration(
    commandName: "lookup", abstract: Wording.Help.lookup.text,
    discussion: Wording.Help.lookupMore.text)

  @Argument(help: .init(Wording.Help.lookupWhat.text, valueName: "what"))
  var what: [String]

  @OptionGroup var register: StoreOptions
  @OptionGroup var time: MomentOptions

  @Option(name: .shortAndLong, help: .init(Wording.Help.format.text))
  var format: ParcelFormat = .table

  @Flag(help: .init(Wording.Help.bom.text))
  var bom = false

  @OptionGroup var language: LanguageOptions

  func validate() throws {
    if what.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
      throw ValidationError(Wording.nothingAsked.text)
    }
  }

  func run() throws {
    let moment = try time.moment()
    let register = try register.open()
    let answers = try what.map { try register.lookup($0, at: moment) }
    try AnswerOutput(format: format, byteOrderMark: bom, register: register).write(answers) {
      AnswerView(answer: $0, width: Terminal.outputColumns).lines()
    }
  }
}
