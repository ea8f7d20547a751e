internal import Foundation
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

/// The spherical Mercator projection of web maps, EPSG:3857.
///
/// Degrees are longitude and latitude, metres x to the east and y to the north, in that order. The
/// sphere's radius is 6 378 137 m, the longer half axis of WGS 84; CGCS2000 has the same. Latitudes
/// beyond ±85.0511287798066° are moved there: the map is then square.
///
/// Source: OGC 17-083r4 annex D.1; EPSG Guidance Note 7-2, method 1024.
public enum WebMercator {
  /// The radius of the sphere in metres.
  public static let radius = 6_378_137.0
  /// The greatest x and y in metres: half the equator.
  public static let halfWidth = Double.pi * radius
  /// The greatest latitude in degrees.
  public static let greatestLatitude = 85.0511287798066

  /// Degrees in metres.
  public static func metres(longitude: Double, latitude: Double) -> (x: Double, y: Double) {
    (longitude * (halfWidth / 180), northing(latitude))
  }

  /// Metres in degrees.
  public static func degrees(x: Double, y: Double) -> (longitude: Double, latitude: Double) {
    (x * (180 / halfWidth), latitude(y))
  }

  /// Puts metres in the place of degrees `longitude, latitude, longitude, latitude …`.
  public static func replaceDegrees(_ xy: inout [Double]) {
    for index in stride(from: 0, to: xy.count - 1, by: 2) {
      xy[index] *= halfWidth / 180
      xy[index + 1] = northing(xy[index + 1])
    }
  }

  /// Puts degrees in the place of metres `x, y, x, y …`.
  public static func replaceMetres(_ xy: inout [Double]) {
    for index in stride(from: 0, to: xy.count - 1, by: 2) {
      xy[index] *= 180 / halfWidth
      xy[index + 1] = latitude(xy[index + 1])
    }
  }

  private static func northing(_ latitude: Double) -> Double {
    let clamped = min(max(latitude, -greatestLatitude), greatestLatitude)
    let sine = sin(clamped * (.pi / 180))
    return radius / 2 * log((1 + sine) / (1 - sine))
  }

  private static func latitude(_ northing: Double) -> Double {
    atan(sinh(northing / radius)) * (180 / .pi)
  }
}
