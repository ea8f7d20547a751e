internal import Dispatch
internal import Logging
internal import Planning
internal import Registry
internal import SimpleFeatures

/// What answers questions about points quickly, made anew in the background whenever the register has
/// changed; until it is there such questions go the long way.
final class PreparedPoints: Sendable {
  private struct Made: Sendable {
    var revision = ""
    var answers: PointAnswers?
    var isUnderWay = false
  }

  private let state: LandState
  private let layers: MapLayers
  private let logger: Logger
  private let made = Locked(Made())

  init(state: LandState, layers: MapLayers, logger: Logger) {
    self.state = state
    self.layers = layers
    self.logger = logger
  }

  /// What answers for the present state; `nil` while it is being made.
  func present() -> PointAnswers? {
    guard let revision = try? state.revision() else { return nil }
    let found = made.withLock { made in made.revision == revision ? made.answers : nil }
    if found == nil { begin() }
    return found
  }

  /// How many bytes of texts are kept.
  var size: Int { made.withLock { $0.answers }?.size ?? 0 }

  /// Begins to make it, where that is not under way.
  func begin() {
    let isFirst = made.withLock { made in
      defer { made.isUnderWay = true }
      return !made.isUnderWay
    }
    guard isFirst else { return }
    Task { [self] in
      defer { made.withLock { $0.isUnderWay = false } }
      do {
        try await make()
      } catch {
        logger.warning("points not prepared", metadata: ["error": "\(error)"])
      }
    }
  }

  private func make() async throws {
    let revision = try state.revision()
    guard made.withLock({ $0.revision != revision }) else { return }
    // The texts of the earlier state are let go before those of the new one are written.
    made.withLock { $0.answers = nil }
    let collections = try state.collections(at: .now)
    var parcels: MapLayer?
    var others: [MapLayer] = []
    for collection in collections where collection.epsg != nil {
      switch collection.subject {
      case .parcels: parcels = try await layers.layer(collection.id, at: .now).1
      case .layer: others.append(try await layers.layer(collection.id, at: .now).1)
      case .sites, .findings: continue
      }
    }
    let (own, rest) = (parcels, others)
    let answers = try state.register.ask {
      try PointAnswers(of: $0, parcels: own, layers: rest)
    }
    guard try state.revision() == revision else { return }
    made.withLock { made in
      made.revision = revision
      made.answers = answers
    }
    guard let answers else { return }
    let start = ContinuousClock.now
    await withCheckedContinuation { continuation in
      DispatchQueue.global(qos: .utility).async { [self] in
        try? state.register.ask { register in
          try answers.prepare(register) { (try? state.revision()) == revision }
        }
        continuation.resume()
      }
    }
    logger.info(
      "points prepared",
      metadata: [
        "parcels": "\(parcels?.count ?? 0)", "bytes": "\(answers.size)",
        "after": "\(ContinuousClock.now - start)",
      ])
  }
}
