internal import Registry
internal import SimpleFeatures
internal import Tiling

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
