internal import CPROJ
internal import Foundation
internal import SimpleFeatures

/// Finds the steps from one system to another: to degrees, from datum to datum, to the plane.
struct TransformationBuilder {
  private let context: ProjectionContext
  private let limit: CoordinateTransformation.Limit
  private(set) var stages: [TransformationStage] = []
  private(set) var note: CoordinateTransformation.Note?

  init(limit: CoordinateTransformation.Limit) throws(ProjectionError) {
    context = try ProjectionContext()
    self.limit = limit
  }

  /// The steps between two systems, by published parameters.
  mutating func join(
    _ source: CoordinateSystem, _ target: CoordinateSystem
  ) throws(ProjectionError) {
    if source.definition == target.definition { return }
    if let from = source.transverseMercator, let to = target.transverseMercator,
      from.isShifted(from: to), source.base.isSame(as: target.base)
    {
      stages.append(
        .shift(
          dx: to.falseEasting - from.falseEasting, dy: to.falseNorthing - from.falseNorthing))
      return
    }
    try toDegrees(source)
    addLimit(source, target)
    try changeDatum(source, target)
    try fromDegrees(target)
  }

  /// The steps between two systems, by given parameters.
  mutating func join(
    _ source: CoordinateSystem?, _ target: CoordinateSystem, through set: ParameterSet
  ) throws(ProjectionError) {
    switch (source, set.from) {
    case (let source?, let from?):
      guard source.base.isSame(as: from.base) else { throw .parametersDoNotFit(name: set.name) }
    case (nil, nil): break
    default: throw .parametersDoNotFit(name: set.name)
    }
    let step = try set.step()
    guard case .similarity = step else {
      if let source {
        try toDegrees(source)
        stages.append(step)
        try changeDatum(set.to, target)
        addLimit(set.to, target)
        try fromDegrees(target)
      }
      return
    }
    if let source, let from = set.from { try join(source, from) }
    stages.append(step)
    try join(set.to, target)
  }

  private mutating func toDegrees(_ source: CoordinateSystem) throws(ProjectionError) {
    guard source.isProjected else { return }
    let pipeline = try conversion(from: source.definition, to: source.base.definition)
    guard let grid = source.transverseMercator else {
      stages.append(.operations([TransformationStage.Operation(pipeline: pipeline, area: nil)]))
      return
    }
    stages.append(.inverse(TransverseMercator(grid), beyond: pipeline))
  }

  private mutating func fromDegrees(_ target: CoordinateSystem) throws(ProjectionError) {
    guard target.isProjected else { return }
    let pipeline = try conversion(from: target.base.definition, to: target.definition)
    guard let grid = target.transverseMercator else {
      stages.append(.operations([TransformationStage.Operation(pipeline: pipeline, area: nil)]))
      return
    }
    stages.append(.forward(TransverseMercator(grid), beyond: pipeline))
  }

  private mutating func addLimit(_ source: CoordinateSystem, _ target: CoordinateSystem) {
    guard case .areaOfUse(let margin) = limit else { return }
    for area in [source.areaOfUse, target.areaOfUse].compactMap(\.self)
    where area.minX < area.maxX && area.width < 359 {
      stages.append(
        .limit(
          Envelope(
            minX: area.minX - margin, minY: area.minY - margin, maxX: area.maxX + margin,
            maxY: area.maxY + margin)))
    }
  }

  private mutating func changeDatum(
    _ source: CoordinateSystem, _ target: CoordinateSystem
  ) throws(ProjectionError) {
    if source.base.isSame(as: target.base) { return }
    if source.base.isIdenticalOnPurpose(to: target.base) {
      note = .cgcs2000TakenAsWGS84
      return
    }
    let found = try operations(from: source.base.definition, to: target.base.definition)
    guard !found.isEmpty else { throw .refused(from: source.label, to: target.label) }
    stages.append(.operations(found))
  }

  private func object(_ definition: String) throws(ProjectionError) -> ProjectionObject {
    unsafe try context.object("proj_create") { context in unsafe proj_create(context, definition) }
  }

  /// The one operation between a plane system and the degrees it rests on.
  private func conversion(
    from source: String, to target: String
  ) throws(ProjectionError) -> String {
    guard let only = try operations(from: source, to: target).first else {
      throw .refused(from: source, to: target)
    }
    return only.pipeline
  }

  /// The operations between two systems that are no rough shift and need no grid that is missing,
  /// the best first.
  private func operations(
    from source: String, to target: String
  ) throws(ProjectionError) -> [TransformationStage.Operation] {
    let (source, target) = (try object(source), try object(target))
    let factory = unsafe try context.checked("proj_create_operation_factory_context") { context in
      unsafe proj_create_operation_factory_context(context, nil)
    }
    defer { unsafe proj_operation_factory_context_destroy(factory) }
    unsafe context.value { context in
      unsafe proj_operation_factory_context_set_allow_ballpark_transformations(context, factory, 0)
      unsafe proj_operation_factory_context_set_grid_availability_use(
        context, factory, PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID)
      unsafe proj_operation_factory_context_set_spatial_criterion(
        context, factory, PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION)
    }
    let list = unsafe try context.checked("proj_create_operations") { context in
      unsafe proj_create_operations(context, source.pointer, target.pointer, factory)
    }
    defer { unsafe proj_list_destroy(list) }
    var found: [TransformationStage.Operation] = []
    for index in 0..<max(0, unsafe proj_list_get_count(list)) {
      let operation = unsafe try context.object("proj_list_get") { context in
        unsafe proj_list_get(context, list, index)
      }
      let isRough = unsafe context.value { context in
        unsafe proj_coordoperation_has_ballpark_transformation(context, operation.pointer)
      }
      guard isRough == 0 else { continue }
      let area = operation.areaOfUse.map {
        Envelope(minX: $0.west, minY: $0.south, maxX: $0.east, maxY: $0.north)
      }
      found.append(
        TransformationStage.Operation(pipeline: try operation.normalized().pipeline(), area: area))
    }
    return found
  }
}

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
