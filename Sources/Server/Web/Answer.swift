internal import Characters
internal import Exchange
internal import Foundation
internal import Hummingbird

/// Makes answers of bytes, JSON and HTML.
enum Answer {
  static func bytes(
    _ bytes: some Collection<UInt8>, type: String, headers: HTTPFields = [:]
  ) -> Response {
    var headers = headers
    headers[.contentType] = type
    return Response(
      status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// A value as indented JSON, as the command line writes it.
  static func json(_ value: some Encodable, type: String = "application/json") -> Response {
    do {
      return bytes(try JSONText.pretty(value) + Data("\n".utf8), type: type)
    } catch {
      return Response(status: .internalServerError)
    }
  }

  /// A value as JSON on one line: the same as the command line writes, without its spaces.
  static func line(_ value: some Encodable, type: String = "application/json") -> Response {
    do {
      return bytes(try JSONText.line(value), type: type)
    } catch {
      return Response(status: .internalServerError)
    }
  }

  /// A page that stands alone, with its styles and drawings in itself.
  static func report(_ bytes: [UInt8]) -> Response {
    var response = self.bytes(bytes, type: "text/html; charset=utf-8")
    response.headers[.contentSecurityPolicy] =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
      + "form-action 'none'; frame-ancestors 'none'"
    return response
  }

  /// An answer that a client keeps and asks for again with its tag: where the tag still holds, only
  /// that is said.
  ///
  /// - Parameter tag: an entity tag with its quotes.
  static func unlessKnown(
    _ request: Request, _ tag: String, _ answer: () throws -> Response
  ) rethrows -> Response {
    var response: Response
    let known = request.headers[.ifNoneMatch]?.split(separator: ",").map { part in
      part.filter { $0 != " " }.replacing("W/", with: "")
    }
    if known?.contains(where: { $0 == tag || $0 == "*" }) == true {
      response = Response(status: .notModified)
    } else {
      response = try answer()
    }
    response.headers[.eTag] = tag
    response.headers[.cacheControl] = "no-cache"
    return response
  }
}
