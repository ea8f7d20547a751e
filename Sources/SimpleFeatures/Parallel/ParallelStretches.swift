internal import Dispatch
internal import Synchronization

/// Shares a range of numbers out to several threads in stretches, of which each thread takes the next
/// when it is done with its last.
public enum ParallelStretches {
  /// Runs a piece of work for every stretch; returns when all are done.
  ///
  /// - Parameters:
  ///   - count: the numbers are 0 up to but not including this.
  ///   - workers: how many threads take part.
  ///   - shortest: no stretch but the last is shorter.
  public static func run(
    over count: Int, workers: Int, shortest: Int = 64, _ body: @Sendable (Range<Int>) -> Void
  ) {
    let stretch = max(shortest, min(2048, count / (8 * max(workers, 1)) + 1))
    let workers = min(workers, (count + stretch - 1) / stretch)
    guard workers > 1 else {
      if count > 0 { body(0..<count) }
      return
    }
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let start = next.wrappingAdd(stretch, ordering: .relaxed).oldValue
        guard start < count else { return }
        body(start..<min(start + stretch, count))
      }
    }
  }
}
