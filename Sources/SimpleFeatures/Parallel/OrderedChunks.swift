internal import Dispatch
internal import Foundation
internal import Synchronization

/// Makes the chunks of a long piece of work on several threads and hands them over in their order.
///
/// Of all chunks only a few are in memory at a time, however many there are.
public enum OrderedChunks {
  /// Makes and hands over chunks until there are no more.
  ///
  /// - Parameters:
  ///   - workers: how many threads make chunks.
  ///   - ahead: how many chunks may be made or waiting at a time.
  ///   - prepare: makes what one thread needs of its own; runs on that thread.
  ///   - make: makes the chunk of an index, counted from 0; `nil` where that and all later ones do
  ///     not exist. Runs on any of the threads, the indexes in no order.
  ///   - receive: takes the chunks in their order; runs on the caller's thread.
  /// - Throws: the first error of the lowest chunk, after all before it were received.
  public static func run<Worker, Chunk: Sendable>(
    workers: Int, ahead: Int? = nil,
    prepare: @escaping @Sendable () throws -> Worker,
    make: @escaping @Sendable (inout Worker, Int) throws -> Chunk?,
    receive: (Chunk) throws -> Void
  ) throws {
    let workers = max(workers, 1)
    let shared = Shared<Chunk>(ahead: max(ahead ?? 2 * workers, workers))
    let group = DispatchGroup()
    for _ in 0..<workers {
      DispatchQueue.global(qos: .userInitiated).async(group: group) {
        var worker: Worker?
        while let index = shared.nextIndex() {
          let result = Result<Chunk?, any Error> {
            var own = try worker ?? prepare()
            defer { worker = own }
            return try make(&own, index)
          }
          shared.put(result, at: index)
        }
      }
    }
    defer {
      shared.stop(workers: workers)
      group.wait()
    }
    while let chunk = try shared.take() { try receive(chunk) }
  }
}

/// What the threads of one run share: whose turn it is, and what waits to be received.
private final class Shared<Chunk: Sendable>: Sendable {
  private struct State: Sendable {
    var nextIndex = 0
    var nextToTake = 0
    var isStopped = false
    var waiting: [Int: Result<Chunk?, any Error>] = [:]
  }

  private let state = Locked(State())
  private let places = DispatchSemaphore(value: 0)
  private let made = DispatchSemaphore(value: 0)

  init(ahead: Int) {
    // From 0: a semaphore must not end below the value it was made with.
    for _ in 0..<ahead { places.signal() }
  }

  /// The index of the next chunk to be made, once there is room for it; `nil` at the end.
  func nextIndex() -> Int? {
    places.wait()
    return state.withLock { state in
      guard !state.isStopped else { return nil }
      state.nextIndex += 1
      return state.nextIndex - 1
    }
  }

  func put(_ result: Result<Chunk?, any Error>, at index: Int) {
    state.withLock { state in
      state.waiting[index] = result
      // An end or an error: what comes later is of no use.
      if case .success(.some) = result { return }
      state.isStopped = true
    }
    made.signal()
  }

  /// The next chunk in order; `nil` at the end.
  func take() throws -> Chunk? {
    while true {
      let result = state.withLock { state -> Result<Chunk?, any Error>? in
        guard let result = state.waiting.removeValue(forKey: state.nextToTake) else { return nil }
        state.nextToTake += 1
        return result
      }
      guard let result else {
        made.wait()
        continue
      }
      places.signal()
      return try result.get()
    }
  }

  /// Lets the threads end.
  func stop(workers: Int) {
    state.withLock { $0.isStopped = true }
    for _ in 0..<workers { places.signal() }
  }
}

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

/// A value that several threads look at and change, one at a time.
///
/// Its lock is Foundation's and not `Synchronization.Mutex`, of which thread sanitizer does not know
/// that it orders threads.
public final class Locked<Value: Sendable>: @unchecked Sendable {
  // Sendable because the value is reached through the lock alone.
  private var value: Value
  private let lock = NSLock()

  /// A value.
  public init(_ value: Value) { self.value = value }

  /// Runs something while no other thread can reach the value.
  public func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    lock.lock()
    defer { lock.unlock() }
    return try body(&value)
  }
}

/// The cores that this process may use.
public enum ProcessorCount {
  /// Their number at the start: to find it out, files are read.
  public static let available = ProcessInfo.processInfo.activeProcessorCount
}
