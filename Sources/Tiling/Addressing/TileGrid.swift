public import SimpleFeatures

/// The coordinates within a tile: x to the east and y to the south, from the tile's north-west
/// corner, so many units a side.
///
/// A place has the same fraction of a unit in all tiles of a zoom, to the last bit: it is counted
/// from the corner of the map and whole tiles are taken off afterwards. Rounded to whole units,
/// neighbouring tiles therefore agree.
public struct TileGrid: Hashable, Sendable {
  /// The tile.
  public let address: TileAddress
  /// Units along a side, 1 to 65 536.
  public let extent: Int
  /// Units in a metre of EPSG:3857.
  public let unitsPerMetre: Double

  let origin: SIMD2<Double>

  /// The coordinates of a tile.
  ///
  /// - Precondition: an extent of 1 to 65 536 units.
  public init(_ address: TileAddress, extent: Int = 4096) {
    precondition((1...65_536).contains(extent), "an extent of 1 to 65 536 units")
    self.address = address
    self.extent = extent
    unitsPerMetre = Double(extent << address.zoom) / (2 * WebMercator.halfWidth)
    origin = SIMD2(Double(address.x * extent), Double(address.y * extent))
  }

  /// Metres of EPSG:3857 in units.
  @inline(__always)
  public func units(x: Double, y: Double) -> (x: Double, y: Double) {
    (
      (x + WebMercator.halfWidth) * unitsPerMetre - origin.x,
      (WebMercator.halfWidth - y) * unitsPerMetre - origin.y
    )
  }

  /// Units in metres of EPSG:3857.
  public func metres(x: Double, y: Double) -> (x: Double, y: Double) {
    (
      (x + origin.x) / unitsPerMetre - WebMercator.halfWidth,
      WebMercator.halfWidth - (y + origin.y) / unitsPerMetre
    )
  }

  /// The tile with a margin of so many units, in metres of EPSG:3857.
  public func metres(buffer: Int) -> Envelope {
    address.metres.grown(by: Double(buffer) / unitsPerMetre)
  }
}
