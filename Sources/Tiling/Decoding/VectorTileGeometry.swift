/// A shape of a vector tile in whole units, y to the south.
///
/// Flat: x and y of each vertex in turn, and the vertex at which each point, line or ring begins.
/// Rings are open here as in the bytes: the first vertex does not stand once more at the end.
public struct VectorTileGeometry: Hashable, Sendable {
  /// The kinds of shape; the raw value is the code in the bytes.
  public enum Kind: UInt32, Hashable, Sendable {
    case unknown = 0
    case point = 1
    case line = 2
    case polygon = 3
  }

  /// What it is.
  public var kind: Kind
  /// x0, y0, x1, y1 … Beyond 32 bits where a tile's steps add up to so much.
  public var xy: [Int]
  /// The vertex at which each ring begins, and last the number of vertices.
  public var ringOffsets: [Int]
  /// The integers of a shape of unknown kind, which are not understood; empty of all others.
  public var commands: [UInt32]

  /// A shape from its rings; the offsets begin with 0 and end with the number of vertices.
  public init(_ kind: Kind, xy: [Int], ringOffsets: [Int]) {
    self.kind = kind
    self.xy = xy
    self.ringOffsets = ringOffsets
    commands = []
  }

  /// A shape of unknown kind.
  public init(unknown commands: [UInt32]) {
    self.init(.unknown, xy: [], ringOffsets: [0])
    self.commands = commands
  }

  /// The number of points, lines or rings.
  public var ringCount: Int { max(ringOffsets.count - 1, 0) }

  /// Twice the area of a ring by the surveyor's formula, y to the south: positive of a shell,
  /// negative of a hole. Rounded where it is very large.
  public func doubledArea(ofRing ring: Int) -> Double {
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
  public var parts: [Range<Int>] {
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
