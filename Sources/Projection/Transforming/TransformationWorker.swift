internal import CPROJ
internal import SimpleFeatures

/// Runs the steps of a transformation over stretches of vertices, in place, with a context of its
/// own. It belongs to one thread.
@safe
final class TransformationWorker {
  private let stages: [TransformationStage]
  private let engine: CoordinateTransformation.Engine
  private var context: ProjectionContext?
  private var objects: [String: ProjectionObject] = [:]
  private(set) var failures: [CoordinateFailure] = []
  private(set) var seriesDisagreed = false
  /// The vertices of the stretch that failed, counted in it.
  private var failed: Set<Int> = []
  private var firstVertex = 0

  init(
    _ stages: [TransformationStage], engine: CoordinateTransformation.Engine
  ) throws(ProjectionError) {
    self.stages = stages
    self.engine = engine
  }

  /// Moves a stretch: x and y in turn.
  func run(
    _ xy: UnsafeMutableBufferPointer<Double>, firstVertex: Int
  ) throws(ProjectionError) {
    self.firstVertex = firstVertex
    failed.removeAll(keepingCapacity: true)
    for vertex in 0..<xy.count / 2 {
      let isFinite = unsafe xy[2 * vertex].isFinite && xy[2 * vertex + 1].isFinite
      if !isFinite { unsafe fail(vertex, .notFinite, xy) }
    }
    for stage in stages {
      switch stage {
      case .shift(let dx, let dy):
        for vertex in 0..<xy.count / 2 {
          unsafe xy[2 * vertex] += dx
          unsafe xy[2 * vertex + 1] += dy
        }
      case .similarity(let similarity):
        for vertex in 0..<xy.count / 2 {
          let moved = similarity.apply(unsafe xy[2 * vertex], unsafe xy[2 * vertex + 1])
          unsafe xy[2 * vertex] = moved.x
          unsafe xy[2 * vertex + 1] = moved.y
        }
      case .limit(let box): unsafe limit(xy, to: box)
      case .operations(let operations): unsafe try run(operations, xy)
      case .inverse(let grid, let beyond):
        unsafe try runSeries(beyond, tolerance: 1e-11, xy) { x, y in
          let result = grid.inverse(easting: x, northing: y)
          return (result.longitude, result.latitude, result.inside)
        }
      case .forward(let grid, let beyond):
        unsafe try runSeries(beyond, tolerance: 1e-6, xy) { x, y in
          let result = grid.forward(longitude: x, latitude: y)
          return (result.easting, result.northing, result.inside)
        }
      }
    }
  }

  private func fail(
    _ vertex: Int, _ reason: CoordinateFailure.Reason, _ xy: UnsafeMutableBufferPointer<Double>
  ) {
    unsafe xy[2 * vertex] = .nan
    unsafe xy[2 * vertex + 1] = .nan
    guard failed.insert(vertex).inserted else { return }
    failures.append(CoordinateFailure(vertex: firstVertex + vertex, reason: reason))
  }

  private func limit(_ xy: UnsafeMutableBufferPointer<Double>, to box: Envelope) {
    for vertex in 0..<xy.count / 2 {
      let (x, y) = unsafe (xy[2 * vertex], xy[2 * vertex + 1])
      let isInside = x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY
      if !isInside { unsafe fail(vertex, .outsideAreaOfUse, xy) }
    }
  }

  /// The operation of a pipeline, made once for each worker.
  private func object(_ pipeline: String) throws(ProjectionError) -> ProjectionObject {
    if let object = objects[pipeline] { return object }
    let context: ProjectionContext
    if let known = self.context { context = known } else { context = try ProjectionContext() }
    self.context = context
    let object = unsafe try context.object("proj_create") { context in
      unsafe proj_create(context, pipeline)
    }
    objects[pipeline] = object
    return object
  }

  private func run(
    _ operations: [TransformationStage.Operation], _ xy: UnsafeMutableBufferPointer<Double>
  ) throws(ProjectionError) {
    if operations.count == 1, operations[0].area == nil {
      unsafe runWhole(try object(operations[0].pipeline), xy)
      return
    }
    for vertex in 0..<xy.count / 2 where !failed.contains(vertex) {
      let (x, y) = unsafe (xy[2 * vertex], xy[2 * vertex + 1])
      let operation = operations.first { operation in
        operation.area.map { area in
          x >= area.minX && x <= area.maxX && y >= area.minY && y <= area.maxY
        } ?? true
      }
      guard let operation else {
        unsafe fail(vertex, .outsideAreaOfUse, xy)
        continue
      }
      unsafe runOne(try object(operation.pipeline), vertex, xy)
    }
  }

  /// All vertices of the stretch by PROJ.
  private func runWhole(_ object: ProjectionObject, _ xy: UnsafeMutableBufferPointer<Double>) {
    guard let base = xy.baseAddress else { return }
    let (count, stride) = (xy.count / 2, 2 * MemoryLayout<Double>.stride)
    unsafe proj_errno_reset(object.pointer)
    _ = unsafe proj_trans_generic(
      object.pointer, PJ_FWD, base, stride, count, base + 1, stride, count, nil, 0, 0, nil, 0, 0)
    for vertex in 0..<count {
      let isFinite = unsafe xy[2 * vertex].isFinite && xy[2 * vertex + 1].isFinite
      if !isFinite { unsafe fail(vertex, .failed(object.context.lastReason), xy) }
    }
  }

  /// One vertex by PROJ.
  private func runOne(
    _ object: ProjectionObject, _ vertex: Int, _ xy: UnsafeMutableBufferPointer<Double>
  ) {
    let (x, y) = unsafe (xy[2 * vertex], xy[2 * vertex + 1])
    guard x.isFinite, y.isFinite else { return }
    let moved = move(object, x, y)
    guard moved.x.isFinite, moved.y.isFinite else {
      unsafe fail(vertex, .failed(object.context.lastReason), xy)
      return
    }
    unsafe xy[2 * vertex] = moved.x
    unsafe xy[2 * vertex + 1] = moved.y
  }

  private func move(_ object: ProjectionObject, _ x: Double, _ y: Double) -> (x: Double, y: Double)
  {
    unsafe proj_errno_reset(object.pointer)
    let moved = unsafe proj_trans(object.pointer, PJ_FWD, proj_coord(x, y, 0, 0))
    return unsafe (moved.xy.x, moved.xy.y)
  }

  /// How many vertices of a stretch are held against PROJ.
  private static let sampleSize = 4

  /// All vertices by a series; those beyond its range by PROJ. Where a sample does not agree with
  /// PROJ, all are PROJ's.
  @inline(__always)
  private func runSeries(
    _ beyond: String, tolerance: Double, _ xy: UnsafeMutableBufferPointer<Double>,
    _ series: (TransverseMercator.Lanes, TransverseMercator.Lanes) -> (
      TransverseMercator.Lanes, TransverseMercator.Lanes,
      SIMDMask<TransverseMercator.Lanes.MaskStorage>
    )
  ) throws(ProjectionError) {
    let object = try object(beyond)
    let count = xy.count / 2
    guard engine == .seriesAndLibrary else {
      unsafe runWhole(object, xy)
      return
    }
    for sample in 0..<min(Self.sampleSize, count) {
      let vertex = sample * (count - 1) / max(1, Self.sampleSize - 1)
      let (x, y) = unsafe (xy[2 * min(vertex, count - 1)], xy[2 * min(vertex, count - 1) + 1])
      let ours = series(.init(repeating: x), .init(repeating: y))
      guard ours.2[0] else { continue }
      let theirs = move(object, x, y)
      let differs =
        abs(ours.0[0] - theirs.x) > tolerance || abs(ours.1[0] - theirs.y) > tolerance
      guard !differs else {
        seriesDisagreed = true
        unsafe runWhole(object, xy)
        return
      }
    }
    var vertex = 0
    while vertex < count {
      let lanes = min(4, count - vertex)
      var (x, y) = (TransverseMercator.Lanes.zero, TransverseMercator.Lanes.zero)
      for lane in 0..<lanes {
        x[lane] = unsafe xy[2 * (vertex + lane)]
        y[lane] = unsafe xy[2 * (vertex + lane) + 1]
      }
      let moved = series(x, y)
      let isWhole = all(moved.2)
      for lane in 0..<lanes {
        if isWhole || moved.2[lane] {
          unsafe xy[2 * (vertex + lane)] = moved.0[lane]
          unsafe xy[2 * (vertex + lane) + 1] = moved.1[lane]
        } else {
          unsafe runOne(object, vertex + lane, xy)
        }
      }
      vertex += lanes
    }
  }
}
