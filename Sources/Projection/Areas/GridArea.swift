internal import Foundation

/// The area on the ellipsoid of a ring in a transverse Mercator plane, by one walk around it.
///
/// The plane enlarges lengths by k, so the area is the integral of 1/k² over the ring. By Green's
/// theorem it is ∮ F dN with F = ∫ 1/k² dE, taken from the central meridian. With u = (x/R)², x the
/// distance from it, R² = M·N at the foot point and η² = e′² cos² φ,
/// 1/k² = 1 − u + (2 − η²)/3 u² − 17/45 u³. Along a straight edge the powers of x are integrated
/// exactly; R is taken at its middle. Error under 1e-9 of the area within 3° of the meridian.
///
/// Source: the series of the scale factor in grid coordinates (Redfearn 1948), inverted.
struct GridArea: Hashable, Sendable {
  private let parameters: TransverseMercator.Parameters
  /// The rectifying radius in metres.
  private let rectifyingRadius: Double
  private let footPoint: [Double]

  init(_ parameters: TransverseMercator.Parameters) {
    self.parameters = parameters
    let n = parameters.ellipsoid.thirdFlattening
    rectifyingRadius = TransverseMercator(parameters).radius / parameters.scale
    // The geodetic latitude of a rectifying one (Helmert); to 1e-9 rad.
    footPoint = [
      n * (3.0 / 2 - n * n * 27.0 / 32), n * n * (21.0 / 16 - n * n * 55.0 / 32),
      n * n * n * 151.0 / 96, n * n * n * n * 1097.0 / 512,
    ]
  }

  /// 1/R² and η² at a northing from the equator.
  private func curvature(_ northing: Double) -> (inverse: Double, eta: Double) {
    let rectifying = northing / rectifyingRadius
    var latitude = rectifying
    for (index, coefficient) in footPoint.enumerated() {
      latitude += coefficient * sin(2 * Double(index + 1) * rectifying)
    }
    let ellipsoid = parameters.ellipsoid
    let e2 = ellipsoid.eccentricitySquared
    let (sine, cosine) = (sin(latitude), cos(latitude))
    let w2 = 1 - e2 * sine * sine
    let axis = ellipsoid.semiMajorAxis
    return (w2 * w2 / (axis * axis * (1 - e2)), e2 / (1 - e2) * cosine * cosine)
  }

  /// The area of a ring of vertices x0, y0, x1, y1 …; positive where it turns left.
  func squareMetres(_ xy: [Double], _ vertices: Range<Int>) -> Double {
    guard vertices.count > 2 else { return 0 }
    let (scale, first) = (parameters.scale, vertices.lowerBound)
    let (x0, y0) = (xy[2 * first], xy[2 * first + 1])
    var (low, high) = (y0, y0)
    for vertex in vertices {
      low = min(low, xy[2 * vertex + 1])
      high = max(high, xy[2 * vertex + 1])
    }
    let middle = (low + high) / 2
    // 1/R² as a parabola over the ring's height; it changes slowly.
    let height = max((high - low) / 2, 1)
    let (at, up, down) = (
      curvature((middle - parameters.falseNorthing) / scale),
      curvature((middle + height - parameters.falseNorthing) / scale).inverse,
      curvature((middle - height - parameters.falseNorthing) / scale).inverse
    )
    let slope = (up - down) / 2
    let bend = (up + down) / 2 - at.inverse
    let toMeridian = x0 - parameters.falseEasting
    var (plane, excess) = (0.0, 0.0)
    var (lastX, lastY) = (
      xy[2 * vertices.upperBound - 2] - x0, xy[2 * vertices.upperBound - 1] - y0
    )
    for vertex in vertices {
      let (x, y) = (xy[2 * vertex] - x0, xy[2 * vertex + 1] - y0)
      let rise = y - lastY
      plane += (x + lastX) * rise
      let t = ((y + lastY) / 2 + y0 - middle) / height
      let c = at.inverse + t * (slope + t * bend)
      let (a, b) = ((lastX + toMeridian) / scale, (x + toMeridian) / scale)
      // ∫ x³, x⁵ and x⁷ along the edge.
      let (aa, bb) = (a * a, b * b)
      let cube = (a + b) * (aa + bb) / 4
      let (a4, b4) = (aa * aa, bb * bb)
      let fifth = (a + b) * (a4 + aa * bb + b4) / 6
      let seventh = (a + b) * (aa + bb) * (a4 + b4) / 8
      excess +=
        rise * c * (cube / 3 - c * ((2 - at.eta) / 15 * fifth - 17.0 / 315 * c * seventh))
      (lastX, lastY) = (x, y)
    }
    return plane / 2 / (scale * scale) - excess / scale
  }
}
