import ArgumentParser
import Dialogue
import Exchange
import Planning
import Registry

/// `yulin publish`: a clean GeoPackage of what is in force, for QGIS and others.
struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: Wording.Help.publish.text,
    discussion: Wording.Help.publishMore.text)

  @Option(name: .shortAndLong, help: .init(Wording.Help.publishOutput.text, valueName: "file"))
  var output: String

  @Flag(help: .init(Wording.Help.overwrite.text))
  var overwrite = false

  @OptionGroup var register: StoreOptions
  @OptionGroup var language: LanguageOptions

  func validate() throws {
    if output == "-" { throw ValidationError(Wording.publishNeedsAFile.text) }
  }

  func run() throws {
    try OutputFile(path: output, overwrites: overwrite).check()
    let layers = try register.open().export.publish(
      to: output, overwriting: overwrite, program: Version.program)
    Console.say(Wording.published(layers.count, to: output).text)
  }
}
