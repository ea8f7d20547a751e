internal import Dispatch
internal import SimpleFeatures

/// Hands batches from the thread that makes them to the thread that stores them, a few at a time: the
/// maker waits while the pipe is full, so memory does not grow with the file.
final class BatchPipe<Batch: Sendable>: Sendable {
  /// The one who stores has stopped; nothing more is wanted.
  struct Closed: Error {}

  private struct State: Sendable {
    var waiting: [Batch] = []
    var failure: (any Error)?
    var isClosed = false
  }

  private let state = Locked(State())
  private let room: DispatchSemaphore
  private let filled = DispatchSemaphore(value: 0)

  /// A pipe that holds at most so many batches.
  init(capacity: Int = 3) {
    room = DispatchSemaphore(value: capacity)
  }

  /// Starts a maker on a thread of its own. What it throws is thrown by ``next()``.
  func start(_ make: @escaping @Sendable (BatchPipe) throws -> Void) {
    DispatchQueue.global(qos: .userInitiated).async {
      do {
        try make(self)
        self.finish(nil)
      } catch {
        self.finish(error)
      }
    }
  }

  /// Gives a batch away; waits for room.
  ///
  /// - Throws: ``Closed`` where nobody takes batches any more.
  func send(_ batch: Batch) throws {
    room.wait()
    let isClosed = state.withLock { state in
      if !state.isClosed { state.waiting.append(batch) }
      return state.isClosed
    }
    guard !isClosed else {
      room.signal()
      throw Closed()
    }
    filled.signal()
  }

  /// The next batch in order; `nil` after the last.
  func next() throws -> Batch? {
    filled.wait()
    let (batch, failure) = state.withLock { state -> (Batch?, (any Error)?) in
      state.waiting.isEmpty ? (nil, state.failure) : (state.waiting.removeFirst(), nil)
    }
    if let batch {
      room.signal()
      return batch
    }
    filled.signal()
    if let failure { throw failure }
    return nil
  }

  /// Stops the maker at its next batch.
  func close() {
    state.withLock { $0.isClosed = true }
    room.signal()
  }

  private func finish(_ failure: (any Error)?) {
    state.withLock { state in
      state.failure = failure
    }
    filled.signal()
  }
}
