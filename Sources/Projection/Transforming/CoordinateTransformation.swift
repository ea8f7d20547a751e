internal import CPROJ
internal import Dispatch
internal import Foundation
public import SimpleFeatures
internal import Synchronization

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

extension CoordinateTransformation {
  /// The steps in words of PROJ, in their order: what a person needs to repeat the transformation.
  public var steps: [String] {
    stages.compactMap { stage in
      switch stage {
      case .shift(let dx, let dy): "x + \(dx), y + \(dy)"
      case .inverse(_, let pipeline), .forward(_, let pipeline): pipeline
      case .operations(let operations): operations.first?.pipeline
      case .similarity: "similarity"
      case .limit: nil
      }
    }
  }
}

extension CoordinateTransformation {
  /// How vertices are computed.
  public enum Engine: Hashable, Sendable {
    /// By the series where it reaches, else by PROJ.
    case seriesAndLibrary
    /// By PROJ alone.
    case libraryOnly
  }

  /// Vertices a worker takes at a time: they stay in its cache.
  private static let stretch = 8192

  /// Moves vertices, on all cores.
  ///
  /// - Parameter xy: x and y of each vertex in turn.
  /// - Throws: ``ProjectionError`` where PROJ cannot be set up. A vertex that cannot be moved does
  ///   not throw: it is among the failures.
  public func transform(
    _ xy: [Double], engine: Engine = .seriesAndLibrary
  ) throws(ProjectionError) -> TransformedCoordinates {
    var moved = xy
    let count = xy.count / 2
    let stretches = (count + Self.stretch - 1) / Self.stretch
    let workers = max(1, min(ProcessorCount.available, stretches))
    let next = Atomic<Int>(0)
    let outcome = Locked(Outcome())
    unsafe moved.withUnsafeMutableBufferPointer { buffer in
      // Workers write to stretches that no other worker touches.
      nonisolated(unsafe) let buffer = unsafe buffer
      DispatchQueue.concurrentPerform(iterations: workers) { _ in
        do throws(ProjectionError) {
          let worker = try TransformationWorker(stages, engine: engine)
          while true {
            let stretch = next.add(1, ordering: .relaxed).oldValue
            guard stretch < stretches else { break }
            let vertices = stretch * Self.stretch..<min(count, (stretch + 1) * Self.stretch)
            unsafe try worker.run(
              unsafe UnsafeMutableBufferPointer(
                rebasing: buffer[2 * vertices.lowerBound..<2 * vertices.upperBound]),
              firstVertex: vertices.lowerBound)
          }
          outcome.withLock {
            $0.failures += worker.failures
            $0.seriesDisagreed = $0.seriesDisagreed || worker.seriesDisagreed
          }
        } catch {
          outcome.withLock { $0.error = error }
        }
      }
    }
    let result = outcome.withLock(\.self)
    if let error = result.error { throw error }
    return TransformedCoordinates(
      xy: moved, failures: result.failures.sorted { $0.vertex < $1.vertex },
      seriesDisagreed: result.seriesDisagreed)
  }

  private struct Outcome: Sendable {
    var failures: [CoordinateFailure] = []
    var seriesDisagreed = false
    var error: ProjectionError?
  }

  /// Moves all shapes of a column. Vertices that fail become not a number, for the guard to refuse
  /// their shapes.
  ///
  /// - Returns: the vertices that failed, counted over the column.
  @discardableResult
  public func transform(
    _ column: inout GeometryColumn
  ) throws(ProjectionError) -> [CoordinateFailure] {
    if stages.isEmpty { return [] }
    let moved = try transform(column.xy)
    column.replaceCoordinates(with: moved.xy)
    return moved.failures
  }

  /// Moves one point.
  ///
  /// - Throws: ``CoordinateFailure`` where it cannot be moved, ``ProjectionError`` where PROJ cannot
  ///   be set up.
  public func transform(
    x: Double, y: Double, engine: Engine = .seriesAndLibrary
  ) throws -> (x: Double, y: Double) {
    let moved = try transform([x, y], engine: engine)
    if let failure = moved.failures.first { throw failure }
    return (moved.xy[0], moved.xy[1])
  }
}

/// A point that could not be moved.
public struct CoordinateFailure: Error, Hashable, Sendable {
  /// Why.
  public enum Reason: Hashable, Sendable {
    /// A coordinate was no finite number.
    case notFinite
    /// It lies outside the area of use of a system or of the parameters.
    case outsideAreaOfUse
    /// PROJ could not compute it: what PROJ says.
    case failed(String)
  }

  /// Which vertex, counted from 0.
  public var vertex: Int
  /// Why.
  public var reason: Reason
}

/// Coordinates that were moved.
public struct TransformedCoordinates: Hashable, Sendable {
  /// x and y of each vertex in turn; not a number where a vertex could not be moved.
  public var xy: [Double]
  /// The vertices that could not be moved, in order.
  public var failures: [CoordinateFailure]
  /// Whether PROJ stood in for a series that did not agree with it.
  public var seriesDisagreed: Bool
}
