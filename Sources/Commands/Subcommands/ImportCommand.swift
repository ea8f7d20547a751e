import ArgumentParser
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

  @Option(help: .init(Wording.Help.failOn.text))
  var failOn: GravityLimit = .error

  @Flag(help: .init(Wording.Help.keepGoing.text))
  var keepGoing = false

  @Option(name: .shortAndLong, help: .init(Wording.Help.format.text))
  var format: PlainFormat = .table

  @Flag(name: .shortAndLong, help: .init(Wording.Help.verbose.text))
  var verbose = false

  @Flag(name: .shortAndLong, help: .init(Wording.Help.quiet.text))
  var quiet = false

  @OptionGroup var language: LanguageOptions

  var speaksJSON: Bool { format == .json }

  func run() async throws {
    let path = dryRun ? nil : try register.path()
    let sources = try await read()
    let output = ImportOutput(format: format, isVerbose: verbose, isQuiet: quiet)
    let refused = sources.filter(\.reading.isRefused)
    // One file that cannot be read stops the rest: half an import would look like a whole one.
    let isStopped = !refused.isEmpty && !keepGoing && !dryRun
    let whole = isStopped ? [] : sources.filter { !$0.reading.isRefused }
    var results = whole.map { ImportResult(source: $0, outcomes: []) }
    if let path, !whole.isEmpty {
      var progress = Progress(isQuiet: quiet)
      results = try ImportRun(path: path).store(whole, progress: &progress)
    }
    let diagnostics = sources.flatMap(\.reading.diagnostics) + results.flatMap(\.diagnostics)
    try output.write(results, diagnostics, isStored: path != nil)
    if !refused.isEmpty { throw Ending(status: .refused) }
    if diagnostics.contains(where: { failOn.admits($0.severity) }) {
      throw Ending(status: .findings)
    }
  }

  private func read() async throws -> [ReadSource] {
    let options = try reading.options()
    let reader = SourceReader()
    var progress = Progress(isQuiet: quiet)
    var sources: [ReadSource] = []
    for (index, file) in files.enumerated() {
      progress.say(Wording.reading(file, index + 1, of: files.count))
      sources.append(await ReadSource(file, with: reader, options))
    }
    progress.clear()
    return sources
  }
}
