import ArgumentParser
import Exchange
import Planning
import Registry

/// `yulin info`: what a register holds, in numbers.
struct InfoCommand: ParsableCommand, SpeaksJSON {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: Wording.Help.info.text,
    discussion: Wording.Help.infoMore.text)

  @OptionGroup var register: StoreOptions

  @Option(name: .shortAndLong, help: .init(Wording.Help.format.text))
  var format: PlainFormat = .table

  @OptionGroup var language: LanguageOptions

  var speaksJSON: Bool { format.speaksJSON }

  func run() throws {
    let info = try register.open().info()
    switch format {
    case .json: try Console.writeJSON(info)
    case .table:
      let lines = InfoText(info: info, width: Terminal.outputColumns).lines()
      try Console.write(lines.joined(separator: "\n"))
    }
  }
}
