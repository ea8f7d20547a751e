internal import Foundation
internal import SimpleFeatures

/// One step of a transformation, from pairs of numbers to pairs of numbers, x first.
enum TransformationStage: Hashable, Sendable {
  /// An operation of PROJ.
  struct Operation: Hashable, Sendable {
    /// PROJ's pipeline, x first at both ends.
    var pipeline: String
    /// Where it may be used, in degrees of its source; `nil` everywhere.
    var area: Envelope?
  }

  /// False origins that differ.
  case shift(dx: Double, dy: Double)
  /// Plane to degrees of one ellipsoid, by the series; beyond its range by PROJ.
  case inverse(TransverseMercator, beyond: String)
  /// Degrees to plane of one ellipsoid.
  case forward(TransverseMercator, beyond: String)
  /// By PROJ: each point takes the first operation that may be used where it lies.
  case operations([Operation])
  /// Degrees outside the box fail.
  case limit(Envelope)
  /// Four parameters in the plane.
  case similarity(Similarity)
}

/// Rotation, scale and translation in the plane.
struct Similarity: Hashable, Sendable {
  private let easting, northing, cosine, sine: Double

  /// With the rotation in radians and the scale as a factor.
  init(easting: Double, northing: Double, rotation: Double, scale: Double) {
    self.easting = easting
    self.northing = northing
    cosine = scale * cos(rotation)
    sine = scale * sin(rotation)
  }

  func apply(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (easting + x * cosine + y * sine, northing + y * cosine - x * sine)
  }
}
