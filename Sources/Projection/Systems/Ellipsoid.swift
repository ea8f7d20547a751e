/// An ellipsoid of revolution.
public struct Ellipsoid: Hashable, Sendable {
  /// The equatorial radius in metres.
  public var semiMajorAxis: Double
  /// 1/f.
  public var inverseFlattening: Double

  /// An ellipsoid.
  public init(semiMajorAxis: Double, inverseFlattening: Double) {
    self.semiMajorAxis = semiMajorAxis
    self.inverseFlattening = inverseFlattening
  }

  /// The ellipsoid of CGCS2000; GRS 80 has the same figures.
  public static let cgcs2000 = Ellipsoid(
    semiMajorAxis: 6_378_137, inverseFlattening: 298.257222101)

  /// The flattening f.
  public var flattening: Double { 1 / inverseFlattening }
  /// The third flattening n = f / (2 − f).
  public var thirdFlattening: Double { flattening / (2 - flattening) }
  /// The square of the eccentricity e² = f (2 − f).
  public var eccentricitySquared: Double { flattening * (2 - flattening) }
}
