internal import Exchange
public import Terms

/// What the service is started with: one JSON object, written by `yulin serve`.
///
/// `yulin serve` starts the service's own program and hands over the settings as its one argument, so
/// that the command line is parsed in one place and the two programs need no library in common for
/// it.
public struct ServiceSettings: Hashable, Sendable {
  /// A map of another service that lies below the register's own, as 天地图.
  public struct BaseMap: Hashable, Sendable, Codable {
    /// Its name.
    public var name: String
    /// The addresses of its tiles, the lowest first: `{z}`, `{x}`, `{y}`, and `{s}` for one of the
    /// subdomains.
    public var layers: [String]
    /// One character for each subdomain.
    public var subdomains: String?
    /// What its owner asks to be shown.
    public var attribution: String?
    /// The greatest zoom that has tiles.
    public var maximumZoom: Int?

    /// 天地图 in Web Mercator: its map, and over it the names in Chinese.
    ///
    /// Source: the interface of the National Platform for Common GeoSpatial Information Services.
    ///
    /// - Parameter key: a key that it has given out.
    public static func tianditu(key: String) -> BaseMap {
      func address(_ layer: String) -> String {
        "https://t{s}.tianditu.gov.cn/DataServer?T=\(layer)&x={x}&y={y}&l={z}&tk=\(key)"
      }
      return BaseMap(
        name: "天地图", layers: [address("vec_w"), address("cva_w")], subdomains: "01234567",
        attribution: "天地图", maximumZoom: 18)
    }

    enum CodingKeys: String, CodingKey {
      case name, layers, subdomains, attribution
      case maximumZoom = "max_zoom"
    }
  }

  /// The register's file.
  public var store: String
  /// The address that is listened on.
  public var host = "127.0.0.1"
  /// The port; 0 for any that is free.
  public var port = 8731
  /// The language of a client that asks for none.
  public var language: Language?
  /// A folder that the page is read from, in place of the one that the program carries.
  public var page: String?
  /// The folder of Leaflet.
  public var leaflet = "/usr/share/javascript/leaflet"
  /// The map below.
  public var baseMap: BaseMap?
  /// Names by which the service is asked for beside the address it listens on.
  public var hosts: [String] = []
  /// The address that the service is known by where another server stands in front of it.
  public var address: String?
  /// How much is logged: `debug`, `info`, `notice`, `warning`, `error`.
  public var logLevel = "info"
  /// The folder that files named in the register lie in; `nil` for the folder it is started in.
  public var documents: String?

  /// The service of a register.
  public init(store: String) { self.store = store }
}

extension ServiceSettings: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case store, host, port, language, page, leaflet, hosts, address, documents
    case baseMap = "base_map"
    case logLevel = "log_level"
  }

  /// Reads the settings; what is absent has its usual value.
  ///
  /// - Throws: `DecodingError` of a key that is not known, or a value of another type.
  public init(from decoder: any Decoder) throws {
    let all = try decoder.container(keyedBy: AnyKey.self)
    let known = CodingKeys.allCases.map(\.rawValue)
    for key in all.allKeys where !known.contains(key.stringValue) {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: all,
        debugDescription:
          "“\(key.stringValue)” is not known here; known are: \(known.joined(separator: ", "))")
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    store = try container.decodeIfPresent(String.self, forKey: .store) ?? ""
    host = try container.decodeIfPresent(String.self, forKey: .host) ?? host
    port = try container.decodeIfPresent(Int.self, forKey: .port) ?? port
    language = try container.decodeIfPresent(String.self, forKey: .language)
      .flatMap(Language.init(rawValue:))
    page = try container.decodeIfPresent(String.self, forKey: .page)
    leaflet = try container.decodeIfPresent(String.self, forKey: .leaflet) ?? leaflet
    baseMap = try container.decodeIfPresent(BaseMap.self, forKey: .baseMap)
    hosts = try container.decodeIfPresent([String].self, forKey: .hosts) ?? []
    address = try container.decodeIfPresent(String.self, forKey: .address)
    logLevel = try container.decodeIfPresent(String.self, forKey: .logLevel) ?? logLevel
    documents = try container.decodeIfPresent(String.self, forKey: .documents)
  }

  /// Writes the settings.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(store, forKey: .store)
    try container.encode(host, forKey: .host)
    try container.encode(port, forKey: .port)
    try container.encodeIfPresent(language?.rawValue, forKey: .language)
    try container.encodeIfPresent(page, forKey: .page)
    try container.encode(leaflet, forKey: .leaflet)
    try container.encodeIfPresent(baseMap, forKey: .baseMap)
    try container.encode(hosts, forKey: .hosts)
    try container.encodeIfPresent(address, forKey: .address)
    try container.encode(logLevel, forKey: .logLevel)
    try container.encodeIfPresent(documents, forKey: .documents)
  }

  private struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
