/// A box along the axes, its edges included. Units are those of the coordinate system.
public struct Envelope: Hashable, Sendable {
  /// The least x: the west.
  public var minX: Double
  /// The least y: the south.
  public var minY: Double
  /// The greatest x: the east.
  public var maxX: Double
  /// The greatest y: the north.
  public var maxY: Double

  /// A box.
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// The box around vertices `x0, y0, x1, y1 …`; `nil` where there are none. A coordinate that is no
  /// number is passed over.
  public init?(around xy: [Double]) {
    self.init(around: xy[...])
  }

  /// The box around a stretch of vertices that begins with an x.
  public init?(around xy: ArraySlice<Double>) {
    var box = Envelope(
      minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)
    var index = xy.startIndex
    while index + 1 < xy.endIndex {
      let (x, y) = (xy[index], xy[index + 1])
      if x < box.minX { box.minX = x }
      if x > box.maxX { box.maxX = x }
      if y < box.minY { box.minY = y }
      if y > box.maxY { box.maxY = y }
      index += 2
    }
    guard box.minX <= box.maxX, box.minY <= box.maxY else { return nil }
    self = box
  }

  /// From west to east.
  public var width: Double { maxX - minX }
  /// From south to north.
  public var height: Double { maxY - minY }

  /// The box around both.
  public func union(_ other: Envelope) -> Envelope {
    Envelope(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
      maxY: max(maxY, other.maxY))
  }

  /// Whether the boxes have a point in common; edges count.
  public func intersects(_ other: Envelope) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }
}

extension Envelope {
  /// The box with a margin on all sides.
  public func grown(by margin: Double) -> Envelope {
    Envelope(
      minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
  }

  /// The distance of the nearest points of two boxes; 0 where they meet.
  public func distance(to other: Envelope) -> Double {
    let x = max(0, minX - other.maxX, other.minX - maxX)
    let y = max(0, minY - other.maxY, other.minY - maxY)
    return (x * x + y * y).squareRoot()
  }
}
