internal import Foundation

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
