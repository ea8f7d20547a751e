/// A bureau's own parameters between two systems.
public struct ParameterSet: Hashable, Sendable {
  /// How the parameters are meant.
  public enum Method: Hashable, Sendable {
    /// Four parameters in the plane (EPSG method 9621): with θ the rotation and m the scale
    /// difference, E′ = ΔE + (1 + m)(E cos θ + N sin θ), N′ = ΔN + (1 + m)(N cos θ − E sin θ).
    /// Metres, arc seconds, parts per million.
    case similarity2D(easting: Double, northing: Double, rotation: Double, scale: Double)
    /// Seven parameters between geocentric systems; rotations turn the position vector (EPSG method
    /// 9606).
    case positionVector(SevenParameters)
    /// The same; rotations turn the frame (EPSG method 9607), so their signs are the opposite.
    case coordinateFrame(SevenParameters)
  }

  /// The parameters of Bursa and Wolf.
  public struct SevenParameters: Hashable, Sendable {
    /// In metres.
    public var dx, dy, dz: Double
    /// In arc seconds.
    public var rx, ry, rz: Double
    /// The scale difference in parts per million.
    public var scale: Double

    /// Seven parameters.
    public init(
      dx: Double, dy: Double, dz: Double, rx: Double, ry: Double, rz: Double, scale: Double
    ) {
      (self.dx, self.dy, self.dz) = (dx, dy, dz)
      (self.rx, self.ry, self.rz) = (rx, ry, rz)
      self.scale = scale
    }
  }

  /// The name under which they are recorded.
  public var name: String
  /// The system they lead from; `nil` of a local grid.
  public var from: CoordinateSystem?
  /// The system they lead to.
  public var to: CoordinateSystem
  /// The parameters.
  public var method: Method

  /// A set.
  public init(name: String, from: CoordinateSystem?, to: CoordinateSystem, method: Method) {
    self.name = name
    self.from = from
    self.to = to
    self.method = method
  }

  /// The step in the plane, or between degrees.
  ///
  /// - Throws: ``ProjectionError/parametersDoNotFit(name:)`` where a plane step joins systems in
  ///   degrees, or a spatial one leaves a local grid.
  func step() throws(ProjectionError) -> TransformationStage {
    switch method {
    case .similarity2D(let easting, let northing, let rotation, let scale):
      guard from?.isProjected ?? true, to.isProjected else {
        throw .parametersDoNotFit(name: name)
      }
      return .similarity(
        Similarity(
          easting: easting, northing: northing, rotation: rotation / 3600 * .pi / 180,
          scale: 1 + scale * 1e-6))
    case .positionVector(let seven): return try spatial(seven, convention: "position_vector")
    case .coordinateFrame(let seven): return try spatial(seven, convention: "coordinate_frame")
    }
  }

  private func spatial(
    _ seven: SevenParameters, convention: String
  ) throws(ProjectionError) -> TransformationStage {
    guard let from else { throw .parametersDoNotFit(name: name) }
    func cartesian(_ ellipsoid: Ellipsoid) -> String {
      "+proj=cart +a=\(ellipsoid.semiMajorAxis) +rf=\(ellipsoid.inverseFlattening)"
    }
    let pipeline =
      "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step "
      + cartesian(from.ellipsoid)
      + " +step +proj=helmert +x=\(seven.dx) +y=\(seven.dy) +z=\(seven.dz)"
      + " +rx=\(seven.rx) +ry=\(seven.ry) +rz=\(seven.rz) +s=\(seven.scale)"
      + " +convention=\(convention) +step +inv " + cartesian(to.ellipsoid)
      + " +step +proj=unitconvert +xy_in=rad +xy_out=deg"
    return .operations([TransformationStage.Operation(pipeline: pipeline, area: nil)])
  }
}
