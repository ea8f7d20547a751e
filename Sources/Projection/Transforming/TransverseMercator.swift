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

/// The coefficients of Krüger's series and of those of the auxiliary latitudes: row k − 1 belongs to
/// the sine of 2k times the angle, and holds the factors of nᵏ, nᵏ⁺¹ … n⁶ of the third flattening.
///
/// Source: Karney 2011, eqs. 35 and 36; Engsager and Poder 2007.
enum SeriesCoefficients {
  /// χ − φ in sines of φ.
  static let conformalOfGeodetic: [[Double]] = [
    [-2, 2.0 / 3, 4.0 / 3, -82.0 / 45, 32.0 / 45, 4642.0 / 4725],
    [5.0 / 3, -16.0 / 15, -13.0 / 9, 904.0 / 315, -1522.0 / 945],
    [-26.0 / 15, 34.0 / 21, 8.0 / 5, -12686.0 / 2835],
    [1237.0 / 630, -12.0 / 5, -24832.0 / 14175],
    [-734.0 / 315, 109_598.0 / 31185],
    [444_337.0 / 155_925],
  ]
  /// φ − χ in sines of χ.
  static let geodeticOfConformal: [[Double]] = [
    [2, -2.0 / 3, -2, 116.0 / 45, 26.0 / 45, -2854.0 / 675],
    [7.0 / 3, -8.0 / 5, -227.0 / 45, 2704.0 / 315, 2323.0 / 945],
    [56.0 / 15, -136.0 / 35, -1262.0 / 105, 73814.0 / 2835],
    [4279.0 / 630, -332.0 / 35, -399_572.0 / 14175],
    [4174.0 / 315, -144_838.0 / 6237],
    [601_676.0 / 22275],
  ]
  /// ζ − ζ′ in sines of ζ′.
  static let transverseOfSchreiber: [[Double]] = [
    [1.0 / 2, -2.0 / 3, 5.0 / 16, 41.0 / 180, -127.0 / 288, 7891.0 / 37800],
    [13.0 / 48, -3.0 / 5, 557.0 / 1440, 281.0 / 630, -1_983_433.0 / 1_935_360],
    [61.0 / 240, -103.0 / 140, 15061.0 / 26880, 167_603.0 / 181_440],
    [49561.0 / 161_280, -179.0 / 168, 6_601_661.0 / 7_257_600],
    [34729.0 / 80640, -3_418_889.0 / 1_995_840],
    [212_378_941.0 / 319_334_400],
  ]
  /// ζ′ − ζ in sines of ζ.
  static let schreiberOfTransverse: [[Double]] = [
    [-1.0 / 2, 2.0 / 3, -37.0 / 96, 1.0 / 360, 81.0 / 512, -96199.0 / 604_800],
    [-1.0 / 48, -1.0 / 15, 437.0 / 1440, -46.0 / 105, 1_118_711.0 / 3_870_720],
    [-17.0 / 480, 37.0 / 840, 209.0 / 4480, -5569.0 / 90720],
    [-4397.0 / 161_280, 11.0 / 504, 830_251.0 / 7_257_600],
    [-4583.0 / 161_280, 108_847.0 / 3_991_680],
    [-20_648_693.0 / 638_668_800],
  ]
}

/// A sum of six sines of even multiples of an angle, summed by Clenshaw's rule.
struct Series: Hashable, Sendable {
  typealias Lanes = TransverseMercator.Lanes

  private let c1, c2, c3, c4, c5, c6: Double

  /// The series of a table for an ellipsoid of third flattening n.
  init(_ rows: [[Double]], _ n: Double) {
    let sums = rows.enumerated().map { index, row in
      var power = 1.0
      for _ in 0...index { power *= n }
      return power * row.reversed().reduce(0) { $0 * n + $1 }
    }
    (c1, c2, c3, c4, c5, c6) = (sums[0], sums[1], sums[2], sums[3], sums[4], sums[5])
  }

  /// The sum for an angle of which the double is given.
  @inline(__always)
  func sum(_ doubled: SineCosine) -> Lanes {
    let factor = 2 * doubled.cosine
    let b5 = factor * c6 + c5
    let b4 = factor * b5 - c6 + c4
    let b3 = factor * b4 - b5 + c3
    let b2 = factor * b3 - b4 + c2
    let b1 = factor * b2 - b3 + c1
    return doubled.sine * b1
  }

  /// The sum for a complex angle ξ + iη: sine and cosine of 2ξ, hyperbolic ones of 2η.
  @inline(__always)
  func sum(
    _ doubled: SineCosine, hyperbolicSine: Lanes, hyperbolicCosine: Lanes
  ) -> (real: Lanes, imaginary: Lanes) {
    let real = 2 * doubled.cosine * hyperbolicCosine
    let imaginary = -2 * doubled.sine * hyperbolicSine
    var (a, b) = (Lanes(repeating: c6), Lanes.zero)
    var (lastA, lastB) = (Lanes.zero, Lanes.zero)
    @inline(__always) func step(_ coefficient: Double) {
      let nextA = real * a - imaginary * b - lastA + coefficient
      let nextB = imaginary * a + real * b - lastB
      (lastA, lastB) = (a, b)
      (a, b) = (nextA, nextB)
    }
    step(c5)
    step(c4)
    step(c3)
    step(c2)
    step(c1)
    let sine = doubled.sine * hyperbolicCosine
    let cosine = doubled.cosine * hyperbolicSine
    return (sine * a - cosine * b, sine * b + cosine * a)
  }
}
