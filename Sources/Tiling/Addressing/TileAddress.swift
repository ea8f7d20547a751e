public import SimpleFeatures

/// A tile of the tile matrix set WebMercatorQuad: zoom, column and row.
///
/// The origin is the upper left, the north-west; rows grow to the south. A tile of zoom 0 is the
/// whole map. Source: OGC 17-083r4 annex D.1.
public struct TileAddress: Hashable, Sendable {
  /// The zoom, 0 to 24: the number of the tile matrix.
  public let zoom: Int
  /// The column, counted from the west: 0 to 2ᶻᵒᵒᵐ − 1.
  public let x: Int
  /// The row, counted from the north: 0 to 2ᶻᵒᵒᵐ − 1.
  public let y: Int

  /// The zooms there are.
  public static let zooms = 0...24

  /// A tile; `nil` where there is none of the zoom, column and row.
  public init?(zoom: Int, x: Int, y: Int) {
    guard Self.zooms.contains(zoom) else { return nil }
    let side = 1 << zoom
    guard (0..<side).contains(x), (0..<side).contains(y) else { return nil }
    self.zoom = zoom
    self.x = x
    self.y = y
  }

  /// The tile in which a place lies, degrees; what lies beyond the map is moved to its edge. `nil`
  /// where there is no such zoom or a degree is no finite number.
  public init?(zoom: Int, longitude: Double, latitude: Double) {
    guard Self.zooms.contains(zoom), longitude.isFinite, latitude.isFinite else { return nil }
    let (easting, northing) = WebMercator.metres(longitude: longitude, latitude: latitude)
    let side = Double(1 << zoom)
    let half = WebMercator.halfWidth
    let column = ((easting + half) / (2 * half) * side).rounded(.down)
    let row = ((half - northing) / (2 * half) * side).rounded(.down)
    self.init(
      zoom: zoom, x: Int(min(max(column, 0), side - 1)), y: Int(min(max(row, 0), side - 1)))
  }

  /// The box in metres of EPSG:3857.
  public var metres: Envelope {
    let (half, width) = (WebMercator.halfWidth, 2 * WebMercator.halfWidth / Double(1 << zoom))
    return Envelope(
      minX: Double(x) * width - half, minY: half - Double(y + 1) * width,
      maxX: Double(x + 1) * width - half, maxY: half - Double(y) * width)
  }

  /// The box in degrees, x the longitude and y the latitude.
  public var degrees: Envelope {
    let box = metres
    let southWest = WebMercator.degrees(x: box.minX, y: box.minY)
    let northEast = WebMercator.degrees(x: box.maxX, y: box.maxY)
    return Envelope(
      minX: southWest.longitude, minY: southWest.latitude, maxX: northEast.longitude,
      maxY: northEast.latitude)
  }

  /// The side of a cell of a tile of 256 × 256 cells, in metres on the equator.
  public static func cellSize(zoom: Int) -> Double {
    2 * WebMercator.halfWidth / 256 / Double(1 << min(max(zoom, 0), 24))
  }

  /// The scale denominator: the cell size on a screen whose cells are 0.28 mm wide.
  public static func scaleDenominator(zoom: Int) -> Double { cellSize(zoom: zoom) / 0.000_28 }
}
