internal import Foundation
internal import SimpleFeatures

/// The stretch of land that a drawing shows, north up, and how it comes onto the paper.
struct DrawingFrame {
  /// The drawing's size in its own units.
  static let width = 360.0
  static let height = 270.0

  /// The land shown.
  let land: Envelope
  /// Units of the drawing in a metre.
  let scale: Double
  /// Metres in a unit of x and of y of the coordinate system.
  private let metres: (x: Double, y: Double)

  /// A frame around a box, with a margin. A box without extent, or very small, is shown with at least
  /// ten metres about it.
  ///
  /// - Parameter isGeographic: whether coordinates are degrees.
  init?(around box: Envelope, isGeographic: Bool) {
    guard [box.minX, box.minY, box.maxX, box.maxY].allSatisfy(\.isFinite) else { return nil }
    let middle = (x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2)
    // Good enough to draw by: a sphere.
    let degree = 111_195.0
    metres = isGeographic ? (degree * cos(middle.y * .pi / 180), degree) : (1, 1)
    guard metres.x > 0 else { return nil }
    let (width, height) = (
      max(box.width * metres.x * 1.25, 10), max(box.height * metres.y * 1.25, 10)
    )
    scale = min(DrawingFrame.width / width, DrawingFrame.height / height)
    guard scale.isFinite, scale > 0 else { return nil }
    let half = (
      x: DrawingFrame.width / scale / metres.x / 2, y: DrawingFrame.height / scale / metres.y / 2
    )
    land = Envelope(
      minX: middle.x - half.x, minY: middle.y - half.y, maxX: middle.x + half.x,
      maxY: middle.y + half.y)
  }

  /// A place on the drawing, y downwards.
  func point(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    ((x - land.minX) * metres.x * scale, (land.maxY - y) * metres.y * scale)
  }

  /// The length of the scale bar in metres: 1, 2 or 5 times a power of ten, at most a third of the
  /// width.
  var barLength: Double {
    let most = DrawingFrame.width / 3 / scale
    let power = pow(10, floor(log10(most)))
    return [5, 2, 1].map { $0 * power }.first { $0 <= most } ?? power
  }
}
