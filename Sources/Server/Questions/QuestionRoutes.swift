internal import Answers
internal import Dialogue
internal import Exchange
internal import Foundation
internal import Hummingbird
internal import Planning
internal import Registry
internal import Terms

/// The questions of the command line, with its words and its JSON: `/lookup`, `/history/{parcel}`, and
/// `/lines`, the lines of a document that a fact comes from.
struct QuestionRoutes: Sendable {
  /// A shape that is sent may have so many bytes.
  static let mostBytes = 8 << 20
  /// So many lines are shown at once.
  static let mostLines = 200

  let register: RegisterPool
  let prepared: PreparedPoints
  let workbench: Workbench
  let language: Language
  let documents: String?

  /// Adds the routes.
  func add(to router: Router<ServiceContext>) {
    router.get("lookup") { request, _ in try await lookup(request) }
    router.post("lookup") { request, _ in try await lookupShape(request) }
    router.get("history/:parcel") { request, context in
      try history(request, of: context.parameters.require("parcel"))
    }
    router.get("lines") { request, _ in try await lines(request) }
  }

  private static let formats = [Format.json, .features, .csv, .html]
  private static let names = LookupParameters.names.union(["q"])

  private func lookup(_ request: Request) async throws -> Response {
    let parameters = try Parameters(of: request, QuestionRoutes.names)
    guard let what = try parameters.value("q"), !what.allSatisfy(\.isWhitespace) else {
      throw Failure(
        "nothing_asked", Words("要查的内容是空的", "there is nothing to look up"),
        Words("用 q= 给出地块、文号、地名或 lon,lat", "name a parcel, a document, a place or lon,lat with q="),
        kind: .wrongUse)
    }
    let typed = try LookupParameters(parameters).typed
    guard typed.crs == nil || TypedPoint(what) != nil else {
      throw Failure(
        "bad_parameter",
        Words("crs 只用于点和图形", "crs is for points and shapes alone"), kind: .wrongUse)
    }
    let moment = try parameters.moment()
    let question = try typed.question()
    let format = try Format.wanted(by: request, parameters, of: QuestionRoutes.formats)
    let register = register
    let find: @Sendable () throws -> [LookupAnswer] = {
      try register.ask {
        try $0.lookup(
          what, about: question, crs: typed.epsg, isSpatial: typed.isSpatial, at: moment)
      }
    }
    guard !typed.isSpatial, moment.isNow, typed.crs == nil else {
      return try await answer(workbench.run(find), format, request)
    }
    guard format == .json, let points = prepared.present() else {
      return try await answer(find(), format, request)
    }
    let now = Int(Date().timeIntervalSince1970 * 1_000)
    if let text = points.answer(what, at: now) {
      return Answer.bytes(text, type: format.type)
    }
    let answers = try find()
    guard answers.count == 1 else { return Answer.line(answers) }
    let text = Array(try JSONText.line(answers[0]))
    if prepared.isPresent(points) { points.learn(what, text) }
    return Answer.bytes(text, type: format.type)
  }

  /// A shape that is sent: GeoJSON, or coordinate text of the ministry.
  private func lookupShape(_ request: Request) async throws -> Response {
    let parameters = try Parameters(of: request, LookupParameters.names)
    let typed = try LookupParameters(parameters).typed
    let moment = try parameters.moment()
    let format = try Format.wanted(by: request, parameters, of: QuestionRoutes.formats)
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
      places = try await register.first.places(
        inFile: file.path, label: "@\(name)", epsg: typed.epsg
      )
      .map { SentFile.renamed($0, file.path, to: name) }
    } catch PlaceFault.refused(let diagnostics) {
      throw PlaceFault.refused(diagnostics.map { SentFile.renamed($0, file.path, to: name) })
    }
    let register = register
    let answers = try await workbench.run {
      try register.ask { try $0.lookup(places, of: "@\(name)", about: question, at: moment) }
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
          try land.writePlaces(answers, asSequence: false) { bytes += $0 }
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

  private func history(_ request: Request, of parcel: String) throws -> Response {
    let parameters = try Parameters(of: request, Parameters.moment, formats: [.json])
    let moment = try parameters.moment()
    let name = parcel.removingPercentEncoding ?? parcel
    return Answer.line(try register.ask { try $0.history(of: name, at: moment) })
  }

  private func lines(_ request: Request) async throws -> Response {
    let parameters = try Parameters(of: request, ["file", "start", "end"], formats: [.json])
    guard let file = try parameters.value("file"), let start = try parameters.integer("start")
    else {
      throw Failure(
        "bad_parameter", Words("要给出 file 和 start", "file and start are needed"),
        kind: .wrongUse)
    }
    let end = try parameters.integer("end") ?? start
    guard start >= 1, end >= start, end - start < QuestionRoutes.mostLines else {
      throw Parameters.wrong(
        "end", "\(end)", ["\(start) … \(start + QuestionRoutes.mostLines - 1)"])
    }
    let excerpt = try await register.first.excerpt(
      of: file, lines: start...end, in: documents)
    guard let excerpt else {
      throw Failure("unknown_file", .notFound(file), kind: .notFound)
    }
    return Answer.json(excerpt)
  }
}
