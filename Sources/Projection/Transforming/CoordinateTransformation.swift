internal import CPROJ
internal import SimpleFeatures

/// Moves coordinates from one system to another; x is easting or longitude at both ends.
///
/// Gauss-Krüger grids are reached by Yulin's own series, held against PROJ on a sample of each
/// stretch; all else is PROJ's. Between datums only published parameters are used, inside their area
/// of use, or a ``ParameterSet``: a rough shift is refused. CGCS2000 and WGS 84 are taken as
/// identical on purpose, which ``note`` says: they differ by less than a map shows, and no
/// parameters are published.
public struct CoordinateTransformation: Hashable, Sendable {
  /// What should be said of a transformation.
  public enum Note: String, Hashable, Sendable {
    /// The numbers of CGCS2000 were taken for those of WGS 84, or the reverse. The ellipsoids
    /// differ by 0.1 mm, the frames by some decimetres today.
    case cgcs2000TakenAsWGS84 = "cgcs2000_taken_as_wgs84"
  }

  /// Which points are refused though they can be computed.
  public enum Limit: Hashable, Sendable {
    /// Those farther outside the area of use of either system than a margin in degrees.
    case areaOfUse(margin: Double)
    /// None.
    case none
  }

  /// The margin that a county at the edge of a zone needs: the width of a zone.
  public static let usualLimit = Limit.areaOfUse(margin: 3)

  /// Whence; `nil` from a local grid.
  public let source: CoordinateSystem?
  /// Whither.
  public let target: CoordinateSystem
  /// The parameters that were given.
  public let parameters: ParameterSet?
  /// What should be said.
  public let note: Note?
  let stages: [TransformationStage]

  /// A transformation by published parameters, or of one datum.
  ///
  /// - Throws: ``ProjectionError/refused(from:to:)`` where there are none.
  public init(
    from source: CoordinateSystem, to target: CoordinateSystem, limit: Limit = usualLimit
  ) throws(ProjectionError) {
    var builder = try TransformationBuilder(limit: limit)
    try builder.join(source, target)
    self.source = source
    self.target = target
    parameters = nil
    note = builder.note
    stages = builder.stages
  }

  /// A transformation by a bureau's own parameters. Before and after them plane coordinates may
  /// have to change grid, which is exact.
  ///
  /// - Parameter source: the system of the coordinates; `nil` of a local grid.
  /// - Throws: ``ProjectionError`` where the parameters do not join the two systems.
  public init(
    from source: CoordinateSystem?, to target: CoordinateSystem, through parameters: ParameterSet,
    limit: Limit = usualLimit
  ) throws(ProjectionError) {
    var builder = try TransformationBuilder(limit: limit)
    try builder.join(source, target, through: parameters)
    self.source = source
    self.target = target
    self.parameters = parameters
    note = builder.note
    stages = builder.stages
  }

  /// Whether numbers stay as they are; points outside the area of use fail nevertheless.
  public var isIdentity: Bool {
    stages.allSatisfy { stage in
      if case .limit = stage { true } else { false }
    }
  }
}
