internal import Dialogue
internal import Exchange
internal import Hummingbird
internal import Terms

/// The formats a resource has, and which of them a client wants.
struct Format: Hashable, Sendable {
  /// Its name in the parameter `f`.
  let name: String
  /// Its media type.
  let type: String

  static let json = Format(name: "json", type: "application/json")
  static let html = Format(name: "html", type: "text/html")
  static let geoJSON = Format(name: "json", type: "application/geo+json")
  /// Features under the name that the command line has for them.
  static let features = Format(name: "geojson", type: "application/geo+json")
  static let csv = Format(name: "csv", type: "text/csv; charset=utf-8")
  static let text = Format(name: "text", type: "text/plain; charset=utf-8")
  /// A file as it was read, of its own media type.
  static let original = Format(name: "original", type: "application/octet-stream")
  /// Numbers for Prometheus.
  static let metrics = Format(name: "text", type: "text/plain; version=0.0.4")
  static let schema = Format(name: "json", type: "application/schema+json")
  static let tile = Format(name: "mvt", type: TileRoutes.type)
  static let openAPI = Format(name: "json", type: "application/vnd.oai.openapi+json;version=3.0")

  /// The media type without the rest that the header has.
  var media: String { type.split(separator: "; ").first.map(String.init) ?? type }

  /// The format that a client wants of those there are: by the parameter `f`, else by its header
  /// `Accept`, else the first.
  ///
  /// - Throws: ``Failure`` of a name that is none of them.
  static func wanted(
    by request: Request, _ parameters: Parameters, of formats: [Format]
  ) throws -> Format {
    if let name = try parameters.value("f") {
      guard let format = formats.first(where: { $0.name == name }) else {
        throw Failure.badParameter("f", name, formats.map(\.name))
      }
      return format
    }
    guard let accepted = request.headers[.accept] else { return formats[0] }
    var best: (format: Format, quality: Double)?
    for part in accepted.split(separator: ",") {
      let fields = part.split(separator: ";").map { $0.trimmed }
      guard let range = fields.first else { continue }
      let quality =
        fields.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
      let found = formats.first { format in
        let type = format.type.split(separator: ";")[0]
        return range == "*/*" || range == type
          || (range.hasSuffix("/*") && type.hasPrefix(range.dropLast(1)))
          || (range == "application/json" && type.hasSuffix("json"))
      }
      if let found, quality > (best?.quality ?? 0) { best = (found, quality) }
    }
    return best?.format ?? formats[0]
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension Language {
  /// The language a client wants: by the parameter `lang`, else by its header `Accept-Language`.
  ///
  /// - Parameter usual: that of a client that says nothing.
  init(of request: Request, usual: Language) {
    if let query = request.uri.query {
      for language in Language.allCases
      where query.split(separator: "&").contains("lang=\(language.rawValue)") {
        self = language
        return
      }
    }
    let first = request.headers[.acceptLanguage]?.prefix(2).lowercased()
    self = first.flatMap(Language.init(rawValue:)) ?? usual
  }
}
