@testable import Tiling

/// A vector tile as values, as it stands in the bytes.
///
/// Source: Mapbox Vector Tile Specification 2.1 and its `vector_tile.proto`.
struct VectorTile: Hashable, Sendable {
  /// The layers in the order of the bytes.
  var layers: [Layer] = []

  /// Features under one name.
  struct Layer: Hashable, Sendable {
    /// Its name.
    var name: String
    /// The version of the specification it follows, 1 or 2.
    var version: UInt32 = 2
    /// Units along a side of the tile.
    var extent: UInt32 = 4096
    /// The features in the order of the bytes.
    var features: [Feature] = []

  }

  /// A shape with attributes.
  struct Feature: Hashable, Sendable {
    /// Its number, where it has one.
    var identifier: UInt64?
    /// The attributes in the order of the bytes.
    var properties: [Property]
    /// Its shape.
    var geometry: VectorTileGeometry

    /// A feature.
    init(
      identifier: UInt64? = nil, properties: [Property] = [], geometry: VectorTileGeometry
    ) {
      self.identifier = identifier
      self.properties = properties
      self.geometry = geometry
    }
  }

  /// A name and a value.
  struct Property: Hashable, Sendable {
    /// The name.
    var name: String
    /// The value.
    var value: VectorTileValue

    /// An attribute.
    init(_ name: String, _ value: VectorTileValue) {
      self.name = name
      self.value = value
    }
  }
}

/// A shape of a vector tile in whole units, y to the south.
///
/// Flat: x and y of each vertex in turn, and the vertex at which each point, line or ring begins.
/// Rings are open here as in the bytes: the first vertex does not stand once more at the end.
struct VectorTileGeometry: Hashable, Sendable {
  typealias Kind = VectorTileKind

  /// What it is.
  var kind: Kind
  /// x0, y0, x1, y1 … Beyond 32 bits where a tile's steps add up to so much.
  var xy: [Int]
  /// The vertex at which each ring begins, and last the number of vertices.
  var ringOffsets: [Int]
  /// The integers of a shape of unknown kind, which are not understood; empty of all others.
  var commands: [UInt32]

  /// A shape from its rings; the offsets begin with 0 and end with the number of vertices.
  init(_ kind: Kind, xy: [Int], ringOffsets: [Int]) {
    self.kind = kind
    self.xy = xy
    self.ringOffsets = ringOffsets
    commands = []
  }

  /// A shape of unknown kind.
  init(unknown commands: [UInt32]) {
    self.init(.unknown, xy: [], ringOffsets: [0])
    self.commands = commands
  }

  /// The number of points, lines or rings.
  var ringCount: Int { max(ringOffsets.count - 1, 0) }

  /// Twice the area of a ring by the surveyor's formula, y to the south: positive of a shell,
  /// negative of a hole. Rounded where it is very large.
  func doubledArea(ofRing ring: Int) -> Double {
    let (first, end) = (ringOffsets[ring], ringOffsets[ring + 1])
    guard first < end else { return 0 }
    var sum = 0.0
    var (lastX, lastY) = (Double(xy[2 * end - 2]), Double(xy[2 * end - 1]))
    for vertex in first..<end {
      let (x, y) = (Double(xy[2 * vertex]), Double(xy[2 * vertex + 1]))
      sum += lastX * y - x * lastY
      (lastX, lastY) = (x, y)
    }
    return sum
  }

  /// The rings of each part: of a polygon a shell and the holes that follow it, told apart by their
  /// direction; of other kinds one each.
  var parts: [Range<Int>] {
    guard kind == .polygon else { return (0..<ringCount).map { $0..<$0 + 1 } }
    var parts: [Range<Int>] = []
    for ring in 0..<ringCount {
      if let last = parts.last, doubledArea(ofRing: ring) <= 0 {
        parts[parts.count - 1] = last.lowerBound..<ring + 1
      } else {
        parts.append(ring..<ring + 1)
      }
    }
    return parts
  }
}

/// What is wrong with the bytes of a vector tile.
enum VectorTileFault: Error, Hashable, Sendable {
  /// The bytes end within a number, or a length is more than there is.
  case truncated(offset: Int)
  /// A number has more than ten bytes.
  case longNumber(offset: Int)
  /// A field is written as another kind than it is, or as a kind there is not.
  case wireType(offset: Int)
  /// A text is not UTF-8.
  case text(offset: Int)
  /// A layer has no version, or one that is not known.
  case version(UInt32?)
  /// A layer has no name.
  case layerWithoutName
  /// Two layers have one name.
  case duplicateLayer(String)
  /// An extent of 0.
  case extent
  /// A value that is of none or of several kinds.
  case value(layer: String)
  /// A feature of a kind of shape that there is not.
  case kind(layer: String, feature: Int)
  /// A feature without shape.
  case missingGeometry(layer: String, feature: Int)
  /// A feature with more than one shape.
  case duplicateGeometry(layer: String, feature: Int)
  /// Tags that are not pairs.
  case oddTags(layer: String, feature: Int)
  /// A tag that names no key or no value of its layer.
  case tag(layer: String, feature: Int)
  /// An attribute that stands twice.
  case duplicateProperty(layer: String, feature: Int)
  /// A command that does not stand here, or not so many times.
  case command(layer: String, feature: Int)
  /// A command that is repeated more often than there are numbers.
  case commandCount(layer: String, feature: Int)
  /// A line that does not move.
  case segmentWithoutLength(layer: String, feature: Int)
}
