internal import Characters
internal import Exchange
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Planning
internal import Terms

/// The files of the map page: our own, which the program carries or reads from a folder, and
/// Leaflet's, which the system has.
struct PageFiles: Sendable {
  /// A folder in place of the files that the program carries.
  let folder: String?
  /// The folder of Leaflet.
  let leaflet: String

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "png": "image/png", "svg": "image/svg+xml",
  ]

  /// A file of the page.
  func page(_ name: String, _ request: Request) throws -> Response {
    if let folder, let bytes = PageFiles.bytes(name, in: folder) {
      return PageFiles.answer(bytes, name, request)
    }
    guard let text = Resource.text("Web/\(name)") else { throw HTTPError(.notFound) }
    return PageFiles.answer(Array(text.utf8), name, request)
  }

  /// A file of Leaflet.
  ///
  /// - Throws: ``Problem`` that names the package where it is not installed.
  func leaflet(_ name: String, _ request: Request) throws -> Response {
    guard let bytes = PageFiles.bytes(name, in: leaflet) else {
      guard FileManager.default.fileExists(atPath: leaflet) else {
        throw Problem(
          .serviceUnavailable, "no_leaflet",
          Words(
            "\(leaflet) 中没有 Leaflet；请安装 libjs-leaflet",
            "there is no Leaflet in \(leaflet); install libjs-leaflet"))
      }
      throw HTTPError(.notFound)
    }
    return PageFiles.answer(bytes, name, request)
  }

  /// The bytes of a file in a folder; `nil` of any name that leads elsewhere.
  private static func bytes(_ name: String, in folder: String) -> [UInt8]? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard
      parts.allSatisfy({ part in
        !part.isEmpty && !part.hasPrefix(".")
          && part.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
              || (0x61...0x7A).contains(byte) || [0x2D, 0x2E, 0x5F].contains(byte)
          }
      }), let data = FileManager.default.contents(atPath: "\(folder)/\(name)")
    else { return nil }
    return Array(data)
  }

  private static func answer(
    _ bytes: [UInt8], _ name: String, _ request: Request
  ) -> Response {
    let ending = name.split(separator: ".").last.map(String.init) ?? ""
    let tag = "\"\(ContentDigest.hexadecimal(of: bytes).prefix(16))\""
    return Answer.unlessKnown(request, tag) {
      Answer.bytes(bytes, type: types[ending] ?? "application/octet-stream")
    }
  }
}
