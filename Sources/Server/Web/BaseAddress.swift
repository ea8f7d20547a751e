internal import Hummingbird

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

  /// A text as it stands in a query or a path.
  static func encoded(_ text: String) -> String {
    var out = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: ","),
        UInt8(ascii: "/"):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        out += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return out
  }
}
