internal import Dialogue
internal import Exchange
internal import Planning
internal import Registry
internal import SimpleFeatures
internal import Tiling
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
          try state.register.ask { try $0.map.layer(of: report) }
        }
      } else {
        layer = try await workbench.run { [state] in
          try state.register.ask { try $0.map.layer(id, at: moment) }
        }
      }
      if let layer { kept.withLock { $0[key] = layer } }
      return layer
    }
    guard let made else {
      throw Failure.nothingToDraw(id)
    }
    return (own, made)
  }
}

/// The tiles that were made last, in at most so many bytes.
final class TileStore: Sendable {
  /// What tells a tile.
  struct Key: Hashable, Sendable {
    let state: LandState.Key
    let layer: String
    let address: TileAddress
  }

  private struct Contents: Sendable {
    var tiles: [Key: (tile: MapTile, tag: String, use: Int)] = [:]
    var size = 0
    var uses = 0
  }

  private let room: Int
  private let contents = Locked(Contents())

  /// - Parameter room: so many bytes.
  init(room: Int = 24 << 20) { self.room = room }

  func tile(_ key: Key) -> (tile: MapTile, tag: String)? {
    contents.withLock { contents in
      guard var found = contents.tiles[key] else { return nil }
      contents.uses += 1
      found.use = contents.uses
      contents.tiles[key] = found
      return (found.tile, found.tag)
    }
  }

  /// Keeps a tile; those that were asked for longest ago make room.
  func keep(_ key: Key, _ tile: MapTile, tag: String) {
    contents.withLock { contents in
      contents.uses += 1
      if let old = contents.tiles[key] { contents.size -= old.tile.bytes.count }
      contents.tiles[key] = (tile, tag, contents.uses)
      contents.size += tile.bytes.count
      guard contents.size > room else { return }
      for old in contents.tiles.sorted(by: { $0.value.use < $1.value.use }) {
        guard contents.size > room / 2 else { break }
        contents.tiles[old.key] = nil
        contents.size -= old.value.tile.bytes.count
      }
    }
  }

  /// How many bytes are kept.
  var size: Int { contents.withLock { $0.size } }
}
