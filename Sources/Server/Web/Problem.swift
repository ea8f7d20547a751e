internal import Dialogue
internal import Exchange
internal import Hummingbird
internal import Logging
internal import Planning
internal import Registry
internal import Terms

/// Why a request is not answered, as the client is told it: `application/problem+json`.
///
/// Source: RFC 9457.
struct Problem: Error {
  /// The status of HTTP.
  let status: HTTPResponse.Status
  /// A key for programs.
  let code: String
  /// What happened and what to do.
  private(set) var words: Words
  /// What was noticed about a file that was sent.
  var diagnostics: [Diagnostic] = []

  init(_ status: HTTPResponse.Status, _ code: String, _ words: Words) {
    self.status = status
    self.code = code
    self.words = words
  }

  /// The problem of an error; `nil` of one that nobody foresaw.
  init?(_ error: any Error, of what: String) {
    switch error {
    case let problem as Problem: self = problem
    case ShapeExportFault.condition(let error):
      self.init(Failure.filter(error, condition: "filter", order: "sortby").message)
    case let fault as PlaceFault:
      self.init(Failure.place(fault, of: what).message)
      guard case .refused(let told) = fault else { break }
      diagnostics = told
      guard let first = told.first(where: { $0.severity == .error }) ?? told.first else { break }
      words = Words(
        "“\(what)”：\(DiagnosticWording(.zh).sentence(for: first))",
        "“\(what)”: \(DiagnosticWording(.en).sentence(for: first))")
    case let error as HTTPError: self.init(error)
    case let error as any HTTPResponseError: self.init(HTTPError(error.status))
    default:
      guard let failure = Failure(error) else { return nil }
      self.init(failure.message)
    }
  }

  private init(_ message: Failure.Message) {
    let status: HTTPResponse.Status =
      switch message.kind {
      case .notFound: .notFound
      case .wrongUse, .impossible: .badRequest
      case .refused: .unprocessableContent
      case .busy: .serviceUnavailable
      }
    self.init(status, message.code, Words(message.sentence(.zh), message.sentence(.en)))
  }

  private init(_ error: HTTPError) {
    let words =
      switch error.status {
      case .notFound: Words("没有这个地址", "there is nothing at this address")
      case .contentTooLarge: Words("内容太大", "the content is too large")
      default:
        Words(error.body ?? error.status.reasonPhrase, error.body ?? error.status.reasonPhrase)
      }
    self.init(error.status, "http", words)
  }

  /// Anything that nobody foresaw.
  static let unforeseen = Problem(
    .internalServerError, "failed", Words("内部错误，已记入日志", "an error of ours; it is in the log"))

  /// The answer to the client.
  func response(_ language: Language) -> Response {
    struct Record: Encodable {
      let type = "about:blank"
      let title: String
      let status: Int
      let code: String
      let detail: String
      let diagnostics: [String]?
    }
    let rendering = DiagnosticRendering(language, width: 100)
    let record = Record(
      title: status.reasonPhrase, status: status.code, code: code, detail: words[language],
      diagnostics: diagnostics.isEmpty ? nil : diagnostics.map { rendering.text(of: $0) })
    var response = Answer.json(record, type: "application/problem+json")
    response.status = status
    response.headers[.cacheControl] = "no-store"
    if status == .serviceUnavailable { response.headers[.retryAfter] = "5" }
    return response
  }
}

/// Turns errors into answers, in the language of the client, and writes to the log what nobody
/// foresaw.
struct ProblemMiddleware<Context: RequestContext>: RouterMiddleware {
  let language: Language

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      let problem: Problem
      if let known = Problem(
        error, of: request.uri.queryParameters["q"].map(String.init) ?? request.uri.path)
      {
        problem = known
      } else {
        context.logger.error("unforeseen", metadata: ["error": "\(error)"])
        problem = .unforeseen
      }
      return problem.response(Language(of: request, usual: language))
    }
  }
}
