import Answers
import Dialogue
import Exchange
import Foundation
import Planning
import Registry
import Terms

/// Writes the answers to one or several questions, and ends with 1 where nothing was found.
struct AnswerOutput {
  let options: AnswerOptions<ParcelFormat>
  let register: LandRegister

  /// Writes the answers.
  ///
  /// - Parameter view: the lines of an answer for people.
  /// - Throws: ``Ending`` with ``ExitStatus/findings`` where a question found nothing.
  func write(_ answers: [LookupAnswer], view: (LookupAnswer) -> [String]) throws {
    switch options.format {
    case .table:
      // What was checked at a place, and what was not, is told also where nothing was found.
      let found = answers.filter { $0.verdict == .found || $0.here != nil }.map(view)
      if !found.isEmpty { try Console.write(found.joined(separator: [""]).joined(separator: "\n")) }
    case .json:
      if answers.count == 1, let answer = answers.first {
        try Console.writeJSON(answer)
      } else {
        try Console.writeJSON(answers)
      }
    case .jsonl:
      try Console.write(try AnswerText.lines(of: answers.flatMap(\.lists)))
    case .csv:
      let lists = answers.count == 1 ? answers[0].lists : RecordList.gathered(answers)
      try Console.write(AnswerText.csv(of: lists, byteOrderMark: options.bom))
    case .geojson, .geojsonseq: try writeFeatures(of: answers)
    }
    if options.format != .json {
      for answer in answers where answer.leftOut.count > 0 {
        Console.say(Words.leftOut(answer.leftOut).text)
      }
    }
    let missing = answers.filter { $0.verdict != .found }
    if options.format != .json { missing.forEach(sayMissing) }
    if !missing.isEmpty { throw Ending(status: .findings) }
  }

  /// Writes the parcels with their shapes.
  private func writeFeatures(of answers: [LookupAnswer]) throws {
    let parcels = answers.flatMap(\.parcels)
    let isSequence = options.format == .geojsonseq
    let outcome =
      try answers.contains { $0.here != nil }
      ? register.places.write(answers, asSequence: isSequence) { try Console.write(Data($0)) }
      : register.export.features(of: parcels, asSequence: isSequence) {
        try Console.write(Data($0))
      }
    outcome.sayShapes()
    if parcels.isEmpty, answers.contains(where: { $0.verdict == .found && $0.here == nil }) {
      Console.say(Wording.onlyParcelsAreFeatures.text)
    }
  }

  private func sayMissing(_ answer: LookupAnswer) {
    let query = DisplayWidth.printable(answer.query)
    switch answer.verdict {
    case .found: break
    case .none: Console.say(Words.notFound(query).text)
    case .notChecked: Console.say(Wording.notChecked(query).text)
    }
    if answer.suggestions.contains(answer.query) {
      // Known by that very name, but not at the moment asked about, or not as a parcel.
      let words =
        answer.moment.isNow ? Wording.notAParcel(query) : Wording.atAnotherTime(query)
      Console.say(words.text)
    }
    let others = answer.suggestions.filter { $0 != answer.query }
    if !others.isEmpty {
      Console.say(Words.nearMisses(others.map { DisplayWidth.printable($0) }).text)
    }
  }
}

extension ShapeExportOutcome {
  /// Says what a reader of the shapes of an answer should know.
  func sayShapes() {
    if shapesLost > 0 { Console.say(Wording.shapesLost(shapesLost).text) }
    if isSchematic { Console.say(Wording.schematicExport.text) }
  }
}
