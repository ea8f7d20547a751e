internal import Dialogue
internal import Exchange
internal import Planning
internal import Registry
internal import SimpleFeatures
internal import Terms

/// The layers of the map in memory: those of now, and of one other moment that is looked at.
///
/// Where the register has changed, layers of its earlier state are let go before new ones are made,
/// so that no two states of a large layer are kept.
final class MapLayers: Sendable {
  private struct Key: Hashable, Sendable {
    let state: LandState.Key
    let layer: String
  }

  private let state: LandState
  private let workbench: Workbench
  private let kept = Locked<[Key: MapLayer]>([:])
  private let making = SingleFlight<Key, MapLayer?>()

  init(state: LandState, workbench: Workbench) {
    self.state = state
    self.workbench = workbench
  }

  /// A layer as of a moment, and the state of the register it is of.
  ///
  /// - Throws: ``Failure`` where there is none.
  func layer(_ id: String, at moment: Moment) async throws -> (LandState.Key, MapLayer) {
    let own = LandState.Key(revision: try state.revision(), moment: moment)
    let key = Key(state: own, layer: id)
    if let found = kept.withLock({ $0[key] }) { return (own, found) }
    let made = try await making.run(key) { [self] in
      kept.withLock { kept in
        kept = kept.filter { old, _ in
          old.state.revision == own.revision
            && (old.state.moment.isNow || old.state.moment == moment || moment.isNow)
        }
      }
      let layer: MapLayer?
      if id == "findings" {
        let report = try await state.report(at: moment)
        layer = try await workbench.run { [state] in
          try state.register.ask { try $0.mapLayer(of: report) }
        }
      } else {
        layer = try await workbench.run { [state] in
          try state.register.ask { try $0.mapLayer(id, at: moment) }
        }
      }
      if let layer { kept.withLock { $0[key] = layer } }
      return layer
    }
    guard let made else {
      throw Failure(
        "no_such_layer", Words("没有可绘的图层“\(id)”", "there is no layer “\(id)” to draw"),
        kind: .notFound)
    }
    return (own, made)
  }
}
