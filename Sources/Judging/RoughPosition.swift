internal import Foundation
internal import SimpleFeatures

/// Degrees from grid coordinates to about a hundred metres: enough to say how far apart two counties
/// are, whatever their datums. Exact work is done by the target Projection.
enum RoughPosition {
  /// The mean length of a degree of the meridian in metres.
  private static let degreeOfMeridian = 111_132.95
  /// The equatorial radius in metres.
  private static let radius = 6_378_137.0

  /// A box in degrees around one in a system.
  static func box(of box: Envelope, in system: NationalCoordinateSystem) -> Envelope {
    let corners = [
      degrees(box.minX, box.minY, system), degrees(box.maxX, box.minY, system),
      degrees(box.minX, box.maxY, system), degrees(box.maxX, box.maxY, system),
    ]
    return Envelope(around: corners.flatMap { [$0.longitude, $0.latitude] }) ?? box
  }

  private static func degrees(
    _ x: Double, _ y: Double, _ system: NationalCoordinateSystem
  ) -> (longitude: Double, latitude: Double) {
    switch system {
    case .geographic: return (x, y)
    case .webMercator:
      return (
        x / radius * 180 / .pi, (2 * atan(exp(y / radius)) - .pi / 2) * 180 / .pi
      )
    case .grid(let grid):
      let rectifying = y / degreeOfMeridian
      let latitude = rectifying + 0.1443 * sin(2 * rectifying * .pi / 180)
      let degreeOfParallel = radius * cos(latitude * .pi / 180) * .pi / 180
      return (Double(grid.centralMeridian) + (x - grid.falseEasting) / degreeOfParallel, latitude)
    }
  }

  /// The distance between two boxes in degrees; 0 where they meet.
  static func kilometres(_ a: Envelope, _ b: Envelope) -> Double {
    let north = max(0, a.minY - b.maxY, b.minY - a.maxY) * degreeOfMeridian
    let east =
      max(0, a.minX - b.maxX, b.minX - a.maxX) * degreeOfMeridian
      * cos((a.minY + b.maxY) / 2 * .pi / 180)
    return (north * north + east * east).squareRoot() / 1000
  }
}
