import Dialogue
import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport

@testable import Server

/// The service of the sample county, asked without a socket.
enum ServiceFixture {
  /// Puts questions to a service.
  static func ask<Result: Sendable>(
    _ change: (inout ServiceSettings) -> Void = { _ in },
    _ questions: @Sendable @escaping (any TestClientProtocol) async throws -> Result
  ) async throws -> Result {
    var settings = ServiceSettings(store: try CountySession.shared.get().path)
    settings.logLevel = "error"
    settings.language = .en
    settings.documents = Repository.root.path
    change(&settings)
    return try await LandService(settings).application().test(.router, questions)
  }

  /// The answer to a request: its status and body as text.
  static func text(
    _ address: String, _ client: any TestClientProtocol, method: HTTPRequest.Method = .get
  ) async throws -> (status: Int, body: String) {
    try await client.execute(uri: address, method: method) { response in
      (response.status.code, String(buffer: response.body))
    }
  }

  /// The answer as JSON.
  static func json(
    _ address: String, _ client: any TestClientProtocol
  ) async throws -> [String: any Sendable] {
    let (_, body) = try await text(address, client)
    return try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: any Sendable] ?? [:]
  }
}
