internal import Exchange
internal import HTTPTypes
internal import Hummingbird
internal import Terms

/// What every answer says to browsers, and what no request may do.
///
/// A page of another origin must not read the register through the browser of somebody who may: no
/// answer allows other origins, and a request must name the service by a name that is its own, so
/// that no foreign name can be pointed at it (DNS rebinding). Nothing is written, so that nothing
/// can be forged; there are no cookies.
struct ProtectionMiddleware<Context: RequestContext>: RouterMiddleware {
  private let headers: HTTPFields
  private let hosts: Set<String>
  private let sendable: Set<String>

  /// - Parameters:
  ///   - imageSources: origins of a base map's tiles.
  ///   - hosts: the names by which the service may be asked for; empty for any.
  ///   - sendable: the addresses that something may be sent to, to ask about it.
  init(imageSources: [String], hosts: Set<String>, sendable: Set<String>) {
    self.hosts = hosts
    self.sendable = sendable
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
    if !ProtectionMiddleware.isWellFormed(request.head.authority)
      || request.head.path?.hasPrefix("/") != true || hasAnotherHost(request)
    {
      response = Problem(
        .badRequest, "bad_host", Words("请求没有有效的 Host", "the request has no valid Host")
      ).response(.en)
    } else if isForeign(request) {
      response = Problem(
        .misdirectedRequest, "foreign_host",
        Words("本服务不用这个名字", "this service does not go by that name")
      ).response(.en)
    } else if let methods = refusedMethod(request) {
      response = Problem(
        .methodNotAllowed, "method_not_allowed",
        Words("本服务只读：\(methods)", "this service is read-only: \(methods)")
      ).response(.en)
      response.headers[.allow] = methods
    } else {
      response = try await next(request, context)
    }
    for field in headers where !response.headers.contains(field.name) {
      response.headers.append(field)
    }
    return response
  }

  /// The methods there are, where the request has another.
  private func refusedMethod(_ request: Request) -> String? {
    let isQuestion = sendable.contains(request.uri.path)
    switch request.method {
    case .get, .head: return nil
    case .post where isQuestion: return nil
    default: return isQuestion ? "GET, HEAD, POST" : "GET, HEAD"
    }
  }

  private func isForeign(_ request: Request) -> Bool {
    guard !hosts.isEmpty, let authority = request.head.authority else { return false }
    let named = request.uri.host.map { $0.lowercased() }
    return !hosts.contains(ProtectionMiddleware.host(of: authority))
      || named.map { !hosts.contains($0) } ?? false
  }

  /// Whether the header stands twice: the first has become the authority.
  private func hasAnotherHost(_ request: Request) -> Bool {
    HTTPField.Name("host").map { request.headers.contains($0) } ?? false
  }

  /// Whether it is a name or an address with or without a port; links are made of it.
  static func isWellFormed(_ authority: String?) -> Bool {
    guard let authority, !authority.isEmpty else { return false }
    var rest = Substring(authority).utf8
    if rest.first == UInt8(ascii: "[") {
      guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return false }
      let address = rest[..<end].dropFirst()
      let isAddress = address.allSatisfy { byte in
        isDigit(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
          || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
      }
      guard isAddress, !address.isEmpty else { return false }
      rest = rest[rest.index(after: end)...]
    } else {
      let name = rest.prefix { byte in
        isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      }
      guard !name.isEmpty else { return false }
      rest = rest.dropFirst(name.count)
    }
    guard let colon = rest.first else { return true }
    let port = rest.dropFirst()
    return colon == UInt8(ascii: ":") && (1...5).contains(port.count) && port.allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The name in `name:port`, `[::1]:8731`.
  static func host(of authority: String) -> String {
    if authority.hasPrefix("[") {
      return String(authority.prefix { $0 != "]" }.dropFirst()).lowercased()
    }
    return String(authority.prefix { $0 != ":" }).lowercased()
  }
}
