internal import Answers
internal import Characters
internal import Dialogue
internal import Exchange
internal import Foundation
internal import Hummingbird
internal import Planning
internal import Registry
internal import Terms

/// The questions of the command line, with its words and its JSON: `/lookup`, `/history/{parcel}`.
struct QuestionRoutes: Sendable {
  /// A shape that is sent may have so many bytes.
  static let mostBytes = 8 << 20

  let register: RegisterPool
  let prepared: PreparedPoints
  let workbench: Workbench
  let language: Language

  private static let formats = [Format.json, .features, .csv, .html]

  /// What is asked.
  var questions: [Question] {
    [
      Question(
        id: "lookup", path: "/lookup", kind: .questions,
        summary: Words(
          "地块、文号、地名或某点是什么，那里有什么",
          "What a parcel, a document, a place or a point is, and what lies there"),
        parameters: [.asked] + QuestionParameter.place, formats: QuestionRoutes.formats,
        answer: lookup),
      Question(
        id: "lookupShape", path: "/lookup", kind: .questions,
        summary: Words("发来的图形内有什么", "What lies in a shape that is sent"),
        parameters: QuestionParameter.place, formats: QuestionRoutes.formats,
        bodies: [("application/geo+json", "object"), ("text/plain", "string")],
        answer: lookupShape),
      Question(
        id: "history", path: "/history/{parcel}", kind: .questions,
        summary: Words(
          "地块何时因何文件有何变化", "What changed on a parcel, when, by which document"),
        parameters: [.parcel] + QuestionParameter.moment, answer: history),
    ]
  }

  private func lookup(_ asked: Asked) async throws -> Response {
    let (request, parameters, format) = (asked.request, asked.parameters, asked.format)
    guard let what = try parameters.value("q"), !what.allSatisfy(\.isWhitespace) else {
      throw Failure.nothingAsked
    }
    let typed = try TypedPlaceQuestion(parameters)
    guard typed.crs == nil || TypedPoint(what) != nil else {
      throw Failure.misplacedSystem
    }
    let moment = try parameters.moment()
    let question = try typed.question()
    let register = register
    let find: @Sendable () throws -> [LookupAnswer] = {
      try register.ask {
        try $0.places.lookup(
          what, about: question, crs: typed.epsg, isSpatial: typed.isSpatial, at: moment)
      }
    }
    guard !typed.isSpatial, moment.isNow, typed.crs == nil else {
      return try await answer(workbench.run(find), format, request)
    }
    guard TypedPoint(what) != nil else {
      let own = try register.ask {
        try $0.places.parcels(numbered: what, about: question, at: moment)
      }
      guard let own else { return try await answer(workbench.run(find), format, request) }
      return try await answer([own], format, request)
    }
    let now = Moment.clock
    if format == .json, let text = prepared.present()?.answer(what, at: now) {
      return Answer.bytes(text, type: format.type)
    }
    return try await answer(find(), format, request)
  }

  /// A shape that is sent: GeoJSON, or coordinate text of the ministry.
  private func lookupShape(_ asked: Asked) async throws -> Response {
    let (request, parameters, format) = (asked.request, asked.parameters, asked.format)
    let typed = try TypedPlaceQuestion(parameters)
    let moment = try parameters.moment()
    let question = try typed.question()
    let body: ByteBuffer
    do {
      body = try await request.body.collect(upTo: QuestionRoutes.mostBytes)
    } catch let error as any HTTPResponseError {
      throw error
    } catch {
      throw Problem(
        .badRequest, "bad_body", Words("请求的内容没有发完", "the body of the request is broken"))
    }
    let isJSON = request.headers[.contentType]?.contains("json") == true
    let file = try SentFile(body: Array(buffer: body), ending: isJSON ? "geojson" : "txt")
    defer { file.remove() }
    let name = isJSON ? "shape.geojson" : "shape.txt"
    let places: [AskedPlace]
    do {
      places = try await register.first.places.asked(
        inFile: file.path, label: "@\(name)", epsg: typed.epsg
      )
      .map { SentFile.renamed($0, file.path, to: name) }
    } catch PlaceFault.refused(let diagnostics) {
      throw PlaceFault.refused(diagnostics.map { SentFile.renamed($0, file.path, to: name) })
    }
    let register = register
    let answers = try await workbench.run {
      try register.ask { try $0.places.lookup(places, of: "@\(name)", about: question, at: moment) }
    }
    return try await answer(answers, format, request)
  }

  private func answer(
    _ found: [LookupAnswer], _ format: Format, _ request: Request
  ) async throws -> Response {
    var answers = found
    for index in answers.indices {
      answers[index].here?.explanation?.versions["yulin"] = Version.number
      // Where the register lies on this computer is nobody's business.
      answers[index].here?.explanation?.register = register.name
    }
    return try await written(answers, format, request)
  }

  private func written(
    _ answers: [LookupAnswer], _ format: Format, _ request: Request
  ) async throws -> Response {
    switch format {
    case .features:
      let register = register
      return try await workbench.run {
        var bytes: [UInt8] = []
        _ = try register.ask { land in
          try land.places.write(answers, asSequence: false) { bytes += $0 }
        }
        return Answer.bytes(bytes, type: format.type)
      }
    case .csv:
      let lists = answers.count == 1 ? answers[0].lists : RecordList.gathered(answers)
      return Answer.bytes(AnswerText.csv(of: lists, byteOrderMark: true), type: format.type)
    case .html:
      let words = Language(of: request, usual: language)
      return Answer.report(LookupPage(answers, words).bytes)
    default:
      return answers.count == 1 ? Answer.line(answers[0]) : Answer.line(answers)
    }
  }

  private func history(_ asked: Asked) throws -> Response {
    let (parcel, moment) = (try asked.part("parcel"), try asked.parameters.moment())
    let name = parcel.removingPercentEncoding ?? parcel
    return Answer.line(try register.ask { try $0.history(of: name, at: moment) })
  }
}

extension TypedPlaceQuestion {
  /// The question of some parameters: the options of `yulin lookup` without their dashes.
  ///
  /// - Throws: ``Failure`` of what is not understood or does not go together.
  fileprivate init(_ parameters: Parameters) throws {
    self.init()
    relation = try parameters.choice("relation")
    within = try parameters.value("within")
    nearest = try parameters.integer("nearest")
    layers = parameters.all("layer")
    zones = try parameters.value("zones")
    limit = try parameters.integer("limit")
    crs = try parameters.value("crs")
    isExplained = try parameters.flag("explain")
    if let fault = fault({ $0 }) { throw Failure.badPlace(fault) }
  }
}
