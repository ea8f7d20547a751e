internal import Dispatch
internal import Foundation
public import SimpleFeatures
internal import Synchronization

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
