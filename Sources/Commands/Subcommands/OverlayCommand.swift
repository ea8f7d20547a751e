import Answers
import ArgumentParser
import Dialogue
import Exchange
import Foundation
import Planning
import Registry
import SimpleFeatures

/// `yulin overlay`: what two layers have in common, pair by pair or use by use.
struct OverlayCommand: ParsableCommand, SpeaksJSON {
  static let configuration = CommandConfiguration(
    commandName: "overlay", abstract: Wording.Help.overlay.text,
    discussion: Wording.Help.overlayMore.text)

  @Argument(help: .init(Wording.Help.overlayFirst.text, valueName: "a"))
  var first: String

  @Argument(help: .init(Wording.Help.overlaySecond.text, valueName: "b"))
  var second: String

  @Flag(help: .init(Wording.Help.matrix.text))
  var matrix = false

  @Option(help: .init(Wording.Help.minimumArea.text, valueName: "m2"))
  var minArea: Double?

  @Option(help: .init(Wording.Help.digits.text, valueName: "number"))
  var digits: Int?

  @OptionGroup var fields: OverlayFields

  @Option(help: .init(Wording.Help.profile.text, valueName: "file"))
  var profile: String?

  @OptionGroup var listing: ListingOptions<ParcelFormat>
  @OptionGroup var register: StoreOptions
  @OptionGroup var time: MomentOptions
  @OptionGroup var language: LanguageOptions

  var speaksJSON: Bool { listing.format.speaksJSON }

  private var format: ParcelFormat { listing.format }

  func validate() throws {
    if let minArea, !(minArea >= 0 && minArea.isFinite) {
      throw ValidationError(Wording.badMinimumArea.text)
    }
    if let digits, digits < 1 { throw ValidationError(Wording.badDigits.text) }
    if listing.limit != nil, format != .table {
      throw ValidationError(Wording.limitIsForTables.text)
    }
    if matrix, minArea != nil { throw ValidationError(Wording.matrixTakesAll.text) }
    if !matrix, digits != nil || fields.useA != nil || fields.useB != nil {
      throw ValidationError(Wording.forMatrixAlone.text)
    }
    if matrix, format == .geojson || format == .geojsonseq {
      throw ValidationError(Wording.matrixHasNoShapes.text)
    }
  }

  func run() throws {
    var request = OverlayRequest(first, second)
    request.moment = try time.moment()
    request.minimumArea = minArea ?? 1
    request.idFields = (fields.idA, fields.idB)
    request.useFields = (fields.useA, fields.useB)
    // Read only where it is named: the usual numbers are those of the standard profile.
    if let profile { request.slivers = try RuleProfiles.profile(profile).slivers }
    let register = try register.open()
    let answer = try listing.write { sink in try write(request, register, to: sink) }
    say(answer)
    if answer.verdict != .found, !matrix { throw Ending(status: .findings) }
  }

  private func write(
    _ request: OverlayRequest, _ register: LandRegister, to sink: ([UInt8]) throws -> Void
  ) throws -> OverlayAnswer {
    func take(_ data: Data) throws { try sink(Array(data)) }
    guard !matrix else {
      let (answer, matrix) = try register.overlays.matrix(request, digits: digits)
      switch format {
      case .csv: try take(OverlayText.csv(of: matrix, byteOrderMark: listing.bom))
      case .json: try OverlayText.json(of: matrix, answer, to: take)
      case .jsonl: try OverlayText.lines(of: matrix, to: take)
      case .table, .geojson, .geojsonseq:
        let lines = MatrixTable(matrix: matrix, width: Terminal.outputColumns).lines()
        try take(Data((lines.joined(separator: "\n") + "\n").utf8))
      }
      return answer
    }
    switch format {
    case .geojson, .geojsonseq:
      return try writeFeatures(request, register, to: sink)
    case .csv, .json, .jsonl, .table:
      let answer = try register.overlays.pairs(request)
      switch format {
      case .csv: try OverlayText.csv(of: answer, byteOrderMark: listing.bom, to: sink)
      case .json: try OverlayText.json(of: answer, to: take)
      case .jsonl: try OverlayText.lines(of: answer, to: take)
      default:
        let lines = OverlayTable(
          answer: answer, limit: listing.limit ?? 100, width: Terminal.outputColumns
        )
        .lines()
        if !lines.isEmpty { try take(Data((lines.joined(separator: "\n") + "\n").utf8)) }
      }
      return answer
    }
  }

  private func writeFeatures(
    _ request: OverlayRequest, _ register: LandRegister, to sink: ([UInt8]) throws -> Void
  ) throws -> OverlayAnswer {
    var options = GeoJSONWriter.Options()
    if format == .geojsonseq { options.layout = .sequence(hasSeparators: false) }
    options.flags = ["sliver"]
    let writer = GeoJSONWriter(options)
    try sink(writer.beginning(name: "\(first) × \(second)"))
    var isFirst = true
    let answer = try register.overlays.features(request) { table in
      guard table.count > 0 else { return }
      if !isFirst { try sink(writer.separator) }
      isFirst = false
      try sink(writer.text(of: table))
    }
    try sink(
      writer.end(isSchematic: answer.first.isSchematic || answer.second.isSchematic))
    return answer
  }

  /// Says on standard error what a reader of the pairs should know.
  private func say(_ answer: OverlayAnswer) {
    if !matrix {
      Console.say(
        Wording.overlayCount(
          answer.count, area: ExactSum.of(answer.areas), slivers: answer.slivers.count,
          over: answer.minimumArea
        ).text)
      if format == .table, answer.count > listing.limit ?? 100 {
        Console.say(Wording.shown(listing.limit ?? 100, of: answer.count).text)
      }
    }
    for layer in first == second ? [answer.first] : [answer.first, answer.second] {
      if layer.measuredCount == 0 { Console.say(Wording.overlayNotChecked(layer.name).text) }
      if layer.withoutShape > 0 {
        Console.say(Wording.overlayWithoutShape(layer.withoutShape, layer.name).text)
      }
      if !layer.invalid.isEmpty {
        let ids = layer.invalid.prefix(5).map { DisplayWidth.printable(layer.ids[$0]) }
        Console.say(Wording.overlayInvalid(layer.invalid.count, layer.name, ids).text)
      }
      if layer.withoutArea > 0 {
        Console.say(Wording.overlayWithoutArea(layer.withoutArea, layer.name).text)
      }
    }
    if answer.fallbackCount > 0 {
      Console.say(Wording.overlayLeftToEngine(answer.fallbackCount).text)
    }
    for failure in answer.failures.prefix(10) {
      Console.say(Wording.overlayFailed(DisplayWidth.printable(failure)).text)
    }
    if answer.first.isSchematic || answer.second.isSchematic {
      Console.say(Wording.schematicExport.text)
    }
  }
}

/// The fields by which features and uses of two layers are told.
struct OverlayFields: ParsableArguments {
  @Option(help: .init(Wording.Help.idField.text, valueName: "field"))
  var idA: String?

  @Option(help: .init(Wording.Help.idFieldSecond.text, valueName: "field"))
  var idB: String?

  @Option(help: .init(Wording.Help.useField.text, valueName: "field"))
  var useA: String?

  @Option(help: .init(Wording.Help.useFieldSecond.text, valueName: "field"))
  var useB: String?
}
