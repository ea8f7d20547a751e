internal import CPROJ
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
