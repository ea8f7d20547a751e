import ArgumentParser
import Exchange

/// `yulin check`: the register against rules, a building against its parcel's indicators.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: Wording.Help.check.text,
    usage: Wording.Help.checkUsage.text,
    discussion: Wording.Help.checkMore.text,
    subcommands: [CheckRegisterCommand.self, CheckBuildingCommand.self],
    defaultSubcommand: CheckRegisterCommand.self)
}
