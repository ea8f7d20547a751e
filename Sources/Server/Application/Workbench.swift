internal import Dispatch
internal import Exchange
internal import Hummingbird
internal import SimpleFeatures
internal import Terms

/// Where work is done that takes longer than a request should hold up others: on threads of its own,
/// a few at a time.
///
/// What waits is bounded, and so is how long anybody waits: a client is then told to come again.
final class Workbench: Sendable {
  /// How many may wait.
  static let room = 64
  /// How many seconds a client waits for its answer.
  static let patience = 60

  private let queue: OperationCount
  private let threads = DispatchQueue(label: "yulin.work", attributes: .concurrent)
  private let places: DispatchSemaphore

  init(workers: Int = ProcessorCount.available) {
    queue = OperationCount()
    places = DispatchSemaphore(value: workers)
  }

  /// Does some work on another thread.
  ///
  /// - Throws: ``Problem`` 503 where too many wait or it takes too long, and what the work throws.
  func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result
  {
    guard queue.enter(atMost: Workbench.room) else { throw Workbench.busy }
    let outcome = Once<Result>()
    return try await withCheckedThrowingContinuation { continuation in
      outcome.wait(continuation)
      threads.async { [queue, places] in
        places.wait()
        let result = Swift.Result { try work() }
        places.signal()
        queue.leave()
        outcome.finish(result)
      }
      DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(Workbench.patience)) {
        outcome.finish(.failure(Workbench.busy))
      }
    }
  }

  private static let busy = Problem(
    .serviceUnavailable, "overloaded",
    Words("现在请求太多或计算太久，请稍后再试", "too much is asked at once, or it takes too long; try again later"))
}

/// How many pieces of work are under way.
private final class OperationCount: Sendable {
  private let count = Locked(0)

  func enter(atMost room: Int) -> Bool {
    count.withLock { count in
      guard count < room else { return false }
      count += 1
      return true
    }
  }

  func leave() { count.withLock { $0 -= 1 } }
}

/// A result that is handed over once, whoever comes first.
private final class Once<Value: Sendable>: Sendable {
  private let waiting = Locked<CheckedContinuation<Value, any Error>?>(nil)

  func wait(_ continuation: CheckedContinuation<Value, any Error>) {
    waiting.withLock { $0 = continuation }
  }

  func finish(_ result: Swift.Result<Value, any Error>) {
    let continuation = waiting.withLock { waiting in
      defer { waiting = nil }
      return waiting
    }
    continuation?.resume(with: result)
  }
}
