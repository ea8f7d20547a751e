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

/// The address that a client knows the service by, for links that are whole.
struct BaseAddress: Sendable {
  /// `http://127.0.0.1:8731`, without a slash at the end.
  let text: String

  /// - Parameter fixed: the address that a server in front is known by.
  init(of request: Request, fixed: String?) {
    if let fixed {
      text = fixed.hasSuffix("/") ? String(fixed.dropLast()) : fixed
      return
    }
    text = "http://\(request.head.authority ?? "localhost")"
  }

  /// The address of a resource with its parameters.
  func of(_ path: String, _ parameters: [(name: String, value: String)] = []) -> String {
    let query = parameters.map { "\($0.name)=\(BaseAddress.encoded($0.value))" }
    return text + path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }

  /// A text as it stands in a query or a path, or with no `reserved` sign as in the extended value of a
  /// header (RFC 8187).
  static func encoded(_ text: String, reserved: String = ":,/") -> String {
    var out = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where reserved.utf8.contains(byte):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        out += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return out
  }
}

/// A link to another resource.
///
/// Source: RFC 8288; OGC 17-069r4, 7.4.
struct Link: Sendable {
  var address: String
  var relation: String
  var type: String?
  var title: String?

  /// A link; its address is whole.
  init(_ address: String, _ relation: String, _ type: String? = nil, _ title: String? = nil) {
    self.address = address
    self.relation = relation
    self.type = type
    self.title = title
  }

  var json: JSONValue {
    JSONValue.object([
      "href": .text(address), "rel": .text(relation), "type": .optional(type),
      "title": .optional(title),
    ]).compact
  }
}
