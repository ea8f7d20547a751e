internal import Exchange
internal import Hummingbird
internal import Logging
internal import Terms

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
