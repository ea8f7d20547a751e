internal import Foundation

/// The transverse Mercator projection of an ellipsoid by Krüger's series to the sixth power of the
/// third flattening, four points at a time.
///
/// Range: within 0.2 rad (11.4°) of the central meridian, and between the pole and a degree beyond
/// the equator of the same half: ``forward`` and ``inverse`` say of each point whether it lies
/// inside. There the result differs from PROJ's by a few units in the last place, under 1e-8 m; the
/// series itself is exact to 1e-9 m there and far beyond.
///
/// Source: Krüger 1912; Engsager and Poder 2007; Karney 2011, "Transverse Mercator with an accuracy
/// of a few nanometers", eqs. 7 to 36. Only one sine is computed per point: the other functions
/// follow by algebra or have small arguments.
public struct TransverseMercator: Hashable, Sendable {
  /// What a grid is defined by. The origin lies on the equator.
  public struct Parameters: Hashable, Sendable {
    /// The ellipsoid.
    public var ellipsoid: Ellipsoid
    /// In degrees.
    public var centralMeridian: Double
    /// The scale on the central meridian.
    public var scale: Double
    /// In metres.
    public var falseEasting: Double
    /// In metres.
    public var falseNorthing: Double

    /// A grid.
    public init(
      ellipsoid: Ellipsoid, centralMeridian: Double, scale: Double = 1, falseEasting: Double,
      falseNorthing: Double = 0
    ) {
      self.ellipsoid = ellipsoid
      self.centralMeridian = centralMeridian
      self.scale = scale
      self.falseEasting = falseEasting
      self.falseNorthing = falseNorthing
    }

    /// Whether two grids differ only in their false origins.
    func isShifted(from other: Parameters) -> Bool {
      ellipsoid == other.ellipsoid && centralMeridian == other.centralMeridian
        && scale == other.scale
    }
  }

  /// Four numbers at a time.
  public typealias Lanes = SIMD4<Double>

  /// The grid.
  public let parameters: Parameters
  /// The rectifying radius times the scale, in metres.
  let radius: Double
  /// From geodetic to conformal latitude.
  let conformal: Series
  /// From conformal to geodetic latitude.
  let geodetic: Series
  /// From the Gauss-Schreiber plane to the transverse Mercator plane.
  let outward: Series
  /// And back.
  let inward: Series

  /// The projection of a grid.
  public init(_ parameters: Parameters) {
    self.parameters = parameters
    let n = parameters.ellipsoid.thirdFlattening
    let square = n * n
    radius =
      parameters.scale * parameters.ellipsoid.semiMajorAxis / (1 + n)
      * (1 + square * (1.0 / 4 + square * (1.0 / 64 + square / 256)))
    conformal = Series(SeriesCoefficients.conformalOfGeodetic, n)
    geodetic = Series(SeriesCoefficients.geodeticOfConformal, n)
    outward = Series(SeriesCoefficients.transverseOfSchreiber, n)
    inward = Series(SeriesCoefficients.schreiberOfTransverse, n)
  }

  /// How far from the central meridian the series is used, in radians.
  static let widest = 0.2

  /// Plane coordinates from degrees.
  ///
  /// - Returns: easting and northing in metres, and which lanes are inside the range; the others
  ///   hold nothing of use.
  @inline(__always)
  public func forward(
    longitude: Lanes, latitude: Lanes
  ) -> (easting: Lanes, northing: Lanes, inside: SIMDMask<Lanes.MaskStorage>) {
    let degree = Double.pi / 180
    let away = (longitude - parameters.centralMeridian) * degree
    let inside =
      Small.magnitude(away) .<= Self.widest .& (Small.magnitude(latitude) .<= 90)
    let geographic = SineCosine(ofLatitude: latitude * degree)
    // The conformal latitude is the geodetic one and a small angle.
    let chi = geographic.turned(by: conformal.sum(geographic.doubled))
    let (sine, cosine) = Small.sineCosine(away)
    // Gauss-Schreiber coordinates: ξ′ = χ + δ, and η′ = artanh of u.
    let u = chi.cosine * sine
    let squaredW = 1 - u * u
    let run = chi.cosine * cosine
    let delta = Small.arcTangent(
      chi.sine * chi.cosine * sine * sine
        / ((1 + cosine) * (run * chi.cosine + chi.sine * chi.sine)))
    let eta = Small.areaTangent(u)
    let sum = outward.sum(
      SineCosine(
        sine: 2 * chi.sine * run / squaredW,
        cosine: (run * run - chi.sine * chi.sine) / squaredW),
      hyperbolicSine: 2 * u / squaredW, hyperbolicCosine: (1 + u * u) / squaredW)
    let xi = chi.angle + delta + sum.real
    return (
      radius * (eta + sum.imaginary) + parameters.falseEasting,
      radius * xi + parameters.falseNorthing, inside
    )
  }

  /// Degrees from plane coordinates.
  ///
  /// - Returns: longitude and latitude, and which lanes are inside the range; the others hold
  ///   nothing of use.
  @inline(__always)
  public func inverse(
    easting: Lanes, northing: Lanes
  ) -> (longitude: Lanes, latitude: Lanes, inside: SIMDMask<Lanes.MaskStorage>) {
    let eta = (easting - parameters.falseEasting) / radius
    let xi = (northing - parameters.falseNorthing) / radius
    let transverse = SineCosine(ofLatitude: xi)
    let doubled = Small.hyperbolic(2 * eta)
    let sum = inward.sum(
      transverse.doubled, hyperbolicSine: doubled.sine, hyperbolicCosine: doubled.cosine)
    let schreiber = transverse.turned(by: sum.real)
    let sinh = Small.hyperbolicSine(eta + sum.imaginary)
    // χ = ξ′ − δ, λ = arctan of sinh η′ / cos ξ′.
    let leg = (sinh * sinh + schreiber.cosine * schreiber.cosine).squareRoot()
    let length = (1 + sinh * sinh).squareRoot()
    let delta = Small.arcTangent(
      schreiber.sine * sinh * sinh
        / ((leg + schreiber.cosine)
          * (schreiber.cosine * leg + schreiber.sine * schreiber.sine)))
    let tangent = sinh / schreiber.cosine
    let away = Small.arcTangent(tangent)
    let chi = SineCosine(sine: schreiber.sine / length, cosine: leg / length)
    let latitude = schreiber.angle - delta + geodetic.sum(chi.doubled)
    let inside =
      Small.magnitude(tangent) .<= Self.widest .& (Small.magnitude(eta) .<= Self.widest)
      .& (Small.magnitude(xi) .<= Double.pi / 2) .& (schreiber.cosine .> 1e-3)
    let degrees = 180 / Double.pi
    return (away * degrees + parameters.centralMeridian, latitude * degrees, inside)
  }
}
