import ArgumentParser
import Dialogue
import Exchange
import Foundation
import Planning
import Registry

/// `yulin import`: documents and tables into the register.
struct ImportCommand: AsyncParsableCommand, SpeaksJSON {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: Wording.Help.importing.text,
    discussion: Wording.Help.importingMore.text)

  @Argument(help: .init(Wording.Help.importFiles.text, valueName: "file"))
  var files: [String]

  @OptionGroup var register: StoreOptions

  @Flag(help: .init(Wording.Help.dryRun.text))
  var dryRun = false

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var shapes: ShapeReadingOptions

  @Option(help: .init(Wording.Help.failOn.text))
  var failOn: GravityLimit = .error

  @Flag(help: .init(Wording.Help.keepGoing.text))
  var keepGoing = false

  @Flag(help: .init(Wording.Help.noOriginals.text))
  var noOriginals = false

  @Option(name: .shortAndLong, help: .init(Wording.Help.format.text))
  var format: PlainFormat = .table

  @Flag(name: .shortAndLong, help: .init(Wording.Help.verbose.text))
  var verbose = false

  @Flag(name: .shortAndLong, help: .init(Wording.Help.quiet.text))
  var quiet = false

  @OptionGroup var language: LanguageOptions

  var speaksJSON: Bool { format.speaksJSON }

  func validate() throws {
    if reading.isLayer, layerName == nil { throw ValidationError(Wording.layerNeedsAName.text) }
  }

  func run() async throws {
    let path = dryRun ? nil : try register.path()
    let sources = SourceInputs(filesToRead)
    let (texts, shapes) = ShapeFile.sorted(sources.inputs, asShapes: reading.isShapes)
    let known = try reading.options()
    var progress = Progress(isQuiet: quiet)
    var readings = sources.readings
    for (index, file) in texts.enumerated() {
      progress.say(Wording.reading(file.name, index + 1, of: texts.count))
      readings.append(await SourceReader().read(file, known))
    }
    // What archives were unpacked to is read by now.
    withExtendedLifetime(sources) {}
    var options = ShapeImportOptions()
    if !shapes.isEmpty {
      options = try self.shapes.options(columns: known.columns, county: known.county)
      options.layerName = layerName
    }
    let outcome = try await FileImport(
      into: path, keepsGoing: keepGoing, keepsOriginals: !noOriginals
    ).run(readings, shapes, options) { step in
      switch step {
      case .stored(let count, let all): progress.say(Wording.storing(count, of: all))
      case .restored(let versions):
        progress.clear()
        Console.say(Wording.restored(versions, to: path ?? "").text)
      case .shapes(let file, let count): progress.say(Wording.readingShapes(file, count))
      }
    }
    progress.clear()
    try ImportOutput(format: format, isVerbose: verbose, isQuiet: quiet)
      .write(outcome, isStored: path != nil)
    if outcome.isRefused { throw Ending(status: .refused) }
    if outcome.diagnostics.contains(where: { failOn.admits($0.severity) }) {
      throw Ending(status: .findings)
    }
  }

  /// The layer's name: the last word, as in `import farmland.gpkg --as layer NAME`.
  private var layerName: String? {
    guard reading.isLayer, files.count > 1, let last = files.last,
      !FileManager.default.fileExists(atPath: last)
    else { return nil }
    return last
  }

  private var filesToRead: [String] { layerName == nil ? files : files.dropLast() }
}
