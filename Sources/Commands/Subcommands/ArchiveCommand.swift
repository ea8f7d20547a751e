import ArgumentParser
import Dialogue
import Exchange
import Foundation
import Planning
import Registry

/// `yulin archive`: the texts and the originals of files that the register was filled from before.
struct ArchiveCommand: AsyncParsableCommand, SpeaksJSON {
  static let configuration = CommandConfiguration(
    commandName: "archive", abstract: Wording.Help.archive.text,
    discussion: Wording.Help.archiveMore.text)

  @Argument(help: .init(Wording.Help.archivePlaces.text, valueName: "place"))
  var places: [String]

  @OptionGroup var register: StoreOptions

  @Flag(help: .init(Wording.Help.noOriginals.text))
  var noOriginals = false

  @Option(name: .shortAndLong, help: .init(Wording.Help.format.text))
  var format: PlainFormat = .table

  @Flag(name: .shortAndLong, help: .init(Wording.Help.quiet.text))
  var quiet = false

  @OptionGroup var language: LanguageOptions

  var speaksJSON: Bool { format.speaksJSON }

  func run() async throws {
    for place in places where !FileManager.default.fileExists(atPath: place) {
      throw Failure.notRead(place, SystemReason(POSIXError(.ENOENT)))
    }
    let archive = LandArchive(try register.openForWriting(), keepsOriginals: !noOriginals)
    var progress = Progress(isQuiet: quiet)
    let outcome = try await archive.run(places.map { URL(fileURLWithPath: $0) }) {
      progress.say(Wording.lookingThrough($0))
    }
    progress.clear()
    switch format {
    case .json: try Console.writeJSON(ArchiveRecord(outcome: outcome))
    case .table:
      for file in outcome.filled {
        try Console.write(DisplayWidth.printable(Wording.archived(file).text))
      }
      for file in outcome.lacking {
        try Console.write(DisplayWidth.printable(Wording.textLacking(file.name).text))
      }
      ImportOutput(format: .table, isVerbose: false, isQuiet: quiet).say(outcome.diagnostics)
      if !quiet { Console.say(Wording.archiveSummary(outcome).text) }
    }
    if !outcome.lacking.isEmpty { throw Ending(status: .findings) }
  }
}

/// The JSON of `yulin archive`.
private struct ArchiveRecord: Encodable {
  let seen: Int
  let filled: [LandArchive.File]
  let lacking: [LandArchive.File]
  let diagnostics: [DiagnosticRecord]

  init(outcome: LandArchive.Outcome) {
    seen = outcome.seen
    filled = outcome.filled
    lacking = outcome.lacking
    diagnostics = outcome.diagnostics.map { DiagnosticRecord($0, .current) }
  }
}
