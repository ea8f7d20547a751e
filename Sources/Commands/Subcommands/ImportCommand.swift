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
  @OptionGroup var shapes: ShapeReadingOptions

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

  var speaksJSON: Bool { format.speaksJSON }

  func validate() throws {
    if reading.isLayer, layerName == nil { throw ValidationError(Wording.layerNeedsAName.text) }
  }

  func run() async throws {
    let path = dryRun ? nil : try register.path()
    let (texts, shapes) = try ShapeFile.sorted(filesToRead, asShapes: reading.isShapes)
    let sources = try await read(texts)
    let output = ImportOutput(format: format, isVerbose: verbose, isQuiet: quiet)
    let refused = sources.filter(\.reading.isRefused)
    // One file that cannot be read stops the rest: half an import would look like a whole one.
    let isStopped = !refused.isEmpty && !keepGoing && !dryRun
    let whole = isStopped ? [] : sources.filter { !$0.reading.isRefused }
    var results = whole.map { ImportResult(source: $0, outcomes: []) }
    var progress = Progress(isQuiet: quiet)
    if let path, !whole.isEmpty {
      results = try ImportRun(path: path).store(whole, progress: &progress)
    }
    let shapeResults = isStopped ? [] : try await importShapes(shapes, into: path, &progress)
    progress.clear()
    let diagnostics =
      sources.flatMap(\.reading.diagnostics) + results.flatMap(\.diagnostics)
      + shapeResults.flatMap(\.diagnostics)
    try output.write(results, shapeResults, diagnostics, isStored: path != nil)
    if !refused.isEmpty || shapeResults.contains(where: \.isRefused) {
      throw Ending(status: .refused)
    }
    if diagnostics.contains(where: { failOn.admits($0.severity) }) {
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

  private func read(_ files: [String]) async throws -> [ReadSource] {
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

  /// Imports files of shapes one after another; one that is refused stops the rest.
  private func importShapes(
    _ files: [ShapeFile], into path: String?, _ progress: inout Progress
  ) async throws -> [ShapeImportResult] {
    guard !files.isEmpty else { return [] }
    let known = try reading.options()
    var options = try shapes.options(columns: known.columns, county: known.county)
    options.layerName = layerName
    let importer = ShapeImporter(
      register: try path.map { try LandRegister.openOrCreate(at: $0) }, options: options)
    var results: [ShapeImportResult] = []
    for file in files {
      let result = try await importer.run(file) { count in
        progress.say(Wording.readingShapes(file.name, count))
      }
      results.append(result)
      if result.isRefused && !keepGoing { break }
    }
    return results
  }
}
