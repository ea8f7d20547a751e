/// A bureau's own parameters between two coordinate systems, as a configuration file gives them.
///
/// They are never guessed and have no defaults: in many counties they are restricted data.
public struct LocalTransformation: Hashable, Sendable {
  /// Whence coordinates come.
  public enum Origin: Hashable, Sendable {
    /// A system of the EPSG register.
    case epsg(Int)
    /// An independent grid (地方独立坐标系).
    case local
  }

  /// The parameters, as the method means them.
  public enum Method: Hashable, Sendable {
    /// Four parameters in the plane (EPSG method 9621).
    case similarity2D(PlaneParameters)
    /// Seven parameters; rotations turn the position vector (EPSG method 9606).
    case positionVector(SpatialParameters)
    /// Seven parameters; rotations turn the frame (EPSG method 9607).
    case coordinateFrame(SpatialParameters)
  }

  /// With θ the rotation and m the scale difference: E′ = ΔE + (1 + m)(E cos θ + N sin θ),
  /// N′ = ΔN + (1 + m)(N cos θ − E sin θ).
  public struct PlaneParameters: Hashable, Sendable {
    /// ΔE and ΔN in metres.
    public var easting, northing: Double
    /// θ in arc seconds.
    public var rotation: Double
    /// m in parts per million.
    public var scaleDifference: Double
  }

  /// The parameters of Bursa and Wolf.
  public struct SpatialParameters: Hashable, Sendable {
    /// In metres.
    public var dx, dy, dz: Double
    /// In arc seconds.
    public var rx, ry, rz: Double
    /// In parts per million.
    public var scaleDifference: Double
  }

  /// The name under which they are recorded with the data.
  public var name: String
  /// Whence.
  public var from: Origin
  /// Whither: an EPSG code.
  public var to: Int
  /// The parameters.
  public var method: Method

  /// Every parameter under its key in the file, in the file's order: for the record.
  public var parameters: [(key: String, value: Double)] {
    switch method {
    case .similarity2D(let plane):
      Array(
        zip(
          Self.planeKeys, [plane.easting, plane.northing, plane.rotation, plane.scaleDifference])
      ).map { (key: $0.0, value: $0.1) }
    case .positionVector(let seven), .coordinateFrame(let seven):
      Array(
        zip(
          Self.spatialKeys,
          [
            seven.dx, seven.dy, seven.dz, seven.rx, seven.ry, seven.rz, seven.scaleDifference,
          ])
      ).map { (key: $0.0, value: $0.1) }
    }
  }

  /// The method's name in the file.
  public var methodName: String {
    switch method {
    case .similarity2D: "similarity_2d"
    case .positionVector: "position_vector"
    case .coordinateFrame: "coordinate_frame"
    }
  }

  static let planeKeys = [
    "translation_easting_m", "translation_northing_m", "rotation_arc_seconds",
    "scale_difference_ppm",
  ]
  static let spatialKeys = [
    "translation_x_m", "translation_y_m", "translation_z_m", "rotation_x_arc_seconds",
    "rotation_y_arc_seconds", "rotation_z_arc_seconds", "scale_difference_ppm",
  ]
}
