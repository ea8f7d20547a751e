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
