public import Dialogue
internal import Exchange
internal import Foundation
internal import Hummingbird
internal import Logging
internal import Terms

/// The register over HTTP: a map page, questions, OGC API – Features and Tiles. Read-only.
public struct LandService: Sendable {
  let settings: ServiceSettings
  let language: Language
  let logger: Logger
  let register: RegisterPool
  let workbench = Workbench()
  let metrics = RequestMetrics()
  let state: LandState
  let layers: MapLayers
  let prepared: PreparedPoints
  let tiles = TileStore()

  /// Opens the register.
  ///
  /// - Throws: ``RegisterError`` where there is none that can be read.
  public init(_ settings: ServiceSettings) throws {
    self.settings = settings
    language =
      settings.language ?? Language(environment: ProcessInfo.processInfo.environment)
    var logger = Logger(label: "yulin", factory: { StreamLogHandler.standardError(label: $0) })
    logger.logLevel = Logger.Level(rawValue: settings.logLevel) ?? .info
    self.logger = logger
    register = try RegisterPool(path: settings.store)
    state = LandState(register: register, workbench: workbench)
    layers = MapLayers(state: state, workbench: workbench)
    prepared = PreparedPoints(state: state, layers: layers, logger: logger)
  }

  /// Serves until the process is told to stop (SIGTERM, SIGINT); requests that are under way are
  /// answered first.
  public func run() async throws {
    try await application().runService()
  }

  /// The application, which a test can put requests to without a socket.
  func application() -> some ApplicationProtocol {
    Application(
      router: router(),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port), serverName: Version.program),
      onServerRunning: { [self] channel in
        prepared.begin()
        sayAddress(port: channel.localAddress?.port ?? settings.port)
      },
      logger: logger)
  }

  /// Tells the log and the one who has started it where the service is, and who can reach it.
  private func sayAddress(port: Int) {
    let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
    let address = "http://\(host):\(port)/"
    logger.info("listening", metadata: ["address": "\(address)", "store": "\(settings.store)"])
    let reach =
      isOfThisComputer
      ? Words("只有本机能访问", "only this computer can reach it")
      : Words("网络上的其他计算机也能访问，没有密码", "other computers can reach it too, without a password")
    let stop = Words("Ctrl-C 停止", "Ctrl-C stops it")
    let line = "\(address)  \(reach[language]); \(stop[language])\n"
    try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
  }

  private var isOfThisComputer: Bool { LandService.ownNames.contains(settings.host) }

  private static let ownNames: Set<String> = ["127.0.0.1", "localhost", "::1"]

  private func router() -> Router<ServiceContext> {
    let router = Router(context: ServiceContext.self, options: .autoGenerateHeadEndpoints)
    let map = MapRoutes(
      state: state, files: PageFiles(folder: settings.page, leaflet: settings.leaflet),
      language: language, address: settings.address, baseMap: settings.baseMap)
    let questions = map.questions(beside: questions)
    router.add(middleware: RequestMetricsMiddleware(metrics: metrics))
    router.add(
      middleware: ProtectionMiddleware(
        imageSources: imageSources, hosts: hosts,
        sendable: Set(questions.filter { $0.method == .post }.map(\.path))))
    router.add(middleware: ProblemMiddleware(language: language))
    for question in questions { router.add(question) }
    map.addFiles(to: router)
    return router
  }

  /// What is asked beside the map.
  private var questions: [Question] {
    FeatureRoutes(
      state: state, workbench: workbench, language: language, address: settings.address
    ).questions
      + TileRoutes(
        state: state, layers: layers, workbench: workbench, store: tiles, language: language,
        address: settings.address
      ).questions
      + QuestionRoutes(
        register: register, prepared: prepared, workbench: workbench, language: language
      ).questions
      + DocumentRoutes(
        register: register, workbench: workbench, documents: settings.documents
      ).questions
      + [CheckRoutes(state: state, workbench: workbench, language: language).question]
      + [
        Question(
          id: "health", path: "/health", kind: .service,
          summary: Words("登记库能否读取", "Whether the register can be read")
        ) { [state] _ in Answer.json(["status": "ok", "revision": try state.revision()]) },
        Question(
          id: "metrics", path: "/metrics", kind: .service,
          summary: Words(
            "请求数与用时，供 Prometheus", "Numbers of requests and times, for Prometheus"),
          formats: [.metrics]
        ) { [metrics, tiles, prepared] asked in
          let text = metrics.text([
            ("yulin_tile_bytes_kept", "Bytes of tiles that are kept.", tiles.size),
            ("yulin_text_bytes_kept", "Bytes of texts about points that are kept.", prepared.size),
          ])
          return Answer.bytes(text.utf8, type: asked.format.type)
        },
      ]
  }

  /// The origins of the base map's tiles.
  private var imageSources: [String] {
    let marks = settings.baseMap?.subdomains.map { $0.map(String.init) } ?? [""]
    var sources: [String] = []
    for layer in settings.baseMap?.layers ?? [] {
      for mark in marks {
        let address = layer.replacing("{s}", with: mark)
        guard let url = URL(string: address.replacing("{", with: "").replacing("}", with: "")),
          let scheme = url.scheme, let host = url.host()
        else { continue }
        let source = "\(scheme)://\(host)" + (url.port.map { ":\($0)" } ?? "")
        if !sources.contains(source) { sources.append(source) }
      }
    }
    return sources
  }

  /// The names by which the service may be asked for: where only this computer can reach it, this
  /// computer's; else any.
  private var hosts: Set<String> {
    isOfThisComputer
      ? LandService.ownNames.union(settings.hosts.map { $0.lowercased() }) : []
  }
}

/// What goes with a request.
typealias ServiceContext = BasicRequestContext
