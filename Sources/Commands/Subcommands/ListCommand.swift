import ArgumentParser
import Dialogue
import Exchange
import Filtering
import Foundation
import Planning
import Registry

/// `yulin list`: the parcels, documents, acts or sites that a filter admits.
struct ListCommand: ParsableCommand, SpeaksJSON {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Wording.Help.list.text,
    discussion: Wording.Help.listMore.text)

  @Argument(help: .init(Wording.Help.listSubject.text, valueName: "kind"))
  var subject: RegisterFilter.Subject

  @OptionGroup var filter: FilterOptions

  @Option(help: .init(Wording.Help.limit.text, valueName: "number"))
  var limit: Int?

  @OptionGroup var register: StoreOptions
  @OptionGroup var time: MomentOptions

  @OptionGroup var answer: AnswerOptions<ParcelFormat>

  var speaksJSON: Bool { answer.format.speaksJSON }

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError(Wording.limitTooSmall.text) }
  }

  func run() throws {
    let filter = try RegisterFilter(
      parsing: self.filter.conditions, order: self.filter.sort, for: subject)
    let (shown, all) = try write(matching: filter, in: try register.open(), at: try time.moment())
    if shown < all { Console.say(Wording.shown(shown, of: all).text) }
    guard all > 0 else {
      Console.say(Wording.nothingMatches.text)
      throw Ending(status: .findings)
    }
  }

  /// Writes the list; how many records are shown, and how many there are.
  private func write(
    matching filter: RegisterFilter, in register: LandRegister, at moment: Moment
  ) throws -> (shown: Int, all: Int) {
    guard let format = answer.format.plain else {
      guard subject == .parcels else {
        throw Failure.notFeatures(subject.rawValue)
      }
      return try writeFeatures(matching: filter, in: register, at: moment)
    }
    if subject == .parcels {
      var output = ParcelOutput(format: format, byteOrderMark: answer.bom, limit: limit)
      try register.lists.forEachParcels(matching: filter, at: moment, areInForce: true) {
        try output.take($0)
      }
      try output.finish()
      return (output.shownCount, output.count)
    }
    let all = try records(matching: filter, in: register, at: moment)
    let shown = limit.map { all.prefix($0) } ?? all
    switch format {
    case .table:
      let lines = ListText.lines(shown, width: Terminal.outputColumns)
      if !lines.isEmpty { try Console.write(lines.joined(separator: "\n")) }
    case .json: try Console.write(try shown.json() + Data("\n".utf8))
    case .jsonl: try Console.write(try AnswerText.lines(of: [shown]))
    case .csv: try Console.write(AnswerText.csv(of: [shown], byteOrderMark: answer.bom))
    }
    return (shown.count, all.count)
  }

  /// Writes the parcels with their shapes.
  private func writeFeatures(
    matching filter: RegisterFilter, in register: LandRegister, at moment: Moment
  ) throws -> (shown: Int, all: Int) {
    let (outcome, all) = try register.export.features(
      matching: filter, at: moment, limit: limit, asSequence: answer.format == .geojsonseq
    ) { try Console.write(Data($0)) }
    outcome.sayShapes()
    return (outcome.written, all)
  }

  private func records(
    matching filter: RegisterFilter, in register: LandRegister, at moment: Moment
  ) throws -> RecordList {
    switch subject {
    case .parcels:
      .parcels(
        try register.lists.parcels(matching: filter, at: moment, areInForce: true))
    case .documents: .documents(try register.lists.documents(matching: filter, at: moment))
    case .transactions: .transactions(try register.lists.transactions(matching: filter, at: moment))
    case .sites: .sites(try register.lists.sites(matching: filter, at: moment))
    }
  }
}
