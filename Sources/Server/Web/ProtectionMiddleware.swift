internal import Exchange
internal import HTTPTypes
internal import Hummingbird

/// What every answer says to browsers, and what no request may do.
///
/// A page of another origin must not read the register through the browser of somebody who may: no
/// answer allows other origins, and a request must name the service by a name that is its own, so
/// that no foreign name can be pointed at it (DNS rebinding). Nothing is written, so that nothing
/// can be forged; there are no cookies.
struct ProtectionMiddleware<Context: RequestContext>: RouterMiddleware {
  private let headers: HTTPFields
  private let hosts: Set<String>

  /// - Parameters:
  ///   - imageSources: origins of a base map's tiles.
  ///   - hosts: the names by which the service may be asked for; empty for any.
  init(imageSources: [String], hosts: Set<String>) {
    self.hosts = hosts
    let policy = [
      "default-src 'none'", "script-src 'self'", "style-src 'self'",
      "img-src \((["'self'", "data:", "blob:"] + imageSources).joined(separator: " "))",
      "connect-src 'self'", "font-src 'self'", "base-uri 'none'", "form-action 'self'",
      "frame-ancestors 'none'",
    ]
    var headers = HTTPFields()
    headers[.contentSecurityPolicy] = policy.joined(separator: "; ")
    headers[.xContentTypeOptions] = "nosniff"
    for (name, value) in [
      ("Referrer-Policy", "no-referrer"), ("X-Frame-Options", "DENY"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ] {
      if let field = HTTPField.Name(name) { headers[field] = value }
    }
    self.headers = headers
  }

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response: Response
    if isForeign(request) {
      response = Problem(
        .misdirectedRequest, "foreign_host",
        Words("本服务不用这个名字", "this service does not go by that name")
      ).response(.en)
    } else {
      response = try await next(request, context)
    }
    for field in headers where !response.headers.contains(field.name) {
      response.headers.append(field)
    }
    return response
  }

  private func isForeign(_ request: Request) -> Bool {
    guard !hosts.isEmpty, let authority = request.head.authority else { return false }
    return !hosts.contains(ProtectionMiddleware.host(of: authority))
  }

  /// The name in `name:port`, `[::1]:8731`.
  static func host(of authority: String) -> String {
    if authority.hasPrefix("[") {
      return String(authority.prefix { $0 != "]" }.dropFirst()).lowercased()
    }
    return String(authority.prefix { $0 != ":" }).lowercased()
  }
}
