import Answers
import ArgumentParser
import Dialogue
import Exchange
import Foundation
import Planning
import Registry

/// `yulin diff`: what is another thing at one moment than at another.
struct DiffCommand: ParsableCommand, SpeaksJSON {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: Wording.Help.diff.text,
    discussion: Wording.Help.diffMore.text)

  /// How differences are written.
  enum Format: String, OutputFormat {
    case table, json, jsonl, csv, geojson
  }

  @Option(help: .init(Wording.Help.diffFrom.text, valueName: "date"))
  var from: String?

  @Option(help: .init(Wording.Help.diffTo.text, valueName: "date"))
  var to: String?

  @Option(help: .init(Wording.Help.diffKnownFrom.text, valueName: "time"))
  var knownFrom: String?

  @Option(help: .init(Wording.Help.diffKnownTo.text, valueName: "time"))
  var knownTo: String?

  @OptionGroup var listing: ListingOptions<Format>
  @OptionGroup var register: StoreOptions
  @OptionGroup var language: LanguageOptions

  var speaksJSON: Bool { listing.format.speaksJSON }

  private var format: Format { listing.format }

  func run() throws {
    guard from != nil || knownFrom != nil, to == nil || from != nil,
      knownTo == nil || knownFrom != nil
    else { throw Failure.noMoments }
    let old = try Moment(typedDay: from, typedInstant: knownFrom)
    let new = try Moment(typedDay: to, typedInstant: knownTo)
    let register = try register.open()
    let difference = try listing.write { sink in
      try write(from: old, to: new, of: register) { try sink(Array($0)) }
    }
    if let limit = listing.limit, difference.parcelCount > limit {
      Console.say(Wording.shown(limit, of: difference.parcelCount).text)
    }
    guard difference.isEmpty else { return }
    Console.say(Wording.nothingDiffers.text)
    throw Ending(status: .findings)
  }

  private func write(
    from old: Moment, to new: Moment, of register: LandRegister, _ sink: (Data) throws -> Void
  ) throws -> RegisterDifference {
    if format == .geojson {
      let (outcome, difference) = try register.differences.write(
        from: old, to: new, limit: listing.limit
      ) { try sink(Data($0)) }
      outcome.sayShapes()
      return difference
    }
    let view = DifferenceView(width: listing.width)
    var text = DifferenceText(byteOrderMark: listing.bom)
    var shown = 0
    if format == .json { try sink(text.jsonBeginning()) }
    let difference = try register.differences.forEach(from: old, to: new) { all in
      let some = Array(all.prefix((listing.limit ?? .max) - shown))
      shown += some.count
      guard !some.isEmpty else { return }
      switch format {
      case .table:
        for parcel in some {
          try sink(Data((view.lines(parcel) + ["", ""]).joined(separator: "\n").utf8))
        }
      case .json: try sink(try text.json(some))
      case .jsonl: try sink(try text.lines(some))
      case .csv: try sink(text.csv(some))
      case .geojson: break
      }
    }
    switch format {
    case .table where difference.isEmpty: break
    case .table: try sink(Data((view.lines(difference) + [""]).joined(separator: "\n").utf8))
    case .json: try sink(try text.jsonEnd(difference))
    case .jsonl: try sink(try text.lines(difference))
    case .csv: try sink(text.csv(difference))
    case .geojson: break
    }
    return difference
  }
}
