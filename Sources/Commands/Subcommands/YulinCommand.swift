import ArgumentParser
import Dialogue

/// The program's root: nothing but its commands.
struct YulinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "yulin",
    abstract: Wording.Help.yulin.text,
    discussion: Wording.Help.yulinMore.text,
    version: Version.program,
    subcommands: [
      ImportCommand.self, LookupCommand.self, HistoryCommand.self, DiffCommand.self,
      ListCommand.self, DocumentCommand.self, InfoCommand.self, ArchiveCommand.self,
      ExportCommand.self, PublishCommand.self,
      CheckCommand.self, RulesCommand.self, CodesCommand.self,
      OverlayCommand.self, ServeCommand.self,
    ])
}
