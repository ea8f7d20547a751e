internal import Answers
import ArgumentParser
import Dialogue
import Exchange
import Foundation
import Planning
import Registry

/// `yulin export`: all facts of a register, to leave with or to read back in; or its parcels and
/// layers with their shapes, for mapping tools.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: Wording.Help.export.text,
    discussion: Wording.Help.exportMore.text)

  @Argument(help: .init(Wording.Help.exportWhat.text, valueName: "what"))
  var what: String?

  @Option(name: .shortAndLong, help: .init(Wording.Help.output.text, valueName: "file"))
  var output: String

  @Option(name: .shortAndLong, help: .init(Wording.Help.exportFormat.text))
  var format: ExportedFormat?

  @Flag(help: .init(Wording.Help.overwrite.text))
  var overwrite = false

  @Flag(help: .init(Wording.Help.bom.text))
  var bom = false

  @OptionGroup var shapes: ShapeOptions
  @OptionGroup var time: MomentOptions
  @OptionGroup var register: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let format = try chosenFormat()
    if output != "-" { try OutputFile(path: output, overwrites: overwrite).check() }
    if try isFacts(format) {
      guard let facts = format.facts, try !hasShapeOptions() else {
        throw Failure.factsHaveNoShapes
      }
      return try writeFacts(facts)
    }
    guard let writing = format.shapes else { throw Failure.formatWithoutShapes(format.name) }
    guard format.isCoordinateText ? !shapes.isAgainstText : !shapes.isOfText else {
      throw format.isCoordinateText ? Failure.optionsAgainstText : .optionsOfText
    }
    try await writeShapes(format, writing)
  }

  /// Whether facts are asked for, not shapes.
  private func isFacts(_ format: ExportedFormat) throws -> Bool {
    try what.map { $0 == ReservedLayerName.facts } ?? (format.facts != nil && !hasShapeOptions())
  }

  /// Whether an option is given that facts do not take: they are all there is of all time.
  private func hasShapeOptions() throws -> Bool { try shapes.areGiven || !time.moment().isNow }

  private func writeFacts(_ format: ExportFormat) throws {
    let register = try register.open()
    let export = try register.export.facts()
    let data = try format.data(of: export, byteOrderMark: bom)
    if output == "-" {
      try Console.write(data)
    } else {
      try OutputFile(path: output, overwrites: overwrite).write(data)
      Console.say(Wording.exported(export.documentVersions.count, to: output).text)
    }
    let info = try register.info()
    if info.boundaryVersions > 0 || !info.layers.isEmpty {
      Console.say(
        Wording.factsHaveNoBoundaries(info.boundaryVersions, layers: info.layers.count).text)
    }
    let acceptances = try register.checks.acceptances().count
    if acceptances > 0 { Console.say(Wording.acceptancesNotExported(acceptances).text) }
  }

  private func writeShapes(
    _ format: ExportedFormat, _ writing: ExportedFormat.Writing
  ) async throws {
    var export = try shapes.export()
    export.moment = try time.moment()
    if let what { export.subject = ShapeExport.Subject(named: what) }
    let register = try register.open()
    let outcome: ShapeExportOutcome
    switch writing {
    case .converted(let converted):
      guard output != "-" else { throw Failure.notToStandardOutput(format.name) }
      outcome = try await register.export.shapes(
        export, as: converted, to: output, overwriting: overwrite)
    case .own(let format):
      var options = ExportedFormat.Options()
      options.hasSeparators = shapes.rs
      options.byteOrderMark = bom
      if let dialect = shapes.dialect { options.dialect = dialect }
      if let encoding = shapes.encoding { options.encoding = encoding }
      export.format = format(options)
      if output == "-" {
        outcome = try register.export.shapes(export) { try Console.write(Data($0)) }
      } else {
        outcome = try stream(export, from: register)
      }
    }
    say(outcome)
    if outcome.written == 0 { throw Ending(status: .findings) }
  }

  private func stream(
    _ export: ShapeExport, from register: LandRegister
  ) throws -> ShapeExportOutcome {
    var progress = Progress(isQuiet: false)
    defer { progress.clear() }
    return try OutputFile(path: output, overwrites: overwrite).stream { sink in
      try register.export.shapes(
        export, progress: { progress.say(Wording.featuresWritten($0)) }, to: sink)
    }
  }

  private func say(_ outcome: ShapeExportOutcome) {
    if output != "-" {
      Console.say(Wording.shapesExported(outcome.written, to: output, epsg: outcome.epsg).text)
    }
    if outcome.isCut { Console.say(Wording.exportCut.text) }
    if outcome.withoutShape > 0 {
      Console.say(Wording.leftOutWithoutShape(outcome.withoutShape).text)
    }
    if outcome.sameNames > 0 { Console.say(Wording.sameNames(outcome.sameNames).text) }
    if outcome.changedAttributes > 0 {
      Console.say(Wording.attributesChanged(outcome.changedAttributes).text)
    }
    if outcome.shapesLost > 0 { Console.say(Wording.shapesLost(outcome.shapesLost).text) }
    if outcome.isSchematic { Console.say(Wording.schematicExport.text) }
  }

  /// The format asked for, else the one that the file's name ends in.
  private func chosenFormat() throws -> ExportedFormat {
    if let format { return format }
    if output == "-" {
      return try isFacts(.json) ? .json : .geoJSON
    }
    let ending = URL(fileURLWithPath: output).pathExtension
    guard let format = ExportedFormat(ending: ending) else {
      throw Failure.formatNotTold(output)
    }
    return format
  }
}
