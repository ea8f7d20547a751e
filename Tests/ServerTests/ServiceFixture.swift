import Terms
import Dialogue
import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOEmbedded
import Synchronization
import TestSupport

@testable import Server

/// The service of the sample county, asked without a socket.
enum ServiceFixture {
  /// Puts questions to a service.
  static func ask<Result: Sendable>(
    _ change: (inout ServiceSettings) -> Void = { _ in },
    _ questions: @Sendable @escaping (ServiceClient) async throws -> Result
  ) async throws -> Result {
    var settings = ServiceSettings(store: try CountySession.shared.get().path)
    settings.logLevel = "error"
    settings.language = .en
    settings.documents = Repository.root.path
    change(&settings)
    return try await questions(ServiceClient(LandService(settings).application()))
  }

  /// The answer to a request: its status and body as text.
  static func text(
    _ address: String, _ client: ServiceClient, method: HTTPRequest.Method = .get
  ) async throws -> (status: Int, body: String) {
    try await client.execute(uri: address, method: method) { response in
      (response.status.code, String(buffer: response.body))
    }
  }

  /// The answer as JSON.
  static func json(
    _ address: String, _ client: ServiceClient
  ) async throws -> [String: any Sendable] {
    let (_, body) = try await text(address, client)
    return try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: any Sendable] ?? [:]
  }
}

/// Puts requests to a service's router, without a socket. Hummingbird's own client for tests brings an
/// HTTP client with a TLS library, whose building takes longer than that of the whole service.
struct ServiceClient: Sendable {
  /// What came back.
  struct Answer: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let body: ByteBuffer
  }

  private let respond: @Sendable (Request) async throws -> Response

  /// A client of an application.
  init<App: ApplicationProtocol>(_ application: App) async throws
  where App.Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    let responder = try await application.responder
    let logger = application.logger
    respond = { request in
      let source = ApplicationRequestContextSource(
        channel: NIOAsyncTestingChannel(), logger: logger)
      return try await responder.respond(to: request, context: .init(source: source))
    }
  }

  /// Puts a request and hands the answer over.
  func execute<Result: Sendable>(
    uri: String, method: HTTPRequest.Method, headers: HTTPFields = [:],
    _ read: (Answer) async throws -> Result
  ) async throws -> Result {
    let head = HTTPRequest(
      method: method, scheme: "http", authority: "localhost", path: uri, headerFields: headers)
    let response = try await respond(Request(head: head, body: RequestBody(buffer: ByteBuffer())))
    let collector = Collector()
    try await response.body.write(collector)
    let body = collector.body.withLock { $0 }
    return try await read(Answer(status: response.status, headers: response.headers, body: body))
  }
}

/// Collects the body of a response.
private final class Collector: ResponseBodyWriter, Sendable {
  let body = Mutex(ByteBuffer())

  func write(_ buffer: ByteBuffer) async throws {
    body.withLock { _ = $0.writeImmutableBuffer(buffer) }
  }

  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
