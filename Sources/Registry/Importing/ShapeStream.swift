internal import Dispatch
internal import Planning
internal import SimpleFeatures
internal import Storage

/// The stretches of one file as they come out of the pipe.
struct ShapeStream {
  private var first: ShapeBatch?
  private let pipe: BatchPipe<ShapePiece>
  /// How many features came out so far.
  private(set) var count = 0
  /// What to know about the file; whole after the last stretch.
  private(set) var diagnostics: [Diagnostic] = []
  /// About how many features there will be.
  let expected: Int
  /// Where the shapes lie.
  let placing: ShapePlacing
  /// What the file says of all.
  let facts: ShapeFileFacts
  /// Whether the places of the features are lines.
  let placesAreLines: Bool

  init(first: ShapeBatch, pipe: BatchPipe<ShapePiece>, expected: Int) {
    self.first = first
    self.pipe = pipe
    self.expected = expected
    placing = first.placing
    facts = first.facts
    placesAreLines = first.prepared.table.placesAreLines
  }

  /// The next stretch; `nil` after the last.
  mutating func next() throws -> ShapeBatch? {
    if let batch = first {
      first = nil
      return told(batch)
    }
    switch try pipe.next() {
    case .batch(let batch): return told(batch)
    case .end(let diagnostics):
      self.diagnostics += diagnostics
      return nil
    case nil: return nil
    }
  }

  /// Adds what was found while storing.
  mutating func add(_ diagnostics: [Diagnostic]) { self.diagnostics += diagnostics }

  private mutating func told(_ batch: ShapeBatch) -> ShapeBatch {
    count += batch.prepared.featureCount
    return batch
  }
}

/// A stretch of a file on its way into the register.
struct ShapeBatch: Sendable {
  /// The features.
  var prepared: PreparedShapes
  /// What the attributes say of each parcel; empty where they go into a layer.
  var statements: [ParcelStatement]
  /// Where they lie.
  var placing: ShapePlacing
  /// What the file says of all.
  var facts: ShapeFileFacts
  /// The features as they are written, where they are boundaries that go into a register.
  var encoded: EncodedBoundaries?
}

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

/// Counts what became of the boundaries of a file, and says what needs a look.
struct BoundaryJoins {
  private let placesAreLines: Bool
  private(set) var diagnostics: DiagnosticTally

  init(file: String, placesAreLines: Bool) {
    self.placesAreLines = placesAreLines
    diagnostics = DiagnosticTally(file: file)
  }

  /// Takes what became of some boundaries.
  mutating func take(
    _ joins: [BoundaryJoin], of statements: [ParcelStatement],
    _ outcome: inout ShapeImportOutcome
  ) {
    for (join, said) in zip(joins, statements) {
      let name = said.parcelID ?? said.name ?? "#\(said.place.lineStart)"
      let line = placesAreLines ? said.place.lineStart : nil
      if said.parcelID == nil, said.name == nil {
        diagnostics.add(
          .boundaryWithoutNumber(record: said.place.lineStart), .warning, line: line)
      }
      switch join.parcel {
      case .joined: outcome.joinedCount += 1
      case .unmatched:
        outcome.unmatched.append(name)
        diagnostics.add(.boundaryUnmatched(name), .info, line: line)
      case .ambiguous(let plans):
        outcome.ambiguous.append(name)
        diagnostics.add(.boundaryAmbiguous(name, plans: plans), .warning, line: line)
      }
      switch join.change {
      case .inserted: outcome.insertedCount += 1
      case .unchanged: outcome.unchangedCount += 1
      case .newVersion(let version):
        outcome.newVersionCount += 1
        diagnostics.add(
          .boundaryNewVersion(name, version), join.isRepeated ? .warning : .info, line: line)
      }
    }
  }
}
