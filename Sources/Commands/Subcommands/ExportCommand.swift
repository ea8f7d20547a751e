import ArgumentParser
import Exchange
import Foundation
import Planning
import Registry

/// `yulin export`: all facts of a register, to leave with or to read back in.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: Wording.Help.export.text,
    discussion: Wording.Help.exportMore.text)

  @Option(name: .shortAndLong, help: .init(Wording.Help.output.text, valueName: "file"))
  var output: String

  @Option(name: .shortAndLong, help: .init(Wording.Help.exportFormat.text))
  var format: ExportFormat?

  @Flag(help: .init(Wording.Help.overwrite.text))
  var overwrite = false

  @Flag(help: .init(Wording.Help.bom.text))
  var bom = false

  @OptionGroup var register: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let format = try chosenFormat()
    let isStandardOutput = output == "-"
    if !isStandardOutput { try OutputFile(path: output, overwrites: overwrite).check() }
    let export = try register.open().exportFacts()
    let data = try format.data(of: export, byteOrderMark: bom)
    guard !isStandardOutput else { return try Console.write(data) }
    try OutputFile(path: output, overwrites: overwrite).write(data)
    Console.say(Wording.exported(export.documentVersions.count, to: output).text)
  }

  /// The format asked for, else the one that the file's name ends in.
  private func chosenFormat() throws -> ExportFormat {
    if let format { return format }
    if output == "-" { return .json }
    let ending = URL(fileURLWithPath: output).pathExtension.lowercased()
    guard let format = ExportFormat(rawValue: ending) else {
      throw Failure(
        "unknown_format", Wording.formatNotTold(output), Wording.nameAFormat, status: .wrongUse)
    }
    return format
  }
}
