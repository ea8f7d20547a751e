internal import Answers
import ArgumentParser
import Exchange
import Planning
import Registry

/// `yulin history`: what changed on a parcel, when, by which document.
struct HistoryCommand: ParsableCommand, SpeaksJSON {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: Wording.Help.history.text,
    discussion: Wording.Help.historyMore.text)

  @Argument(help: .init(Wording.Help.historyParcel.text, valueName: "parcel"))
  var parcel: String

  @OptionGroup var register: StoreOptions
  @OptionGroup var time: MomentOptions

  @OptionGroup var answer: AnswerOptions<ParcelFormat>

  var speaksJSON: Bool { answer.format.speaksJSON }

  func run() throws {
    let register = try register.open()
    let answer = try register.history(of: parcel, at: try time.moment())
    try AnswerOutput(options: self.answer, register: register).write([answer]) {
      answer in
      let histories = answer.parcels.map {
        HistoryText(parcel: $0, width: Terminal.outputColumns).lines()
      }
      return Array(histories.joined(separator: [""]))
    }
  }
}
