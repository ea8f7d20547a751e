internal import Dispatch
public import SimpleFeatures
internal import Synchronization

/// What is wrong with the shapes of a column.
public struct ColumnValidity: Hashable, Sendable {
  /// A feature whose shape is not valid.
  public struct Invalid: Hashable, Sendable {
    /// The feature, counted from 0.
    public var feature: Int
    /// Why, and where.
    public var fault: ValidityFault
  }

  /// What the guard says: refused shapes are not among ``invalid``.
  public var verdict = ColumnVerdict()
  /// The features whose shape is not valid, in order.
  public var invalid: [Invalid] = []

  /// Judges shapes, on all cores.
  ///
  /// - Parameters:
  ///   - column: the shapes; features without one are passed over.
  ///   - limits: what the guard lets through.
  ///   - workers: how many threads; as many as there are cores where it is not said.
  ///   - doubtful: the features that GEOS judges, in order; the others are known to be valid. All
  ///     where it is not said.
  /// - Throws: ``TopologyFault`` where GEOS has no memory.
  public init(
    of column: GeometryColumn, limits: ShapeLimits = .land, workers: Int? = nil,
    among doubtful: [Int]? = nil
  ) throws {
    let shapeGuard = ShapeGuard(limits: limits)
    verdict = shapeGuard.check(column)
    let refused = verdict.refused.map(\.feature)
    let count = doubtful?.count ?? column.count
    guard count > 0 else { return }
    let stretch = min(512, max(1, count / 16))
    let stretches = (count + stretch - 1) / stretch
    let threads = min(
      max(1, workers ?? ProcessorCount.available), max(1, stretches))
    let next = Atomic(0)
    let found = Locked<[Invalid]>([])
    let failure = Locked<(any Error)?>(nil)
    column.withFlatColumn { flat in
      // Each worker has a context of its own; the buffers are only read.
      let shared = SharedColumn(flat: flat)
      DispatchQueue.concurrentPerform(iterations: threads) { _ in
        do {
          let engine = try GeometryEngine(limits: limits)
          var own: [Invalid] = []
          while true {
            let start =
              next.wrappingAdd(1, ordering: .relaxed).oldValue * stretch
            guard start < count else { break }
            for place in start..<min(start + stretch, count) {
              let feature = doubtful?[place] ?? place
              guard let shape = shared.flat[feature], !refused.containsSorted(feature) else {
                continue
              }
              if let fault = try engine.validityFault(of: engine.context.make(shape)) {
                own.append(Invalid(feature: feature, fault: fault))
              }
            }
          }
          found.withLock { $0 += own }
        } catch {
          failure.withLock { $0 = error }
        }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    invalid = found.withLock { $0 }.sorted { $0.feature < $1.feature }
  }
}

/// Lets several threads read one column.
@safe private struct SharedColumn: @unchecked Sendable {
  // Sendable because the buffers outlive the threads, which end inside the closure that borrows the
  // column, and nobody writes to them.
  let flat: FlatColumn
}

extension [Int] {
  /// Whether an ascending list has a number.
  fileprivate func containsSorted(_ number: Int) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number
  }
}

/// Why a shape is not valid, and where.
public struct ValidityFault: Hashable, Sendable {
  /// Why.
  public var reason: ShapeReason
  /// Easting or longitude of the place.
  public var x: Double?
  /// Northing or latitude of the place.
  public var y: Double?

  /// A fault.
  public init(_ reason: ShapeReason, x: Double? = nil, y: Double? = nil) {
    self.reason = reason
    self.x = x
    self.y = y
  }
}
