import Answers
import ArgumentParser
import Dialogue
import Exchange
import Foundation
import Planning
import Registry

/// `yulin lookup`: what the register knows of a parcel, a document, a place, a project; and what lies
/// at a point, in a shape or around a parcel.
struct LookupCommand: AsyncParsableCommand, SpeaksJSON {
  static let configuration = CommandConfiguration(
    commandName: "lookup", abstract: Wording.Help.lookup.text,
    discussion: Wording.Help.lookupMore.text)

  @Argument(help: .init(Wording.Help.lookupWhat.text, valueName: "what"))
  var what: [String]

  @OptionGroup var register: StoreOptions
  @OptionGroup var time: MomentOptions
  @OptionGroup var place: PlaceOptions

  @OptionGroup var answer: AnswerOptions<ParcelFormat>

  var speaksJSON: Bool { answer.format.speaksJSON }

  func validate() throws {
    if what.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
      throw ValidationError(Wording.nothingAsked.text)
    }
    if place.ids,
      what.count != 1 || !what[0].hasPrefix("@") || ![.csv, .jsonl, .table].contains(answer.format)
    {
      throw ValidationError(Wording.idsOfFiles.text)
    }
    if place.crs != nil, what.contains(where: { !$0.hasPrefix("@") && TypedPoint($0) == nil }) {
      throw ValidationError(Wording.crsOfPlaces.text)
    }
  }

  func run() async throws {
    let moment = try time.moment()
    let store = try register.path()
    let register = try LandRegister.open(at: store)
    guard !place.ids else {
      let points = try await LookupCommand.located(what[0], place, register, moment)
      return try LocatedPointsOutput(options: answer).write(points)
    }
    let question = try place.typed.question()
    var answers: [LookupAnswer] = []
    for what in what {
      var some = try await LookupCommand.answers(what, question, place, register, moment)
      for index in some.indices { explain(&some[index], what, store) }
      answers += some
    }
    try AnswerOutput(options: answer, register: register).write(answers) {
      AnswerView(answer: $0, width: Terminal.outputColumns).lines()
    }
  }

  private static func located(
    _ what: String, _ options: PlaceOptions, _ register: LandRegister, _ moment: Moment
  ) async throws -> LocatedPoints {
    do {
      let points = try await register.places.locate(
        pointsIn: String(what.dropFirst()), label: what, epsg: options.typed.epsg,
        layers: options.layer.isEmpty ? nil : options.layer, at: moment)
      say(points.diagnostics)
      return points
    } catch let fault as PlaceFault {
      if case .refused(let diagnostics) = fault { say(diagnostics) }
      throw Failure.place(fault, of: what)
    }
  }

  private static func answers(
    _ what: String, _ question: PlaceQuestion, _ options: PlaceOptions, _ register: LandRegister,
    _ moment: Moment
  ) async throws -> [LookupAnswer] {
    do {
      guard what.hasPrefix("@") else {
        let answers = try register.places.lookup(
          what, about: question, crs: options.typed.epsg, isSpatial: options.typed.isSpatial,
          at: moment)
        say(answers.compactMap(\.here).flatMap(\.asked.diagnostics))
        return answers
      }
      let places = try await register.places.asked(
        inFile: String(what.dropFirst()), label: what, epsg: options.typed.epsg)
      say(places.flatMap(\.diagnostics))
      return try register.places.lookup(places, of: what, about: question, at: moment)
    } catch let fault as PlaceFault {
      if case .refused(let diagnostics) = fault { say(diagnostics) }
      throw Failure.place(fault, of: what)
    }
  }

  /// Says what was noticed about coordinates and files.
  private static func say(_ diagnostics: [Diagnostic]) {
    let rendering = DiagnosticRendering(.current, width: Terminal.errorColumns ?? 100)
    for diagnostic in diagnostics where diagnostic.severity >= .warning {
      Console.say(rendering.text(of: diagnostic))
    }
  }

  /// Fills in what only the command knows.
  private func explain(_ answer: inout LookupAnswer, _ what: String, _ store: String) {
    let command = RepeatedCommand.lookup(what, place, store: store, at: answer.toldMoment)
    func fill(_ place: inout PlaceAnswer) {
      place.explanation?.command = command
      place.explanation?.versions["yulin"] = Version.number
    }
    if var here = answer.here {
      fill(&here)
      answer.here = here
    }
  }
}
