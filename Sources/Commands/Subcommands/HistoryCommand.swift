internal import Answers
import ArgumentParser
import Exchange
import Planning
import Registry

/// `yulin history`: what changed on a parcel, when, by which document.
struct HistoryCommand: ParsableCommand, AnswersInFormats {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: Wording.Help.history.text,
    discussion: Wording.Help.historyMore.text)

  @Argument(help: .init(Wording.Help.historyParcel.text, valueName: "parcel"))
  var parcel: String

  @OptionGroup var register: StoreOptions
  @OptionGroup var time: MomentOptions

  @Option(name: .shortAndLong, help: .init(Wording.Help.format.text))
  var format: ParcelFormat = .table

  @Flag(help: .init(Wording.Help.bom.text))
  var bom = false

  @OptionGroup var language: LanguageOptions

  func run() throws {
    let register = try register.open()
    let answer = try register.history(of: parcel, at: try time.moment())
    try AnswerOutput(format: format, byteOrderMark: bom, register: register).write([answer]) {
      answer in
      let histories = answer.parcels.map {
        HistoryText(parcel: $0, width: Terminal.outputColumns).lines()
      }
      return Array(histories.joined(separator: [""]))
    }
  }
}
